#pragma once

#include <string>

#include "engine/what_if/missed.hpp"

namespace michibiki::testing {

/// By chance an entry, or exposures, or what answers at some.
Missed random_missed(const Catalog& catalog);

/// In ids.
std::string told(const Catalog& catalog, const Missed& missed);

}  // namespace michibiki::testing
