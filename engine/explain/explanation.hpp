#pragma once

#include <vector>

#include "engine/explain/justify.hpp"
#include "engine/explain/reasons.hpp"

namespace michibiki {

/// Conclusions with everything that they rest on, how many reasons each has and how firm it is.
struct Explanation {
  Justification justification;
  ReasonCounts counts;
  std::vector<BasisKind> firmness;  ///< parallel to the conclusions
};

Explanation explain(const Workings& workings, const std::vector<Conclusion>& conclusions);

}  // namespace michibiki
