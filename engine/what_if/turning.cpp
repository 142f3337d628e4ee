#include "engine/what_if/turning.hpp"

#include <algorithm>
#include <set>

namespace michibiki {

Turning::Turning(const Workings& here, const Explanation& explanation, const Workings& there)
    : explanation_(explanation) {
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

std::vector<std::size_t> Turning::steps(std::size_t conclusion) const {
  std::vector<std::size_t> turning;
  for (const auto position : explanation_.shortest_reason(conclusion)) {
    const auto& step = explanation_.justification.steps[position];
    const auto holds = [&](std::size_t premise) { return holds_there(premise); };
    if (!holds_there(step.conclusion) && std::ranges::all_of(step.premises, holds)) turning.push_back(position);
  }
  return turning;
}

}  // namespace michibiki
