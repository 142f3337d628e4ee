#include <algorithm>

#include "engine/explain/facts.hpp"
#include "engine/explain/ways.hpp"
#include "engine/place.hpp"

namespace michibiki {
namespace {

using Facts = std::vector<AnyFact>;

/// The line of the placement table that placed a measure, and what the catalogues say for each of its conditions.
class PlacementWays {
 public:
  PlacementWays(const View& view, MeasureId measure, const PlacementRule& rule)
      : view_(view), measure_(measure), rule_(rule) {}

  Ways all() {
    found_ = {{{rule_.fact}, {fact_of(view_, ref(rule_.then))}, {fact_of(view_, ref(measure_))}}};
    any_of(said(LinkKind::aims_at, rule_.aims_at));
    all_of(said(LinkKind::implemented_on, rule_.implemented_within));
    any_of(said(LinkKind::implemented_on, rule_.implemented_on_any));
    any_of(involved());
    all_of(origins());
    Ways ways;
    for (auto& facts : found_) ways.push_back({StepKind::placed, {}, std::move(facts), {}, {}});
    return ways;
  }

 private:
  /// What a condition finds, each with the facts that say so; none where the rule does not ask.
  using Found = std::optional<std::vector<Facts>>;

  template <typename T>
  bool add_under(const std::vector<Id<T>>& wanted, EntryRef entry, Facts& facts) const {
    return add_limit(view_, wanted, std::optional(Id<T>{entry.index}), facts);
  }

  template <typename T>
  Found said(LinkKind kind, const std::vector<Id<T>>& wanted) const {
    if (wanted.empty()) return {};
    std::vector<Facts> found;
    for (const auto id : view_.links_from(ref(measure_), kind)) {
      for (const auto to : view_.catalog().link(id).to) {
        Facts facts{{view_.catalog().link(id).fact}, {fact_of(view_, to)}};
        if (view_.holds(to) && add_under(wanted, to, facts)) found.push_back(std::move(facts));
      }
    }
    return found;
  }

  Found involved() const {
    if (rule_.obliges_any.empty()) return {};
    std::vector<Facts> found;
    for (const auto id : view_.links_to_upwards(ref(measure_), LinkKind::involves)) {
      for (const auto from : view_.catalog().link(id).from) {
        Facts facts{{view_.catalog().link(id).fact},
                    {fact_of(view_, from)},
                    over(view_, view_.catalog().link(id).to, ref(measure_))};
        if (view_.holds(from) && add_under(rule_.obliges_any, from, facts)) found.push_back(std::move(facts));
      }
    }
    return found;
  }

  /// The threats that it counters, with their origins.
  Found origins() const {
    if (rule_.counters_origins.empty()) return {};
    std::vector<Facts> found;
    for (const auto id : view_.links_from(ref(measure_), LinkKind::counters)) {
      const auto& link = view_.catalog().link(id);
      for (std::size_t i = 0; i < view_.catalog().threats.size(); ++i) {
        const ThreatId threat{i};
        const auto named = over(view_, link.to, ref(threat));
        if (view_.catalog().threats[threat].group || named.empty() || !view_.holds(ref(threat))) continue;
        Facts facts{{link.fact}, named, {fact_of(view_, ref(threat))}};
        if (add_limit(view_, link.limits.threats, std::optional(threat), facts) &&
            add_origin(view_, link.limits.origins, threat, facts) &&
            add_origin(view_, rule_.counters_origins, threat, facts))
          found.push_back(std::move(facts));
      }
    }
    return found;
  }

  void any_of(const Found& found) {
    if (!found) return;
    std::vector<Facts> all;
    for (const auto& so_far : found_) {
      for (const auto& facts : *found) {
        all.push_back(so_far);
        all.back().insert(all.back().end(), facts.begin(), facts.end());
      }
    }
    found_ = std::move(all);
  }

  void all_of(const Found& found) {
    if (!found) return;
    for (auto& so_far : found_) {
      for (const auto& facts : *found) so_far.insert(so_far.end(), facts.begin(), facts.end());
    }
  }

  const View& view_;
  MeasureId measure_;
  const PlacementRule& rule_;
  std::vector<Facts> found_;
};

}  // namespace

Ways ways_to(const Workings& workings, const IsPlaced& conclusion) {
  const auto placement = place(workings.view, conclusion.measure);
  if (!placement.rule) return {};
  const auto& table = workings.view.catalog().placement;
  const auto rule = std::ranges::find(table, *placement.rule, &PlacementRule::fact);
  return PlacementWays(workings.view, conclusion.measure, *rule).all();
}

}  // namespace michibiki
