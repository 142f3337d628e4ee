#include "engine/explain/justify.hpp"

#include <algorithm>
#include <map>

namespace michibiki {
namespace {

/// Everything that the roots may rest on, in the order in which it is met.
class Walk {
 public:
  explicit Walk(const Workings& workings) : workings_(workings) {}

  Justification from(const std::vector<Conclusion>& roots) {
    for (const auto& root : roots) found_.roots.push_back(position_of(root));
    for (std::size_t next = 0; next < found_.conclusions.size(); ++next) {
      const auto conclusion = found_.conclusions[next];  // the list grows meanwhile
      const auto ways = std::visit([&](const auto& one) { return ways_to(workings_, one); }, conclusion);
      for (const auto& way : ways) add(next, way);
    }
    return std::move(found_);
  }

 private:
  std::size_t position_of(const Conclusion& conclusion) {
    const auto [known, added] = positions_.try_emplace(conclusion, found_.conclusions.size());
    if (added) {
      found_.conclusions.push_back(conclusion);
      found_.ways.emplace_back();
    }
    return known->second;
  }

  void add(std::size_t conclusion, const Way& way) {
    Step step{way.kind, conclusion, {}, {}, way.link, way.who, way.no_firmer_than, way.open};
    for (const auto& any : way.facts) {
      if (std::ranges::count(step.facts, any) == 0) step.facts.push_back(any);
    }
    for (const auto& premise : way.premises) step.premises.push_back(position_of(premise));
    found_.ways[conclusion].push_back(found_.steps.size());
    found_.steps.push_back(std::move(step));
  }

  const Workings& workings_;
  Justification found_;
  std::map<Conclusion, std::size_t> positions_;
};

/// Without what does not follow, nor the steps that would need it.
Justification only_what_follows(const Justification& all) {
  const auto follows = following(all, [](const Step&) { return true; });
  Justification kept;
  std::vector<std::size_t> moved(all.conclusions.size());
  for (std::size_t i = 0; i < all.conclusions.size(); ++i) {
    moved[i] = kept.conclusions.size();
    if (follows[i]) kept.conclusions.push_back(all.conclusions[i]);
  }
  kept.ways.resize(kept.conclusions.size());
  for (auto step : all.steps) {
    const auto so = [&](std::size_t conclusion) { return follows[conclusion]; };
    if (!so(step.conclusion) || !std::ranges::all_of(step.premises, so)) continue;
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

}  // namespace

Justification justify(const Workings& workings, const std::vector<Conclusion>& roots) {
  return only_what_follows(Walk(workings).from(roots));
}

}  // namespace michibiki
