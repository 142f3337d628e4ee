#pragma once

#include <vector>

#include "engine/explain/justification.hpp"
#include "engine/explain/ways.hpp"

namespace michibiki {

/// What becomes of conclusions where statements and components are not there; parallel to the conclusions.
struct Falling {
  std::vector<bool> falls;      ///< not concluded any more, by whatever way
  std::vector<bool> undecided;  ///< decided before; without them it only may be so
};

/// By a derivation without these statements, and without the components that these conclusions are about, with their parts. A reason that is
/// lost is not enough: without a line of a table another one decides, or a pattern that was ruled out fits. Nor is one that is left: what is
/// not there may have kept another line from deciding. `justification` is of the derivation `here`. A value stands while any pattern gives the
/// same one to the same services, as `what_if` tells values; a placement while the chapter is the same.
Falling falling_without(const Workings& here, const Justification& justification, const std::vector<FactId>& facts,
                        const std::vector<Conclusion>& components = {});

}  // namespace michibiki
