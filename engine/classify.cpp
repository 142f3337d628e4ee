#include "engine/classify.hpp"

#include <algorithm>

namespace michibiki {
namespace {

enum class Truth { no, unknown, yes };

Truth holds(const LevelRule& rule, const Service& service) {
  auto truth = Truth::yes;
  for (const auto& [question, wanted] : rule.when) {
    const auto answer = service.answers.find(question);
    if (answer == service.answers.end()) {
      truth = Truth::unknown;
    } else if (answer->second != wanted) {
      return Truth::no;
    }
  }
  return truth;
}

void add_once(auto& list, const auto& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

/// The first rule that surely holds decides; rules before it that may hold keep their levels possible. Where none surely holds, any
/// level of the scale may be required.
RequiredLevel by_criteria(const View& view, const LevelCriterion& criterion, const Service& service) {
  RequiredLevel level{criterion.property, {}, LevelOrigin::criteria, {}, {}};
  bool decided = false;
  for (const auto& rule : criterion.rules) {
    if (!view.holds(rule.fact)) continue;
    const auto truth = holds(rule, service);
    if (truth == Truth::no) continue;
    add_once(level.possible, rule.then);
    level.grounds.push_back({rule.fact, std::nullopt, rule.because});
    if (!rule.when.empty() && truth == Truth::yes) level.origin = LevelOrigin::answers;
    for (const auto& [question, wanted] : rule.when) {
      if (!service.answers.contains(question)) add_once(level.open_questions, question);
    }
    if (truth == Truth::yes) {
      decided = true;
      break;
    }
  }
  if (!decided) level.possible = view.catalog().properties[criterion.property].levels;
  if (level.possible.size() == 1) level.open_questions.clear();
  if (std::any_of(criterion.rules.begin(), criterion.rules.end(), [&](const LevelRule& rule) {
        return std::any_of(rule.when.begin(), rule.when.end(),
                           [&](const auto& condition) { return service.answers.contains(condition.first); });
      })) {
    level.origin = LevelOrigin::answers;
  }
  return level;
}

RequiredLevel by_type(PropertyId property, const TypeLevel& stated, const RequiredLevel& criteria) {
  RequiredLevel level{
      property, stated.possible, LevelOrigin::service_type, {{stated.fact, stated.reason, stated.because}}, {}};
  if (level.possible.size() > 1) {
    level.open_questions = criteria.open_questions;
    if (criteria.origin == LevelOrigin::answers) {
      std::erase_if(level.possible, [&](LevelId id) {
        return std::find(criteria.possible.begin(), criteria.possible.end(), id) == criteria.possible.end();
      });
      if (level.possible.empty()) return criteria;
      if (level.possible.size() == 1) level.open_questions.clear();
    }
  }
  return level;
}

RequiredLevel required(const View& view, const Service& service, PropertyId property) {
  RequiredLevel criteria{property, view.catalog().properties[property].levels, LevelOrigin::criteria, {}, {}};
  for (const auto& criterion : view.catalog().level_criteria) {
    if (criterion.property == property) criteria = by_criteria(view, criterion, service);
  }
  if (const auto given = service.levels.find(property); given != service.levels.end()) {
    return {property, {given->second}, LevelOrigin::given, {}, {}};
  }
  if (criteria.origin == LevelOrigin::answers && criteria.possible.size() == 1) return criteria;
  if (service.type) {
    const auto& type = view.catalog().service_types[*service.type];
    const auto stated = type.levels.find(property);
    if (stated != type.levels.end() && view.holds(stated->second.fact))
      return by_type(property, stated->second, criteria);
  }
  return criteria;
}

bool possible(const Pattern& pattern, const std::vector<RequiredLevel>& levels) {
  return std::all_of(levels.begin(), levels.end(), [&](const RequiredLevel& level) {
    const auto wanted = pattern.levels.find(level.property);
    return wanted == pattern.levels.end() ||
           std::find(level.possible.begin(), level.possible.end(), wanted->second) != level.possible.end();
  });
}

}  // namespace

Classification classify(const View& view, const Service& service) {
  const auto& catalog = view.catalog();
  Classification result;
  for (std::size_t i = 0; i < catalog.properties.size(); ++i) {
    const PropertyId property{i};
    if (catalog.properties[property].levels.empty() || !view.holds(ref(property))) continue;
    result.levels.push_back(required(view, service, property));
  }
  for (std::size_t i = 0; i < catalog.patterns.size(); ++i) {
    const PatternId pattern{i};
    if (view.holds(ref(pattern)) && possible(catalog.patterns[pattern], result.levels))
      result.patterns.push_back(pattern);
  }
  return result;
}

}  // namespace michibiki
