#pragma once

#include <vector>

#include "engine/conclusions.hpp"
#include "engine/what_if/rederive.hpp"
#include "engine/what_if/turning.hpp"

namespace michibiki {

/// Something that one of two derivations concludes and the other does not, and where the shortest reason for it breaks.
struct Turn {
  std::size_t conclusion = 0;      ///< position in the explanation of the derivation that concludes it
  std::vector<std::size_t> steps;  ///< positions in the same; never none
};

/// What is different in one of two derivations, with the reasons that it had there.
struct Side {
  Explanation explanation;
  std::vector<Turn> turns;  ///< by conclusion

  const Turn* find(const Conclusion& conclusion) const;
};

/// What differs between a derivation and another one, in which something is otherwise.
struct WhatIf {
  Conclusions before;
  Conclusions after;
  Difference difference;
  Side gone;   ///< what the first concludes and the second does not
  Side fresh;  ///< the other way round
};

WhatIf what_if(const Workings& before, const Workings& after);

}  // namespace michibiki
