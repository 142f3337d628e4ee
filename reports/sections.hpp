#pragma once

#include "model/wording.hpp"
#include "reports/derivation_report.hpp"
#include "reports/page.hpp"

namespace michibiki {

// The parts of a derivation's report, in the order in which they are shown. A part that a catalogue says nothing of is an empty page.

Page level_sections(const DerivationReport& report, Language language);  ///< required levels, patterns, open questions
Page measure_sections(const DerivationReport& report,
                      Language language);  ///< measures by chapter with values; why each is there
Page coverage_sections(const DerivationReport& report,
                       Language language);  ///< exposures by asset and threat; what is not covered
Page control_sections(const DerivationReport& report, Language language);  ///< controls; what is asked of stakeholders
Page inventory_sections(const DerivationReport& report,
                        Language language);  ///< components and assets; what is out of scope
Page ground_sections(const DerivationReport& report,
                     Language language);  ///< catalogues, overrides, counts by basis, marks

/// All of them.
Page detail_sections(const DerivationReport& report, Language language);

}  // namespace michibiki
