#pragma once

#include <optional>
#include <vector>

#include "cli/session.hpp"
#include "engine/derivation.hpp"
#include "model/service.hpp"

namespace michibiki::cli {

/// A promise that is laxer than a reference value does not hold, and of one that cannot be compared nobody knows: whoever relies on it should
/// hear so. `grades`: beside these positions in the grading alone.
void warn_of_weak_promises(const Session& session, const Catalog& catalog, const Portfolio& portfolio,
                           const Derivation& derivation, const std::optional<std::vector<std::size_t>>& grades = {});

/// A promise for a measure that is not called for was meant for another, or goes beyond what is derived here.
void warn_of_idle_promises(const Session& session, const Catalog& catalog, const Portfolio& portfolio,
                           const Derivation& derivation);

}  // namespace michibiki::cli
