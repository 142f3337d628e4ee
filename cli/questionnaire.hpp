#pragma once

#include <iosfwd>

#include "engine/classify.hpp"
#include "model/wording.hpp"

namespace michibiki::cli {

/// Asks, one at a time, the questions that would still decide something; an empty line means "I don't know", the end of the input ends
/// the questions. Answers go into the service.
void ask_questions(const View& view, Service& service, Language language, std::istream& in, std::ostream& out);

/// yes or no in either language, as people type it; nothing when it is neither.
std::optional<bool> parse_answer(std::string_view text);

}  // namespace michibiki::cli
