#include <algorithm>
#include <array>
#include <set>

#include "reports/clipped_page.hpp"
#include "reports/levels.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/statement_text.hpp"
#include "reports/step_teller.hpp"
#include "reports/suppositions.hpp"
#include "reports/text_page.hpp"
#include "reports/tones.hpp"
#include "reports/value_text.hpp"
#include "reports/what_if_report.hpp"
#include "reports/what_if_words.hpp"

namespace michibiki {
namespace {

constexpr std::size_t lines_at_once = 12;
constexpr std::size_t causes_at_once = 2;

class WhatIfPage {
 public:
  WhatIfPage(const WhatIfReport& report, Language language, bool whole)
      : report_(report),
        result_(report.result),
        language_(language),
        gone_(report.before, report.result.gone.explanation.justification, language),
        fresh_(report.after, report.result.fresh.explanation.justification, language),
        page_(language, whole ? 0 : lines_at_once) {}

  Page draw() {
    const auto& portfolio = report_.after.portfolio;
    page_.add(
        Heading{1, say(words::what_if_title, language_, title_and_id(portfolio.title, portfolio.code, language_))});
    add_supposed();
    add_summary();
    if (result_.difference.empty() && result_.values.empty() && result_.newly_open.empty() &&
        result_.no_longer_open.empty())
      page_.add(Paragraph{in(words::nothing_changes)});
    add_newly_open();
    add_measures(words::measures_go, result_.difference.gone_measures, result_.gone, gone_, report_.before);
    add_measures(words::measures_come, result_.difference.new_measures, result_.fresh, fresh_, report_.after);
    add_values();
    add_no_longer_open();
    add_rest();
    return page_.take();
  }

 private:
  std::string in(const Words& words) const { return std::string(words.in(language_)); }

  void add_supposed() {
    Labelled lines;
    for (const bool so : {false, true}) {
      bool first = true;
      for (const auto& one : report_.suppositions) {
        if (one.so != so) continue;
        const auto& label = so ? words::supposed_there : words::supposed_gone;
        lines.lines.push_back(
            {first ? in(label) : std::string(), {supposition_text(report_.before, report_.after, one, language_)}});
        first = false;
      }
    }
    page_.add(std::move(lines));
  }

  std::string from_to(std::size_t before, std::size_t after) const {
    return before == after ? std::to_string(after)
                           : say(words::before_and_after, language_, std::to_string(before), std::to_string(after));
  }

  std::string patterns(const DerivationReport& of) const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < of.portfolio.services.size(); ++i) {
      const auto& possible = of.derivation.classifications[i].patterns;
      auto text = possible.empty() ? in(words::none) : codes(possible, of.view.catalog().patterns, language_);
      parts.push_back(
          of.portfolio.services.size() == 1 ? text : say(words::colon, language_, of.portfolio.services[i].code, text));
    }
    return joined(parts, language_);
  }

  void add_summary() {
    Labelled lines;
    const auto& before = report_.before.derivation;
    const auto& after = report_.after.derivation;
    const auto& difference = result_.difference;
    const auto add = [&](const Words& label, std::string text, Tone tone = Tone::plain) {
      lines.lines.push_back({in(label), {std::move(text), tone}});
    };
    if (!report_.after.view.catalog().patterns.empty()) {
      const auto was = patterns(report_.before);
      const auto is = patterns(report_.after);
      add(words::pattern,
          was == is ? say(words::as_before, language_, is) : say(words::before_and_after, language_, was, is));
    }
    add(words::components_line, from_to(before.inventory.components.size(), after.inventory.components.size()));
    add(words::exposures_line, from_to(before.analysis.exposures.size(), after.analysis.exposures.size()));
    add(words::open_line,
        say(words::newly_open_line, language_, from_to(before.coverage.open, after.coverage.open),
            result_.newly_open.size(), result_.no_longer_open.size()),
        result_.newly_open.empty() ? Tone::plain : Tone::bad);
    add(words::measures_line,
        say(words::come_and_go, language_, from_to(before.selection.measures.size(), after.selection.measures.size()),
            difference.new_measures.size(), difference.gone_measures.size(), difference.moved_measures.size()));
    add(words::controls_line,
        say(words::come_and_go, language_, from_to(before.selection.controls.size(), after.selection.controls.size()),
            difference.new_controls.size(), difference.gone_controls.size(), difference.moved_controls.size()));
    add(words::values_line, std::to_string(result_.values.size()));
    if (report_.effort) {
      const auto& [matched, answered, placed, graded] = *report_.effort;
      add(words::effort_line,
          say(words::effort_parts, language_, matched.done, matched.all, answered.done, answered.all, placed.done,
              placed.all, graded.done, graded.all),
          Tone::faint);
    }
    for (const auto* of : {&report_.before, &report_.after}) {
      for (auto& note : level_notes(*of, language_)) {
        const auto same = [&](const Labelled::Line& line) { return line.cell.text == note.cell.text; };
        if (std::ranges::none_of(lines.lines, same)) lines.lines.push_back(std::move(note));
      }
    }
    page_.add(std::move(lines));
  }

