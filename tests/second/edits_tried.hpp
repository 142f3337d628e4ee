#pragma once

#include <string>
#include <vector>

#include "engine/what_if/edit.hpp"
#include "engine/what_if/missed.hpp"

#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {

/// Whether what is missed appears with all of the edits, derived from the start. In a service that is refused for its levels nothing does.
bool appears(const Derived& before, const View& view, const std::vector<ProposedEdit>& edits, const Missed& missed);

/// In ids.
std::string told(const Catalog& catalog, const std::vector<ProposedEdit>& edits);

}  // namespace michibiki::testing
