#pragma once

#include <string>

#include "model/wording.hpp"
#include "reports/derivation_report.hpp"

namespace michibiki {

/// The content of the text report for review beside the sources: GitHub's Markdown, one table row per statement.
std::string derivation_markdown(const DerivationReport& report, Language language);

}  // namespace michibiki
