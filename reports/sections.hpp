#pragma once

#include "model/wording.hpp"
#include "reports/derivation_report.hpp"
#include "reports/page.hpp"

namespace michibiki {

/// `brief`: without the long tables of reasons; every measure still says why it is there.
enum class Detail { brief, full };

// The parts of a derivation's report, in the order in which they are shown. A part that a catalogue says nothing of is an empty page.

Page level_sections(const DerivationReport& report, Language language);  ///< required levels, patterns, open questions
Page measure_sections(const DerivationReport& report, Language language,
                      Detail detail);  ///< measures by chapter with values; why each is there
Page coverage_sections(const DerivationReport& report, Language language,
                       Detail detail);  ///< exposures by asset and threat; what is not covered
Page harm_sections(const DerivationReport& report, Language language);  ///< why threats reach assets, each reason once
Page control_sections(const DerivationReport& report, Language language,
                      Detail detail);  ///< controls and why; what is asked of stakeholders
Page inventory_sections(const DerivationReport& report,
                        Language language);  ///< components and assets; what is out of scope
Page ground_sections(const DerivationReport& report,
                     Language language);  ///< catalogues, overrides, counts by basis, marks

/// All of them.
Page detail_sections(const DerivationReport& report, Language language, Detail detail);

}  // namespace michibiki
