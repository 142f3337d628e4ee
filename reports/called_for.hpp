#pragma once

#include <string>

#include "model/wording.hpp"
#include "reports/json_facts.hpp"
#include "reports/page.hpp"

namespace michibiki {

// What a report says of measures and controls that are called for in some patterns alone. Nothing, of catalogues without any.

/// "only in pattern A", and that it is open whether that is the case; empty where there is nothing to say.
std::string called_text(const DerivationReport& report, EntryRef entry, bool open, Language language);

/// `patterns`, whether some are withheld, `state`, `open_exposures` of a selected measure or control, where patterns select.
Json json_called(const DerivationReport& report, EntryRef entry, bool open, std::size_t open_exposures);

}  // namespace michibiki
