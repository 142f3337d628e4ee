#include "engine/what_if/what_if.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "engine/explain/about.hpp"
#include "model/value_notation.hpp"

namespace michibiki {
namespace {

/// All conclusions, and what answers each exposure, be it open or not.
std::vector<Conclusion> with_answers(const Workings& workings) {
  auto all = all_conclusions(workings);
  const auto& answers = workings.derivation.selection.answers;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto add = [&](const auto& supports, auto members) {
      for (const auto& support : supports) {
        for (const auto member : support.*members) all.push_back(IsCalledFor{ref(member), i});
      }
    };
    add(answers[i].measures, &MeasureSupport::measures);
    add(answers[i].open_measures, &MeasureSupport::measures);
    add(answers[i].controls, &ControlSupport::controls);
    add(answers[i].open_controls, &ControlSupport::controls);
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// The values of each indicator for each service, each once, in the order of the grades.
using ValuesByService = std::map<std::tuple<std::string, std::string, std::string>, std::vector<std::string>>;

std::string text_of(const Workings& workings, const Grade& grade) {
  return value_notation(workings.view.catalog(), grade.value) + (grade.value.starred ? " *" : "");
}

ValuesByService values_of(const Workings& workings) {
  ValuesByService all;
  for (const auto& grade : workings.derivation.grading.grades) {
    const auto& measure = workings.view.catalog().measures[grade.measure];
    for (const auto service : grade.services) {
      auto& values =
          all[{measure.code, measure.indicators[grade.indicator].key, workings.portfolio.services[service].code}];
      auto value = text_of(workings, grade);
      if (std::ranges::count(values, value) == 0) values.push_back(std::move(value));
    }
  }
  return all;
}

/// Whether each of its services has that value, be it shared with others or not, and of whatever pattern.
bool stands(const Workings& workings, const Grade& grade, const ValuesByService& values) {
  const auto& measure = workings.view.catalog().measures[grade.measure];
  return std::ranges::all_of(grade.services, [&](std::size_t service) {
    const auto found =
        values.find({measure.code, measure.indicators[grade.indicator].key, workings.portfolio.services[service].code});
    return found != values.end() && std::ranges::count(found->second, text_of(workings, grade)) != 0;
  });
}

Side only_in(const Workings& here, const Workings& there) {
  const auto there_too = with_answers(there);
  const Counterparts counterparts(here, there);
  const auto values_there = values_of(there);
  const auto& grades = here.derivation.grading.grades;
  std::vector<Conclusion> different;
  for (const auto& conclusion : with_answers(here)) {
    const auto* value = std::get_if<HasValue>(&conclusion);
    if (value != nullptr && stands(here, grades[value->grade], values_there)) continue;
    const auto carried = counterparts(conclusion);
    if (!carried || !std::ranges::binary_search(there_too, *carried)) different.push_back(conclusion);
  }
  Side side;
  side.explanation = explain(here, different);
  const Turning turning(here, side.explanation, there);
  for (const auto root : side.explanation.justification.roots) {
    // The class, lineage and chapter of a measure that is no longer called for are what they were.
    if (!turning.holds_there(root)) side.turns.push_back({root, turning.breaks(root)});
  }
  return side;
}

/// The services for which something is exposed.
std::vector<std::size_t> users_of(const Workings& workings, std::size_t exposure) {
  const auto& inventory = workings.derivation.inventory;
  const auto& asset = inventory.assets[workings.derivation.analysis.exposures[exposure].asset];
  if (asset.component) return inventory.components[*asset.component].used_by;
  std::vector<std::size_t> all(workings.portfolio.services.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

/// Of some services here those that are, by their ids, not among some there.
std::vector<std::size_t> only_among(const Workings& here, const std::vector<std::size_t>& services,
                                    const Workings& there, const std::vector<std::size_t>& others) {
  auto only = services;
  std::erase_if(only, [&](std::size_t service) {
    return std::ranges::any_of(others, [&](std::size_t other) {
      return there.portfolio.services[other].code == here.portfolio.services[service].code;
    });
  });
  return only;
}

bool is_open(const Workings& workings, std::size_t exposure) {
  const auto& row = workings.derivation.coverage.exposures[exposure];
  return row.status != CoverageStatus::covered && !row.accepted;
}

std::vector<std::string> sorted(std::vector<std::string> texts) {
  std::ranges::sort(texts);
  return texts;
}

std::string in_a_row(const std::vector<std::string>& values) {
  std::string text;
  for (const auto& value : values) text += (text.empty() ? "" : ", ") + value;
  return text;
}

/// Services that are alike in all but their ids stand together.
template <typename Value>
void add_together(std::vector<Value>& all, Value value) {
  const auto alike = std::ranges::find_if(all, [&](const Value& known) {
    auto same = known;
    same.services = value.services;
    return same == value;
  });
  if (alike == all.end()) {
    all.push_back(std::move(value));
  } else {
    alike->services.insert(alike->services.end(), value.services.begin(), value.services.end());
  }
}

std::set<std::string> measures_of(const Workings& workings) {
  std::set<std::string> codes;
  for (const auto& selected : workings.derivation.selection.measures)
    codes.insert(workings.view.catalog().measures[selected.measure].code);
  return codes;
}

}  // namespace

std::vector<OtherwiseUsed> otherwise_used(const Workings& before, const Workings& after) {
  const Counterparts counterparts(before, after);
  const auto& components = before.derivation.inventory.components;
  std::vector<OtherwiseUsed> found;
  for (std::size_t i = 0; i < components.size(); ++i) {
    const auto carried = counterparts(HasComponent{i});
    if (!carried) continue;
    const auto there = std::get<HasComponent>(*carried).component;
    OtherwiseUsed used{i, there, {}, {}};
    const auto& used_there = after.derivation.inventory.components[there].used_by;
    used.no_longer = only_among(before, components[i].used_by, after, used_there);
    used.now = only_among(after, used_there, before, components[i].used_by);
    if (!used.no_longer.empty() || !used.now.empty()) found.push_back(std::move(used));
  }
  return found;
}

std::vector<OpenExposure> open_only_in(const Workings& here, const Workings& there) {
  const Counterparts counterparts(here, there);
  std::vector<OpenExposure> found;
  for (std::size_t i = 0; i < here.derivation.analysis.exposures.size(); ++i) {
    if (!is_open(here, i)) continue;
    const auto carried = counterparts(IsExposed{i, {}});
    OpenExposure open{i, {}, users_of(here, i), false};
    if (carried) open.other = std::get<IsExposed>(*carried).exposure;
    if (open.other && is_open(there, *open.other)) {
      open.services = only_among(here, open.services, there, users_of(there, *open.other));
      open.for_others = true;
    }
    if (!open.services.empty()) found.push_back(std::move(open));
  }
  return found;
}

std::vector<ChangedValue> changed_values(const Workings& before, const Workings& after) {
  const auto was = values_of(before);
  const auto is = values_of(after);
  const auto measures_before = measures_of(before);
  const auto measures_after = measures_of(after);
  std::set<ValuesByService::key_type> keys;
  for (const auto& [key, values] : was) keys.insert(key);
  for (const auto& [key, values] : is) keys.insert(key);
  const auto in = [](const ValuesByService& values, const auto& key) {
    const auto found = values.find(key);
    return found == values.end() ? std::vector<std::string>() : found->second;
  };
  std::vector<ChangedValue> changed;
  for (const auto& key : keys) {
    const auto& [measure, indicator, service] = key;
    if (!measures_before.contains(measure) || !measures_after.contains(measure)) continue;
    const auto old = in(was, key);
    const auto fresh = in(is, key);
    if (sorted(old) != sorted(fresh))
      add_together(changed, {{measure, indicator, {service}}, in_a_row(old), in_a_row(fresh)});
  }
  return changed;
}

std::vector<LoneValue> lone_values(const Workings& here, const Workings& there) {
  const auto measures_there = measures_of(there);
  std::vector<LoneValue> lone;
  for (const auto& [key, values] : values_of(here)) {
    const auto& [measure, indicator, service] = key;
    if (!measures_there.contains(measure)) add_together(lone, {{measure, indicator, {service}}, in_a_row(values)});
  }
  return lone;
}

bool is_of(const Workings& workings, const Grade& grade, const ValueKey& value) {
  const auto& measure = workings.view.catalog().measures[grade.measure];
  return measure.code == value.measure && measure.indicators[grade.indicator].key == value.indicator &&
         std::ranges::any_of(grade.services, [&](std::size_t service) {
           return std::ranges::count(value.services, workings.portfolio.services[service].code) != 0;
         });
}

const Turn* Side::find(const Conclusion& conclusion) const {
  const auto found = std::ranges::find_if(
      turns, [&](const Turn& turn) { return explanation.justification.conclusions[turn.conclusion] == conclusion; });
  return found == turns.end() ? nullptr : &*found;
}

bool WhatIf::nothing_changes() const {
  return difference.empty() && otherwise_used.empty() && gone.turns.empty() && fresh.turns.empty() &&
         newly_open.empty() && no_longer_open.empty() && values.empty() && promises.empty();
}

WhatIf what_if(const Workings& before, const Workings& after) {
  WhatIf result;
  result.before = conclude(before.view, before.portfolio, before.derivation);
  result.after = conclude(after.view, after.portfolio, after.derivation);
  result.difference = difference(result.before, result.after);
  result.gone = only_in(before, after);
  result.fresh = only_in(after, before);
  result.otherwise_used = otherwise_used(before, after);
  result.newly_open = open_only_in(after, before);
  result.no_longer_open = open_only_in(before, after);
  result.values = changed_values(before, after);
  result.values_gone = lone_values(before, after);
  result.values_come = lone_values(after, before);
  result.promises = changed_promises(before, after);
  return result;
}

}  // namespace michibiki
