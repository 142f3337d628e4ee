#pragma once

#include "reports/json_facts.hpp"

namespace michibiki {

/// The selected measures, each with why it is there, what is asked of stakeholders, and its reference values.
Json json_measures(const DerivationReport& report);

}  // namespace michibiki
