#include "reports/summary.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "model/text.hpp"
#include "reports/chapters.hpp"
#include "reports/grades.hpp"
#include "reports/levels.hpp"
#include "reports/naming.hpp"
#include "reports/overrides.hpp"
#include "reports/promise_words.hpp"
#include "reports/promises.hpp"

namespace michibiki {
namespace {

/// A reason of so many columns stands beside its level in one line.
constexpr std::size_t brief = 40;

/// Up to the end of the first sentence, without its full stop.
std::string first_sentence(const std::string& text) {
  constexpr std::string_view japanese = "。";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends = text.compare(i, japanese.size(), japanese) == 0 || text.compare(i, 2, ". ") == 0;
    if (ends) return text.substr(0, i);
  }
  return text;
}

/// The text without a full stop at its end: something follows it in the line.
std::string without_stop(std::string text) {
  constexpr std::string_view japanese = "。";
  if (text.ends_with(japanese)) text.resize(text.size() - japanese.size());
  if (text.ends_with('.')) text.pop_back();
  return text;
}

class Summary {
 public:
  Summary(const DerivationReport& report, const std::vector<MeasureDigest>& digests, Language language,
          const SummarySize& size)
      : report_(report),
        language_(language),
        size_(size),
        catalog_(report.view.catalog()),
        derivation_(report.derivation),
        digests_(digests) {
    for (const auto* label :
         {&words::pattern, &words::decides, &words::exposures, &words::not_covered, &words::uncovered_label,
          &words::control_only_label, &words::unreached_label, &words::measures, &words::values_label})
      lines_.indent = std::max(lines_.indent, display_width(label->in(language)));
  }

  Page page() {
    const auto& portfolio = report_.portfolio;
    const auto title = title_and_id(portfolio.title, portfolio.code, language_);
    page_.push_back(Heading{1, say(words::title_of_report, language_, title)});
    services();
    withheld_components();
    coverage();
    list_threats(words::uncovered_label, words::uncovered_title, CoverageStatus::uncovered,
                 derivation_.coverage.uncovered, size_.uncovered);
    list_threats(words::control_only_label, words::control_only_title, CoverageStatus::control_only,
                 derivation_.coverage.control_only, size_.threats);
    unreached();
    measures();
    promises();
    overridden();
    next();
    notes();
    trust();
    page_.push_back(lines_);
    return std::move(page_);
  }

 private:
  std::string text(const Words& words) const { return std::string(words.in(language_)); }
  void add(std::string label, std::string line, Tone tone = Tone::plain) {
    lines_.lines.push_back({std::move(label), {std::move(line), tone}});
  }
  /// "5: see Uncovered exposures".
  std::string see(const std::string& what, const Words& section) const {
    return say(words::see, language_, what, section.in(language_));
  }

  void services() {
    const auto& services = report_.portfolio.services;
    if (services.size() == 1) {
      one_service();
      return;
    }
    for (std::size_t i = 0; i < services.size() && i < size_.services; ++i) {
      const auto& classification = derivation_.classifications[i];
      auto line = services[i].title.empty() ? services[i].code : services[i].title.in(language_);
      if (!catalog_.patterns.empty()) {
        line = say(words::colon, language_, line,
                   say(words::word_and_count, language_, words::pattern.in(language_), patterns_text(classification)));
      }
      std::vector<std::string> levels{line};
      for (const auto& level : classification.levels) levels.push_back(level_line(level));
      add(i == 0 ? text(words::services) : "", sentences(levels));
    }
    if (services.size() > size_.services)
      add("", see(say(words::and_more, language_, services.size() - size_.services), words::required_levels));
  }

  std::string sentences(const std::vector<std::string>& parts) const {
    std::string all;
    const bool short_parts = size_.reasons == SummarySize::Reasons::none;
    const auto between = language_ == Language::en ? "; " : short_parts ? "、" : "。";
    for (const auto& part : parts) all += (all.empty() ? "" : between) + part;
    return all;
  }

