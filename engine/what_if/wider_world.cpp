#include "engine/what_if/wider_world.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "engine/derive.hpp"
#include "engine/what_if/blockers.hpp"

namespace michibiki {
namespace {

bool about_vulnerability(const Catalog& catalog, const Missed& missed) {
  const auto is_one = [](EntryRef entry) { return entry.kind == EntryKind::vulnerability; };
  const auto names_one = [&](const std::string& code) { return catalog.vulnerabilities.find(code).has_value(); };
  return std::ranges::any_of(missed.entries, is_one) || std::ranges::any_of(missed.exposures, names_one);
}

std::set<FactId> facts_of_vulnerabilities(const Catalog& catalog) {
  std::set<FactId> facts;
  for (const auto& vulnerability : catalog.vulnerabilities) {
    facts.insert(vulnerability.fact);
    for (const auto& asset : vulnerability.assets) facts.insert(asset.fact);
    for (const auto& threat : vulnerability.threats) facts.insert(threat.fact);
  }
  return facts;
}

View widest(const View& base, const Missed& missed) {
  const auto& catalog = base.catalog();
  std::set<FactId> kept;
  if (!about_vulnerability(catalog, missed)) kept = facts_of_vulnerabilities(catalog);
  std::vector<FactId> more;
  for (std::size_t i = 0; i < catalog.facts.size(); ++i) {
    const FactId fact{i};
    if (!base.holds(fact) && !kept.contains(fact)) more.push_back(fact);
  }
  return base.with(more).without(Blockers::all(catalog));
}

/// What each service could have more: a component of each type that it has none of, and for everybody who is not there one that they run.
std::vector<ProposedEdit> components_to_add(const Workings& workings, const View& view) {
  const auto& catalog = view.catalog();
  const auto& inventory = workings.derivation.inventory;
  std::vector<ProposedEdit> edits;
  for (std::size_t service = 0; service < workings.portfolio.services.size(); ++service) {
    std::set<ComponentId> types;
    for (const auto& component : inventory.components) {
      if (std::ranges::count(component.used_by, service) != 0) types.insert(component.instance.type);
    }
    std::optional<ComponentId> usual;
    for (std::size_t i = 0; i < catalog.components.size(); ++i) {
      const ComponentId type{i};
      if (catalog.components[type].group) continue;
      if (types.contains(type)) {
        if (!usual) usual = type;
        continue;
      }
      ProposedEdit edit;
      edit.kind = EditKind::add_component;
      edit.service = service;
      edit.component = type;
      edits.push_back(edit);
    }
    if (!usual && !edits.empty()) usual = edits.front().component;
    for (std::size_t i = 0; usual && i < catalog.stakeholders.size(); ++i) {
      const StakeholderId id{i};
      const auto there = std::ranges::any_of(inventory.stakeholders, [&](const PresentStakeholder& present) {
        return present.stakeholder == id && std::ranges::count(present.services, service, &InService::service) != 0;
      });
      if (catalog.stakeholders[id].group || there) continue;
      ProposedEdit edit;
      edit.kind = EditKind::add_component;
      edit.service = service;
      edit.component = usual;
      edit.operated_by = id;
      edits.push_back(edit);
    }
  }
  return edits;
}

/// Of any pattern, at any level.
Classification anything(const View& view) {
  const auto& catalog = view.catalog();
  auto result = classify(view, Service{});
  for (auto& level : result.levels) {
    level.possible = catalog.properties[level.property].levels;
    level.grounds.clear();
    level.withheld.clear();
    level.origin = LevelOrigin::criteria;
  }
  result.patterns.clear();
  result.withheld.clear();
  result.ruled_out.clear();
  result.outside_lattice = false;
  for (std::size_t i = 0; i < catalog.patterns.size(); ++i) {
    if (!catalog.patterns.at(i).group && view.holds(catalog.patterns.at(i).fact)) result.patterns.emplace_back(i);
  }
  return result;
}

}  // namespace

WiderWorld wider_world(const Workings& workings, const Missed& missed) {
  auto more = extended(workings.view, candidates(workings, missed));
  auto view = widest(more.view, missed);
  auto added = components_to_add(workings, view);
  auto portfolio = edited(view.catalog(), workings.portfolio, added);
  for (auto& service : portfolio.services) {
    service.type.reset();
    service.answers.clear();
    service.levels.clear();
  }
  auto derivation = derive(view, portfolio, std::vector(portfolio.services.size(), anything(view)));
  return {std::move(more.graph), std::move(more.view), std::move(view),
          std::move(portfolio),  std::move(added),     std::move(derivation)};
}

}  // namespace michibiki
