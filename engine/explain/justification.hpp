#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "engine/explain/conclusion.hpp"
#include "model/step_kind.hpp"

namespace michibiki {

/// Statements of the catalogues any one of which will do: a link may name an entry and what it lies under.
using AnyFact = std::vector<FactId>;

/// One way to a conclusion: from all of its premises, by all of its facts.
struct Step {
  StepKind kind{};
  std::size_t conclusion = 0;         ///< position in Justification::conclusions
  std::vector<std::size_t> premises;  ///< the same, in the order of the report's own steps
  std::vector<AnyFact>
      facts;  ///< the first is the statement that makes the step; none where the service itself says so
  std::optional<LinkId> link;        ///< that says so
  std::optional<StakeholderId> who;  ///< is there, where the conclusion is of one above
  BasisKind no_firmer_than =
      BasisKind::stated;  ///< what might take the conclusion away is hidden, and no weaker than this
  bool open = false;      ///< it is so in some of the patterns that are still possible
};

/// Why conclusions are so: for each all the ways to it, shared by all that rest on it. Nothing stands on itself alone.
struct Justification {
  std::vector<Conclusion> conclusions;         ///< the roots first, each behind one that rests on it
  std::vector<Step> steps;                     ///< by conclusion
  std::vector<std::vector<std::size_t>> ways;  ///< parallel to `conclusions`: positions in `steps`
  std::vector<std::size_t> roots;              ///< positions in `conclusions`: those asked about that are so, in order

  std::optional<std::size_t> find(const Conclusion& conclusion) const;
  std::vector<Conclusion> conclusions_of_roots() const;
};

/// Of each conclusion the steps that rest on it directly, in order; one that needs it twice stands twice. Parallel to `conclusions`.
std::vector<std::vector<std::size_t>> steps_upon(const Justification& justification);

/// Which conclusions follow by the steps for which `stands` is true; parallel to `conclusions`.
std::vector<bool> following(const Justification& justification, const std::function<bool(const Step&)>& stands);

/// What is left with the steps for which `stands` is true: without what no longer follows, nor the steps that would need it.
Justification restricted(const Justification& justification, const std::function<bool(const Step&)>& stands);

/// Which follow where a statement for which `gone` is true is not there.
std::vector<bool> following_without(const Justification& justification, const std::function<bool(FactId)>& gone);

}  // namespace michibiki
