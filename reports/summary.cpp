#include "reports/summary.hpp"

#include <algorithm>
#include <map>

#include "reports/chapters.hpp"
#include "reports/levels.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

class Summary {
 public:
  Summary(const DerivationReport& report, Language language, const SummarySize& size)
      : report_(report),
        language_(language),
        size_(size),
        catalog_(report.view.catalog()),
        derivation_(report.derivation) {
    lines_.most_rows = size.rows;
  }

  Page page() {
    const auto& portfolio = report_.portfolio;
    const auto title = title_and_id(portfolio.title, portfolio.code, language_);
    if (portfolio.services.size() == 1) {
      one_service();
    } else {
      several_services();
    }
    withheld_components();
    coverage();
    list_threats(words::uncovered_label, CoverageStatus::uncovered, derivation_.coverage.uncovered);
    list_threats(words::control_only_label, CoverageStatus::control_only, derivation_.coverage.control_only);
    unreached();
    measures();
    notes();
    catalogs();
    return {Heading{1, say(words::title_of_report, language_, title)}, std::move(lines_)};
  }

 private:
  std::string text(const Words& words) const { return std::string(words.in(language_)); }
  void add(std::string label, std::string line, Tone tone = Tone::plain, std::string tail = {}) {
    lines_.lines.push_back({std::move(label), {std::move(line), tone}, std::move(tail)});
  }

  /// Some of the parts, and how many there are besides.
  std::string some(std::vector<std::string> parts, std::size_t most) const {
    const auto all = parts.size();
    if (all > most) {
      parts.resize(most);
      parts.push_back(say(words::and_more, language_, all - most));
    }
    return joined(parts, language_);
  }

  std::string patterns_text(const Classification& classification, bool with_levels) const {
    if (classification.patterns.empty()) return text(words::no_pattern);
    std::vector<std::string> titles;
    for (const auto pattern : classification.patterns)
      titles.push_back(pattern_text(report_, pattern, with_levels, language_));
    return joined(titles, language_);
  }

  void one_service() {
    const auto& service = report_.portfolio.services.front();
    const auto& classification = derivation_.classifications.front();
    if (service.type) add(text(words::service_type), title_and_id(catalog_.service_types[*service.type], language_));
    const bool open = classification.patterns.size() > 1;
    if (!catalog_.patterns.empty()) {
      add(text(open ? words::possible_patterns : words::pattern), patterns_text(classification, open), Tone::strong);
    }
    for (const auto& level : classification.levels) {
      const auto reasons = level_reasons(report_, level, language_);
      const bool undecided = level.possible.size() > 1 && reasons.size() > 1;
      const auto reason = undecided ? text(words::levels_undecided) : reasons.front().text;
      add(title_of(catalog_.properties[level.property], language_),
          say(words::level_and_reason, language_, levels_text(report_, level, language_), reason), Tone::plain,
          undecided || reasons.front().mark.empty() ? std::string() : with_mark({}, reasons.front().mark, language_));
    }
    auto label = text(words::open_questions);
    for (const auto question : open_questions(classification)) {
      add(std::exchange(label, {}), title_of(catalog_.questions[question], language_), Tone::caution);
    }
  }

  void several_services() {
    const auto& services = report_.portfolio.services;
    auto label = text(words::services);
    for (std::size_t i = 0; i < services.size() && i < size_.services; ++i) {
      const auto& classification = derivation_.classifications[i];
      auto line = title_and_id(services[i].title, services[i].code, language_);
      if (!catalog_.patterns.empty()) line = say(words::colon, language_, line, patterns_text(classification, true));
      add(std::exchange(label, {}), line);
    }
    if (services.size() > size_.services) add(label, say(words::and_more, language_, services.size() - size_.services));
  }

  void withheld_components() {
    const auto count = derivation_.inventory.withheld.size();
    if (count == 0) return;
    add(text(words::component), say(words::withheld_component_count, language_, count), Tone::caution);
  }

  void coverage() {
    const auto& coverage = derivation_.coverage;
    const auto exposures = coverage.exposures.size();
    if (exposures == 0) {
      add(text(words::exposures), text(words::no_exposures), Tone::caution);
      return;
    }
    const auto covered = text(words_for(CoverageStatus::covered, controls_cover(report_)));
    add(text(words::exposures),
        say(words::coverage_line, language_, say(words::count, language_, exposures), covered, coverage.covered,
            text(words::control_only), coverage.control_only, text(words::uncovered), coverage.uncovered,
            text(words::single_point), coverage.single_point));
    const auto rest = coverage.control_only + coverage.uncovered;
    if (rest == 0) return;
    add("",
        say(words::not_covered_line, language_, say(words::count, language_, rest), coverage.accepted, coverage.open),
        coverage.open > 0 ? Tone::bad : Tone::plain);
  }

