#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "engine/explain/reasons.hpp"

namespace michibiki {

/// How much a conclusion hangs on judgement, by the reasons that it has; `fates` tells what a derivation makes of that.
struct Firmness {
  std::size_t conclusion = 0;
  ReasonCount stated;  ///< reasons that rest on stated facts alone
  ReasonCount judged;  ///< those that rest on nothing unverified, the stated ones among them
  ReasonCount all;
  /// The fewest judged or unverified statements without which it would not follow; none where it follows without all of them.
  std::optional<std::vector<FactId>> carried_by;
  std::vector<FactId> alone;  ///< the judged or unverified statements without any one of which it would not follow
  /// Where there are such: the fewest of the others without which it would not follow either; none where it follows without all of them.
  std::optional<std::vector<FactId>> besides;
};

/// Of each root, in order. `told` hears how many are done, of how many.
std::vector<Firmness> firmness_of_roots(const Justification& justification, const Catalog& catalog,
                                        const std::function<void(std::size_t, std::size_t)>& told = {});

}  // namespace michibiki
