#pragma once

#include <vector>

#include "engine/explain/conclusion.hpp"
#include "engine/explain/ways.hpp"

namespace michibiki {

/// Required levels that a page speaks of: by themselves, or as those of a pattern.
class LevelsShown {
 public:
  explicit LevelsShown(const Workings& workings) : workings_(workings) {}

  void add(LevelId level) { levels_.push_back(level); }
  void add(PatternId pattern);
  void add(EntryRef entry);
  void add(const Conclusion& conclusion);

  const std::vector<LevelId>& levels() const { return levels_; }

 private:
  Workings workings_;
  std::vector<LevelId> levels_;
};

}  // namespace michibiki