  void list_threats(const Words& label, CoverageStatus status, std::size_t count) {
    if (count == 0) {
      if (status == CoverageStatus::uncovered && !derivation_.coverage.exposures.empty())
        add(text(label), text(words::none));
      return;
    }
    std::map<ThreatId, std::size_t> by_threat;
    for (std::size_t i = 0; i < derivation_.coverage.exposures.size(); ++i) {
      if (derivation_.coverage.exposures[i].status == status) ++by_threat[derivation_.analysis.exposures[i].threat];
    }
    std::vector<std::pair<ThreatId, std::size_t>> most(by_threat.begin(), by_threat.end());
    std::ranges::stable_sort(most, [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> parts;
    for (const auto& [threat, times] : most) {
      parts.push_back(short_name(catalog_, threat, language_) + say(words::in_brackets, language_, times));
    }
    add(text(label), say(words::colon, language_, say(words::count, language_, count), some_threats(std::move(parts))));
  }

  std::string some_threats(std::vector<std::string> parts) const {
    const auto all = parts.size();
    if (size_.threats == 0) return say(words::threat_count, language_, all);
    if (all > size_.threats) {
      parts.resize(size_.threats);
      parts.push_back(say(words::more_threats, language_, all - size_.threats));
    }
    return joined(parts, language_);
  }

  void unreached() {
    const auto& threats = derivation_.analysis.unreached;
    if (threats.empty()) return;
    std::vector<std::string> titles;
    for (const auto threat : threats) titles.push_back(short_name(catalog_, threat, language_));
    add(text(words::unreached),
        say(words::colon, language_, say(words::count, language_, threats.size()), some_threats(std::move(titles))));
  }

  void measures() {
    if (catalog_.measures.empty()) {
      add(text(words::controls), say(words::count, language_, derivation_.selection.controls.size()));
      return;
    }
    const auto digests = digest_measures(report_);
    std::vector<std::size_t> all(digests.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    const auto total = tally(report_, digests, all);
    auto line = say(words::count, language_, total.total);
    const auto classes = classes_text(report_, total, language_);
    if (!classes.empty() && total.total > 0) line += say(words::in_brackets, language_, classes);
    const bool by_chapter = !catalog_.chapters.empty() && total.total > 0;
    if (by_chapter && !catalog_.classes.empty()) line = say(words::per_chapter, language_, line, class_order(total));
    add(text(words::measures), line);
    if (!by_chapter) return;
    const auto below = chapter_tallies_at(report_, digests, 1);
    for (const auto& root : chapter_tallies_at(report_, digests, 0)) add("", chapter_line(root, below));
  }

  /// In which order the counts of a chapter stand: 「基本+推奨」.
  std::string class_order(const ClassTally& classes) const {
    std::string order;
    for (const auto& entry : catalog_.classes) order += (order.empty() ? "" : "+") + title_of(entry, language_);
    return classes.unknown == 0 ? order : order + '+' + text(words::value_unknown);
  }

  /// A part of the guideline with the chapters below it: 「Ⅲ 物理的・技術的対策編(28+18)：Ⅲ.1(4+3)、…」.
  std::string chapter_line(const ChapterTally& root, const std::vector<ChapterTally>& below) const {
    const auto counts = classes_short(report_, root.classes);
    if (!root.chapter) return say(words::chapter_and_counts, language_, words::without_chapter.in(language_), counts);
    const auto& entry = catalog_.chapters[*root.chapter];
    const auto title = entry.title.empty() ? entry.code : entry.code + ' ' + entry.title.in(language_);
    const auto heading = say(words::chapter_and_counts, language_, title, counts);
    std::vector<std::string> parts;
    for (const auto& chapter : below) {
      if (!chapter.chapter || chapter.chapter == root.chapter) continue;
      const auto& part = catalog_.chapters[*chapter.chapter];
      if (part.parent != root.chapter->index()) continue;
      parts.push_back(part.code + classes_short(report_, chapter.classes));
    }
    return parts.empty() ? heading : say(words::colon, language_, heading, joined(parts, language_));
  }

  void notes() {
    const auto levels = noted_levels(report_);
    for (std::size_t i = 0; i < levels.size(); ++i) {
      add(say(words::note_number, language_, i + 1), catalog_.levels[levels[i]].note.in(language_));
    }
  }

  void catalogs() {
    std::vector<std::string> names;
    for (const auto& layer : catalog_.layers) names.push_back(layer.code + ' ' + layer.version);
    add(text(words::catalogs), some(std::move(names), 6));
    if (report_.view.trust() == BasisKind::stated) add(text(words::trust), text(words::trust_stated));
    if (report_.view.trust() == BasisKind::judgement) add(text(words::trust), text(words::trust_judgement));
  }

  const DerivationReport& report_;
  Language language_;
  SummarySize size_;
  const Catalog& catalog_;
  const Derivation& derivation_;
  Labelled lines_;
};

}  // namespace

Page summary(const DerivationReport& report, Language language, const SummarySize& size) {
  return Summary(report, language, size).page();
}

}  // namespace michibiki
