#pragma once

#include <string>

#include "engine/compare/sensitivity.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// 「counters」, "counters"; of several kinds together 「すべて」, "all".
std::string name_of_series(const SensitivitySeries& series, Language language);
/// "10 %", "κ 0.61 (45 %)"
std::string share_text(const SensitivityPoint& point);
/// The average over the trials.
Ratio mean_of(const Spread& spread, std::size_t trials);

}  // namespace michibiki
