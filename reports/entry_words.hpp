#pragma once

#include "model/entry.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// What the tool calls a kind of entries: "threat", 「脅威」.
const Words& words_for(EntryKind kind);

}  // namespace michibiki
