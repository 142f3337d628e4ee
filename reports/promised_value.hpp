#pragma once

#include <vector>

#include "engine/promise.hpp"
#include "reports/explanation_teller.hpp"

namespace michibiki {

/// What the services promise beside a reference value, and which value holds: lines about where the value comes from.
std::vector<Labelled::Line> promise_lines(const ExplanationTeller& teller, const PromisedGrade& promised);

/// Of each promise that is laxer than the reference value, that it does not override this.
std::vector<Paragraph> lax_promises(const ExplanationTeller& teller, const PromisedGrade& promised);

}  // namespace michibiki