  /// By their ids: "1", "1, 2 or 3 (open)"; with a title that says more than "Pattern 1".
  std::string patterns_text(const Classification& classification) const {
    if (classification.patterns.empty()) return text(words::no_pattern);
    std::vector<std::string> names;
    for (const auto pattern : classification.patterns) {
      const auto& entry = catalog_.patterns[pattern];
      names.push_back(entry.title.in(language_).ends_with(entry.code) ? entry.code : title_and_id(entry, language_));
    }
    auto all = any_of(names, language_);
    if (classification.decided()) return all;
    if (classification.withheld.empty()) return say(words::still_open, language_, all);
    return say(words::open_beside_withheld, language_, all,
               codes(classification.withheld, catalog_.patterns, language_));
  }

  void one_service() {
    const auto& service = report_.portfolio.services.front();
    const auto& classification = derivation_.classifications.front();
    const auto type = service.type ? title_of(catalog_.service_types[*service.type], language_) : std::string();
    if (catalog_.patterns.empty()) {
      if (!type.empty()) add(text(words::service_type), type);
    } else {
      const auto patterns = patterns_text(classification);
      add(text(words::pattern), type.empty() ? patterns : say(words::pattern_and_type, language_, patterns, type),
          Tone::strong);
    }
    for (const auto& level : classification.levels) add("", level_line(level));
    if (!catalog_.patterns.empty()) questions(open_questions(classification));
  }

  /// "Confidentiality high: It holds trade secrets"; without citations, which stand in the table of levels.
  std::string level_line(const RequiredLevel& level) const {
    const auto& property = title_of(catalog_.properties[level.property], language_);
    if (size_.reasons == SummarySize::Reasons::none)
      return say(words::word_and_count, language_, property, levels_text(report_, level, language_));
    const auto reasons = level_reasons(report_, level, language_);
    const bool undecided = level.possible.size() > 1 && reasons.size() > 1;
    auto reason = undecided ? text(words::levels_undecided) : reasons.front().text;
    reason = size_.reasons == SummarySize::Reasons::full ? without_stop(reason) : first_sentence(reason);
    const bool taken = !undecided && (size_.reasons == SummarySize::Reasons::origin ||
                                      (size_.reasons == SummarySize::Reasons::brief && display_width(reason) > brief));
    if (taken) reason = text(words_for(level.origin));
    const bool firm = undecided || taken || reasons.front().basis == BasisKind::stated;
    return say(
        words::level_and_reason, language_, property, levels_text(report_, level, language_),
        firm ? reason : with_mark(reason, std::string(mark_for(*reasons.front().basis).in(language_)), language_));
  }

  void questions(const std::vector<QuestionId>& open) {
    if (open.empty()) return;
    if (size_.questions == 0)
      add(text(words::decides), see(say(words::questions_count, language_, open.size()), words::open_questions));
    auto label = text(words::decides);
    for (std::size_t i = 0; i < open.size() && i < size_.questions; ++i)
      add(std::exchange(label, {}), title_of(catalog_.questions[open[i]], language_), Tone::caution);
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
        say(words::coverage_line, language_, say(words::count, language_, exposures) + text(words::exposure_is),
            covered, coverage.covered, text(words::control_only), coverage.control_only, text(words::uncovered),
            coverage.uncovered));
    const auto rest =
        say(words::not_covered_line, language_,
            say(words::count, language_, coverage.control_only + coverage.uncovered), coverage.accepted, coverage.open);
    add(text(words::not_covered),
        say(words::single_count, language_, rest, say(words::count, language_, coverage.single_point)),
        coverage.open > 0 ? Tone::bad : Tone::plain);
  }

  /// Counts first; then the threats behind most of them, and where the others are.
  void list_threats(const Words& label, const Words& section, CoverageStatus status, std::size_t count,
                    std::size_t named) {
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
    const auto counted = say(parts.size() == 1 ? words::of_one_threat : words::of_threats, language_,
                             say(words::count, language_, count), parts.size());
    add(text(label), some_threats(counted, std::move(parts), section, named));
  }

