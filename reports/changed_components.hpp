#pragma once

#include <string>
#include <vector>

#include "reports/what_if_report.hpp"

namespace michibiki {

/// How components are called that one of two derivations alone has.
std::vector<std::string> components_only_in(const DerivationReport& here, const DerivationReport& there);

/// How shared components are called that both have, and other services use.
std::vector<std::string> components_used_otherwise(const WhatIfReport& report);

}  // namespace michibiki
