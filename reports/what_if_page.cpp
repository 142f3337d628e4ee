#include <algorithm>
#include <map>

#include "reports/called_otherwise.hpp"
#include "reports/changed_components.hpp"
#include "reports/clipped_page.hpp"
#include "reports/levels.hpp"
#include "reports/markdown_page.hpp"
#include "reports/naming.hpp"
#include "reports/promise_words.hpp"
#include "reports/suppositions.hpp"
#include "reports/text_page.hpp"
#include "reports/tones.hpp"
#include "reports/what_if_promises.hpp"
#include "reports/what_if_reasons.hpp"
#include "reports/what_if_report.hpp"
#include "reports/what_if_values.hpp"
#include "reports/what_if_words.hpp"

namespace michibiki {
namespace {

constexpr std::size_t lines_at_once = 12;

class WhatIfPage {
 public:
  WhatIfPage(const WhatIfReport& report, Language language, bool whole)
      : report_(report),
        result_(report.result),
        language_(language),
        gone_(report, false, language),
        fresh_(report, true, language),
        page_(language, whole ? 0 : lines_at_once) {}

  Page draw() {
    const auto& portfolio = report_.after.portfolio;
    page_.add(
        Heading{1, say(words::what_if_title, language_, title_and_id(portfolio.title, portfolio.code, language_))});
    add_supposed();
    add_summary();
    if (result_.nothing_changes()) page_.add(Paragraph{in(words::nothing_changes)});
    add_newly_open();
    add_called(words::measures_go, EntryKind::measure, result_.difference.gone_measures, gone_, result_.values_gone);
    add_called(words::measures_come, EntryKind::measure, result_.difference.new_measures, fresh_, result_.values_come);
    page_.points(words::values_line, value_changes(report_, gone_, fresh_, language_));
    page_.points(words::promises_changed, promise_changes(report_, language_));
    add_no_longer_open();
    add_called(words::controls_go, EntryKind::control, result_.difference.gone_controls, gone_);
    add_called(words::controls_come, EntryKind::control, result_.difference.new_controls, fresh_);
    page_.points(words::measures_moved, measures_called_otherwise(report_, language_));
    page_.points(words::controls_moved, controls_called_otherwise(report_, language_));
    add_answered_otherwise();
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

  static std::size_t promises_made(const Portfolio& portfolio) {
    std::size_t count = 0;
    for (const auto& service : portfolio.services) count += service.promises.size();
    return count;
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
    add(words::values_line, say(words::values_changed_line, language_, result_.values.size(),
                                result_.values_come.size(), result_.values_gone.size()));
    if (const auto promises = promises_made(report_.after.portfolio); promises > 0)
      add(words::promises_label, say(words::promises_changed_line, language_, promises, result_.promises.size()));
    const auto& [anew, matched, answered, placed, graded] = report_.effort;
    const auto parts = say(words::effort_parts, language_, matched.done, matched.all, answered.done, answered.all,
                           placed.done, placed.all, graded.done, graded.all);
    add(words::effort_line, anew ? say(words::effort_anew, language_, parts) : parts, Tone::faint);
    for (const auto* of : {&report_.before, &report_.after}) {
      for (auto& note : level_notes(*of, language_)) {
        const auto same = [&](const Labelled::Line& line) { return line.cell.text == note.cell.text; };
        if (std::ranges::none_of(lines.lines, same)) lines.lines.push_back(std::move(note));
      }
    }
    page_.add(std::move(lines));
  }

  std::string exposure_text(const DerivationReport& of, const OpenExposure& open) const {
    const auto& exposure = of.derivation.analysis.exposures[open.exposure];
    std::vector<std::string> parts{asset_label(of, exposure.asset, language_), threat_label(of, exposure, language_)};
    if (exposure.property) parts.push_back(title_of(of.view.catalog().properties[*exposure.property], language_));
    auto text = joined(parts, language_);
    if (!open.for_others) return text;
    return text + say(words::in_brackets, language_, joined(service_codes(of, open.services), language_));
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

  /// Also what answers it in some of the possible patterns only.
  std::vector<Conclusion> possible_answers(const DerivationReport& of, std::size_t exposure) const {
    auto all = answers(of, exposure);
    const auto& answer = of.derivation.selection.answers[exposure];
    for (const auto& support : answer.open_measures) {
      for (const auto measure : support.measures) all.push_back(IsCalledFor{ref(measure), exposure});
    }
    for (const auto& support : answer.open_controls) {
      for (const auto control : support.controls) all.push_back(IsCalledFor{ref(control), exposure});
    }
    return all;
  }

  /// By what makes them so: how many.
  void add_answered_otherwise() {
    const auto before = positions(report_.before);
    const auto after = positions(report_.after);
    std::vector<std::pair<std::string, std::size_t>> causes;
    for (const auto& code : result_.difference.changed_exposures) {
      std::vector<std::string> both;
      for (auto& why : {gone_.cause(possible_answers(report_.before, before.at(code))),
                        fresh_.cause(possible_answers(report_.after, after.at(code)))}) {
        if (!why.empty()) both.push_back(why);
      }
      const auto cause = both.empty() ? in(words::otherwise_treated) : joined(both, language_);
      const auto known = std::ranges::find(causes, cause, &std::pair<std::string, std::size_t>::first);
      if (known == causes.end()) {
        causes.emplace_back(cause, 1);
      } else {
        ++known->second;
      }
    }
    std::vector<Points::Point> points;
    for (const auto& [cause, count] : causes)
      points.push_back({{cause}, {{say(words::exposures_count, language_, count), Tone::faint}}});
    page_.points(words::exposures_answered_otherwise, points);
  }

  static std::map<ExposureCode, std::size_t> positions(const DerivationReport& of) {
    std::map<ExposureCode, std::size_t> all;
    for (std::size_t i = 0; i < of.derivation.analysis.exposures.size(); ++i)
      all.emplace(code_of(of.view.catalog(), of.portfolio, of.derivation, i), i);
    return all;
  }

  /// Of what is shared.
  static std::size_t component_of(const DerivationReport& of, std::size_t exposure) {
    const auto& derivation = of.derivation;
    return derivation.inventory.assets[derivation.analysis.exposures[exposure].asset].component.value();
  }

  void add_newly_open() {
    add_open(words::newly_open, result_.newly_open, report_.after, Tone::bad, [&](const OpenExposure& one) {
      if (one.for_others) return fresh_.use(component_of(report_.after, one.exposure));
      return one.other ? gone_.cause(answers(report_.before, *one.other)) : fresh_.cause({IsExposed{one.exposure, {}}});
    });
  }

  void add_no_longer_open() {
    add_open(words::no_longer_open, result_.no_longer_open, report_.before, Tone::plain, [&](const OpenExposure& one) {
      if (one.for_others) return gone_.use(component_of(report_.before, one.exposure));
      return one.other ? fresh_.cause(answers(report_.after, *one.other)) : gone_.cause({IsExposed{one.exposure, {}}});
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
      point->below.push_back({exposure_text(of, one)});
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

  /// Measures with their values, or controls.
  void add_called(const Words& heading, EntryKind kind, const std::vector<std::string>& codes,
                  const WhatIfReasons& reasons, const std::vector<LoneValue>& values = {}) {
    const auto& catalog = reasons.of().view.catalog();
    std::vector<Points::Point> points;
    for (const auto& code : codes) {
      const auto entry = catalog.find(kind, code).value();
      auto& point = points.emplace_back();
      point.cell = {title_and_id(catalog.entry(entry), language_)};
      reasons.add(IsCalledFor{entry, {}}, point.below);
      add_lone_values(reasons.of(), values, code, language_, point.below);
    }
    page_.points(heading, points);
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
    add(words::components_go, components_only_in(report_.before, report_.after));
    add(words::components_come, components_only_in(report_.after, report_.before));
    add(words::components_otherwise_used, components_used_otherwise(report_));
    add(words::threats_unreached, difference.new_unreached);
    add(words::threats_reaching, difference.gone_unreached);
    if (lines.lines.empty()) return;
    page_.section(words::what_else);
    page_.add(std::move(lines));
  }

  const WhatIfReport& report_;
  const WhatIf& result_;
  Language language_;
  WhatIfReasons gone_;
  WhatIfReasons fresh_;
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
