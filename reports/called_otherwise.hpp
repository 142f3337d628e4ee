#pragma once

#include "reports/json_facts.hpp"
#include "reports/page.hpp"
#include "reports/what_if_report.hpp"

namespace michibiki {

// Measures and controls that both derivations call for, otherwise in the one than in the other: what it is that is otherwise.

/// Each with its lines: its class, its chapter, whom it involves, what requires it, and whether that it is called for is open.
std::vector<Points::Point> measures_called_otherwise(const WhatIfReport& report, Language language);
std::vector<Points::Point> controls_called_otherwise(const WhatIfReport& report, Language language);

/// By what is otherwise: `before` and `after`; none of the rest.
Json json_measures_called_otherwise(const WhatIfReport& report);
Json json_controls_called_otherwise(const WhatIfReport& report);

}  // namespace michibiki
