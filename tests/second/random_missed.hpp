#pragma once

#include <string>
#include <vector>

#include "engine/what_if/missed.hpp"

namespace michibiki::testing {

/// By chance an entry, exposures, what answers at some, a level, an indicator, or a value in a pattern.
Missed random_missed(const Catalog& catalog);

/// The ids by which `explain --why-not` asks about it.
std::vector<std::string> words_of(const Catalog& catalog, const Missed& missed);
/// The same in one text.
std::string told(const Catalog& catalog, const Missed& missed);

}  // namespace michibiki::testing
