#pragma once

#include <cstddef>

#include "reports/acceptance_report.hpp"
#include "reports/page.hpp"

namespace michibiki {

// The parts of an acceptance report. Those of its page cut lists to so many lines, 0: to none; the lists behind it are whole.

inline constexpr std::size_t most_on_the_page = 4;

/// How the addition stands to each criterion, and the first of what speaks against it.
Page criteria_sections(const AcceptanceReport& report, Language language);

/// What is called for otherwise, and what the addition changes of what others state.
Page addition_sections(const AcceptanceReport& report, Language language, std::size_t most_of_a_list);

/// What each service type calls for, and how it differs from the one most like it.
Page service_type_sections(const AcceptanceReport& report, Language language, std::size_t most_of_a_list);

/// What the addition leaves open, reaches, states without effect or without a source, and rests on one link alone; what the check says
/// of it; the exposures that change.
Page addition_lists(const AcceptanceReport& report, Language language);

/// Every value of a service type that differs from the one most like it, and the exposures by threat.
Page service_type_lists(const AcceptanceReport& report, Language language);

}  // namespace michibiki
