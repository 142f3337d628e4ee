#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/view.hpp"

namespace michibiki {

/// A judged or unverified statement without which, alone, measures or controls would not be called for.
struct LoneJudgement {
  FactId fact;
  std::vector<EntryRef> carries;  ///< in catalogue order
};

struct LoneJudgements {
  std::vector<LoneJudgement> statements;  ///< in catalogue order; those of the catalogues looked at
  std::size_t carried = 0;                ///< measures and controls that some such statement carries
  std::size_t called_for = 0;             ///< of so many
};

/// In a system with every type of component, of any pattern. `only`: the catalogues whose statements matter; empty: all.
LoneJudgements lone_judgements(const View& view, const std::set<std::string>& only);

}  // namespace michibiki
