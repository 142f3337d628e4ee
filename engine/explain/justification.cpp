#include "engine/explain/justification.hpp"

#include <algorithm>

namespace michibiki {

std::optional<std::size_t> Justification::find(const Conclusion& conclusion) const {
  const auto found = std::ranges::find(conclusions, conclusion);
  if (found == conclusions.end()) return std::nullopt;
  return static_cast<std::size_t>(found - conclusions.begin());
}

std::vector<bool> following(const Justification& justification, const std::function<bool(const Step&)>& stands) {
  // Each step waits for its premises; who is waited for tells those who wait, once.
  std::vector<std::size_t> missing(justification.steps.size());
  std::vector<std::vector<std::size_t>> waiting(justification.conclusions.size());
  std::vector<bool> follows(justification.conclusions.size(), false);
  std::vector<std::size_t> news;
  const auto take = [&](std::size_t step) {
    const auto conclusion = justification.steps[step].conclusion;
    if (!follows[conclusion]) news.push_back(conclusion);
    follows[conclusion] = true;
  };
  for (std::size_t i = 0; i < justification.steps.size(); ++i) {
    const auto& step = justification.steps[i];
    if (!stands(step)) continue;
    missing[i] = step.premises.size();
    for (const auto premise : step.premises) waiting[premise].push_back(i);
    if (step.premises.empty()) take(i);
  }
  while (!news.empty()) {
    const auto conclusion = news.back();
    news.pop_back();
    for (const auto step : waiting[conclusion]) {
      if (--missing[step] == 0) take(step);
    }
  }
  return follows;
}

std::vector<bool> following_without(const Justification& justification, const std::function<bool(FactId)>& gone) {
  return following(justification, [&](const Step& step) {
    return std::ranges::none_of(step.facts, [&](const AnyFact& any) { return std::ranges::all_of(any, gone); });
  });
}

}  // namespace michibiki
