#pragma once

#include <string>

#include "engine/check.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// What the findings of one kind are called, and what would be right.
const Words& heading_of(FindingKind kind);
const Words& hint_for(FindingKind kind);

/// One finding as a sentence without its final full stop.
std::string message_of(const View& view, const Finding& finding, Language language);

/// 「警告」, "warning".
const Words& words_for(Severity severity);

}  // namespace michibiki
