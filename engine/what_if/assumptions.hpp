#pragma once

#include <map>
#include <vector>

#include "engine/explain/justification.hpp"
#include "engine/what_if/labels.hpp"
#include "engine/what_if/wider_world.hpp"

namespace michibiki {

/// What the wider world concludes about what is missed, all that this rests on, and what of that the world as it is has not.
struct Assumptions {
  Justification
      justification;  ///< of the wider world; a step that any of several patterns would do for stands once for each
  std::vector<std::size_t> wanted;  ///< positions in its conclusions: any of these is what is missed
  std::vector<bool> holding;        ///< parallel to its conclusions: it is so in the world as it is
  Justification here;               ///< why it is, of all that is
  std::vector<std::size_t>
      made_by;  ///< parallel to the conclusions, of those that hold: the last step of the shortest reason in `here`
  std::vector<LabelledStep> steps;  ///< parallel to its steps
  std::vector<ProposedEdit> edits;  ///< what assumptions stand for
};

/// `workings`: the world as it is, in which that is missed.
Assumptions assumptions(const Workings& workings, const WiderWorld& wider, const Missed& missed);

/// Whether a service would require two levels of one property.
bool contradict(const std::vector<ProposedEdit>& edits, const Environment& environment);

}  // namespace michibiki
