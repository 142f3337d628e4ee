#include "engine/what_if/what_if.hpp"

#include <algorithm>

#include "engine/explain/about.hpp"

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
    // The class and the lineage of a measure that is no longer called for are what they were.
    if (!turning.holds_there(root)) side.turns.push_back({root, turning.steps(root)});
  }
  return side;
}

}  // namespace

const Turn* Side::find(const Conclusion& conclusion) const {
  const auto found = std::ranges::find_if(
      turns, [&](const Turn& turn) { return explanation.justification.conclusions[turn.conclusion] == conclusion; });
  return found == turns.end() ? nullptr : &*found;
}

WhatIf what_if(const Workings& before, const Workings& after) {
  WhatIf result;
  result.before = conclude(before.view, before.derivation);
  result.after = conclude(after.view, after.derivation);
  result.difference = difference(result.before, result.after);
  result.gone = only_in(before, after);
  result.fresh = only_in(after, before);
  return result;
}

}  // namespace michibiki
