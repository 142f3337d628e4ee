#pragma once

#include <string>
#include <string_view>

#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {

/// All that a derivation concludes, one row per conclusion, in codes and sorted: equal for two derivations that say the same,
/// whatever the order in which their catalogues say it. Left out is what depends on the order by definition: which of equal values'
/// patterns is named, which of several exclusions.
Strings rows(const Derived& derived);

/// The rows about the exposures of one component: what reaches its assets, what answers, how well.
Strings rows_of_component(const Derived& derived, std::string_view instance);

/// The derivation in the engine's own order with its ids, to compare byte by byte.
std::string dump(const Derived& derived);

}  // namespace michibiki::testing
