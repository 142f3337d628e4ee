#pragma once

#include <cstddef>
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

/// For a terminal: what speaks for and against the addition, then each point, at most that many lines of a list; 0: all.
std::string acceptance_text(const AcceptanceReport& report, Language language, const TextStyle& style,
                            std::size_t most_of_a_list);

/// For the maintainer's files: the same as GitHub's Markdown, with room for the decision.
std::string acceptance_markdown(const AcceptanceReport& report, Language language, std::size_t most_of_a_list);

/// For programs: format "michibiki-acceptance", version 1; everything in full.
std::string acceptance_json(const AcceptanceReport& report);

}  // namespace michibiki
