#include <algorithm>
#include <string>

#include "engine/compare/figure_comparison.hpp"
#include "engine/compositions.hpp"
#include "engine/derive.hpp"
#include "engine/published_value.hpp"
#include "model/compare_values.hpp"
#include "model/value_notation.hpp"

// Figures of reference values (図表37, 38; 3.3.5).

namespace michibiki::figures {
namespace {

/// MEASURE.KEY
const Indicator* indicator_named(const Catalog& catalog, std::string_view code) {
  const auto dot = code.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  const auto measure = catalog.measures.find(code.substr(0, dot));
  if (!measure) return nullptr;
  const auto& indicators = catalog.measures[*measure].indicators;
  const auto found = std::ranges::find(indicators, code.substr(dot + 1), &Indicator::key);
  return found == indicators.end() ? nullptr : &*found;
}

std::string starred_notation(const Catalog& catalog, const Value& value) {
  return value_notation(catalog, value) + (value.starred ? " *" : "");
}

/// Two services of these patterns that share every component.
Portfolio sharing(const View& view, PatternId a, PatternId b) {
  Portfolio portfolio;
  const auto all = all_components(view).portfolio.services.front().instances;
  for (const auto pattern : {a, b}) {
    auto& service = portfolio.services.emplace_back();
    service.code = view.catalog().patterns[pattern].code;
    for (const auto& [property, level] : view.catalog().patterns[pattern].levels)
      service.levels[property] = {level.value};
    for (const auto& instance : all) service.uses.push_back(instance.code);
  }
  portfolio.shared = all;
  return portfolio;
}

/// Whether every shared value is the published value of one of the compared patterns, and none of these is stricter.
bool strictest_throughout(const View& view, const Portfolio& portfolio) {
  const auto derivation = derive(view, portfolio);
  return std::ranges::all_of(derivation.grading.grades, [&](const Grade& grade) {
    if (grade.compared.size() < 2 || !grade.value.known()) return true;
    const auto& indicator = view.catalog().measures[grade.measure].indicators[grade.indicator];
    bool published = false;
    for (const auto pattern : grade.compared) {
      const auto* found = known_value(view, indicator, pattern);
      if (found == nullptr) continue;
      published = published || found->value == grade.value;
      const auto order = compare_strictness(view, indicator, found->value, grade.value);
      if (order && *order > 0) return false;
    }
    return published;
  });
}

}  // namespace

CellSource values(const View& view, const PublishedFigure&) {
  const auto answer = [&view](std::string_view cell) -> std::optional<CellAnswer> {
    const auto& catalog = view.catalog();
    const auto parts = parts_of(cell);
    const auto* indicator = parts.size() == 2 ? indicator_named(catalog, parts[0]) : nullptr;
    const auto pattern = parts.size() == 2 ? catalog.patterns.find(parts[1]) : std::nullopt;
    if (indicator == nullptr || !pattern) return std::nullopt;
    const auto* value = published_value(*indicator, *pattern);
    if (value == nullptr || !shows_value(view, *indicator, value->fact)) return std::nullopt;
    return CellAnswer{starred_notation(catalog, value->value), false, {{value->fact}}};
  };
  return {answer, [] { return std::vector<std::string>{}; }};
}

CellSource shared_values(const View& view, const PublishedFigure& figure) {
  const auto& catalog = view.catalog();
  std::size_t pairs = 0;
  std::size_t strictest = 0;
  for (std::size_t a = 0; a < catalog.patterns.size(); ++a) {
    for (std::size_t b = a + 1; b < catalog.patterns.size(); ++b) {
      if (!view.holds(ref(PatternId{a})) || !view.holds(ref(PatternId{b}))) continue;
      ++pairs;
      strictest += strictest_throughout(view, sharing(view, PatternId{a}, PatternId{b})) ? 1U : 0U;
    }
  }
  auto value =
      pairs == strictest ? printed(figure, "strictest") : std::to_string(strictest) + '/' + std::to_string(pairs);
  const auto answer = [value](std::string_view) { return std::optional(CellAnswer{value, false, {{}}}); };
  return {answer, [] { return std::vector<std::string>{}; }};
}

}  // namespace michibiki::figures
