#pragma once

#include <functional>
#include <vector>

#include "engine/explain/justification.hpp"

namespace michibiki {

/// Of each root, in order, the statements, of those for which `removable` is true, without any one of which it does not follow; in the order
/// of the catalogues.
std::vector<std::vector<FactId>> indispensable_to_roots(const Justification& justification,
                                                        const std::function<bool(FactId)>& removable);

}  // namespace michibiki
