#include "engine/what_if/missed.hpp"

#include <algorithm>

#include "engine/explain/about.hpp"

namespace michibiki {
namespace {

/// Of a measure or control that it is called for; what else is concluded about it follows from that, or is so anyway.
bool matters(const Conclusion& conclusion, EntryRef entry) {
  if (entry.kind != EntryKind::measure && entry.kind != EntryKind::control) return true;
  const auto* called = std::get_if<IsCalledFor>(&conclusion);
  return called != nullptr && called->entry == entry;
}

bool matters(const Conclusion& conclusion, const std::optional<EntryRef>& answer) {
  const auto* called = std::get_if<IsCalledFor>(&conclusion);
  if (!answer) return called == nullptr;
  return called != nullptr && called->entry == *answer;
}

}  // namespace

std::vector<Conclusion> found_of(const Workings& workings, const Missed& missed) {
  std::vector<Conclusion> found;
  const auto add = [&](const Conclusion& conclusion) {
    if (std::ranges::count(found, conclusion) == 0) found.push_back(conclusion);
  };
  for (const auto entry : missed.entries) {
    for (const auto& conclusion : conclusions_about(workings, entry)) {
      if (matters(conclusion, entry)) add(conclusion);
    }
  }
  if (!missed.component.empty()) {
    for (const auto& conclusion : conclusions_about_component(workings, missed.component)) add(conclusion);
  }
  if (missed.level) {
    for (const auto& conclusion : conclusions_about(workings, ref(missed.level->first))) {
      const auto* required = std::get_if<MayRequireLevel>(&conclusion);
      if (required != nullptr && required->level == missed.level->second) add(conclusion);
    }
  }
  const auto& grades = workings.derivation.grading.grades;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    const auto& grade = grades[i];
    const bool of_indicator = missed.indicator && *missed.indicator == std::pair(grade.measure, grade.indicator);
    const bool of_pattern = missed.value && grade.measure == missed.value->measure &&
                            grade.pattern == missed.value->pattern &&
                            (!missed.value->indicator || *missed.value->indicator == grade.indicator);
    if ((of_indicator || of_pattern) && grade.fact && grade.value.known()) add(HasValue{i});
  }
  if (!missed.exposures.empty()) {
    for (const auto& conclusion : conclusions_about_exposures(workings, missed.exposures)) {
      if (matters(conclusion, missed.answer)) add(conclusion);
    }
  }
  return found;
}

}  // namespace michibiki
