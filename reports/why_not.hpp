#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/what_if/why_not.hpp"
#include "reports/derivation_report.hpp"
#include "reports/step_ground.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// What every form of the answer to "why not?" is drawn from. Nothing is owned: all must outlive the call.
struct WhyNotReport {
  const WhyNot& why;
  const Portfolio& portfolio;     ///< of the service as it is
  const Derivation& derivation;   ///< the same
  std::vector<EntryRef> asked;    ///< the entries that were asked about
  std::string asked_in_words;     ///< as they were asked for
  std::vector<EntryRef> instead;  ///< what replaced them, where they were withdrawn
  std::string what_if;  ///< the command that derives the same with something supposed: "michibiki what-if service.yaml"
  bool verbose = false;  ///< every set of edits, not only the nearest few of each stage
};

/// For a terminal, and as GitHub's Markdown: the nearest edits by the stage at which something is missing, each with the premises that hold and
/// those that do not, and what else would change.
std::string why_not_text(const WhyNotReport& report, Language language, const TextStyle& style);
std::string why_not_markdown(const WhyNotReport& report, Language language);

/// Format "michibiki-why-not", version 1.
std::string why_not_json(const WhyNotReport& report);

// For these forms

/// The stage of the derivation at which something is missing: "identify"; "itself" where it is what was asked about.
std::string_view stage_of(const Remedy& remedy);
/// An edit in words.
std::string edit_text(const WhyNotReport& report, const ProposedEdit& edit, Language language);
/// What would have to be taken away for the step to follow: statements of the catalogues.
std::vector<FactId> in_the_way(const WhyNotReport& report, const Remedy& remedy, std::size_t step);
/// Whether an edit brings the step; else it follows once nothing is in its way.
bool is_missing(const WhyNotReport& report, const Remedy& remedy, std::size_t step);
/// Such a statement in words.
std::string obstacle_text(const WhyNotReport& report, FactId fact, Language language);
/// A step of a set of edits in words: what holds as the service has it.
std::string premise_text(const WhyNotReport& report, std::size_t step, Language language);
/// What makes such a step: of one that is missing what would.
StepGround ground_of(const WhyNotReport& report, std::size_t step);
/// `what-if` with all of the edits; empty where it has no words for one.
std::string command_for(const WhyNotReport& report, const Remedy& remedy);

}  // namespace michibiki