  std::string some_threats(const std::string& counted, std::vector<std::string> parts, const Words& section,
                           std::size_t named) const {
    const auto all = parts.size();
    const auto shown = std::min(all, named);
    if (shown == 0) return see(counted, section);
    parts.resize(shown);
    if (all > shown) parts.push_back(see(say(words::more_threats, language_, all - shown), section));
    return say(words::colon, language_, counted, joined(parts, language_));
  }

  void unreached() {
    const auto& threats = derivation_.analysis.unreached;
    if (threats.empty()) return;
    std::vector<std::pair<std::string, std::vector<std::string>>> by_title;
    for (const auto threat : threats) {
      const auto& title = title_of(catalog_.threats[threat], language_);
      auto same = std::ranges::find(by_title, title, &std::pair<std::string, std::vector<std::string>>::first);
      if (same == by_title.end()) same = by_title.insert(same, {title, {}});
      same->second.push_back(catalog_.threats[threat].code);
    }
    std::vector<std::string> titles;
    for (const auto& [title, codes] : by_title)
      titles.push_back(codes.size() == 1 ? title
                                         : say(words::title_and_id, language_, title, joined(codes, language_)));
    add(text(words::unreached_label), some_threats(say(words::count, language_, threats.size()), std::move(titles),
                                                   words::unreached, size_.unreached));
  }

  /// How many measures and controls an undecided pattern leaves open.
  void open_selection() {
    const auto open = [](const auto& selected) { return selected.open(); };
    const auto count = std::ranges::count_if(derivation_.selection.measures, open) +
                       std::ranges::count_if(derivation_.selection.controls, open);
    if (count > 0) add(text(words::open_selection), say(words::count, language_, count), Tone::caution);
  }

  void measures() {
    open_selection();
    if (catalog_.measures.empty()) {
      add(text(words::controls), say(words::count, language_, derivation_.selection.controls.size()));
      return;
    }
    std::vector<std::size_t> all(digests_.size());
    std::iota(all.begin(), all.end(), 0);
    const auto total = tally(report_, digests_, all);
    auto line = say(words::count, language_, total.total);
    const auto classes = classes_text(report_, total, language_);
    if (!classes.empty() && total.total > 0) line += say(words::in_brackets, language_, classes);
    const auto values = tally_values(report_, digests_, all);
    add(text(words::measures), line);
    if (total.total == 0) return;
    if (!catalog_.chapters.empty()) {
      page_.push_back(std::exchange(lines_, empty_lines()));
      page_.push_back(ledger(total, values));
    }
    if (values.total() > 0) known_values(values);
  }

  void promises() {
    const auto counts = promise_counts(report_, language_);
    if (!counts.text.empty()) add(text(words::promises_label), counts.text, counts.tone);
  }

  Labelled empty_lines() const {
    Labelled lines;
    lines.indent = lines_.indent;
    return lines;
  }

  /// The parts of the guideline, each with its chapters behind it: how many measures of which class, and how well their values are known.
  Ledger ledger(const ClassTally& total, const ValueTally& values) const {
    Ledger table;
    table.things = text(words::chapter);
    for (const auto& measure_class : catalog_.classes) table.rows.push_back(title_of(measure_class, language_));
    if (catalog_.classes.empty()) table.rows.push_back(text(words::measures));
    if (total.unknown > 0 && !catalog_.classes.empty()) table.rows.push_back(text(words::unknown_class));
    if (total.withheld > 0) table.rows.push_back(text(words::withheld_class));
    if (values.total() > 0) table.rows.push_back(text(words::values_label));
    const auto column = [&](const ChapterTally& chapter, bool begins) {
      Ledger::Column made{
          chapter.chapter ? catalog_.chapters[*chapter.chapter].code : text(words::no_chapter), {}, begins};
      for (const auto count : chapter.classes.by_class) made.cells.push_back(std::to_string(count));
      if (catalog_.classes.empty()) made.cells.push_back(std::to_string(chapter.classes.total));
      if (total.unknown > 0 && !catalog_.classes.empty()) made.cells.push_back(std::to_string(chapter.classes.unknown));
      if (total.withheld > 0) made.cells.push_back(std::to_string(chapter.classes.withheld));
      const auto own = tally_values(report_, digests_, chapter.measures);
      if (values.total() > 0) made.cells.push_back(own.total() > 0 ? value_states_cell(values, own) : std::string());
      table.columns.push_back(std::move(made));
    };
    const auto below = chapter_tallies_at(report_, digests_, 1);
    for (const auto& root : chapter_tallies_at(report_, digests_, 0)) {
      column(root, true);
      for (const auto& chapter : below) {
        if (!root.chapter || !chapter.chapter || chapter.chapter == root.chapter) continue;
        if (catalog_.chapters[*chapter.chapter].parent == root.chapter->index()) column(chapter, false);
      }
    }
    return table;
  }

