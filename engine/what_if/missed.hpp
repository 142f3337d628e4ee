#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/explain/ways.hpp"

namespace michibiki {

/// What somebody misses in a derivation. One of the first three is given.
struct Missed {
  std::vector<EntryRef> entries;                               ///< any of these
  std::optional<std::pair<MeasureId, std::size_t>> indicator;  ///< a value of this one
  std::vector<std::string> exposures;                          ///< ids that an exposure is about, all of them
  std::optional<EntryRef> answer;                              ///< with `exposures`: this measure or control there
};

/// The conclusions of a derivation of which any one is what is missed: that an entry is called for, there, possible or used.
std::vector<Conclusion> found_of(const Workings& workings, const Missed& missed);

}  // namespace michibiki
