#include "engine/explain/value_origin.hpp"

#include <algorithm>

#include "engine/promise.hpp"
#include "engine/published_value.hpp"

namespace michibiki {
namespace {

std::vector<ValueOffered> offered(const View& view, const Indicator& indicator, const Grade& grade) {
  std::vector<ValueOffered> found;
  const auto add = [&](std::optional<PatternId> pattern, const Sourced<Value>& value) {
    if (!shows_value(view, indicator, value.fact)) return;
    const bool compared = pattern && std::ranges::count(grade.compared, *pattern) != 0;
    found.push_back({pattern, value.fact, value.value, value.fact == grade.fact, compared});
  };
  for (const auto& [pattern, value] : indicator.values) add(pattern, value);
  if (indicator.single) add(std::nullopt, *indicator.single);
  return found;
}

/// Edits of the indicator, whole or in part, as they name what they edit.
std::vector<std::size_t> overrides_of(const Catalog& catalog, const Measure& measure, const Indicator& indicator) {
  const auto whole = "measure " + measure.code + ", indicators";
  const auto own = whole + '.' + indicator.key;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < catalog.overrides.size(); ++i) {
    const auto& target = catalog.overrides[i].target;
    if (target == whole || target == own || target.starts_with(own + '.')) found.push_back(i);
  }
  return found;
}

}  // namespace

std::vector<ValueOrigin> value_origins(const Workings& workings, const std::vector<Conclusion>& conclusions) {
  const auto& view = workings.view;
  std::vector<ValueOrigin> found;
  for (const auto& conclusion : conclusions) {
    const auto* value = std::get_if<HasValue>(&conclusion);
    if (value == nullptr) continue;
    const auto& grade = workings.derivation.grading.grades[value->grade];
    const bool known = grade.fact && grade.value.known();
    if (!known && promised_beside(workings.derivation.promised, value->grade) == nullptr) continue;
    const auto& measure = view.catalog().measures[grade.measure];
    const auto& indicator = measure.indicators[grade.indicator];
    const auto selected =
        std::ranges::find(workings.derivation.selection.measures, grade.measure, &SelectedMeasure::measure);
    found.push_back({value->grade, offered(view, indicator, grade),
                     driving_properties(workings.derivation.analysis, *selected), varying_properties(view, indicator),
                     overrides_of(view.catalog(), measure, indicator)});
  }
  return found;
}

}  // namespace michibiki
