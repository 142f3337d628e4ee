#include "engine/published_value.hpp"

namespace michibiki {

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

}  // namespace michibiki
