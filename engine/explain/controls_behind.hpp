#pragma once

#include <vector>

#include "engine/explain/ways.hpp"

namespace michibiki {

/// By which controls of its lineage a measure answers the exposure that a step calls for it at: those that mitigate that exposure, in
/// catalogue order. A control that is called for itself stands for itself. None where the step calls for nothing, or without an exposure.
std::vector<ControlId> controls_behind(const Workings& workings, const Justification& justification, const Step& step);

}  // namespace michibiki
