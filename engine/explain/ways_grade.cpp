#include <algorithm>
#include <set>

#include "engine/explain/facts.hpp"
#include "engine/explain/ways.hpp"

namespace michibiki {
namespace {

/// The measure is called for; where several services are derived together, on the components that the value is for.
std::vector<IsCalledFor> calls_behind(const Workings& workings, const Grade& grade) {
  const auto measure = ref(grade.measure);
  if (workings.portfolio.services.size() == 1 || grade.components.empty()) return {{measure, {}}};
  const auto& selection = workings.derivation.selection;
  std::set<std::size_t> exposures;
  const auto take = [&](const std::vector<std::size_t>& more) { exposures.insert(more.begin(), more.end()); };
  const auto selected = std::ranges::find(selection.measures, grade.measure, &SelectedMeasure::measure);
  take(selected->exposures);
  take(selected->open_exposures);
  for (const auto requirement : all_requirements(*selected)) {
    take(selection.requirements[requirement].exposures);
    take(selection.requirements[requirement].open_exposures);
  }
  std::vector<IsCalledFor> calls;
  for (const auto exposure : exposures) {
    const auto asset = workings.derivation.analysis.exposures[exposure].asset;
    const auto component = workings.derivation.inventory.assets[asset].component;
    if (component && std::ranges::count(grade.components, *component) != 0) calls.push_back({measure, exposure});
  }
  return calls;
}

}  // namespace

Ways ways_to(const Workings& workings, const HasValue& conclusion) {
  const auto& grade = workings.derivation.grading.grades[conclusion.grade];
  if (!grade.fact || !grade.value.known()) return {};
  const auto& indicator = workings.view.catalog().measures[grade.measure].indicators[grade.indicator];
  Way way{grade.services.size() > 1 ? StepKind::value_strictest : StepKind::value_published,
          {},
          {{*grade.fact}, {indicator.fact}},
          {},
          {},
          BasisKind::stated,
          grade.alternative};
  if (grade.pattern) {
    for (const auto service : grade.services) {
      const auto& classification = workings.derivation.classifications[service];
      if (classification.may_be(*grade.pattern)) {
        way.premises.push_back(MayBeOfPattern{service, *grade.pattern});
      } else if (classification.decided()) {  // what is strictest takes that this service does not need a stricter one
        way.premises.push_back(MayBeOfPattern{service, classification.patterns.front()});
      }
    }
  }
  if (grade.direction) way.facts.push_back({*grade.direction});
  Ways ways;
  for (const auto& called : calls_behind(workings, grade)) {
    ways.push_back(way);
    ways.back().premises.insert(ways.back().premises.begin(), called);
  }
  return ways;
}

}  // namespace michibiki
