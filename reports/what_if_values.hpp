#pragma once

#include <string>
#include <vector>

#include "reports/what_if_reasons.hpp"

namespace michibiki {

/// "III.2.3.1.a Interval", with whose value it is where there are several services.
std::string indicator_name(const DerivationReport& report, const std::string& measure, const std::string& indicator,
                           const std::vector<std::string>& services, Language language);

/// The values that change, each with what makes it another.
std::vector<Points::Point> value_changes(const WhatIfReport& report, const WhatIfReasons& gone,
                                         const WhatIfReasons& fresh, Language language);

}  // namespace michibiki
