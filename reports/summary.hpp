#pragma once

#include <cstddef>

#include "model/wording.hpp"
#include "reports/digest.hpp"
#include "reports/page.hpp"

namespace michibiki {

/// How much a summary may say. A form that has a screen to fill takes less until it fits; what is said less of is told where it stands
/// in full, and nothing is ever cut.
struct SummarySize {
  enum class Reasons { none, origin, brief, first_sentence, full };

  std::size_t uncovered = 9;  ///< threats named that nothing answers
  std::size_t threats = 5;    ///< named that only controls answer
  std::size_t unreached = 9;  ///< named that reach nothing
  std::size_t values = 12;    ///< confirmed values that are told
  std::size_t questions = 9;  ///< of those that decide the pattern
  std::size_t services = 50;  ///< told one by one
  Reasons reasons = Reasons::full;
};

/// What a reader needs first: pattern and why, coverage, what is uncovered, what no threat reaches, measures and values by chapter, and
/// what to do next.
Page summary(const DerivationReport& report, Language language, const SummarySize& size);
/// The same of measures that are digested already.
Page summary(const DerivationReport& report, const std::vector<MeasureDigest>& digests, Language language,
             const SummarySize& size);

}  // namespace michibiki
