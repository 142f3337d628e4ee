#pragma once

#include "engine/select.hpp"

namespace michibiki {

/// What the answers and obligations of a selection require, and what that requires in turn: one for each link, those that require by it
/// together, and what they need.
std::vector<Requirement> requirements(const View& view, const Inventory& inventory, const Analysis& analysis,
                                      const Selection& selection);

}  // namespace michibiki
