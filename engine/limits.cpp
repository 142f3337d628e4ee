#include "engine/limits.hpp"

#include <algorithm>
#include <map>

#include "engine/basis_through.hpp"

namespace michibiki {
namespace {

template <typename T>
bool allows(const View& view, const std::vector<Id<T>>& limit, std::optional<Id<T>> item) {
  return limit.empty() || (item && std::any_of(limit.begin(), limit.end(), [&](Id<T> allowed) {
                             return view.graph().lies_under(ref(*item), ref(allowed));
                           }));
}

}  // namespace

bool within(const View& view, const std::vector<PropertyId>& limit, std::optional<PropertyId> property) {
  return allows(view, limit, property);
}

std::optional<BasisKind> within(const View& view, const Limits& limits, const Circumstance& circumstance) {
  if (!allows(view, limits.properties, circumstance.property) ||
      !allows(view, limits.components, circumstance.component) || !allows(view, limits.assets, circumstance.asset) ||
      !allows(view, limits.threats, std::optional(circumstance.threat)) ||
      !allows(view, limits.vulnerabilities, circumstance.vulnerability))
    return std::nullopt;
  auto basis = BasisKind::stated;
  if (!limits.origins.empty()) {
    const auto& origin = view.catalog().threats[circumstance.threat].origin;
    if (!origin || !view.holds(origin->fact) || !allows(view, limits.origins, std::optional(origin->value)))
      return std::nullopt;
    basis = view.catalog().fact(origin->fact).basis.kind;
  }
  if (limits.natures.empty()) return basis;
  std::optional<BasisKind> firmest;
  for (const auto& concerned : circumstance.natures) {
    if (allows(view, limits.natures, std::optional(concerned.nature)))
      firmest = std::max(firmest.value_or(concerned.basis), concerned.basis);
  }
  return firmest ? std::optional(std::min(basis, *firmest)) : std::nullopt;
}

std::vector<ConcernedNature> natures_of(const View& view, AssetId asset) {
  std::map<NatureId, BasisKind> firmest;
  for (const auto link : view.links_from_upwards(ref(asset), LinkKind::has_nature)) {
    for (const auto to : view.catalog().link(link).to) {
      if (!view.holds(to)) continue;
      auto& basis = firmest.try_emplace(NatureId{to.index}, BasisKind::unverified).first->second;
      basis = std::max(basis, basis_through(view, link, ref(asset), to));
    }
  }
  std::vector<ConcernedNature> natures;
  for (const auto& [nature, basis] : firmest) natures.push_back({nature, basis});
  return natures;
}

}  // namespace michibiki
