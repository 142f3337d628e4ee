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
  if (missed.indicator) {
    const auto [measure, indicator] = *missed.indicator;
    for (const auto& conclusion : conclusions_about_indicator(workings, measure, indicator)) {
      const auto& grade = workings.derivation.grading.grades[std::get<HasValue>(conclusion).grade];
      if (grade.fact && grade.value.known()) add(conclusion);
    }
  }
  if (!missed.exposures.empty()) {
    for (const auto& conclusion : conclusions_about_exposures(workings, missed.exposures)) {
      if (matters(conclusion, missed.answer)) add(conclusion);
    }
  }
  return found;
}

}  // namespace michibiki
