#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/explain/ways.hpp"

namespace michibiki {

/// A value of a measure in a pattern.
struct MissedValue {
  MeasureId measure;
  std::optional<std::size_t> indicator;  ///< none: of any
  PatternId pattern;
};

/// What somebody misses in a derivation: any of the entries, or what one of the others names.
struct Missed {
  std::vector<EntryRef> entries;
  std::string component;                                ///< of the services, by its name (engine/component_names.hpp)
  std::optional<std::pair<PropertyId, LevelId>> level;  ///< that this one is required of that
  std::optional<std::pair<MeasureId, std::size_t>> indicator;  ///< a value of it
  std::vector<std::string> exposures;                          ///< ids that an exposure is about, all of them
  std::optional<EntryRef> answer;                              ///< with `exposures`: this measure or control there
  std::optional<MissedValue> value;
};

/// The conclusions of a derivation of which any one is what is missed: that an entry is called for, there, possible or used.
std::vector<Conclusion> found_of(const Workings& workings, const Missed& missed);

}  // namespace michibiki
