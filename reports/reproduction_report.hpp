#pragma once

#include <string>
#include <vector>

#include "engine/compare/reproduce.hpp"
#include "model/wording.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// What every form of a reproduction's report is drawn from. Nothing is owned: all must outlive the call.
struct ReproductionReport {
  const View& view;
  const std::vector<FigureCatalog>& figures;
  const Reproduction& result;
};

/// For a terminal: what each figure's cells are worth, every difference, the claims; `whole` adds what cannot be
/// compared, notes, oddities of the source, and what the figures do not print.
std::string reproduction_text(const ReproductionReport& report, Language language, const TextStyle& style, bool whole);
/// For review: the whole of it, as GitHub's Markdown.
std::string reproduction_markdown(const ReproductionReport& report, Language language);
/// Format "michibiki-reproduction", version 1. Explanations are in English, Japanese ones stand beside them.
std::string reproduction_json(const ReproductionReport& report);

}  // namespace michibiki
