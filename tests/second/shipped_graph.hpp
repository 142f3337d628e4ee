#pragma once

#include <memory>
#include <string>

#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {

/// The shipped catalogues, loaded once.
const std::shared_ptr<const KnowledgeGraph>& shipped_graph();

/// The shipped example of that name, derived at any trust.
Derived shipped_example(const std::string& name, BasisKind trust = BasisKind::unverified);

}  // namespace michibiki::testing
