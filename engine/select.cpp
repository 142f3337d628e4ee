#include "engine/select.hpp"

#include <algorithm>
#include <map>

#include "engine/supports.hpp"

namespace michibiki {
namespace {

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
    const auto fits = [&](const Limits& limits) { return within(view, limits, circumstance); };
    Answer answer{
        supports<MeasureSupport, MeasureId>(view, exposure.threat, exposure.basis, LinkKind::counters, fits),
        supports<ControlSupport, ControlId>(view, exposure.threat, exposure.basis, LinkKind::mitigates, fits)};
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
