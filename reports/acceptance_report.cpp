#include "reports/acceptance_report.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "reports/acceptance_sections.hpp"
#include "reports/acceptance_words.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/text_page.hpp"
#include "reports/tones.hpp"

namespace michibiki {
namespace {

constexpr Words title{"{}の受入れ評価", "Acceptance of {}"};

// The summary
constexpr Words addition{"追加するもの", "Addition"};
constexpr Words on_top_of{"土台", "On top of"};
constexpr Words stated_in{"{}の種別（カタログ {}）", "{} (in catalogue {})"};
constexpr Words states{"記述", "States"};
constexpr Words states_line{"{}件（出典あり {}、判断 {}、未確認 {}）",
                            "{} statements ({} stated, {} judged, {} unverified)"};
constexpr Words exposures_line{"{} → {}（新規 {}、消滅 {}、応じ方の変化 {}）",
                               "{} -> {} ({} new, {} gone, {} answered otherwise)"};
constexpr Words of_these{"うち", "Of these"};
constexpr Words of_new_and_changed{"うち新規・変化", "Of new and changed"};
constexpr Words status_line{"{} {}、{} {}、{} {}", "{} {}, {} {}, {} {}"};
constexpr Words measures_line{"新規 {}、不要となるもの {}、扱いの変化 {}",
                              "{} new, {} no longer called for, {} otherwise placed"};
constexpr Words criteria_line{"{}のうち{}を満たす", "{1} of {0} met"};
constexpr Words to_look_at{"{}。要確認：{}", "{}; to look at: {}"};
constexpr Words in_whole_system{
    "突合結果と対策項目の増減は、すべての構成要素を持つシステムを、追加の前と後に導いて比べた。",
    "Exposures and measures are those of a system with every component, derived without and with the addition."};

constexpr Words each_left_out{
    "結論を左右しうる記述{}件と編集{}件は、一つずつ除いて導き直した。",
    "Of {} statements and {} edits that can decide something, each was left out in turn and everything derived again."};

// Decision
constexpr Words decision{"採否", "Decision"};
constexpr Words accepted_box{"[ ] 受け入れる　[ ] 受け入れない", "[ ] accepted   [ ] refused"};
constexpr Words lists_left_out{"一覧の全体と該当箇所は --verbose で示す。",
                               "--verbose gives every list whole, with the places."};
constexpr Words decided_by{"判断者・日付", "By, on"};

class AcceptancePage {
 public:
  AcceptancePage(const AcceptanceReport& report, Language language)
      : catalog_(report.view.catalog()), appraisal_(report.appraisal), language_(language) {}

  /// What it is, and what follows from it.
  Page head() {
    page_.push_back(Heading{1, say(title, language_, name_of_addition())});
    page_.push_back(summary());
    auto how =
        say(each_left_out, language_, appraisal_.tried, std::ranges::count_if(appraisal_.edits, &EditEffect::tried));
    if (of_catalogs()) how = in(in_whole_system) + in(words::between_sentences) + how;
    page_.push_back(Paragraph{std::move(how), Tone::faint});
    return std::move(page_);
  }

  /// To be filled in by the maintainer.
  Page foot() {
    add_decision();
    return std::move(page_);
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }
  bool of_catalogs() const { return !appraisal_.added.empty(); }

  std::string name_of_addition() const {
    if (!of_catalogs()) return title_and_id(catalog_.service_types[appraisal_.types.front().type], language_);
    std::vector<std::string> names;
    for (const auto& layer : catalog_.layers) {
      if (appraisal_.added.contains(layer.code)) names.push_back(title_and_id(layer.title, layer.code, language_));
    }
    return joined(names, language_);
  }

  Labelled summary() const {
    Labelled lines;
    const auto add = [&](const Words& label, std::string text, Tone tone = Tone::plain) {
      auto& line = lines.lines.emplace_back();
      line.label = in(label);
      line.cell = {std::move(text), tone};
    };
    std::vector<std::string> others;
    std::vector<std::string> mine;
    for (const auto& layer : catalog_.layers) {
      (appraisal_.added.contains(layer.code) ? mine : others).push_back(layer.code + ' ' + layer.version);
    }
    if (of_catalogs()) {
      add(addition, joined(mine, language_));
    } else {
      const auto& type = catalog_.service_types[appraisal_.types.front().type];
      add(words::service_type, say(stated_in, language_, type.code, catalog_.fact(type.fact).catalog));
    }
    add(of_catalogs() ? on_top_of : words::catalogs, joined(others, language_), Tone::faint);
    add(states, states_text());
    add_exposures(add);
    const auto& difference = appraisal_.difference;
    if (of_catalogs()) {
      add(words::measures, say(measures_line, language_, difference.new_measures.size(),
                               difference.gone_measures.size(), difference.moved_measures.size()));
    }
    add_verdict(add);
    return lines;
  }

