#include "engine/explain/resting.hpp"

#include <algorithm>
#include <set>

#include "engine/statements.hpp"

namespace michibiki {

Resting resting_on(const Justification& justification, std::vector<FactId> facts,
                   const std::vector<Conclusion>& conclusions) {
  const std::set<FactId> wanted(facts.begin(), facts.end());
  std::set<std::size_t> gone;
  for (const auto& conclusion : conclusions) {
    if (const auto position = justification.find(conclusion)) gone.insert(*position);
  }
  const auto is_wanted = [&](FactId fact) { return wanted.contains(fact); };
  Resting resting{std::move(facts), {}, std::vector<bool>(justification.conclusions.size(), false)};
  const auto upon = steps_upon(justification);
  std::vector<std::size_t> news;
  const auto take = [&](std::size_t step) {
    const auto conclusion = justification.steps[step].conclusion;
    if (!resting.rests[conclusion]) news.push_back(conclusion);
    resting.rests[conclusion] = true;
  };
  for (std::size_t i = 0; i < justification.steps.size(); ++i) {
    const auto& step = justification.steps[i];
    const auto uses = [&](const AnyFact& any) { return std::ranges::any_of(any, is_wanted); };
    if (!gone.contains(step.conclusion) && !std::ranges::any_of(step.facts, uses)) continue;
    resting.directly.push_back(i);
    take(i);
  }
  while (!news.empty()) {
    const auto conclusion = news.back();
    news.pop_back();
    for (const auto step : upon[conclusion]) take(step);
  }
  return resting;
}

std::vector<FactId> facts_about(const Catalog& catalog, EntryRef entry) {
  std::vector<FactId> facts{catalog.entry(entry).fact};
  for (const auto& statement : statements(catalog)) {
    if (statement.about == entry && statement.fact != facts.front()) facts.push_back(statement.fact);
  }
  return facts;
}

}  // namespace michibiki
