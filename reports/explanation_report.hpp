#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/explain/explanation.hpp"
#include "engine/explain/firmness.hpp"
#include "engine/explain/resting.hpp"
#include "engine/explain/value_origin.hpp"
#include "engine/what_if/falling.hpp"
#include "engine/what_if/fates.hpp"
#include "reports/derivation_report.hpp"
#include "reports/text_sink.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// By what reasons are put together.
enum class ReasonGroup { threat, asset, control };

/// What of an explanation is shown; what is not given is left to the form.
struct ExplanationExtent {
  std::optional<ReasonGroup> by;     ///< how many reasons of each
  std::optional<std::size_t> depth;  ///< the tree, so many steps deep
  std::optional<std::size_t> step;   ///< with `depth`: the tree below that step alone, by its number
  std::optional<std::size_t> all;    ///< every reason, where all conclusions together have no more than so many
  bool verbose = false;              ///< the shortest reason of each conclusion, not only of the first few
};

/// What every form of an explanation is drawn from. Nothing is owned: all must outlive the call.
struct ExplanationReport {
  const DerivationReport& derivation;
  const Explanation& explanation;
  std::vector<EntryRef> asked;  ///< the entries that were asked about
  std::string asked_in_words;   ///< as they were asked for
  bool any_service = false;     ///< no service was named: all component types together, of any pattern
  ExplanationExtent extent;
  std::vector<Firmness> firmness = {};    ///< parallel to the roots, where it was asked how much they hang on judgement
  std::vector<FirmnessFates> fates = {};  ///< parallel to that: what is left without the statements that carry them
  std::vector<ValueOrigin> values = {};   ///< of the roots that are values, where it was asked where these come from
  std::optional<Resting> resting = {};    ///< asked the other way round: what rests on it, of all that is explained
  Falling falling = {};                   ///< and what becomes of that without it
};

/// For a terminal, and as GitHub's Markdown: what is concluded, how many reasons each has, the shortest ones, what else was asked for.
std::string explanation_text(const ExplanationReport& report, Language language, const TextStyle& style);
std::string explanation_markdown(const ExplanationReport& report, Language language);

/// Hears how many reasons are told, of how many.
using ReasonsTold = std::function<void(std::size_t, std::size_t)>;

/// The same, handed over part by part: each reason of `--all` as it is found, so that there may be more of them than memory holds.
void explanation_text(const ExplanationReport& report, Language language, const TextStyle& style, const TextSink& sink,
                      const ReasonsTold& told = {});
void explanation_markdown(const ExplanationReport& report, Language language, const TextSink& sink,
                          const ReasonsTold& told = {});

/// Format "michibiki-explanation", version 1: each step once. Where any one of several steps will do, a step of rule "either" has them as
/// its premises.
std::string explanation_json(const ExplanationReport& report);

/// The whole structure for Graphviz: steps, what they rest on, and the conclusions that were asked about.
std::string explanation_dot(const ExplanationReport& report, Language language);

}  // namespace michibiki
