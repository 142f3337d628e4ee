#include "engine/place.hpp"

#include <algorithm>

namespace michibiki {
namespace {

/// What the placement table may ask of a measure.
struct Placeable {
  std::vector<EntryRef> implemented_on;
  std::vector<EntryRef> aims_at;
  std::vector<EntryRef> involves;
  std::vector<OriginId> origins;
};

std::vector<EntryRef> targets(const View& view, MeasureId measure, LinkKind kind) {
  std::vector<EntryRef> found;
  for (const auto link : view.links_from(ref(measure), kind)) {
    for (const auto to : view.catalog().link(link).to) {
      if (view.holds(to)) found.push_back(to);
    }
  }
  return found;
}

void add_origins(const View& view, EntryRef threat, std::vector<OriginId>& origins) {
  const auto& catalog = view.catalog();
  for (std::size_t i = 0; i < catalog.threats.size(); ++i) {
    const auto& item = catalog.threats.at(i);
    if (item.group || !item.origin || !view.holds(item.origin->fact)) continue;
    if (view.graph().lies_under(EntryRef(EntryKind::threat, i), threat)) origins.push_back(item.origin->value);
  }
}

Placeable facts_of(const View& view, MeasureId measure) {
  Placeable facts{targets(view, measure, LinkKind::implemented_on), targets(view, measure, LinkKind::aims_at), {}, {}};
  for (const auto link : view.links_to(ref(measure), LinkKind::involves)) {
    const auto& from = view.catalog().link(link).from;
    facts.involves.insert(facts.involves.end(), from.begin(), from.end());
  }
  for (const auto threat : targets(view, measure, LinkKind::counters)) add_origins(view, threat, facts.origins);
  return facts;
}

template <typename T>
bool lies_under_any(const View& view, EntryRef entry, const std::vector<Id<T>>& ancestors) {
  return std::any_of(ancestors.begin(), ancestors.end(),
                     [&](Id<T> id) { return view.graph().lies_under(entry, ref(id)); });
}

template <typename T>
bool any_under(const View& view, const std::vector<EntryRef>& entries, const std::vector<Id<T>>& ancestors) {
  return std::any_of(entries.begin(), entries.end(),
                     [&](EntryRef entry) { return lies_under_any(view, entry, ancestors); });
}

template <typename T>
bool all_under(const View& view, const std::vector<EntryRef>& entries, const std::vector<Id<T>>& ancestors) {
  return !entries.empty() && std::all_of(entries.begin(), entries.end(),
                                         [&](EntryRef entry) { return lies_under_any(view, entry, ancestors); });
}

bool matches(const View& view, const PlacementRule& rule, const Placeable& facts) {
  const auto& wanted = rule.counters_origins;
  const bool origins =
      wanted.empty() || (!facts.origins.empty() && std::ranges::all_of(facts.origins, [&](OriginId origin) {
        return std::ranges::find(wanted, origin) != wanted.end();
      }));
  return origins && (rule.aims_at.empty() || any_under(view, facts.aims_at, rule.aims_at)) &&
         (rule.implemented_within.empty() || all_under(view, facts.implemented_on, rule.implemented_within)) &&
         (rule.implemented_on_any.empty() || any_under(view, facts.implemented_on, rule.implemented_on_any)) &&
         (rule.obliges_any.empty() || any_under(view, facts.involves, rule.obliges_any));
}

}  // namespace

Placement place(const View& view, MeasureId measure) {
  const auto facts = facts_of(view, measure);
  for (const auto& rule : view.catalog().placement) {
    if (view.holds(rule.fact) && matches(view, rule, facts)) return {rule.then, rule.fact};
  }
  return {};
}

std::vector<Placement> place(const View& view, const Selection& selection) {
  std::vector<Placement> placements;
  for (const auto& selected : selection.measures) placements.push_back(place(view, selected.measure));
  return placements;
}

}  // namespace michibiki
