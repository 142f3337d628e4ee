#pragma once

#include <cstddef>

#include "reports/acceptance_report.hpp"
#include "reports/page.hpp"

namespace michibiki {

// The parts of an acceptance report below its criteria; lists of at most so many lines, 0: all.

/// What each service type calls for, and how it differs from the one most like it.
Page service_type_sections(const AcceptanceReport& report, Language language, std::size_t most_of_a_list);

/// What the addition leaves open, reaches, states without effect, rests on one link alone, and changes; what the check says of it.
Page addition_sections(const AcceptanceReport& report, Language language, std::size_t most_of_a_list);

}  // namespace michibiki
