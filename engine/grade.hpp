#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/classify.hpp"
#include "engine/select.hpp"

namespace michibiki {

/// The reference value of one indicator of a selected measure, for the components of one group of services.
struct Grade {
  MeasureId measure;
  std::size_t indicator = 0;            ///< position in Measure::indicators
  std::vector<std::size_t> services;    ///< positions in the portfolio; several: they share what the measure protects
  std::vector<std::size_t> components;  ///< positions in Inventory::components; empty for the service as a whole
  std::optional<PatternId> pattern;     ///< whose published value this is; none in a catalogue without patterns
  std::vector<PatternId>
      compared;  ///< the patterns among whose values it is the strictest: those that call for the measure
  bool alternative =
      false;  ///< the pattern of a service is open; this is one of several possible values, be they shown or hidden
  bool incomplete =
      false;    ///< a value of a compared pattern is unknown, or the view hides a pattern: a stricter one may exist
  Value value;  ///< unknown also where the view hides the fact, or the indicator
  bool withheld = false;            ///< a value is known, and the view hides it
  std::optional<FactId> fact;       ///< that states the value
  std::optional<FactId> direction;  ///< that states which of the compared values is stricter, where that decided
};

/// How firm a known value is as the value of its pattern: as its statement, its indicator, and the direction by which it is the strictest.
/// None without a statement. That the services are of that pattern rests on their classification, which tells its own grounds, and counts
/// for nothing here: a source confirms a published value whoever judged which pattern to look under.
std::optional<BasisKind> basis_of(const Catalog& catalog, const Grade& grade);

struct Grading {
  std::vector<Grade> grades;  ///< by measure, then indicator, then group of services, then pattern
};

/// The values of a measure's indicator for what the frame names, where they are known already; none: not known.
using KnownGrades = std::function<std::optional<std::vector<Grade>>(const Grade& frame)>;

/// 図表37-38: the value of the pattern. What services of several patterns share takes the strictest published value among those patterns
/// (3.3.5), not the value of the pattern at the joined levels. A measure that is limited to patterns has no value in the others.
Grading grade(const View& view, const std::vector<Classification>& classifications, const Inventory& inventory,
              const Analysis& analysis, const Selection& selection, const KnownGrades& known = {});

/// The properties whose exposures a selected measure counters: what, by 3.2.1⑦, should drive its values.
std::vector<PropertyId> driving_properties(const Analysis& analysis, const SelectedMeasure& selected);

}  // namespace michibiki
