#pragma once

#include <vector>

#include "engine/explain/explanation.hpp"
#include "engine/what_if/counterparts.hpp"

namespace michibiki {

/// Why conclusions of one derivation are none of another: where the reasons for them break.
class Turning {
 public:
  /// `explanation` is of the derivation `here`.
  Turning(const Workings& here, const Explanation& explanation, const Workings& there);

  /// Whether the other derivation concludes it, too (a position in the explanation's conclusions).
  bool holds_there(std::size_t conclusion) const { return holds_there_[conclusion]; }

  /// The steps of the shortest reason whose premises hold there, too, and which all the same do not lead to their conclusion: what is
  /// different lies in these steps themselves. None where the conclusion itself holds there.
  std::vector<std::size_t> steps(std::size_t conclusion) const;

 private:
  const Explanation& explanation_;
  std::vector<bool> holds_there_;
};

}  // namespace michibiki