  std::string states_text() const {
    std::array<std::size_t, 3> by_basis{};
    for (const auto& tally : appraisal_.adds) {
      for (std::size_t i = 0; i < by_basis.size(); ++i) by_basis.at(i) += tally.by_basis.at(i);
    }
    const auto of = [&](BasisKind basis) { return by_basis.at(static_cast<std::size_t>(basis)); };
    return say(states_line, language_, by_basis[0] + by_basis[1] + by_basis[2], of(BasisKind::stated),
               of(BasisKind::judgement), of(BasisKind::unverified));
  }

  template <typename Add>
  void add_exposures(const Add& add) const {
    const auto& difference = appraisal_.difference;
    if (of_catalogs()) {
      add(words::exposure_count,
          say(exposures_line, language_, appraisal_.exposures_before, appraisal_.exposures_after,
              difference.new_exposures.size(), difference.gone_exposures.size(), difference.changed_exposures.size()));
    } else {
      add(words::exposure_count, std::to_string(appraisal_.answers.size()));
    }
    if (appraisal_.answers.empty()) return;
    std::array<std::size_t, 3> counts{};
    for (const auto& [code, answer] : appraisal_.answers) ++counts.at(static_cast<std::size_t>(answer.status));
    const bool controls = catalog_.measures.empty();
    const auto word = [&](CoverageStatus status) { return words_for(status, controls).in(language_); };
    add(of_catalogs() ? of_new_and_changed : of_these,
        say(status_line, language_, word(CoverageStatus::covered), counts[0], word(CoverageStatus::control_only),
            counts[1], word(CoverageStatus::uncovered), counts[2]),
        counts[2] > 0   ? Tone::bad
        : counts[1] > 0 ? Tone::caution
                        : Tone::good);
  }

  template <typename Add>
  void add_verdict(const Add& add) const {
    const auto verdicts = appraisal_.verdicts();
    std::vector<std::string> open;
    std::size_t kept = 0;
    for (const auto& verdict : verdicts) {
      const bool weighs = verdict.count > 0 && verdict.severity != Severity::note;
      if (weighs) open.push_back(in(words_for(verdict.criterion).name));
      kept += weighs ? 0 : 1;
    }
    auto text = say(criteria_line, language_, verdicts.size(), kept);
    if (!open.empty()) text = say(to_look_at, language_, text, joined(open, language_));
    add(words::criteria, std::move(text), open.empty() ? Tone::good : Tone::caution);
  }

  void add_decision() {
    page_.push_back(Heading{2, in(decision)});
    Labelled lines;
    lines.lines.push_back({in(decision), {in(accepted_box)}});
    lines.lines.push_back({in(words::reason), {}});
    lines.lines.push_back({in(decided_by), {}});
    page_.push_back(std::move(lines));
  }

  const Catalog& catalog_;
  const Appraisal& appraisal_;
  Language language_;
  Page page_;
};

Page page_of(const AcceptanceReport& report, Language language, Extent extent) {
  const auto most = extent == Extent::page ? most_on_the_page : 0;
  auto page = AcceptancePage(report, language).head();
  append(page, criteria_sections(report, language));
  append(page, addition_sections(report, language, most));
  append(page, service_type_sections(report, language, most));
  return page;
}

/// Without them, that they can be had.
Page lists_behind(const AcceptanceReport& report, Language language, Extent extent) {
  if (extent == Extent::page) return {Paragraph{std::string(lists_left_out.in(language)), Tone::faint}};
  auto lists = addition_lists(report, language);
  append(lists, service_type_lists(report, language));
  return lists;
}

}  // namespace

std::string acceptance_text(const AcceptanceReport& report, Language language, const TextStyle& style, Extent extent) {
  auto page = page_of(report, language, extent);
  append(page, lists_behind(report, language, extent));
  return draw_text(page, style);
}

std::string acceptance_markdown(const AcceptanceReport& report, Language language, Extent extent) {
  auto page = page_of(report, language, extent);
  append(page, AcceptancePage(report, language).foot());
  append(page, lists_behind(report, language, extent));
  return draw_markdown(page);
}

}  // namespace michibiki
