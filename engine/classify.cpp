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
    } else if (answer->second.value != wanted) {
      return Truth::no;
    }
  }
  return truth;
}

void add_once(auto& list, const auto& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

bool among(const std::vector<LevelId>& levels, LevelId level) {
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

/// A rule stands as the worst of what it is made of.
Standing standing_of(const View& view, const LevelRule& rule) {
  auto standing = std::max(view.standing(rule.fact), view.standing(ref(rule.then)));
  for (const auto& [question, wanted] : rule.when) standing = std::max(standing, view.standing(ref(question)));
  return standing;
}

/// The levels of a scale, or of a line of the table of types, that have not been taken away.
std::vector<LevelId> present(const View& view, std::vector<LevelId> levels) {
  std::erase_if(levels, [&](LevelId level) { return view.standing(ref(level)) == Standing::absent; });
  return levels;
}

RequiredLevel undecided(const View& view, PropertyId property) {
  RequiredLevel level;
  level.property = property;
  level.possible = present(view, view.catalog().properties[property].levels);
  level.origin = LevelOrigin::criteria;
  return level;
}

/// The first rule that surely holds decides; rules before it that may hold, or that trust hides, keep their levels possible. Where none
/// surely holds, any level of the scale may be required.
RequiredLevel by_criteria(const View& view, const LevelCriterion& criterion, const Service& service) {
  auto level = undecided(view, criterion.property);
  std::vector<LevelId> possible;
  bool decided = false;
  for (const auto& rule : criterion.rules) {
    const auto standing = standing_of(view, rule);
    if (standing == Standing::absent) continue;
    for (const auto& [question, wanted] : rule.when) {
      if (service.answers.contains(question)) level.origin = LevelOrigin::answers;
    }
    const auto truth = holds(rule, service);
    if (decided || truth == Truth::no) continue;
    add_once(possible, rule.then);
    for (const auto& [question, wanted] : rule.when) {
      if (!service.answers.contains(question)) add_once(level.open_questions, question);
    }
    if (standing == Standing::distrusted) {
      level.withheld.push_back(rule.fact);
      continue;
    }
    level.grounds.push_back({rule.fact, std::nullopt, rule.because});
    decided = truth == Truth::yes;
  }
  if (decided) level.possible = std::move(possible);
  if (level.possible.size() == 1) {
    level.open_questions.clear();
    level.withheld.clear();
  }
  return level;
}

/// What a line of the table of types makes of what the criteria say. Answers rule out what they exclude; a line that they exclude
/// altogether is overruled, as it was judged for a typical service of its kind.
RequiredLevel by_type(const View& view, const TypeLevel& stated, Standing standing, RequiredLevel criteria) {
  const LevelGround line{stated.fact, stated.reason, stated.because};
  const bool answered = criteria.origin == LevelOrigin::answers;
  auto possible = present(view, stated.possible);
  if (standing == Standing::distrusted) {
    // Hidden by trust: its levels stay possible. Answers come first anyway.
    if (!answered) {
      for (const auto level : possible) add_once(criteria.possible, level);
    }
    if (criteria.possible.size() > 1) criteria.withheld.push_back(stated.fact);
    return criteria;
  }
  if (answered) {
    if (!criteria.withheld.empty()) return criteria;
    std::erase_if(possible, [&](LevelId level) { return !among(criteria.possible, level); });
    if (possible.empty()) criteria.overruled = {line};
    if (possible.empty() || criteria.possible.size() == 1) return criteria;
  }
  RequiredLevel level;
  level.property = criteria.property;
  level.possible = std::move(possible);
  level.origin = LevelOrigin::service_type;
  level.grounds = {line};
  if (level.possible.size() > 1) level.open_questions = std::move(criteria.open_questions);
  return level;
}

RequiredLevel required(const View& view, const Service& service, PropertyId property) {
  if (const auto given = service.levels.find(property); given != service.levels.end()) {
    RequiredLevel level;
    level.property = property;
    level.possible = {given->second.value};
    level.origin = LevelOrigin::given;
    return level;
  }
  auto criteria = undecided(view, property);
  for (const auto& criterion : view.catalog().level_criteria) {
    if (criterion.property == property) criteria = by_criteria(view, criterion, service);
  }
  if (!service.type) return criteria;
  const auto& type = view.catalog().service_types[*service.type];
  const auto stated = type.levels.find(property);
  if (stated == type.levels.end()) return criteria;
  const auto standing = std::max(view.standing(type.fact), view.standing(stated->second.fact));
  if (standing == Standing::absent) return criteria;
  return by_type(view, stated->second, standing, std::move(criteria));
}

/// A pattern whose level is hidden may be of any; one that is hidden as a whole is, if it is one, what it is said to be.
bool possible(const View& view, const Pattern& pattern, const std::vector<RequiredLevel>& levels) {
  const bool hidden = !view.holds(pattern.fact);
  return std::all_of(levels.begin(), levels.end(), [&](const RequiredLevel& level) {
    const auto wanted = pattern.levels.find(level.property);
    return wanted == pattern.levels.end() || (!hidden && !view.holds(wanted->second.fact)) ||
           among(level.possible, wanted->second.value);
  });
}

bool contains(const std::vector<PatternId>& patterns, PatternId pattern) {
  return std::find(patterns.begin(), patterns.end(), pattern) != patterns.end();
}

/// The patterns that the view does not lack.
std::vector<PatternId> present_patterns(const View& view) {
  std::vector<PatternId> found;
  for (std::size_t i = 0; i < view.catalog().patterns.size(); ++i) {
    const PatternId id{i};
    if (!view.catalog().patterns[id].group && view.standing(ref(id)) != Standing::absent) found.push_back(id);
  }
  return found;
}

Classification at_trust_of(const View& view, const Service& service) {
  const auto& catalog = view.catalog();
  Classification result;
  for (std::size_t i = 0; i < catalog.properties.size(); ++i) {
    const PropertyId id{i};
    const auto& property = catalog.properties[id];
    if (property.group || property.levels.empty() || !view.holds(ref(id))) continue;
    result.levels.push_back(required(view, service, id));
  }
  for (const auto id : present_patterns(view)) {
    const bool hidden = !view.holds(ref(id));
    result.outside_lattice = result.outside_lattice || !hidden;
    if (possible(view, catalog.patterns[id], result.levels)) (hidden ? result.withheld : result.patterns).push_back(id);
  }
  if (!result.patterns.empty() || !result.withheld.empty()) result.outside_lattice = false;
  return result;
}

}  // namespace

bool Classification::may_be(PatternId pattern) const {
  return contains(patterns, pattern) || contains(withheld, pattern);
}

Classification classify(const View& view, const Service& service) {
  auto result = at_trust_of(view, service);
  for (const auto id : present_patterns(view)) {
    if (!result.may_be(id)) result.ruled_out.push_back({id, view.trust()});
  }
  for (const auto trust : {BasisKind::judgement, BasisKind::stated}) {
    if (trust <= view.trust() || result.ruled_out.empty()) continue;
    const auto firmer = at_trust_of(view.at_trust(trust), service);
    for (auto& out : result.ruled_out) {
      const bool so_far = static_cast<int>(out.basis) + 1 == static_cast<int>(trust);
      if (so_far && !firmer.may_be(out.pattern)) out.basis = trust;
    }
  }
  return result;
}

std::vector<Classification> classify(const View& view, const Portfolio& portfolio) {
  std::vector<Classification> all;
  for (const auto& service : portfolio.services) all.push_back(classify(view, service));
  return all;
}

Classification classified_as(const View& view, PatternId pattern) {
  Classification result;
  for (const auto id : present_patterns(view)) {
    if (id == pattern) {
      result.patterns.push_back(id);
    } else {
      result.ruled_out.push_back({id, BasisKind::stated});
    }
  }
  return result;
}

}  // namespace michibiki
