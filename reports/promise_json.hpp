#pragma once

#include "reports/derivation_report.hpp"
#include "reports/json_facts.hpp"

namespace michibiki {

/// The keys that a reference value has where a service promises something beside it: `promises` and what `holds`. Else none.
Json json_promises(const DerivationReport& report, std::size_t grade);

/// How a promise stands beside each reference value; empty where it stands beside none.
Json json_standings(const DerivationReport& report, const PromiseOverall& overall);

/// Everything that a service promises, also for measures that are not called for.
Json json_promises_of(const DerivationReport& report, std::size_t service);

}  // namespace michibiki
