#include "engine/select.hpp"

#include <algorithm>
#include <map>

#include "engine/basis_through.hpp"
#include "engine/limits.hpp"

namespace michibiki {
namespace {

/// What the limits of links are held against, for one exposure.
Circumstance circumstance_of(const View& view, const Inventory& inventory, const Exposure& exposure) {
  const auto& where = inventory.assets[exposure.asset];
  Circumstance found{exposure.property, std::nullopt, where.asset, exposure.threat, exposure.vulnerability, {}};
  if (where.component) found.component = inventory.components[*where.component].instance.type;
  // A limit by nature asks which natures of the asset are harmed, not which it has: an earthquake shakes the server, not its operating
  // system.
  for (const auto& ground : exposure.grounds) {
    if (ground.nature) found.natures.push_back(*ground.nature);
  }
  if (found.natures.empty() && where.asset) found.natures = natures_of(view, *where.asset);
  return found;
}

/// The parties at a link's start that count together: all of them, or each that holds alone.
template <typename IdType>
std::vector<std::vector<IdType>> parties(const View& view, const Link& link) {
  std::vector<std::vector<IdType>> result;
  if (link.join == Join::all) {
    auto& all = result.emplace_back();
    for (const auto from : link.from) all.emplace_back(from.index);
  } else {
    for (const auto from : link.from) {
      if (view.holds(from)) result.push_back({IdType{from.index}});
    }
  }
  return result;
}

template <typename Support, typename IdType>
std::vector<Support> supports(const View& view, const Circumstance& circumstance, BasisKind basis, LinkKind kind) {
  std::vector<Support> found;
  for (const auto id : view.links_to_upwards(ref(circumstance.threat), kind)) {
    const auto& link = view.catalog().link(id);
    if (!within(view, link.limits, circumstance)) continue;
    for (auto& party : parties<IdType>(view, link)) {
      auto firm = std::min(basis, basis_towards(view, id, ref(circumstance.threat)));
      for (const auto member : party) firm = std::min(firm, basis_of(view, ref(member)));
      found.push_back({id, std::move(party), firm});
    }
  }
  return found;
}

/// Stakeholders that count together are all in that service, each itself or one of those under it.
bool all_present(const View& view, const Inventory& inventory, const Link& link, std::size_t service) {
  return link.join == Join::any || std::ranges::all_of(link.from, [&](EntryRef wanted) {
           return std::ranges::any_of(inventory.stakeholders, [&](const PresentStakeholder& present) {
             return view.graph().lies_under(ref(present.stakeholder), wanted) &&
                    std::ranges::binary_search(present.services, service);
           });
         });
}

std::vector<Obligation> obligations(const View& view, const Inventory& inventory) {
  std::vector<Obligation> found;
  for (const auto& present : inventory.stakeholders) {
    for (const auto id : view.links_from_upwards(ref(present.stakeholder), LinkKind::involves)) {
      const auto& link = view.catalog().link(id);
      auto services = present.services;
      std::erase_if(services, [&](std::size_t service) { return !all_present(view, inventory, link, service); });
      if (services.empty()) continue;
      for (const auto to : link.to) {
        for (const auto measure : view.items_of(to)) {
          found.push_back({present.stakeholder, MeasureId{measure.index}, id, services});
        }
      }
    }
  }
  return found;
}

}  // namespace

Selection select(const View& view, const Inventory& inventory, const Analysis& analysis) {
  Selection selection;
  std::map<MeasureId, SelectedMeasure> measures;
  std::map<ControlId, SelectedControl> controls;
  const auto note = [](auto& selected, auto id, std::size_t exposure) {
    auto& exposures = selected[id].exposures;
    if (exposures.empty() || exposures.back() != exposure) exposures.push_back(exposure);
  };
  for (std::size_t i = 0; i < analysis.exposures.size(); ++i) {
    const auto& exposure = analysis.exposures[i];
    const auto circumstance = circumstance_of(view, inventory, exposure);
    Answer answer{supports<MeasureSupport, MeasureId>(view, circumstance, exposure.basis, LinkKind::counters),
                  supports<ControlSupport, ControlId>(view, circumstance, exposure.basis, LinkKind::mitigates)};
    for (const auto& support : answer.measures) {
      for (const auto measure : support.measures) note(measures, measure, i);
    }
    for (const auto& support : answer.controls) {
      for (const auto control : support.controls) note(controls, control, i);
    }
    selection.answers.push_back(std::move(answer));
  }
  selection.obligations = obligations(view, inventory);
  for (std::size_t i = 0; i < selection.obligations.size(); ++i) {
    measures[selection.obligations[i].measure].obligations.push_back(i);
  }
  for (auto& [id, selected] : measures) {
    selected.measure = id;
    selection.measures.push_back(std::move(selected));
  }
  for (auto& [id, selected] : controls) {
    selected.control = id;
    selection.controls.push_back(std::move(selected));
  }
  return selection;
}

}  // namespace michibiki
