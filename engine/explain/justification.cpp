#include "engine/explain/justification.hpp"

#include <algorithm>

namespace michibiki {

std::optional<std::size_t> Justification::find(const Conclusion& conclusion) const {
  const auto found = std::ranges::find(conclusions, conclusion);
  if (found == conclusions.end()) return std::nullopt;
  return static_cast<std::size_t>(found - conclusions.begin());
}

std::vector<Conclusion> Justification::conclusions_of_roots() const {
  std::vector<Conclusion> found;
  for (const auto root : roots) found.push_back(conclusions[root]);
  return found;
}

std::vector<std::vector<std::size_t>> steps_upon(const Justification& justification) {
  std::vector<std::vector<std::size_t>> upon(justification.conclusions.size());
  for (std::size_t i = 0; i < justification.steps.size(); ++i) {
    for (const auto premise : justification.steps[i].premises) upon[premise].push_back(i);
  }
  return upon;
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

Justification restricted(const Justification& all, const std::function<bool(const Step&)>& stands) {
  const auto follows = following(all, stands);
  Justification kept;
  std::vector<std::size_t> moved(all.conclusions.size());
  for (std::size_t i = 0; i < all.conclusions.size(); ++i) {
    moved[i] = kept.conclusions.size();
    if (follows[i]) kept.conclusions.push_back(all.conclusions[i]);
  }
  kept.ways.resize(kept.conclusions.size());
  for (auto step : all.steps) {
    const auto so = [&](std::size_t conclusion) { return follows[conclusion]; };
    if (!stands(step) || !std::ranges::all_of(step.premises, so)) continue;
    step.conclusion = moved[step.conclusion];
    for (auto& premise : step.premises) premise = moved[premise];
    kept.ways[step.conclusion].push_back(kept.steps.size());
    kept.steps.push_back(std::move(step));
  }
  for (const auto root : all.roots) {
    if (follows[root]) kept.roots.push_back(moved[root]);
  }
  return kept;
}

std::vector<bool> following_without(const Justification& justification, const std::function<bool(FactId)>& gone) {
  return following(justification, [&](const Step& step) {
    return std::ranges::none_of(step.facts, [&](const AnyFact& any) { return std::ranges::all_of(any, gone); });
  });
}

}  // namespace michibiki
