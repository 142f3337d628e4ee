#pragma once

#include <cstddef>
#include <vector>

#include "model/diagnostic.hpp"

namespace michibiki {

/// Puts what was found in several passes into the order that people read: by place, nothing twice, and of each file at most so many
/// that somebody may look at them, ended by how many are not shown.
void settle(std::vector<Diagnostic>& diagnostics, std::size_t most_of_a_file = 1000);

}  // namespace michibiki
