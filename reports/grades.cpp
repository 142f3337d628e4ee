#include "reports/grades.hpp"

#include <algorithm>

#include "reports/levels.hpp"
#include "reports/naming.hpp"
#include "reports/value_text.hpp"

namespace michibiki {
namespace {

using Grades = std::vector<const Grade*>;

/// The services may be of a pattern that trust hides, of which no value is shown.
bool beside_hidden_pattern(const DerivationReport& report, const Grade& grade) {
  return std::ranges::any_of(grade.services, [&](std::size_t service) {
    return !report.derivation.classifications[service].withheld.empty();
  });
}

std::string one_value(const DerivationReport& report, const Grade& grade, Language language) {
  if (grade.withheld) return std::string(words::value_withheld.in(language));
  const auto& catalog = report.view.catalog();
  auto text = value_text(catalog, catalog.measures[grade.measure].indicators[grade.indicator], grade.value, language);
  if (grade.value.known() && basis_of(catalog, grade) == BasisKind::unverified) {
    text = say(words::unverified_value, language, text);
  }
  if (grade.compared.size() > 1 && grade.pattern && !grade.alternative) {
    text = say(words::pattern_of_value, language, text, pattern_text(report, *grade.pattern, false, language));
  }
  return with_gaps(report, grade, text, language);
}

/// The values of one group of services; several while the pattern is open. One alone stands for all patterns, unless some are hidden.
std::string group_text(const DerivationReport& report, const Grades& grades, Language language) {
  std::vector<std::pair<std::string, std::vector<std::string>>> by_value;
  for (const auto* grade : grades) {
    const auto value = one_value(report, *grade, language);
    const auto pattern = grade->pattern ? pattern_text(report, *grade->pattern, false, language) : std::string();
    const auto same = std::ranges::find(by_value, value, &std::pair<std::string, std::vector<std::string>>::first);
    if (same == by_value.end()) {
      by_value.push_back({value, {pattern}});
    } else {
      same->second.push_back(pattern);
    }
  }
  const auto& first = *grades.front();
  if (by_value.size() == 1 && !(first.alternative && first.pattern && beside_hidden_pattern(report, first)))
    return by_value.front().first;
  std::vector<std::string> texts;
  for (const auto& [value, patterns] : by_value) {
    texts.push_back(say(words::in_pattern, language, listed(patterns, language), value));
  }
  return joined(texts, language);
}

}  // namespace

std::string grades_text(const DerivationReport& report, const MeasureDigest& digest, std::size_t indicator,
                        Language language) {
  std::vector<Grades> groups;
  for (const auto position : digest.grades) {
    const auto& grade = report.derivation.grading.grades[position];
    if (grade.indicator != indicator) continue;
    if (groups.empty() || groups.back().front()->services != grade.services) groups.emplace_back();
    groups.back().push_back(&grade);
  }
  if (groups.empty()) return std::string(words::value_unknown.in(language));
  std::vector<std::string> texts;
  std::vector<std::string> texts_by_services;
  for (const auto& group : groups) {
    texts.push_back(group_text(report, group, language));
    texts_by_services.push_back(say(words::in_pattern, language,
                                    listed(service_codes(report, group.front()->services), language), texts.back()));
  }
  const bool all_same = std::ranges::all_of(texts, [&](const std::string& text) { return text == texts.front(); });
  return all_same ? texts.front() : joined(texts_by_services, language);
}

std::string with_gaps(const DerivationReport& report, const Grade& grade, const std::string& text, Language language) {
  if (!grade.incomplete || !grade.pattern || !grade.value.known()) return text;
  return say(beside_hidden_pattern(report, grade) ? words::beside_hidden_pattern : words::incomplete, language, text);
}

}  // namespace michibiki
