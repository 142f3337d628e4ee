#pragma once

#include <vector>

#include "engine/cover.hpp"

namespace michibiki {

/// Treatments that, together, are proposed by one `treats` link.
struct Proposal {
  LinkId link;
  std::vector<TreatmentId> treatments;
  BasisKind basis = BasisKind::stated;
};

/// What the catalogues propose where no measure covers. A proposal covers nothing: no status and no count of a coverage knows of it.
struct Proposals {
  std::vector<std::vector<Proposal>> exposures;  ///< parallel to Analysis::exposures; none of one that is covered
  std::vector<std::vector<Proposal>> unreached;  ///< parallel to Analysis::unreached
};

/// 5(b)③ goes on to ask experts about what is left without a measure: this is what the catalogues lay before them.
Proposals propose(const View& view, const Inventory& inventory, const Analysis& analysis, const Coverage& coverage);

}  // namespace michibiki
