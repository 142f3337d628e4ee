#include "reports/what_if_values.hpp"

#include <algorithm>
#include <set>

#include "reports/naming.hpp"
#include "reports/value_text.hpp"
#include "reports/what_if_words.hpp"

namespace michibiki {
namespace {

Workings workings_of(const DerivationReport& of) { return {of.view, of.portfolio, of.derivation}; }

bool is_of(const DerivationReport& of, const Grade& grade, const ValueKey& value) {
  return is_of(workings_of(of), grade, value);
}

/// The values of an indicator, each once.
std::string values_text(const DerivationReport& of, const ValueKey& value, Language language) {
  const auto& catalog = of.view.catalog();
  std::vector<std::string> texts;
  for (const auto& grade : of.derivation.grading.grades) {
    if (!is_of(of, grade, value)) continue;
    auto text = value_text(catalog, catalog.measures[grade.measure].indicators[grade.indicator], grade.value, language);
    if (std::ranges::count(texts, text) == 0) texts.push_back(std::move(text));
  }
  return texts.empty() ? std::string(words::no_value.in(language)) : joined(texts, language);
}

std::string pattern_code(const DerivationReport& of, const Grade& grade) {
  return grade.pattern ? of.view.catalog().patterns[*grade.pattern].code : std::string();
}

/// Why such a value is concluded on one side alone.
void add_turns(const WhatIfReasons& reasons, const ChangedValue& value, std::vector<Cell>& below) {
  const auto& side = reasons.side();
  for (const auto& turn : side.turns) {
    const auto& conclusion = side.explanation.justification.conclusions[turn.conclusion];
    const auto* graded = std::get_if<HasValue>(&conclusion);
    if (graded != nullptr && is_of(reasons.of(), reasons.of().derivation.grading.grades[graded->grade], value))
      reasons.add(conclusion, below);
  }
}

/// Which services use what is protected there and not in the other derivation, or the other way round.
void add_uses(const WhatIfReasons& reasons, const ChangedValue& value, std::vector<Cell>& below) {
  std::set<std::size_t> components;
  for (const auto& grade : reasons.of().derivation.grading.grades) {
    if (is_of(reasons.of(), grade, value)) components.insert(grade.components.begin(), grade.components.end());
  }
  for (const auto component : components) {
    if (auto text = reasons.use(component); !text.empty()) below.push_back({std::move(text), Tone::faint});
  }
}

/// Of values of the same pattern: by which statement they are what the other ones are not.
void add_statements(const WhatIfReasons& reasons, const DerivationReport& other, const ChangedValue& value,
                    std::vector<Cell>& below) {
  const auto& of = reasons.of();
  for (const auto& grade : of.derivation.grading.grades) {
    if (!is_of(of, grade, value) || !grade.fact || !grade.value.known()) continue;
    const auto place = place_of(of.view.catalog(), *grade.fact);
    const auto same = [&](const Grade& one) {
      return is_of(other, one, value) && one.fact && one.value.known() &&
             pattern_code(other, one) == pattern_code(of, grade) && place_of(other.view.catalog(), *one.fact) == place;
    };
    if (std::ranges::any_of(other.derivation.grading.grades, same)) continue;
    below.push_back({reasons.statement(*grade.fact), Tone::faint});
  }
}

}  // namespace

std::string indicator_name(const DerivationReport& report, const std::string& measure, const std::string& indicator,
                           const std::vector<std::string>& services, Language language) {
  const auto& catalog = report.view.catalog();
  const auto& indicators = catalog.measures[catalog.measures.find(measure).value()].indicators;
  const auto found = std::ranges::find(indicators, indicator, &Indicator::key);
  auto name = measure + '.' + indicator;
  if (report.portfolio.services.size() > 1) name += say(words::in_brackets, language, joined(services, language));
  return found == indicators.end() ? name : name + ' ' + found->title.in(language);
}

void add_lone_values(const DerivationReport& of, const std::vector<LoneValue>& values, const std::string& measure,
                     Language language, std::vector<Cell>& below) {
  for (const auto& value : values) {
    if (value.measure != measure) continue;
    below.push_back(
        {say(words::lone_value, language, indicator_name(of, value.measure, value.indicator, value.services, language),
             values_text(of, value, language))});
  }
}

std::vector<Points::Point> value_changes(const WhatIfReport& report, const WhatIfReasons& gone,
                                         const WhatIfReasons& fresh, Language language) {
  std::vector<Points::Point> points;
  for (const auto& value : report.result.values) {
    auto& point = points.emplace_back();
    point.cell = {say(words::value_change, language,
                      indicator_name(report.after, value.measure, value.indicator, value.services, language),
                      values_text(report.before, value, language), values_text(report.after, value, language))};
    add_uses(gone, value, point.below);
    add_uses(fresh, value, point.below);
    if (point.below.empty()) add_turns(fresh, value, point.below);
    if (point.below.empty()) add_turns(gone, value, point.below);
    if (point.below.empty()) {
      add_statements(gone, report.after, value, point.below);
      add_statements(fresh, report.before, value, point.below);
    }
  }
  return points;
}

}  // namespace michibiki
