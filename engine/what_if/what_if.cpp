#include "engine/what_if/what_if.hpp"

#include <algorithm>
#include <map>
#include <set>

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

Side only_in(const Workings& here, const Workings& there) {
  const auto there_too = with_answers(there);
  const Counterparts counterparts(here, there);
  std::vector<Conclusion> different;
  for (const auto& conclusion : with_answers(here)) {
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

bool is_open(const Workings& workings, std::size_t exposure) {
  const auto& row = workings.derivation.coverage.exposures[exposure];
  return row.status != CoverageStatus::covered && !row.accepted;
}

ValueKey key_of(const Workings& workings, const Grade& grade) {
  const auto& measure = workings.view.catalog().measures[grade.measure];
  ValueKey key{measure.code, measure.indicators[grade.indicator].key, {}};
  for (const auto service : grade.services) key.services.push_back(workings.portfolio.services[service].code);
  return key;
}

/// Each value once, in the order of the patterns.
std::map<ValueKey, std::string> values_of(const Workings& workings) {
  std::map<ValueKey, std::vector<std::string>> all;
  for (const auto& grade : workings.derivation.grading.grades) {
    auto value = value_notation(workings.view.catalog(), grade.value) + (grade.value.starred ? " *" : "");
    auto& values = all[key_of(workings, grade)];
    if (std::ranges::count(values, value) == 0) values.push_back(std::move(value));
  }
  std::map<ValueKey, std::string> texts;
  for (const auto& [key, values] : all) {
    auto& text = texts[key];
    for (const auto& value : values) text += (text.empty() ? "" : ", ") + value;
  }
  return texts;
}

std::set<std::string> measures_of(const Workings& workings) {
  std::set<std::string> codes;
  for (const auto& selected : workings.derivation.selection.measures)
    codes.insert(workings.view.catalog().measures[selected.measure].code);
  return codes;
}

}  // namespace

std::vector<OpenExposure> open_only_in(const Workings& here, const Workings& there) {
  const Counterparts counterparts(here, there);
  std::vector<OpenExposure> found;
  for (std::size_t i = 0; i < here.derivation.analysis.exposures.size(); ++i) {
    if (!is_open(here, i)) continue;
    const auto carried = counterparts(IsExposed{i, {}});
    const auto other = carried ? std::optional(std::get<IsExposed>(*carried).exposure) : std::nullopt;
    if (!other || !is_open(there, *other)) found.push_back({i, other});
  }
  return found;
}

std::vector<ChangedValue> changed_values(const Workings& before, const Workings& after) {
  const auto was = values_of(before);
  const auto is = values_of(after);
  const auto measures_before = measures_of(before);
  const auto measures_after = measures_of(after);
  std::set<ValueKey> keys;
  for (const auto& [key, value] : was) keys.insert(key);
  for (const auto& [key, value] : is) keys.insert(key);
  const auto in = [](const auto& values, const auto& key) {
    const auto found = values.find(key);
    return found == values.end() ? std::string() : found->second;
  };
  std::vector<ChangedValue> changed;
  for (const auto& key : keys) {
    if (!measures_before.contains(key.measure) || !measures_after.contains(key.measure)) continue;
    ChangedValue value{key, in(was, key), in(is, key)};
    if (value.before != value.after) changed.push_back(std::move(value));
  }
  return changed;
}

std::vector<LoneValue> lone_values(const Workings& here, const Workings& there) {
  const auto measures_there = measures_of(there);
  std::vector<LoneValue> lone;
  for (const auto& [key, value] : values_of(here)) {
    if (!measures_there.contains(key.measure)) lone.push_back({key, value});
  }
  return lone;
}

bool is_of(const Workings& workings, const Grade& grade, const ValueKey& value) {
  return key_of(workings, grade) == value;
}

const Turn* Side::find(const Conclusion& conclusion) const {
  const auto found = std::ranges::find_if(
      turns, [&](const Turn& turn) { return explanation.justification.conclusions[turn.conclusion] == conclusion; });
  return found == turns.end() ? nullptr : &*found;
}

bool WhatIf::nothing_changes() const {
  return difference.empty() && gone.turns.empty() && fresh.turns.empty() && newly_open.empty() &&
         no_longer_open.empty() && values.empty() && promises.empty();
}

WhatIf what_if(const Workings& before, const Workings& after) {
  WhatIf result;
  result.before = conclude(before.view, before.derivation);
  result.after = conclude(after.view, after.derivation);
  result.difference = difference(result.before, result.after);
  result.gone = only_in(before, after);
  result.fresh = only_in(after, before);
  result.newly_open = open_only_in(after, before);
  result.no_longer_open = open_only_in(before, after);
  result.values = changed_values(before, after);
  result.values_gone = lone_values(before, after);
  result.values_come = lone_values(after, before);
  result.promises = changed_promises(before, after);
  return result;
}

}  // namespace michibiki
