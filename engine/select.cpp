#include "engine/select.hpp"

#include <algorithm>
#include <map>

namespace michibiki {
namespace {

/// Decides whether a link holds for one exposure, within its limits.
class Matcher {
 public:
  Matcher(const View& view, const Inventory& inventory)
      : view_(view), catalog_(view.catalog()), inventory_(inventory) {}

  bool applies(const Link& link, const Exposure& exposure) const {
    const auto& limits = link.limits;
    const auto& where = inventory_.assets[exposure.asset];
    const auto& threat = catalog_.threats[exposure.threat];
    const auto component =
        where.component ? std::optional(inventory_.components[*where.component].instance.type) : std::nullopt;
    const auto origin =
        threat.origin && view_.holds(threat.origin->fact) ? std::optional(threat.origin->value) : std::nullopt;
    return within(limits.properties, exposure.property) && within(limits.origins, origin) &&
           within(limits.components, component) && within(limits.assets, where.asset) &&
           within(limits.threats, std::optional(exposure.threat)) &&
           within(limits.vulnerabilities, exposure.vulnerability) && within_natures(limits.natures, exposure);
  }

 private:
  template <typename T>
  bool within(const std::vector<Id<T>>& limit, std::optional<Id<T>> item) const {
    return limit.empty() || (item && std::any_of(limit.begin(), limit.end(), [&](Id<T> allowed) {
                               return view_.graph().lies_under(ref(*item), ref(allowed));
                             }));
  }

  /// A limit by nature asks which natures of the asset are harmed, not which it has: an earthquake shakes the server, not its
  /// operating system.
  bool within_natures(const std::vector<NatureId>& limit, const Exposure& exposure) const {
    if (limit.empty()) return true;
    std::vector<LinkId> natures;
    for (const auto& ground : exposure.grounds) {
      if (ground.has_nature) natures.push_back(*ground.has_nature);
    }
    const auto asset = inventory_.assets[exposure.asset].asset;
    if (natures.empty() && asset) natures = view_.links_from_upwards(ref(*asset), LinkKind::has_nature);
    return std::any_of(natures.begin(), natures.end(), [&](LinkId link) {
      const auto& to = catalog_.link(link).to;
      return std::any_of(to.begin(), to.end(),
                         [&](EntryRef nature) { return within(limit, std::optional(NatureId{nature.index})); });
    });
  }

  const View& view_;
  const Catalog& catalog_;
  const Inventory& inventory_;
};

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
std::vector<Support> supports(const View& view, const Matcher& matcher, const Exposure& exposure, LinkKind kind) {
  std::vector<Support> found;
  for (const auto id : view.links_to_upwards(ref(exposure.threat), kind)) {
    const auto& link = view.catalog().link(id);
    if (!matcher.applies(link, exposure)) continue;
    for (auto& party : parties<IdType>(view, link)) {
      found.push_back({id, std::move(party), std::min(exposure.basis, view.catalog().fact(link.fact).basis.kind)});
    }
  }
  return found;
}

std::vector<Obligation> obligations(const View& view, const Inventory& inventory) {
  std::vector<Obligation> found;
  for (const auto stakeholder : inventory.stakeholders) {
    for (const auto id : view.links_from_upwards(ref(stakeholder), LinkKind::involves)) {
      for (const auto to : view.catalog().link(id).to) {
        if (view.holds(to)) found.push_back({stakeholder, MeasureId{to.index}, id});
      }
    }
  }
  return found;
}

}  // namespace

Selection select(const View& view, const Inventory& inventory, const Analysis& analysis) {
  Selection selection;
  const Matcher matcher(view, inventory);
  std::map<MeasureId, SelectedMeasure> measures;
  std::map<ControlId, SelectedControl> controls;
  const auto note = [](auto& selected, auto id, std::size_t exposure) {
    auto& exposures = selected[id].exposures;
    if (exposures.empty() || exposures.back() != exposure) exposures.push_back(exposure);
  };
  for (std::size_t i = 0; i < analysis.exposures.size(); ++i) {
    const auto& exposure = analysis.exposures[i];
    Answer answer{supports<MeasureSupport, MeasureId>(view, matcher, exposure, LinkKind::counters),
                  supports<ControlSupport, ControlId>(view, matcher, exposure, LinkKind::mitigates)};
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
