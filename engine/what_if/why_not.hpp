#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/conclusions.hpp"
#include "engine/what_if/assumptions.hpp"

namespace michibiki {

/// More edits than these are not looked for.
inline constexpr std::size_t most_edits = 16;

/// Edits that make what is missed appear, none of which can be left out, and by which reason.
struct Remedy {
  std::vector<ProposedEdit> edits;  ///< in the order of the report's own steps, then of the catalogues
  StepKind stage{};                 ///< of the first step that they make possible
  bool itself = false;              ///< they only restore or believe what is missed
  /// The shortest reason by these edits, from what holds already: positions in the justification's steps, premises first. Of what holds
  /// only the conclusion counts.
  std::vector<std::size_t> steps;
  Difference changes;              ///< all that would be otherwise, but for the values
  std::size_t changed_values = 0;  ///< as what_if tells them: of whatever pattern
  struct Parts {
    std::size_t components = 0;
    std::size_t assets = 0;
  };
  Parts come;                            ///< that the service has then alone
  Parts go;                              ///< that it has no longer
  std::vector<ExposureCode> newly_open;  ///< as what_if tells them: covered by no measure and not accepted
  std::vector<ExposureCode> uncovered;   ///< of these, those that no control answers either
};

/// What cannot be brought about at all, or by nothing that is near.
enum class Never : std::uint8_t {
  no_conclusion,  ///< nothing is ever concluded about entries of its kind
  heading,        ///< it only groups others
  replaced,       ///< it was withdrawn, and others stand for it
  no_values,      ///< the measure has no reference values, in whatever pattern
  unknown_value,  ///< no catalogue states the value
  too_far,        ///< it takes more edits than are looked for, or statements further off
  no_way          ///< no edit looked at leads to it
};

/// Why something is not so, and what would have to be otherwise for it to be: nearest first.
struct WhyNot {
  WiderWorld wider;
  Assumptions assumptions;
  bool holds = false;  ///< it is so already
  std::optional<Never> never;
  std::vector<Remedy> remedies;  ///< by number of edits, then by stage, then in the order of the catalogues
  bool only_value = false;       ///< the measure is called for: patterns select its values alone
  bool by_service = false;       ///< some of them change the service alone
  bool cut = false;              ///< there may be more: of more edits, beside very many, or nearer than those of many
  bool undecided = false;        ///< it holds only in some of the levels or patterns that are still possible

  /// What a step of a remedy needs of its edits; none where it merely follows.
  std::vector<ProposedEdit> needed_by(std::size_t step, const Remedy& remedy) const;
};

/// How many environments have been tried, of how many.
using Told = std::function<void(std::size_t, std::size_t)>;

/// `workings`: of the service as it is. Each remedy has been checked by deriving with it, and without each of its edits. Of up to four edits
/// all are looked for; where there are none, a few of up to `most_edits`.
WhyNot why_not(const Workings& workings, const Missed& missed, const Told& told = {});

}  // namespace michibiki