  /// Where the reason breaks, and who says so.
  void add_why(const Side& side, const StepTeller& teller, const DerivationReport& of, const Conclusion& conclusion,
               const Words& words, std::vector<Cell>& below) const {
    const auto* turn = side.find(conclusion);
    if (turn == nullptr) return;
    for (const auto& [position, fact] : turn->breaks) {
      const auto& step = side.explanation.justification.steps[position];
      const auto stated = fact || step.facts.empty() ? fact : std::optional(step.facts.front().front());
      auto text = say(words, language_, teller.tell(position));
      if (stated) text += in_brackets(of, *stated);
      if (std::ranges::count(below, text, &Cell::text) == 0) below.push_back({std::move(text), Tone::faint});
    }
  }

  /// The same of many alike: the statement alone, so that they stand together.
  std::string cause(const Side& side, const StepTeller& teller, const DerivationReport& of,
                    const std::vector<Conclusion>& conclusions, const Words& words) const {
    std::vector<std::string> causes;
    for (const auto& conclusion : conclusions) {
      const auto* turn = side.find(conclusion);
      if (turn == nullptr) continue;
      for (const auto& [position, fact] : turn->breaks) {
        const auto& catalog = of.view.catalog();
        std::string text;
        if (!fact) {
          text = teller.tell(position);
        } else if (!report_.effort && !in_both(catalog.fact(*fact).catalog)) {
          text = say(words::supposed_catalog, language_, catalog.fact(*fact).catalog);
        } else {
          text = thing_stated(catalog, *fact, language_) + in_brackets(of, *fact);
        }
        text = say(words, language_, text);
        if (std::ranges::count(causes, text) == 0) causes.push_back(std::move(text));
      }
    }
    if (causes.size() > causes_at_once + 1) {
      const auto rest = causes.size() - causes_at_once;
      causes.resize(causes_at_once);
      causes.push_back(say(words::and_more, language_, rest));
    }
    return joined(causes, language_);
  }

  /// Where it is stated.
  std::string in_brackets(const DerivationReport& of, FactId fact) const {
    const auto& catalog = of.view.catalog();
    const bool anew = catalog.fact(fact).catalog.empty();
    return say(words::in_brackets, language_, anew ? in(words::stated_nowhere) : place_of(catalog, fact));
  }

  bool in_both(const std::string& catalog) const {
    return std::ranges::all_of(std::array{&report_.before, &report_.after}, [&](const DerivationReport* of) {
      return std::ranges::count(of->view.catalog().layers, catalog, &CatalogInfo::code) != 0;
    });
  }

  std::string exposure_text(const DerivationReport& of, std::size_t position) const {
    const auto& exposure = of.derivation.analysis.exposures[position];
    std::vector<std::string> parts{asset_label(of, exposure.asset, language_), threat_label(of, exposure, language_)};
    if (exposure.property) parts.push_back(title_of(of.view.catalog().properties[*exposure.property], language_));
    return joined(parts, language_);
  }

  /// What answers an exposure in one derivation.
  std::vector<Conclusion> answers(const DerivationReport& of, std::size_t exposure) const {
    std::vector<Conclusion> all;
    const auto& answer = of.derivation.selection.answers[exposure];
    for (const auto& support : answer.measures) {
      for (const auto measure : support.measures) all.push_back(IsCalledFor{ref(measure), exposure});
    }
    for (const auto& support : answer.controls) {
      for (const auto control : support.controls) all.push_back(IsCalledFor{ref(control), exposure});
    }
    return all;
  }

