#include "engine/limits.hpp"

#include <algorithm>

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

bool within(const View& view, const Limits& limits, const Circumstance& circumstance) {
  const auto& threat = view.catalog().threats[circumstance.threat];
  const auto origin =
      threat.origin && view.holds(threat.origin->fact) ? std::optional(threat.origin->value) : std::nullopt;
  return allows(view, limits.properties, circumstance.property) && allows(view, limits.origins, origin) &&
         allows(view, limits.components, circumstance.component) && allows(view, limits.assets, circumstance.asset) &&
         allows(view, limits.threats, std::optional(circumstance.threat)) &&
         allows(view, limits.vulnerabilities, circumstance.vulnerability) &&
         (limits.natures.empty() ||
          std::any_of(circumstance.natures.begin(), circumstance.natures.end(),
                      [&](NatureId nature) { return allows(view, limits.natures, std::optional(nature)); }));
}

std::vector<NatureId> natures_of(const View& view, AssetId asset) {
  std::vector<NatureId> natures;
  for (const auto link : view.links_from_upwards(ref(asset), LinkKind::has_nature)) {
    for (const auto to : view.catalog().link(link).to) {
      if (view.holds(to)) natures.emplace_back(to.index);
    }
  }
  std::sort(natures.begin(), natures.end());
  natures.erase(std::unique(natures.begin(), natures.end()), natures.end());
  return natures;
}

}  // namespace michibiki
