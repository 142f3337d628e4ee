#include <algorithm>

#include "engine/explain/facts.hpp"
#include "engine/explain/ways.hpp"

namespace michibiki {
namespace {

const RequiredLevel* required(const Workings& workings, std::size_t service, PropertyId property) {
  const auto& levels = workings.derivation.classifications[service].levels;
  const auto found = std::ranges::find(levels, property, &RequiredLevel::property);
  return found == levels.end() ? nullptr : &*found;
}

/// The line of the level criteria that a ground is.
const LevelRule* rule_of(const Catalog& catalog, FactId fact) {
  for (const auto& criterion : catalog.level_criteria) {
    const auto found = std::ranges::find(criterion.rules, fact, &LevelRule::fact);
    if (found != criterion.rules.end()) return &*found;
  }
  return nullptr;
}

}  // namespace

Ways ways_to(const Workings& workings, const MayRequireLevel& conclusion) {
  const auto* level = required(workings, conclusion.service, conclusion.property);
  if (level == nullptr || std::ranges::count(level->possible, conclusion.level) == 0) return {};
  if (level->origin == LevelOrigin::given) return {{StepKind::level_given, {}, {}, {}, {}}};
  const auto& view = workings.view;
  const AnyFact exists{fact_of(view, ref(conclusion.level))};
  Ways ways;
  const auto add = [&](StepKind kind, std::vector<AnyFact> facts) {
    ways.push_back({kind, {}, std::move(facts), {}, {}, BasisKind::stated, level->possible.size() > 1});
  };
  for (const auto& ground : level->grounds) {
    if (level->origin == LevelOrigin::service_type) {
      const auto type = workings.portfolio.services[conclusion.service].type.value();
      add(StepKind::level_by_type, {{ground.fact}, {fact_of(view, ref(type))}, exists});
    } else if (const auto* rule = rule_of(view.catalog(), ground.fact); rule->then == conclusion.level) {
      std::vector<AnyFact> facts{{ground.fact}, exists};
      for (const auto& [question, wanted] : rule->when) facts.push_back({fact_of(view, ref(question))});
      add(StepKind::level_by_criterion, std::move(facts));
    }
  }
  if (ways.empty()) add(StepKind::level_open, {exists});
  return ways;
}

Ways ways_to(const Workings& workings, const MayBeOfPattern& conclusion) {
  const auto& view = workings.view;
  const auto& pattern = view.catalog().patterns[conclusion.pattern];
  const auto& classification = workings.derivation.classifications[conclusion.service];
  if (!classification.may_be(conclusion.pattern)) return {};
  Way way{StepKind::pattern_fits, {}, {{pattern.fact}}, {}, {}, BasisKind::stated, !classification.decided()};
  for (const auto& [property, level] : pattern.levels) {
    if (!view.holds(level.fact) || required(workings, conclusion.service, property) == nullptr) continue;
    way.premises.push_back(MayRequireLevel{conclusion.service, property, level.value});
    way.facts.push_back({level.fact});
  }
  return {way};
}

}  // namespace michibiki
