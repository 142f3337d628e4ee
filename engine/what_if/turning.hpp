#pragma once

#include <optional>
#include <vector>

#include "engine/explain/explanation.hpp"
#include "engine/what_if/counterparts.hpp"

namespace michibiki {

/// A step that leads nowhere in the other derivation, though all that it rests on is so there.
struct Break {
  std::size_t step = 0;  ///< position in the justification
  std::optional<FactId>
      fact;  ///< a statement of it that does not hold there, or whose whole catalogue is not there; none: it lies elsewhere
};

/// Why conclusions of one derivation are none of another: where the reasons for them break.
class Turning {
 public:
  /// `explanation` is of the derivation `here`.
  Turning(const Workings& here, const Explanation& explanation, const Workings& there);

  /// Whether the other derivation concludes it, too (a position in the explanation's conclusions).
  bool holds_there(std::size_t conclusion) const { return holds_there_[conclusion]; }

  /// Where the shortest reason breaks: what is different lies in these steps themselves. None where the conclusion holds there.
  std::vector<Break> breaks(std::size_t conclusion) const;

 private:
  std::optional<FactId> missing(const Step& step) const;

  const View& here_;
  const View& there_;
  const Explanation& explanation_;
  std::vector<bool> holds_there_;
};

}  // namespace michibiki
