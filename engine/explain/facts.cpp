#include "engine/explain/facts.hpp"

namespace michibiki {

FactId fact_of(const View& view, EntryRef entry) { return view.catalog().entry(entry).fact; }

AnyFact over(const View& view, const std::vector<EntryRef>& named, EntryRef item) {
  AnyFact any;
  for (const auto entry : named) {
    if (view.holds(entry) && view.graph().lies_under(item, entry)) any.push_back(fact_of(view, entry));
  }
  return any;
}

void add_start(const View& view, LinkId id, EntryRef item, std::vector<AnyFact>& facts) {
  const auto& link = view.catalog().link(id);
  facts.push_back({link.fact});
  if (link.join == Join::any) {
    facts.push_back(over(view, link.from, item));
  } else {
    for (const auto entry : link.from) facts.push_back({fact_of(view, entry)});
  }
}

bool add_origin(const View& view, const std::vector<OriginId>& limit, ThreatId threat, std::vector<AnyFact>& facts) {
  if (limit.empty()) return true;
  const auto& origin = view.catalog().threats[threat].origin;
  if (!origin || !view.holds(origin->fact) || !view.holds(ref(origin->value))) return false;
  facts.push_back({origin->fact});
  facts.push_back({fact_of(view, ref(origin->value))});
  return add_limit(view, limit, std::optional(origin->value), facts);
}

bool add_limits(const Workings& workings, const Limits& limits, std::size_t position, std::vector<AnyFact>& facts) {
  const auto& view = workings.view;
  const auto& exposure = workings.derivation.analysis.exposures[position];
  const auto& where = workings.derivation.inventory.assets[exposure.asset];
  std::optional<ComponentId> component;
  if (where.component) component = workings.derivation.inventory.components[*where.component].instance.type;
  return add_origin(view, limits.origins, exposure.threat, facts) &&
         add_limit(view, limits.properties, exposure.property, facts) &&
         add_limit(view, limits.components, component, facts) && add_limit(view, limits.assets, where.asset, facts) &&
         add_limit(view, limits.threats, std::optional(exposure.threat), facts) &&
         add_limit(view, limits.vulnerabilities, exposure.vulnerability, facts);
}

}  // namespace michibiki
