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

/// The same, always by the integer program.
std::optional<std::vector<FactId>> smallest_cut_by_program(const Justification& justification, std::size_t conclusion,
                                                           const std::function<bool(FactId)>& removable);

}  // namespace michibiki
