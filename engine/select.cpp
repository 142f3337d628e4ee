#include "engine/select.hpp"

#include <algorithm>
#include <map>

#include "engine/basis_through.hpp"
#include "engine/called_for.hpp"
#include "engine/require.hpp"
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

/// What members that count together are called for: as the least sure of them.
template <typename IdType>
Called called_together(const Calls& calls, const std::vector<IdType>& members,
                       const std::vector<std::size_t>& services) {
  Called together;
  for (const auto member : members) {
    const auto called = calls.called(ref(member), services);
    together = {std::min(together.call, called.call), std::min(together.basis, called.basis)};
  }
  return together;
}

/// Parts what answers from what may answer; what is not called for goes.
template <typename Support, typename IdType>
void part(const Calls& calls, const std::vector<std::size_t>& services, std::vector<Support> all,
          std::vector<IdType> Support::*members, std::vector<Support>& certain, std::vector<Support>& open) {
  for (auto& support : all) {
    const auto called = called_together(calls, support.*members, services);
    if (called.call == Call::none) continue;
    if (called.call == Call::certain) support.basis = std::min(support.basis, called.basis);
    (called.call == Call::certain ? certain : open).push_back(std::move(support));
  }
}

/// Leaves in `services` those that surely call for the measure, in `open_services` those that may.
void part_services(const Calls& calls, Obligation& obligation) {
  std::vector<InService> certain;
  for (auto in : obligation.services) {
    const auto called = calls.called(ref(obligation.measure), in.service);
    if (called.call == Call::open) obligation.open_services.push_back(in);
    in.basis = std::min(in.basis, called.basis);
    if (called.call == Call::certain) certain.push_back(in);
  }
  obligation.services = std::move(certain);
}

std::vector<Obligation> obligations(const View& view, const Calls& calls, const Inventory& inventory) {
  std::vector<Obligation> found;
  for (const auto& present : inventory.stakeholders) {
    for (const auto id : view.links_from_upwards(ref(present.stakeholder), LinkKind::involves)) {
      const auto& link = view.catalog().link(id);
      const auto there = counting(view, inventory, link, present);
      if (there.empty()) continue;
      const auto involved = basis_from(view, id, ref(present.stakeholder));
      for (const auto& [measure, meant] : items_meant(view, id)) {
        Obligation obligation{present.stakeholder, MeasureId{measure.index}, id, there, {}};
        for (auto& in : obligation.services) in.basis = std::min({in.basis, involved, meant});
        part_services(calls, obligation);
        if (!obligation.services.empty() || !obligation.open_services.empty()) found.push_back(std::move(obligation));
      }
    }
  }
  return found;
}

Answer answer_to(const View& view, const Calls& calls, const Inventory& inventory, const Exposure& exposure) {
  const auto circumstance = circumstance_of(view, inventory, exposure);
  const auto fits = [&](const Limits& limits) { return within(view, limits, circumstance); };
  const auto services = concerned(inventory, exposure, calls.services());
  Answer answer;
  part(calls, services,
       supports<MeasureSupport, MeasureId>(view, exposure.threat, exposure.basis, LinkKind::counters, fits),
       &MeasureSupport::measures, answer.measures, answer.open_measures);
  part(calls, services,
       supports<ControlSupport, ControlId>(view, exposure.threat, exposure.basis, LinkKind::mitigates, fits),
       &ControlSupport::controls, answer.controls, answer.open_controls);
  return answer;
}

}  // namespace

BasisKind Obligation::basis() const {
  return std::ranges::max(open() ? open_services : services, {}, &InService::basis).basis;
}

Selection select(const View& view, const std::vector<Classification>& classifications, const Inventory& inventory,
                 const Analysis& analysis, const KnownAnswers& known) {
  Selection selection;
  const Calls calls(view, classifications);
  std::map<MeasureId, SelectedMeasure> measures;
  std::map<ControlId, SelectedControl> controls;
  const auto note = [](std::vector<std::size_t>& exposures, std::size_t exposure) {
    if (exposures.empty() || exposures.back() != exposure) exposures.push_back(exposure);
  };
  /// Certain ones first: what answers an exposure anyway is not open there.
  const auto note_all = [&](auto& selected, std::size_t exposure, const auto& certain, const auto& open,
                            auto members_of) {
    for (const auto& support : certain) {
      for (const auto member : members_of(support)) note(selected[member].exposures, exposure);
    }
    for (const auto& support : open) {
      for (const auto member : members_of(support)) {
        auto& one = selected[member];
        if (one.exposures.empty() || one.exposures.back() != exposure) note(one.open_exposures, exposure);
      }
    }
  };
  for (std::size_t i = 0; i < analysis.exposures.size(); ++i) {
    const auto* const already = known ? known(i) : nullptr;
    auto answer = already != nullptr ? *already : answer_to(view, calls, inventory, analysis.exposures[i]);
    note_all(
        measures, i, answer.measures, answer.open_measures,
        [](const MeasureSupport& support) -> const auto& { return support.measures; });
    note_all(
        controls, i, answer.controls, answer.open_controls,
        [](const ControlSupport& support) -> const auto& { return support.controls; });
    selection.answers.push_back(std::move(answer));
  }
  selection.obligations = obligations(view, calls, inventory);
  for (std::size_t i = 0; i < selection.obligations.size(); ++i) {
    auto& selected = measures[selection.obligations[i].measure];
    (selection.obligations[i].open() ? selected.open_obligations : selected.obligations).push_back(i);
  }
  selection.requirements = requirements(view, inventory, analysis, selection);
  for (std::size_t i = 0; i < selection.requirements.size(); ++i) {
    const auto& requirement = selection.requirements[i];
    const auto note_in = [&](auto& selected) {
      (requirement.open() ? selected.open_requirements : selected.requirements).push_back(i);
    };
    if (requirement.needed.kind == EntryKind::measure) note_in(measures[MeasureId{requirement.needed.index}]);
    if (requirement.needed.kind == EntryKind::control) note_in(controls[ControlId{requirement.needed.index}]);
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
