#include "engine/published_value.hpp"

#include <set>

namespace michibiki {
namespace {

/// The one property in whose level two patterns differ; none when they differ in several.
std::optional<PropertyId> only_difference(const Pattern& a, const Pattern& b) {
  std::optional<PropertyId> found;
  for (const auto& [property, level] : a.levels) {
    const auto other = b.levels.find(property);
    if (other != b.levels.end() && other->second.value == level.value) continue;
    if (found) return std::nullopt;
    found = property;
  }
  return found;
}

}  // namespace

const Sourced<Value>* published_value(const Indicator& indicator, std::optional<PatternId> pattern) {
  if (!pattern) return indicator.single ? &*indicator.single : nullptr;
  const auto found = indicator.values.find(*pattern);
  return found == indicator.values.end() ? nullptr : &found->second;
}

bool shows_value(const View& view, const Indicator& indicator, FactId value) {
  return view.holds(indicator.fact) && view.holds(value);
}

const Sourced<Value>* known_value(const View& view, const Indicator& indicator, std::optional<PatternId> pattern) {
  const auto* value = published_value(indicator, pattern);
  return value != nullptr && shows_value(view, indicator, value->fact) && value->value.known() ? value : nullptr;
}

std::vector<NeighbouringValues> neighbouring_values(const View& view, const Indicator& indicator) {
  const auto& patterns = view.catalog().patterns;
  std::vector<NeighbouringValues> found;
  for (std::size_t a = 0; a < patterns.size(); ++a) {
    for (std::size_t b = a + 1; b < patterns.size(); ++b) {
      const auto property = only_difference(patterns.at(a), patterns.at(b));
      const auto* one = known_value(view, indicator, PatternId{a});
      const auto* other = known_value(view, indicator, PatternId{b});
      if (property && one != nullptr && other != nullptr) found.push_back({*property, one->value, other->value});
    }
  }
  return found;
}

std::vector<PropertyId> varying_properties(const View& view, const Indicator& indicator) {
  std::set<PropertyId> varying;
  for (const auto& [property, one, other] : neighbouring_values(view, indicator)) {
    if (one != other) varying.insert(property);
  }
  return {varying.begin(), varying.end()};
}

}  // namespace michibiki
