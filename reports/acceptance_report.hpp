#pragma once

#include <string>

#include "engine/appraisal.hpp"
#include "model/view.hpp"
#include "model/wording.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// What every form of an acceptance report is drawn from. View and appraisal are not owned: they must outlive the call.
struct AcceptanceReport {
  const View& view;  ///< with the addition
  const Appraisal& appraisal;
};

enum class Extent {
  page,  ///< what it takes to decide, on one page
  full   ///< the same uncut, and the lists behind it
};

/// For a terminal: what speaks for and against the addition, what changes, and how its service types differ from others.
std::string acceptance_text(const AcceptanceReport& report, Language language, const TextStyle& style, Extent extent);

/// For the maintainer's files: the same as GitHub's Markdown, with room for the decision.
std::string acceptance_markdown(const AcceptanceReport& report, Language language, Extent extent);

/// For programs: format "michibiki-acceptance", version 1; everything in full.
std::string acceptance_json(const AcceptanceReport& report);

}  // namespace michibiki
