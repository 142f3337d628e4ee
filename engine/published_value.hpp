#pragma once

#include <optional>
#include <vector>

#include "model/view.hpp"

namespace michibiki {

/// The statement of an indicator's value in a pattern, or of its one value where there are no patterns; null where nobody states any.
const Sourced<Value>* published_value(const Indicator& indicator, std::optional<PatternId> pattern);

/// Whether the view shows a value of the indicator: who doubts that the measure has the indicator has no value of it.
bool shows_value(const View& view, const Indicator& indicator, FactId value);

/// The published value that the view shows and that is known; null when there is none.
const Sourced<Value>* known_value(const View& view, const Indicator& indicator, std::optional<PatternId> pattern);

/// The known values of two patterns that differ in the level of one property alone.
struct NeighbouringValues {
  PropertyId property;
  Value one;
  Value other;
};
std::vector<NeighbouringValues> neighbouring_values(const View& view, const Indicator& indicator);

/// The properties along which an indicator's values vary: of two patterns that differ in that property alone the values differ.
std::vector<PropertyId> varying_properties(const View& view, const Indicator& indicator);

}  // namespace michibiki
