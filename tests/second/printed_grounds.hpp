#pragma once

#include <nlohmann/json.hpp>

#include "tests/second/printed_texts.hpp"
#include "tests/second/second_derivation.hpp"

namespace michibiki::testing {

/// The steps of a printed explanation (format "michibiki-explanation") whose statements do not stand where it says, with the basis that it
/// says, or whose own basis and firmness are not those of the statements they rest on; a line each.
Texts wrong_grounds(const nlohmann::json& explanation, const PrintedFiles& files);

}  // namespace michibiki::testing
