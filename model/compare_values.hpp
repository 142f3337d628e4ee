#pragma once

#include <compare>
#include <optional>

#include "model/view.hpp"

namespace michibiki {

/// Whether one says `at least` and the other `at most`: then neither is stricter, whatever their numbers.
bool bounds_oppose(const Value& a, const Value& b);

/// Whether the value is bounded from the side that its indicator calls laxer: "at least" of what is stricter when lower. Of a rate the
/// bound is that of the whole rate, as the direction is. Such a bound asks for nothing.
bool bounds_nothing(Indicator::Stricter stricter, const Value& value);

/// Whether two values could be compared, were it only stated which direction is stricter.
bool of_one_kind(const Catalog& catalog, const Value& a, const Value& b);

/// How strict `a` is against `b`, both values of that indicator: greater = stricter. `-` is laxer than any value; of two equal
/// values the starred one is stricter. None when they cannot be compared: unknown, other dimensions, a number against a choice,
/// or no stated direction.
std::optional<std::weak_ordering> compare_strictness(const Catalog& catalog, const Indicator& indicator, const Value& a,
                                                     const Value& b);

/// The same as the view shows it: a direction that it hides is not stated.
std::optional<std::weak_ordering> compare_strictness(const View& view, const Indicator& indicator, const Value& a,
                                                     const Value& b);

/// Whether only the direction of the indicator tells which of two values is the stricter one: two numbers that differ.
bool needs_direction(const Catalog& catalog, const Value& a, const Value& b);

}  // namespace michibiki
