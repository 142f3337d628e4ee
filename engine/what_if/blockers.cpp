#include "engine/what_if/blockers.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/carrying.hpp"
#include "engine/direct_harm.hpp"

namespace michibiki {
namespace {

/// Whether a component of one inventory is among those that another leaves out.
bool is_left_out(const Inventory& inventory, const InventoryComponent& component) {
  return std::ranges::any_of(inventory.out_of_scope, [&](const OutOfScope& out) {
    return out.instance.code == component.instance.code && out.instance.type == component.instance.type;
  });
}

/// The exclusions that leave out each component, alone, where the facts hold.
std::map<std::size_t, std::set<FactId>> exclusions_of(const View& base, const Workings& wider,
                                                      const std::vector<FactId>& facts) {
  const auto& catalog = base.catalog();
  const auto view = base.with(facts);
  std::vector<FactId> all;
  for (const auto& exclusion : catalog.exclusions) all.push_back(exclusion.fact);
  std::map<std::size_t, std::set<FactId>> excluding;
  for (std::size_t i = 0; i < catalog.exclusions.size(); ++i) {
    const auto& exclusion = catalog.exclusions.at(i);
    if (exclusion.group || !base.holds(exclusion.fact)) continue;
    const auto inventory = identify(view.without(all).with({exclusion.fact}), wider.portfolio);
    const auto& components = wider.derivation.inventory.components;
    for (std::size_t c = 0; c < components.size(); ++c) {
      if (is_left_out(inventory, components[c])) excluding[c].insert(exclusion.fact);
    }
  }
  return excluding;
}

}  // namespace

Blockers::Blockers(const View& base, const Workings& wider, const Justification& justification)
    : base_(base), wider_(wider), justification_(justification) {
  const auto& catalog = base.catalog();
  std::vector<FactId> facts;
  for (const auto& component : wider.derivation.inventory.components) {
    facts.push_back(catalog.components[component.instance.type].fact);
    if (component.instance.fact) facts.push_back(*component.instance.fact);
  }
  for (const auto& service : wider.portfolio.services) {
    if (service.system_case) facts.push_back(catalog.system_cases[*service.system_case].fact);
  }
  excluding_ = exclusions_of(base, wider, facts);
  for (const auto& component : wider.derivation.inventory.components) {
    if (component.instance.operated_by) facts.push_back(catalog.stakeholders[*component.instance.operated_by].fact);
  }
  excluding_runs_ = exclusions_of(base, wider, facts);
}

std::vector<FactId> Blockers::all(const Catalog& catalog) {
  std::vector<FactId> facts;
  for (const auto& exclusion : catalog.exclusions) facts.push_back(exclusion.fact);
  for (const auto& link : catalog.links) {
    if (link.kind == LinkKind::lacks || link.kind == LinkKind::spares) facts.push_back(link.fact);
  }
  return facts;
}

std::vector<FactId> Blockers::of(const Step& step) const {
  const auto excluding = [](const auto& known, std::size_t component) {
    const auto found = known.find(component);
    return found == known.end() ? std::vector<FactId>()
                                : std::vector<FactId>(found->second.begin(), found->second.end());
  };
  switch (step.kind) {
    case StepKind::component_listed:
    case StepKind::component_own:
      return excluding(excluding_, std::get<HasComponent>(justification_.conclusions[step.conclusion]).component);
    case StepKind::stakeholder_operates:
      return excluding(excluding_runs_,
                       std::get<HasComponent>(justification_.conclusions[step.premises.front()]).component);
    case StepKind::asset_carried:
      return lacking(step);
    case StepKind::direct_harm:
      return sparing(step);
    default:
      return {};
  }
}

View Blockers::needed_by(const Step& step) const {
  std::vector<FactId> facts;
  for (const auto& any : step.facts) {
    const auto holds = [&](FactId fact) { return base_.holds(fact); };
    if (std::ranges::none_of(any, holds)) facts.insert(facts.end(), any.begin(), any.end());
  }
  return base_.with(facts);
}

View Blockers::with_one(const View& view, const std::vector<FactId>& blockers, FactId one) const {
  return view.without(blockers).with({one});
}

std::vector<FactId> Blockers::lacking(const Step& step) const {
  const auto& inventory = wider_.derivation.inventory;
  const auto& item = inventory.assets[std::get<HasAsset>(justification_.conclusions[step.conclusion]).asset];
  const auto type = ref(inventory.components[item.component.value()].instance.type);
  std::vector<FactId> lacks;
  for (const auto level : base_.graph().linked_from_upwards(type)) {
    for (const auto id : base_.graph().links_from(level, LinkKind::lacks)) {
      const auto& link = base_.catalog().link(id);
      const bool concerned = std::ranges::count(link.to, ref(item.asset.value())) != 0;
      if (concerned && base_.holds(link.fact)) lacks.push_back(link.fact);
    }
  }
  if (lacks.empty()) return {};
  const auto view = needed_by(step).with({base_.catalog().entry(type).fact});
  std::erase_if(lacks, [&, all = lacks](FactId one) {
    return std::ranges::any_of(carryings(with_one(view, all, one), type), [&](const Carrying& carrying) {
      return carrying.link == *step.link && carrying.asset == *item.asset;
    });
  });
  return lacks;
}

std::vector<FactId> Blockers::sparing(const Step& step) const {
  const auto& acts = std::get<ActsOn>(justification_.conclusions[step.conclusion]);
  std::vector<FactId> spares;
  for (const auto source : base_.graph().linked_from_upwards(ref(acts.mechanism))) {
    for (const auto id : base_.graph().links_from(source, LinkKind::spares)) {
      const auto fact = base_.catalog().link(id).fact;
      if (base_.holds(fact) && std::ranges::count(spares, fact) == 0) spares.push_back(fact);
    }
  }
  if (spares.empty()) return {};
  std::vector<FactId> ends{base_.catalog().entry(ref(acts.mechanism)).fact,
                           base_.catalog().entry(ref(acts.nature)).fact};
  if (acts.property) ends.push_back(base_.catalog().entry(ref(*acts.property)).fact);
  const auto view = needed_by(step).with(ends);
  std::erase_if(spares, [&, all = spares](FactId one) {
    const auto harms = direct_harms(with_one(view, all, one), ref(acts.mechanism), ref(acts.nature), acts.property);
    return std::ranges::any_of(harms, [&](const DirectHarm& harm) { return harm.link == *step.link; });
  });
  return spares;
}

}  // namespace michibiki
