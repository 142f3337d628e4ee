#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/explain/justification.hpp"
#include "engine/explain/ways.hpp"

namespace michibiki {

/// A component that is supposed away, with its parts.
struct ComponentAway {
  std::size_t component = 0;           ///< position in the inventory
  std::optional<std::size_t> service;  ///< of a shared one: that alone does without it; none: all do
  bool operator==(const ComponentAway&) const = default;
};

/// What becomes of conclusions where statements and components are not there; parallel to the conclusions.
struct Falling {
  std::vector<bool> falls;      ///< not concluded any more, by whatever way
  std::vector<bool> undecided;  ///< decided before; without them it only may be so
};

/// By a derivation without these statements and components. A reason that is
/// lost is not enough: without a line of a table another one decides, or a pattern that was ruled out fits. Nor is one that is left: what is
/// not there may have kept another line from deciding. `justification` is of the derivation `here`. A value stands while each of its
/// services has the same one, whatever pattern gives it and whoever shares it, as `what_if` tells values; a placement while the chapter is the same.
Falling falling_without(const Workings& here, const Justification& justification, const std::vector<FactId>& facts,
                        const std::vector<ComponentAway>& components = {});

/// The same, with why what stands does so in the derivation without them.
struct Aftermath {
  Falling falling;
  Justification justification;  ///< of that derivation
  /// Parallel to the conclusions: the positions in it of what says the same, all of it together; none where it falls.
  std::vector<std::vector<std::size_t>> same;
};

Aftermath aftermath_of(const Workings& here, const Justification& justification, const std::vector<FactId>& facts,
                       const std::vector<ComponentAway>& components = {});

}  // namespace michibiki
