#include <algorithm>

#include "engine/carrying.hpp"
#include "engine/explain/facts.hpp"
#include "engine/explain/ways.hpp"

namespace michibiki {

Ways ways_to(const Workings& workings, const HasComponent& conclusion) {
  const auto& view = workings.view;
  const auto& component = workings.derivation.inventory.components[conclusion.component];
  const AnyFact type{fact_of(view, ref(component.instance.type))};
  // A component of a case is of one service.
  const auto& system_case = workings.portfolio.services[component.used_by.front()].system_case;
  Way way{StepKind::component_own, {}, {type}, {}, {}, component.basis};
  if (component.instance.fact && system_case) {
    way.kind = StepKind::component_listed;
    way.facts = {{*component.instance.fact}, {fact_of(view, ref(*system_case))}, type};
  }
  return {way};
}

Ways ways_to(const Workings& workings, const HasStakeholder& conclusion) {
  const auto& view = workings.view;
  const auto& inventory = workings.derivation.inventory;
  Ways ways;
  for (const auto& present : inventory.stakeholders) {
    const bool wanted = conclusion.or_under
                            ? view.graph().lies_under(ref(present.stakeholder), ref(conclusion.stakeholder))
                            : present.stakeholder == conclusion.stakeholder;
    if (!wanted) continue;
    const auto& stakeholder = view.catalog().stakeholders[present.stakeholder];
    if (stakeholder.always && view.holds(*stakeholder.always)) {
      ways.push_back(
          {StepKind::stakeholder_always, {}, {{*stakeholder.always}, {stakeholder.fact}}, {}, present.stakeholder});
    }
    for (std::size_t i = 0; i < inventory.components.size(); ++i) {
      const auto& component = inventory.components[i];
      const auto operated_by = component.instance.operated_by;
      if (!operated_by || !view.holds(ref(*operated_by)) ||
          std::ranges::count(component.used_by, conclusion.service) == 0 ||
          !view.graph().lies_under(ref(present.stakeholder), ref(*operated_by)))
        continue;
      // Who operates it is said where the component is listed.
      std::vector<AnyFact> facts{{stakeholder.fact}, {fact_of(view, ref(*operated_by))}};
      if (component.instance.fact) facts.insert(facts.begin(), {*component.instance.fact});
      ways.push_back({StepKind::stakeholder_operates, {HasComponent{i}}, std::move(facts), {}, present.stakeholder});
    }
  }
  return ways;
}

Ways ways_to(const Workings& workings, const HasAsset& conclusion) {
  const auto& view = workings.view;
  const auto& inventory = workings.derivation.inventory;
  const auto& item = inventory.assets[conclusion.asset];
  if (!item.component) {
    Way way{StepKind::asset_of_service, {}, {}, {}, {}};
    if (item.asset) way.facts.push_back({fact_of(view, ref(*item.asset))});
    return {way};
  }
  const auto type = ref(inventory.components[*item.component].instance.type);
  Ways ways;
  for (const auto& carrying : carryings(view, type)) {
    if (carrying.asset != item.asset) continue;
    Way way{StepKind::asset_carried, {HasComponent{*item.component}}, {}, carrying.link, {}, carrying.basis};
    add_start(view, carrying.link, carrying.level, way.facts);
    way.facts.push_back({fact_of(view, carrying.level)});
    way.facts.push_back({fact_of(view, ref(carrying.asset))});
    ways.push_back(std::move(way));
  }
  return ways;
}

}  // namespace michibiki
