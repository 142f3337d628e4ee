#pragma once

#include <string>

#include "engine/compare/sensitivity.hpp"
#include "model/wording.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// What every form of a report on sensitivity is drawn from. Nothing is owned: all must outlive the call.
struct SensitivityReport {
  const View& view;
  const Sensitivity& result;
};

/// What becomes of coverage and of the control set, by kind of link and share removed: averages over the trials, with least and most.
std::string sensitivity_text(const SensitivityReport& report, Language language, const TextStyle& style);
std::string sensitivity_markdown(const SensitivityReport& report, Language language);
/// Format "michibiki-sensitivity", version 1.
std::string sensitivity_json(const SensitivityReport& report);
/// A plot: the share of the untouched system's exposures that stay covered, over the share of links removed.
std::string sensitivity_svg(const SensitivityReport& report, Language language);

}  // namespace michibiki
