#pragma once

#include <string>
#include <vector>

#include "engine/what_if/supposition.hpp"
#include "engine/what_if/what_if.hpp"
#include "reports/derivation_report.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// What every form of a what-if is drawn from. Nothing is owned but the lists: all must outlive the call.
struct WhatIfReport {
  const DerivationReport& before;
  const DerivationReport& after;
  const WhatIf& result;
  std::vector<Supposition> suppositions;  ///< statements are those of the catalogue of `after`
  Effort effort;
  bool verbose = false;  ///< whole lists
};

/// For a terminal, and as GitHub's Markdown: what is supposed, what becomes open, what comes and goes, which values change, and why.
std::string what_if_text(const WhatIfReport& report, Language language, const TextStyle& style);
std::string what_if_markdown(const WhatIfReport& report, Language language);

/// Format "michibiki-what-if", version 1.
std::string what_if_json(const WhatIfReport& report);

}  // namespace michibiki
