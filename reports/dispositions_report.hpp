#pragma once

#include <string>
#include <vector>

#include "engine/dispositions.hpp"
#include "model/wording.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// What every form of a report on dispositions is drawn from. Nothing is owned: both must outlive the call.
struct DispositionsReport {
  const View& view;
  const std::vector<StandardDispositions>& standards;
};

/// For a terminal, and as GitHub's Markdown: how many controls were disposed of how, then a row for each.
std::string dispositions_text(const DispositionsReport& report, Language language, const TextStyle& style);
std::string dispositions_markdown(const DispositionsReport& report, Language language);
/// Format "michibiki-dispositions", version 1.
std::string dispositions_json(const DispositionsReport& report);

}  // namespace michibiki
