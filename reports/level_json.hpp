#pragma once

#include <vector>

#include "engine/classify.hpp"
#include "model/view.hpp"
#include "reports/json_facts.hpp"

namespace michibiki {

// Required levels and their reasons, told alike wherever JSON tells them.

/// {"property", "possible", "origin", "reasons", "open_questions", "overruled", "withheld"}: see docs/report-json.md.
Json json_required_level(const Catalog& catalog, const RequiredLevel& level);

/// Why a level is required: [{"property", "reason", "because", "basis", "stated_at"}].
Json json_level_grounds(const Catalog& catalog, PropertyId property, const std::vector<LevelGround>& grounds);

/// {property: level} of a pattern; null where the view hides the level.
Json json_pattern_levels(const View& view, const Pattern& pattern);

}  // namespace michibiki
