#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include <boost/rational.hpp>

#include "model/fact.hpp"
#include "model/id.hpp"

namespace michibiki {

/// Exact numbers, so that comparing values never depends on rounding.
using Number = boost::rational<std::int64_t>;

/// Nobody at hand knows the value; not the same as Free.
struct UnknownValue {
  bool operator==(const UnknownValue&) const = default;
};
/// Printed `-`: the provider chooses.
struct FreeValue {
  bool operator==(const FreeValue&) const = default;
};
/// The measure is in place, without a degree.
struct DoneValue {
  bool operator==(const DoneValue&) const = default;
};
enum class Bound { none, at_least, at_most };
/// A number with a unit, or a rate: `1 time per 5 min`.
struct Quantity {
  Number number;
  UnitId unit;
  std::optional<Number> per_number;
  std::optional<UnitId> per_unit;
  Bound bound = Bound::none;
  bool operator==(const Quantity&) const = default;
};
/// One of the ordered choices of the indicator's scale, laxest first.
struct Choice {
  ScaleId scale;
  std::size_t index = 0;
  bool operator==(const Choice&) const = default;
};

/// A reference value 対策参照値 of an indicator.
struct Value {
  std::variant<UnknownValue, FreeValue, DoneValue, Quantity, Choice> what;
  bool starred = false;  ///< `*`: especially necessary to reach (report 3.2.3【7】)

  bool operator==(const Value&) const = default;
  bool known() const { return !std::holds_alternative<UnknownValue>(what); }
};

}  // namespace michibiki