  /// How well values are known, in the words and order of the ledger; and those that a source confirms, where they are few.
  void known_values(const ValueTally& values) {
    const auto states = value_states_text(values, language_);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < digests_.size(); ++i) {
      const auto& measure = catalog_.measures[derivation_.selection.measures[i].measure];
      for (std::size_t k = 0; k < measure.indicators.size(); ++k) {
        if (value_state(report_, digests_[i], k) != ValueState::confirmed) continue;
        found.push_back(say(words::colon, language_, measure.code + '.' + measure.indicators[k].key,
                            grades_text(report_, digests_[i], k, language_)));
      }
    }
    const auto shown = std::min(found.size(), size_.values);
    const auto more = found.size() - shown;
    found.resize(shown);
    if (shown > 0 && more > 0) found.push_back(see(say(words::and_more, language_, more), words::measures));
    add(text(words::values_label),
        shown == 0 ? states : say(words::confirmed_values, language_, states, joined(found, language_)));
  }

  void next() {
    std::vector<std::string> steps;
    std::size_t questions = 0;
    for (const auto& classification : derivation_.classifications) {
      if (!catalog_.patterns.empty() && !classification.decided())
        questions = std::max(questions, open_questions(classification).size());
    }
    if (questions == 1) steps.push_back(text(words::next_question));
    if (questions > 1) steps.push_back(say(words::next_questions, language_, questions));
    const auto open = derivation_.coverage.open;
    if (open > 0) steps.push_back(open == 1 ? text(words::next_open_one) : say(words::next_open, language_, open));
    std::vector<std::size_t> all(digests_.size());
    std::iota(all.begin(), all.end(), 0);
    const auto values = tally_values(report_, digests_, all);
    const auto doubtful = values.total() - values.of(ValueState::confirmed);
    if (doubtful > 0)
      steps.push_back(doubtful == 1 ? text(words::next_value) : say(words::next_values, language_, doubtful));
    if (!steps.empty()) add(text(words::next), language_ == Language::ja ? joined(steps, language_) : sentences(steps));
  }

  void notes() {
    const auto levels = noted_levels(report_);
    for (std::size_t i = 0; i < levels.size(); ++i) {
      add(say(words::note_number, language_, i + 1), catalog_.levels[levels[i]].note.in(language_));
    }
  }

  void overridden() {
    const auto count = override_count(catalog_, language_);
    if (!count.empty()) add(text(words::overridden_label), see(count, words::overrides), Tone::caution);
  }

  void trust() {
    if (report_.view.trust() == BasisKind::stated) add(text(words::trust), text(words::trust_stated));
    if (report_.view.trust() == BasisKind::judgement) add(text(words::trust), text(words::trust_judgement));
  }

  const DerivationReport& report_;
  Language language_;
  SummarySize size_;
  const Catalog& catalog_;
  const Derivation& derivation_;
  const std::vector<MeasureDigest>& digests_;
  Page page_;
  Labelled lines_;
};

}  // namespace

Page summary(const DerivationReport& report, const std::vector<MeasureDigest>& digests, Language language,
             const SummarySize& size) {
  return Summary(report, digests, language, size).page();
}

Page summary(const DerivationReport& report, Language language, const SummarySize& size) {
  return summary(report, digest_measures(report), language, size);
}

}  // namespace michibiki