  void add_newly_open() {
    add_open(words::newly_open, result_.newly_open, report_.after, Tone::bad, [&](const OpenExposure& one) {
      if (!one.other)
        return cause(result_.fresh, fresh_, report_.after, {IsExposed{one.exposure, {}}}, words::newly_so);
      return cause(result_.gone, gone_, report_.before, answers(report_.before, *one.other), words::no_longer_so);
    });
  }

  void add_no_longer_open() {
    add_open(words::no_longer_open, result_.no_longer_open, report_.before, Tone::plain, [&](const OpenExposure& one) {
      if (!one.other)
        return cause(result_.gone, gone_, report_.before, {IsExposed{one.exposure, {}}}, words::no_longer_so);
      return cause(result_.fresh, fresh_, report_.after, answers(report_.after, *one.other), words::newly_so);
    });
  }

  /// By what makes them so.
  template <typename Cause>
  void add_open(const Words& heading, const std::vector<OpenExposure>& exposures, const DerivationReport& of, Tone tone,
                Cause cause_of) {
    std::vector<Points::Point> points;
    for (const auto& one : exposures) {
      const auto why = cause_of(one);
      auto point = std::ranges::find(points, why, [](const Points::Point& known) { return known.cell.text; });
      if (point == points.end()) point = points.insert(points.end(), Points::Point{{why, tone}, {}});
      point->below.push_back({exposure_text(of, one.exposure)});
    }
    for (auto& point : points) clip(point.below);
    page_.points(heading, points);
  }

  void clip(std::vector<Cell>& lines) const {
    if (!page_.clips() || lines.size() <= lines_at_once + 1) return;
    const auto rest = lines.size() - lines_at_once;
    lines.resize(lines_at_once);
    lines.push_back({say(words::and_more, language_, rest), Tone::faint});
  }

  void add_measures(const Words& heading, const std::vector<std::string>& codes, const Side& side,
                    const StepTeller& teller, const DerivationReport& of) {
    std::vector<Points::Point> points;
    for (const auto& code : codes) {
      const auto measure = ref(of.view.catalog().measures.find(code).value());
      auto& point = points.emplace_back();
      point.cell = {title_and_id(of.view.catalog().entry(measure), language_)};
      add_why(side, teller, of, IsCalledFor{measure, {}},
              &side == &result_.gone ? words::no_longer_so : words::newly_so, point.below);
    }
    page_.points(heading, points);
  }

  /// The values of an indicator, each once.
  std::string values_text(const DerivationReport& of, const ChangedValue& value) const {
    const auto& catalog = of.view.catalog();
    std::vector<std::string> texts;
    for (const auto& grade : of.derivation.grading.grades) {
      if (!is_of(workings_of(of), grade, value)) continue;
      auto text =
          value_text(catalog, catalog.measures[grade.measure].indicators[grade.indicator], grade.value, language_);
      if (std::ranges::count(texts, text) == 0) texts.push_back(std::move(text));
    }
    return texts.empty() ? in(words::no_value) : joined(texts, language_);
  }

  static Workings workings_of(const DerivationReport& of) { return {of.view, of.portfolio, of.derivation}; }

  std::string value_name(const ChangedValue& value) const {
    const auto& catalog = report_.after.view.catalog();
    const auto& measure = catalog.measures[catalog.measures.find(value.measure).value()];
    const auto indicator = std::ranges::find(measure.indicators, value.indicator, &Indicator::key);
    auto name = value.measure + '.' + value.indicator;
    if (report_.after.portfolio.services.size() > 1)
      name += say(words::in_brackets, language_, joined(value.services, language_));
    return indicator == measure.indicators.end() ? name : name + ' ' + indicator->title.in(language_);
  }

  /// The turns of such a value on one side.
  void add_turns(const Side& side, const StepTeller& teller, const DerivationReport& of, const ChangedValue& value,
                 const Words& words, std::vector<Cell>& below) const {
    for (const auto& turn : side.turns) {
      const auto& conclusion = side.explanation.justification.conclusions[turn.conclusion];
      const auto* graded = std::get_if<HasValue>(&conclusion);
      if (graded != nullptr && is_of(workings_of(of), of.derivation.grading.grades[graded->grade], value))
        add_why(side, teller, of, conclusion, words, below);
    }
  }

