#pragma once

#include <string>
#include <vector>

#include "model/figures.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// What every form of a report on judges' agreement is drawn from. Not owned: it must outlive the call.
struct AgreementReport {
  const std::vector<FigureCatalog>& catalogs;
};

/// For a terminal: how far the judges agree, table by table; `whole` adds every disagreement with how it was settled.
std::string agreement_text(const AgreementReport& report, Language language, const TextStyle& style, bool whole);
/// For review: the whole of it, as GitHub's Markdown.
std::string agreement_markdown(const AgreementReport& report, Language language);
/// Format "michibiki-agreement", version 1.
std::string agreement_json(const AgreementReport& report);

}  // namespace michibiki
