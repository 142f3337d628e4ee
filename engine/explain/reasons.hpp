#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "engine/explain/justification.hpp"

namespace michibiki {

// A reason is one complete way from the catalogues' facts to a conclusion: a step for each thing that it needs, and each time that it needs
// it. In none does a conclusion stand above itself.

/// There may be more of them than any machine word counts.
struct ReasonCount {
  boost::multiprecision::cpp_int number;
  bool at_least = false;  ///< what requires one another is too entangled to count exactly
};

/// Parallel to the conclusions, and to the steps: those that end in it.
struct ReasonCounts {
  std::vector<ReasonCount> of_conclusions;
  std::vector<ReasonCount> of_steps;
};
ReasonCounts count_reasons(const Justification& justification);

/// The steps of one reason, premises before what follows from them; positions in Justification::steps.
using ReasonSteps = std::vector<std::size_t>;

/// Of each conclusion the step by which its shortest reason comes to it: of what is not open, the fewest steps; of as many the firmest, then
/// the first.
std::vector<std::size_t> shortest_ways(const Justification& justification, const Catalog& catalog);

/// The reason of a conclusion that comes to each thing by the chosen step; each step once.
ReasonSteps reason_by(const Justification& justification, const std::vector<std::size_t>& chosen,
                      std::size_t conclusion);

/// Calls `visit` with each reason of the conclusion, in the order of the steps, until it says false. A step stands again where it is needed
/// again.
void each_reason(const Justification& justification, std::size_t conclusion,
                 const std::function<bool(const ReasonSteps&)>& visit);

/// How firm each conclusion is: as the weakest of what its firmest reason rests on.
std::vector<BasisKind> firmness(const Justification& justification, const Catalog& catalog);

/// How firm a step is by itself: as the weakest of its facts, each by the firmest that will do.
BasisKind own_basis(const Step& step, const Catalog& catalog);

}  // namespace michibiki
