#pragma once

#include <optional>
#include <vector>

#include "engine/explain/ways.hpp"

namespace michibiki {

/// A value that the catalogues give an indicator, and what part it plays.
struct ValueOffered {
  std::optional<PatternId> pattern;  ///< none in a catalogue without patterns
  FactId fact;
  Value value;
  bool taken = false;     ///< it is the reference value
  bool compared = false;  ///< it is of a pattern that was looked at
};

/// Where a reference value comes from, what else was offered, and what should drive it (report 3.2.1⑦).
struct ValueOrigin {
  std::size_t grade = 0;               ///< position in the grading
  std::vector<ValueOffered> offered;   ///< by pattern, as far as the view shows them
  std::vector<PropertyId> countered;   ///< of the exposures that the measure counters
  std::vector<PropertyId> varies;      ///< along which the values vary
  std::vector<std::size_t> overrides;  ///< positions in Catalog::overrides: edits of the indicator or one of its values
};

/// Of each of these conclusions that is a value, where that is known or a service promises something beside it.
std::vector<ValueOrigin> value_origins(const Workings& workings, const std::vector<Conclusion>& conclusions);

}  // namespace michibiki
