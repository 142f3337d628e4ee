#include "reports/levels_shown.hpp"

#include "reports/levels.hpp"

namespace michibiki {

void LevelsShown::add(PatternId pattern) {
  for (const auto level : levels_of(workings_.view, pattern)) add(level);
}

void LevelsShown::add(EntryRef entry) {
  if (entry.kind == EntryKind::level) add(LevelId{entry.index});
  if (entry.kind == EntryKind::pattern) add(PatternId{entry.index});
}

void LevelsShown::add(const Conclusion& conclusion) {
  if (const auto* level = std::get_if<MayRequireLevel>(&conclusion)) add(level->level);
  if (const auto* pattern = std::get_if<MayBeOfPattern>(&conclusion)) add(pattern->pattern);
  if (const auto* value = std::get_if<HasValue>(&conclusion)) {
    const auto& grade = workings_.derivation.grading.grades[value->grade];
    if (grade.pattern) add(*grade.pattern);
    for (const auto compared : grade.compared) add(compared);
  }
}

}  // namespace michibiki
