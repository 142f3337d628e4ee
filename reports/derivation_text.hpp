#pragma once

#include <string>

#include "model/wording.hpp"
#include "reports/derivation_report.hpp"
#include "reports/sections.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// What fits a terminal of 24 lines: pattern and why, coverage, what is open, measures by chapter.
std::string derivation_summary(const DerivationReport& report, Language language, const TextStyle& style);

/// The derivation for a terminal: the summary, then everything in tables.
/// `full`: with the reason of every line, as in Markdown.
std::string derivation_text(const DerivationReport& report, Language language, const TextStyle& style,
                            Detail detail = Detail::brief);

}  // namespace michibiki
