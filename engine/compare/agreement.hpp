#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <boost/rational.hpp>

#include "model/judgements.hpp"

namespace michibiki {

/// A share or coefficient, exact.
using Ratio = boost::rational<std::int64_t>;

/// How far two judges agree on the cells of a table.
struct Agreement {
  std::size_t both = 0;    ///< cells that both said yes to
  std::size_t first = 0;   ///< that only the first did
  std::size_t second = 0;  ///< that only the second did
  std::size_t neither = 0;

  std::size_t cells() const { return both + first + second + neither; }
  Ratio observed() const;  ///< po: the share of cells on which they said the same; 1 without any
  /// Cohen's κ: (po − pe) / (1 − pe), with pe what chance would give judges who say yes as often. 1 where both always say the same.
  Ratio kappa() const;
  Ratio jaccard() const;  ///< the share of cells either said yes to on which both did; 1 where neither did
};

Agreement agreement_of(const JudgedTable& table);

/// A cell on which the judges disagreed, with how it was settled, if it was.
struct Disagreement {
  std::string row;
  std::string column;
  bool first_said_yes = false;
  const Settlement* settled = nullptr;
};

/// In the order of the table.
std::vector<Disagreement> disagreements_in(const JudgedTable& table);

/// The table as it stands once the disagreements are settled: what both said, and what was settled as holding.
JudgedCells settled_cells(const JudgedTable& table);

}  // namespace michibiki
