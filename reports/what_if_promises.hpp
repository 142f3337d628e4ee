#pragma once

#include <vector>

#include "reports/page.hpp"
#include "reports/what_if_report.hpp"

namespace michibiki {

/// The promises that stand otherwise beside the reference values: what is promised and where, how it stood and stands, and whether it comes or
/// ceases to be what holds.
std::vector<Points::Point> promise_changes(const WhatIfReport& report, Language language);

}  // namespace michibiki
