#pragma once

#include <cstddef>

#include "engine/explain/ways.hpp"

namespace michibiki {

/// How often a stage did its work, of how often it would have to from the start.
struct Share {
  std::size_t done = 0;
  std::size_t all = 0;
};

/// What it took to derive again: its cost follows what changes.
struct Effort {
  bool anew = false;  ///< from the start: the graph is another one, so that nothing can be taken over
  Share matched;      ///< an asset against a threat
  Share answered;     ///< exposures: what answers them, and how well
  Share placed;       ///< measures
  Share graded;       ///< indicators for what shares a value
};

struct Rederived {
  Derivation derivation;
  Effort effort;
};

/// The same as derive(view, portfolio), to the last position, after another derivation from the same graph: what does not depend on
/// anything that differs is taken over.
Rederived rederive(const Workings& earlier, const View& view, const Portfolio& portfolio);

/// The same as derive(view, portfolio), counted.
Rederived derive_anew(const View& view, const Portfolio& portfolio);

}  // namespace michibiki
