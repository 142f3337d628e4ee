#pragma once

#include <string>

#include "model/wording.hpp"
#include "reports/derivation_report.hpp"
#include "reports/sections.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// The derivation for a terminal: a summary that fits a screen of 24 lines, then everything in tables.
/// `full`: with the reason of every line, as in Markdown.
std::string derivation_text(const DerivationReport& report, Language language, const TextStyle& style,
                            Detail detail = Detail::brief);

}  // namespace michibiki
