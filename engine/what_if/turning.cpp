#include "engine/what_if/turning.hpp"

#include <algorithm>
#include <set>

namespace michibiki {

Turning::Turning(const Workings& here, const Explanation& explanation, const Workings& there)
    : here_(here.view), there_(there.view), explanation_(explanation) {
  const Counterparts counterparts(here, there);
  std::vector<std::optional<Conclusion>> carried;
  std::vector<Conclusion> asked;
  for (const auto& conclusion : explanation.justification.conclusions) {
    carried.push_back(counterparts(conclusion));
    if (carried.back()) asked.push_back(*carried.back());
  }
  const auto justification = justify(there, asked);
  const std::set<Conclusion> hold(justification.conclusions.begin(), justification.conclusions.end());
  for (const auto& conclusion : carried) holds_there_.push_back(conclusion && hold.contains(*conclusion));
}

std::optional<FactId> Turning::missing(const Step& step) const {
  const bool same_graph = &here_.graph() == &there_.graph();
  // Of another catalogue only that it has such a layer can be told.
  const auto holds = [&](FactId fact) {
    if (same_graph) return there_.holds(fact);
    const auto& layer = here_.catalog().fact(fact).catalog;
    return std::ranges::count(there_.catalog().layers, layer, &CatalogInfo::code) != 0;
  };
  const auto* exposed = std::get_if<IsExposed>(&explanation_.justification.conclusions[step.conclusion]);
  if (exposed != nullptr && exposed->within) {
    // As a thing of a nature that the link is limited to: without the link nobody asks.
    const auto fact = here_.catalog().link(*exposed->within).fact;
    if (!holds(fact)) return fact;
  }
  for (const auto& any : step.facts) {
    if (std::ranges::none_of(any, holds)) return any.front();
  }
  return std::nullopt;
}

std::vector<Break> Turning::breaks(std::size_t conclusion) const {
  std::vector<Break> breaks;
  for (const auto position : explanation_.shortest_reason(conclusion)) {
    const auto& step = explanation_.justification.steps[position];
    const auto holds = [&](std::size_t premise) { return holds_there(premise); };
    if (!holds_there(step.conclusion) && std::ranges::all_of(step.premises, holds))
      breaks.push_back({position, missing(step)});
  }
  return breaks;
}

}  // namespace michibiki
