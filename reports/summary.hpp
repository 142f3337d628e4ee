#pragma once

#include <cstddef>

#include "model/wording.hpp"
#include "reports/derivation_report.hpp"
#include "reports/page.hpp"

namespace michibiki {

/// How much a summary may say; a form that has a screen to fill takes less until it fits.
struct SummarySize {
  std::size_t threats = 5;    ///< named in each list of threats
  std::size_t services = 50;  ///< told one by one
  std::size_t rows = 0;       ///< most rows of the terminal for one line; 0: as many as it needs
};

/// What a reader needs first: pattern and why, coverage, what is uncovered, what no threat reaches, measures by chapter.
Page summary(const DerivationReport& report, Language language, const SummarySize& size);

}  // namespace michibiki