  /// Of values of the same pattern: by which statement they are what the other ones are not.
  void add_statements(const DerivationReport& of, const DerivationReport& other, const ChangedValue& value,
                      const Words& words, std::vector<Cell>& below) const {
    for (const auto& grade : of.derivation.grading.grades) {
      if (!is_of(workings_of(of), grade, value) || !grade.fact || !grade.value.known()) continue;
      const auto place = place_of(of.view.catalog(), *grade.fact);
      const auto same = [&](const Grade& one) {
        return is_of(workings_of(other), one, value) && one.fact && one.value.known() &&
               pattern_code(other, one) == pattern_code(of, grade) &&
               place_of(other.view.catalog(), *one.fact) == place;
      };
      if (std::ranges::any_of(other.derivation.grading.grades, same)) continue;
      below.push_back({say(words, language_, thing_stated(of.view.catalog(), *grade.fact, language_)) +
                           in_brackets(of, *grade.fact),
                       Tone::faint});
    }
  }

  static std::string pattern_code(const DerivationReport& of, const Grade& grade) {
    return grade.pattern ? of.view.catalog().patterns[*grade.pattern].code : std::string();
  }

  void add_values() {
    std::vector<Points::Point> points;
    for (const auto& value : result_.values) {
      auto& point = points.emplace_back();
      point.cell = {say(words::value_change, language_, value_name(value), values_text(report_.before, value),
                        values_text(report_.after, value))};
      add_turns(result_.fresh, fresh_, report_.after, value, words::newly_so, point.below);
      if (point.below.empty()) add_turns(result_.gone, gone_, report_.before, value, words::no_longer_so, point.below);
      if (point.below.empty()) {
        add_statements(report_.before, report_.after, value, words::no_longer_so, point.below);
        add_statements(report_.after, report_.before, value, words::newly_so, point.below);
      }
    }
    page_.points(words::values_line, points);
  }

  void add_rest() {
    const auto& difference = result_.difference;
    Labelled lines;
    const auto add = [&](const Words& label, const std::vector<std::string>& codes) {
      if (!codes.empty()) lines.lines.push_back({in(label), {page_.ids(codes)}});
    };
    const auto count = [&](const Words& label, std::size_t number) {
      if (number > 0) lines.lines.push_back({in(label), {std::to_string(number)}});
    };
    count(words::exposures_go, difference.gone_exposures.size());
    count(words::exposures_come, difference.new_exposures.size());
    count(words::exposures_answered_otherwise, difference.changed_exposures.size());
    add(words::components_go, components(report_.before, report_.after));
    add(words::components_come, components(report_.after, report_.before));
    add(words::measures_moved, difference.moved_measures);
    add(words::controls_go, difference.gone_controls);
    add(words::controls_come, difference.new_controls);
    add(words::controls_moved, difference.moved_controls);
    add(words::threats_unreached, difference.new_unreached);
    add(words::threats_reaching, difference.gone_unreached);
    if (lines.lines.empty()) return;
    page_.section(words::what_else);
    page_.add(std::move(lines));
  }

  std::vector<std::string> components(const DerivationReport& here, const DerivationReport& there) const {
    std::set<std::string> known;
    for (std::size_t i = 0; i < there.derivation.inventory.components.size(); ++i)
      known.insert(component_label(there, i));
    std::vector<std::string> only;
    for (std::size_t i = 0; i < here.derivation.inventory.components.size(); ++i) {
      auto label = component_label(here, i);
      if (!known.contains(label)) only.push_back(std::move(label));
    }
    return only;
  }

  const WhatIfReport& report_;
  const WhatIf& result_;
  Language language_;
  StepTeller gone_;
  StepTeller fresh_;
  ClippedPage page_;
};

}  // namespace

std::string what_if_text(const WhatIfReport& report, Language language, const TextStyle& style) {
  return draw_text(WhatIfPage(report, language, report.verbose).draw(), style);
}

std::string what_if_markdown(const WhatIfReport& report, Language language) {
  return draw_markdown(WhatIfPage(report, language, true).draw());
}

}  // namespace michibiki
