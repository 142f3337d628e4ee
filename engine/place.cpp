#include "engine/place.hpp"

#include <algorithm>

namespace michibiki {
namespace {

/// What the placement table may ask of a measure.
struct Placeable {
  std::vector<EntryRef> implemented_on;
  std::vector<EntryRef> aims_at;
  std::vector<EntryRef> involves;
  std::vector<std::optional<OriginId>> origins;  ///< of the threats it counters
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

template <typename T>
bool lies_under_any(const View& view, EntryRef entry, const std::vector<Id<T>>& ancestors) {
  return std::any_of(ancestors.begin(), ancestors.end(),
                     [&](Id<T> id) { return view.holds(ref(id)) && view.graph().lies_under(entry, ref(id)); });
}

/// The origins of the threats that a link counters: those it names, as far as its limits leave them. A threat of no known origin is one.
void add_origins(const View& view, const Link& link, std::vector<std::optional<OriginId>>& origins) {
  const auto& catalog = view.catalog();
  for (std::size_t i = 0; i < catalog.threats.size(); ++i) {
    const ThreatId id{i};
    const auto& threat = catalog.threats[id];
    const bool named = std::ranges::any_of(
        link.to, [&](EntryRef to) { return view.holds(to) && view.graph().lies_under(ref(id), to); });
    if (!named || threat.group || !view.holds(ref(id))) continue;
    const bool known = threat.origin && view.holds(threat.origin->fact) && view.holds(ref(threat.origin->value));
    const auto origin = known ? std::optional(threat.origin->value) : std::nullopt;
    const bool left =
        (link.limits.threats.empty() || lies_under_any(view, ref(id), link.limits.threats)) &&
        (link.limits.origins.empty() || (origin && lies_under_any(view, ref(*origin), link.limits.origins)));
    if (left) origins.push_back(origin);
  }
}

Placeable facts_of(const View& view, MeasureId measure) {
  Placeable facts{targets(view, measure, LinkKind::implemented_on), targets(view, measure, LinkKind::aims_at), {}, {}};
  for (const auto link : view.links_to_upwards(ref(measure), LinkKind::involves)) {
    for (const auto from : view.catalog().link(link).from) {
      if (view.holds(from)) facts.involves.push_back(from);
    }
  }
  for (const auto link : view.links_from(ref(measure), LinkKind::counters)) {
    add_origins(view, view.catalog().link(link), facts.origins);
  }
  return facts;
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
  const bool origins = wanted.empty() || (!facts.origins.empty() &&
                                          std::ranges::all_of(facts.origins, [&](std::optional<OriginId> origin) {
                                            return origin && lies_under_any(view, ref(*origin), wanted);
                                          }));
  return origins && (rule.aims_at.empty() || any_under(view, facts.aims_at, rule.aims_at)) &&
         (rule.implemented_within.empty() || all_under(view, facts.implemented_on, rule.implemented_within)) &&
         (rule.implemented_on_any.empty() || any_under(view, facts.implemented_on, rule.implemented_on_any)) &&
         (rule.obliges_any.empty() || any_under(view, facts.involves, rule.obliges_any));
}

/// The placement table as seen at a level of trust, and as it would be if everything were believed.
class PlacementTable {
 public:
  explicit PlacementTable(const View& view) : view_(view) {
    if (view.trust() != BasisKind::unverified) believing_ = view.at_trust(BasisKind::unverified);
  }

  Placement place(MeasureId measure) const {
    const auto& all = believing_ ? *believing_ : view_;
    const auto seen = facts_of(view_, measure);
    const auto believed = believing_ ? facts_of(all, measure) : seen;
    for (const auto& rule : view_.catalog().placement) {
      if (!all.holds(rule.fact) || !all.holds(ref(rule.then))) continue;
      const bool here = matches(view_, rule, seen);
      const bool there = matches(all, rule, believed);
      if (!here && !there) continue;
      const bool sure = here && there && view_.holds(rule.fact) && view_.holds(ref(rule.then));
      return sure ? Placement{rule.then, rule.fact, std::nullopt} : Placement{{}, {}, rule.fact};
    }
    return {};
  }

 private:
  const View& view_;
  std::optional<View> believing_;
};

}  // namespace

Placement place(const View& view, MeasureId measure) { return PlacementTable(view).place(measure); }

std::vector<Placement> place(const View& view, const Selection& selection, const KnownPlacements& known) {
  const PlacementTable table(view);
  std::vector<Placement> placements;
  for (const auto& selected : selection.measures) {
    const auto* const already = known ? known(selected.measure) : nullptr;
    placements.push_back(already != nullptr ? *already : table.place(selected.measure));
  }
  return placements;
}

}  // namespace michibiki
