#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/conclusions.hpp"
#include "model/view.hpp"

namespace michibiki {

/// A judged or unverified statement without which, alone, something would not follow.
struct LoneJudgement {
  FactId fact;
  std::vector<EntryRef> carries;        ///< measures and controls that would not be called for, in catalogue order
  std::vector<ExposureCode> exposures;  ///< that would not be there, in the order of the analysis
};

struct LoneJudgements {
  std::vector<LoneJudgement> statements;  ///< in catalogue order; those of the catalogues looked at
  std::size_t carried = 0;                ///< measures and controls that some such statement carries
  std::size_t called_for = 0;             ///< of so many
  std::size_t exposures_carried = 0;      ///< the same of exposures
  std::size_t exposures = 0;
};

/// In a system with every type of component, of any pattern. `only`: the catalogues whose statements matter; empty: all.
LoneJudgements lone_judgements(const View& view, const std::set<std::string>& only);

}  // namespace michibiki
