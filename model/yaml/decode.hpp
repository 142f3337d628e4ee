#pragma once

#include <vector>

#include "model/diagnostic.hpp"
#include "model/resolve.hpp"

namespace michibiki {

/// Resolved records made a Catalog: every reference followed, every value typed. All errors at once; usable only without any.
Catalog decode(Resolved resolved, std::vector<Diagnostic>& diagnostics);

}  // namespace michibiki
