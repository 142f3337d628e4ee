#pragma once

#include <vector>

#include "engine/conclusions.hpp"
#include "engine/explain/conclusion.hpp"
#include "reports/derivation_report.hpp"
#include "reports/json_facts.hpp"

namespace michibiki {

/// What a conclusion `is`, and the ids that it is about; a list where it is about several of a kind.
Json json_conclusion(const DerivationReport& report, const Conclusion& conclusion);

/// Exposures by their ids.
Json json_exposures(const std::vector<ExposureCode>& codes);

}  // namespace michibiki
