#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/explain/justification.hpp"
#include "engine/explain/ways.hpp"

namespace michibiki {

/// The fewest statements without which a derivation does not conclude something.
struct Dropping {
  std::optional<std::vector<FactId>> facts;  ///< none: without all of them it still does
  bool cut = false;                          ///< too many sets made room for others; there may be such statements
};

/// Of those for which `removable` is true: as smallest_cut, by the reasons that the conclusion has and by those that come in their place. Each
/// set is derived without; where the conclusion stands by other statements, if only as one that is not decided, these have to go, too.
Dropping dropping(const Workings& here, const Conclusion& conclusion, const std::function<bool(FactId)>& removable);

}  // namespace michibiki
