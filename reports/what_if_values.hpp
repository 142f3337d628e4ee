#pragma once

#include <string>
#include <vector>

#include "reports/what_if_reasons.hpp"

namespace michibiki {

/// "III.2.3.1.a Interval", with whose value it is where there are several services.
std::string indicator_name(const DerivationReport& report, const std::string& measure, const std::string& indicator,
                           const std::vector<std::string>& services, Language language);

/// The values that come or go with a measure, each in a line.
void add_lone_values(const DerivationReport& of, const std::vector<LoneValue>& values, const std::string& measure,
                     Language language, std::vector<Cell>& below);

/// The values that change, each with what makes it another.
std::vector<Points::Point> value_changes(const WhatIfReport& report, const WhatIfReasons& gone,
                                         const WhatIfReasons& fresh, Language language);

}  // namespace michibiki
