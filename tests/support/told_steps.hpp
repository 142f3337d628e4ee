#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace michibiki::testing {

/// What differs between a printed explanation (format "michibiki-explanation") of many things and those of each of these asked alone, a line
/// each: a step in any of its parts, what a conclusion rests on, its reasons. Only the numbers of steps may.
std::string told_otherwise(const nlohmann::json& bulk, const std::vector<nlohmann::json>& alone);

}  // namespace michibiki::testing
