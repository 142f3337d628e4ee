#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/explain/justification.hpp"

namespace michibiki {

/// The fewest statements, of those for which `removable` is true, without which a conclusion no longer follows: exactly, by a minimum cut
/// where the reasons are a network (engine/explain/cut_network.hpp), else by an integer program. Of several such sets the first in the order of
/// the catalogues. None where it follows without all of them.
std::optional<std::vector<FactId>> smallest_cut(const Justification& justification, std::size_t conclusion,
                                                const std::function<bool(FactId)>& removable);

/// Why a conclusion is so, too, once some statements are gone: others come in their place.
struct Otherwise {
  std::vector<FactId> without;      ///< removable
  Justification justification;      ///< where all of them are gone
  std::vector<std::size_t> wanted;  ///< positions there: it is so while all of these are
};

/// The fewest without which it follows neither as it does nor otherwise; always by the integer program.
std::optional<std::vector<FactId>> smallest_cut(const Justification& justification, std::size_t conclusion,
                                                const std::function<bool(FactId)>& removable,
                                                const std::vector<Otherwise>& otherwise);

}  // namespace michibiki
