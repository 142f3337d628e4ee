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

}  // namespace michibiki
