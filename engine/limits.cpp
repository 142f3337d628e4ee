#include "engine/limits.hpp"

#include <map>

namespace michibiki {
namespace {

/// The threat's origin is believed, and that there is such an origin.
std::optional<BasisKind> by_origin(const View& view, const std::vector<OriginId>& limit, ThreatId threat) {
  if (limit.empty()) return BasisKind::stated;
  const auto& origin = view.catalog().threats[threat].origin;
  if (!origin || !view.holds(origin->fact) || !view.holds(ref(origin->value))) return std::nullopt;
  const auto named = among(view, limit, std::optional(origin->value));
  if (!named) return std::nullopt;
  return std::min({*named, view.catalog().fact(origin->fact).basis.kind, basis_of(view, ref(origin->value))});
}

std::optional<BasisKind> by_nature(const View& view, const std::vector<NatureId>& limit,
                                   const std::vector<ConcernedNature>& natures) {
  if (limit.empty()) return BasisKind::stated;
  std::optional<BasisKind> firmest;
  for (const auto& concerned : natures) {
    if (const auto named = among(view, limit, std::optional(concerned.nature)))
      firmest = std::max(firmest, std::optional(std::min(*named, concerned.basis)));
  }
  return firmest;
}

}  // namespace

std::optional<BasisKind> within(const View& view, const Limits& limits, const Circumstance& circumstance) {
  auto weakest = BasisKind::stated;
  for (const auto limit :
       {among(view, limits.properties, circumstance.property), by_origin(view, limits.origins, circumstance.threat),
        by_nature(view, limits.natures, circumstance.natures), among(view, limits.components, circumstance.component),
        among(view, limits.assets, circumstance.asset), among(view, limits.threats, std::optional(circumstance.threat)),
        among(view, limits.vulnerabilities, circumstance.vulnerability)}) {
    if (!limit) return std::nullopt;
    weakest = std::min(weakest, *limit);
  }
  return weakest;
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
