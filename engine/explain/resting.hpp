#pragma once

#include <vector>

#include "engine/explain/justification.hpp"

namespace michibiki {

/// What rests on statements of the catalogues, or on conclusions: the other way round, from these to what follows from them.
struct Resting {
  std::vector<FactId> facts;
  std::vector<std::size_t>
      directly;             ///< steps that need one of the statements or do with it, or lead to one of the conclusions
  std::vector<bool> rests;  ///< parallel to the conclusions: some reason of it uses one of them
};

Resting resting_on(const Justification& justification, std::vector<FactId> facts,
                   const std::vector<Conclusion>& conclusions = {});

/// That there is such an entry, and what is said of it: its attributes and values; not the links that name it.
std::vector<FactId> facts_about(const Catalog& catalog, EntryRef entry);

}  // namespace michibiki
