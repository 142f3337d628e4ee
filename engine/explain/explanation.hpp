#pragma once

#include <vector>

#include "engine/explain/justify.hpp"
#include "engine/explain/reasons.hpp"

namespace michibiki {

/// Conclusions with everything that they rest on, how many reasons each has and how firm it is.
struct Explanation {
  Justification justification;
  ReasonCounts counts;
  std::vector<BasisKind> firmness;    ///< parallel to the conclusions
  std::vector<std::size_t> shortest;  ///< of each conclusion the step by which its shortest reason comes to it

  ReasonSteps shortest_reason(std::size_t conclusion) const { return reason_by(justification, shortest, conclusion); }
};

Explanation explain(const Workings& workings, const std::vector<Conclusion>& conclusions);

}  // namespace michibiki
