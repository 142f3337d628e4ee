#pragma once

#include <optional>
#include <string>

#include "model/yaml/fields.hpp"

namespace michibiki {

/// A decimal number as an exact one; nothing when it is none or has more than nine digits on either side.
std::optional<Number> parse_number(std::string_view text);

/// Reads a reference value: `-`, `unknown`, `done [*]`, `CHOICE [*]`, or
/// `[at least|at most|within] NUMBER UNIT [per NUMBER UNIT] [*]`. Says what is wrong and gives nothing when it is none. Of a scale
/// that is not known (which has been said) no choice can be judged.
std::optional<Value> read_value(Context& context, const Node& node, const std::optional<ScaleId>& scale,
                                bool scale_known = true);

/// Reads what a service promises: as a reference value, but for what promises nothing (`-`, `unknown`) and the `*`, which are refused.
/// Without a scale, where it is known that there is none, a single word is no value but `done`.
std::optional<Value> read_promised_value(Context& context, const Node& node, const std::optional<ScaleId>& scale,
                                         bool scale_known);

}  // namespace michibiki
