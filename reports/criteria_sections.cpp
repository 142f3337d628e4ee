#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include "reports/acceptance_sections.hpp"
#include "reports/acceptance_words.hpp"
#include "reports/check_words.hpp"
#include "reports/clipped_page.hpp"
#include "reports/naming.hpp"
#include "reports/tones.hpp"

namespace michibiki {
namespace {

constexpr Words criterion_column{"観点", "Criterion"};
constexpr Words asked{"問い", "What is asked"};
constexpr Words against{"該当", "Against"};
constexpr Words verdict_column{"判定", "Verdict"};
constexpr Words met{"満たす", "met"};
constexpr Words look{"要確認", "look at"};
constexpr Words refuse{"不可", "not met"};
constexpr Words noted{"参考", "noted"};
constexpr Words against_title{"観点ごとの該当箇所", "What speaks against it"};
constexpr Words against_line{"{}（{}件）", "{} ({})"};
constexpr Words with_count{"{}（{}件）", "{} ({})"};

struct Verdicted {
  const Words& words;
  Tone tone;
};

Verdicted verdicted(const CriterionVerdict& verdict) {
  if (verdict.count == 0) return {met, Tone::good};
  switch (verdict.severity) {
    case Severity::error:
      return {refuse, Tone::bad};
    case Severity::warning:
      return {look, Tone::caution};
    case Severity::note:
      break;
  }
  return {noted, Tone::plain};
}

class CriteriaSections {
 public:
  CriteriaSections(const AcceptanceReport& report, Language language)
      : view_(report.view),
        catalog_(report.view.catalog()),
        appraisal_(report.appraisal),
        language_(language),
        page_(language, most_on_the_page) {}

  Page draw() {
    const auto verdicts = appraisal_.verdicts();
    page_.section(words::criteria);
    page_.add(grid(verdicts));
    Points points;
    for (const auto& verdict : verdicts) {
      if (verdict.count > 0) points.points.push_back(point(verdict));
    }
    if (!points.points.empty()) {
      page_.section(against_title);
      page_.add(std::move(points));
    }
    return page_.take();
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }

  Grid grid(const std::vector<CriterionVerdict>& verdicts) const {
    Grid grid;
    grid.columns = {
        {in(criterion_column), false, true}, {in(asked)}, {in(against), true, true}, {in(verdict_column), false, true}};
    for (const auto& verdict : verdicts) {
      const auto [words, tone] = verdicted(verdict);
      grid.rows.push_back({{{in(words_for(verdict.criterion).name)},
                            {in(words_for(verdict.criterion).question)},
                            count_cell(verdict.count),
                            {in(words), tone}},
                           false});
    }
    return grid;
  }

  Points::Point point(const CriterionVerdict& verdict) const {
    const auto name = say(against_line, language_, in(words_for(verdict.criterion).name), verdict.count);
    return {{say(words::colon, language_, name, page_.names(what_speaks_against(verdict.criterion))),
             verdicted(verdict).tone},
            {}};
  }

  std::vector<std::string> what_speaks_against(Criterion criterion) const {
    switch (criterion) {
      case Criterion::reaching:
        return reaching_nothing();
      case Criterion::preserving:
        return no_longer_concluded();
      case Criterion::answered:
        return threats_left_open();
      case Criterion::effective:
        return without_effect();
      case Criterion::independent:
        return lone_links();
      case Criterion::consistent:
      case Criterion::worded:
      case Criterion::grounded:
      case Criterion::tidy:
        break;
    }
    return said_by_the_check(criterion);
  }

  std::vector<std::string> reaching_nothing() const {
    std::vector<std::string> all;
    for (const auto& reach : appraisal_.reach) {
      if (reach.nowhere()) all.push_back(title_and_id(catalog_.entry(reach.entry), language_));
    }
    for (const auto& type : appraisal_.types) {
      if (type.reaches_nothing()) all.push_back(title_and_id(catalog_.service_types[type.type], language_));
    }
    return all;
  }

  /// The most first.
  std::vector<std::string> counted(const std::map<std::string, std::size_t>& counts) const {
    std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::greater<>(), [](const auto& one) { return one.second; });
    std::vector<std::string> all;
    for (const auto& [name, count] : sorted) all.push_back(say(with_count, language_, name, count));
    return all;
  }

  std::vector<std::string> no_longer_concluded() const {
    const auto& difference = appraisal_.difference;
    std::map<std::string, std::size_t> counts;
    for (const auto& code : difference.gone_exposures) ++counts[code.threat];
    auto all = counted(counts);
    for (const auto* codes : {&difference.gone_measures, &difference.gone_controls})
      all.insert(all.end(), codes->begin(), codes->end());
    return all;
  }

  std::vector<std::string> threats_left_open() const {
    std::map<std::string, std::size_t> counts;
    for (const auto& code : appraisal_.open) ++counts[code.threat];
    return counted(counts);
  }

  std::vector<std::string> without_effect() const {
    std::vector<std::string> all;
    for (const auto& statement : appraisal_.idle) all.push_back(name_of(catalog_, statement, language_));
    for (const auto& effect : appraisal_.edits) {
      if (effect.idle && !effect.wording) all.push_back(catalog_.overrides[effect.edit].target);
    }
    const auto unused = said_by_the_check(Criterion::effective);
    all.insert(all.end(), unused.begin(), unused.end());
    return all;
  }

  std::vector<std::string> lone_links() const {
    std::map<std::string, std::size_t> counts;
    for (const auto& lone : appraisal_.lone_links) counts[catalog_.link(lone.link).code] = lone.exposures.size();
    return counted(counts);
  }

  std::vector<std::string> said_by_the_check(Criterion criterion) const {
    std::vector<std::string> all;
    for (const auto severity : {Severity::error, Severity::warning, Severity::note}) {
      for (const auto& finding : appraisal_.findings) {
        if (finding.severity == severity && criterion_of(finding) == criterion)
          all.push_back(message_of(view_, finding, language_));
      }
    }
    if (criterion == Criterion::grounded) {
      for (const auto& statement : appraisal_.unconfirmed) all.push_back(name_of(catalog_, statement, language_));
      for (const auto& effect : appraisal_.edits) {
        if (effect.unverified) all.push_back(catalog_.overrides[effect.edit].target);
      }
    }
    return all;
  }

  const View& view_;
  const Catalog& catalog_;
  const Appraisal& appraisal_;
  Language language_;
  ClippedPage page_;
};

}  // namespace

Page criteria_sections(const AcceptanceReport& report, Language language) {
  return CriteriaSections(report, language).draw();
}

}  // namespace michibiki
