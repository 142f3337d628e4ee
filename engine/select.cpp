#include "engine/select.hpp"

#include <algorithm>
#include <map>

#include "engine/basis_through.hpp"
#include "engine/supports.hpp"

namespace michibiki {
namespace {

/// How firmly a stakeholder, or one of those under it, is in that service; none where nobody is.
std::optional<BasisKind> presence(const View& view, const Inventory& inventory, EntryRef wanted, std::size_t service) {
  std::optional<BasisKind> firmest;
  for (const auto& present : inventory.stakeholders) {
    if (!view.graph().lies_under(ref(present.stakeholder), wanted)) continue;
    const auto there = std::ranges::lower_bound(present.services, service, {}, &InService::service);
    if (there != present.services.end() && there->service == service)
      firmest = std::max(firmest, std::optional(there->basis));
  }
  return firmest;
}

/// The services where those that the link starts from count: each alone, or together where all are there.
std::vector<InService> counting(const View& view, const Inventory& inventory, const Link& link,
                                const PresentStakeholder& present) {
  if (link.join == Join::any) return present.services;
  std::vector<InService> found;
  for (auto [service, basis] : present.services) {
    bool all = true;
    for (const auto wanted : link.from) {
      const auto there = presence(view, inventory, wanted, service);
      all = all && there.has_value();
      basis = std::min(basis, there.value_or(basis));
    }
    if (all) found.push_back({service, basis});
  }
  return found;
}

std::vector<Obligation> obligations(const View& view, const Inventory& inventory) {
  std::vector<Obligation> found;
  for (const auto& present : inventory.stakeholders) {
    for (const auto id : view.links_from_upwards(ref(present.stakeholder), LinkKind::involves)) {
      const auto& link = view.catalog().link(id);
      const auto there = counting(view, inventory, link, present);
      if (there.empty()) continue;
      for (const auto to : link.to) {
        for (const auto measure : view.items_of(to)) {
          auto services = there;
          const auto basis =
              std::min(basis_through(view, id, ref(present.stakeholder), measure), basis_of(view, measure));
          for (auto& in : services) in.basis = std::min(in.basis, basis);
          found.push_back({present.stakeholder, MeasureId{measure.index}, id, std::move(services)});
        }
      }
    }
  }
  return found;
}

}  // namespace

BasisKind Obligation::basis() const { return std::ranges::max(services, {}, &InService::basis).basis; }

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
