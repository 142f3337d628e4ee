#include "model/compare_values.hpp"

#include <boost/multiprecision/cpp_int.hpp>

namespace michibiki {
namespace {

std::weak_ordering order(const auto& a, const auto& b) {
  if (a < b) return std::weak_ordering::less;
  return b < a ? std::weak_ordering::greater : std::weak_ordering::equivalent;
}

/// A fraction that is only ever compared. Numbers have up to 18 digits over 9 (see parse_number), so that a product of four on each
/// side of a comparison stays far within 512 bits: nothing overflows, whatever a catalogue says.
struct Magnitude {
  using Integer = boost::multiprecision::int512_t;
  Integer numerator = 1;
  Integer denominator = 1;

  void multiply(const Number& number) {
    numerator *= number.numerator();
    denominator *= number.denominator();
  }
  void divide(const Number& number) {
    numerator *= number.denominator();
    denominator *= number.numerator();
  }
  friend std::weak_ordering operator<=>(const Magnitude& a, const Magnitude& b) {
    const Integer left = a.numerator * b.denominator;
    const Integer right = b.numerator * a.denominator;
    return order(left, right);
  }
};

/// The number in base units; rates divide.
Magnitude magnitude(const Catalog& catalog, const Quantity& quantity) {
  Magnitude result;
  result.multiply(quantity.number);
  result.multiply(catalog.units[quantity.unit].factor);
  if (quantity.per_unit) {
    result.divide(*quantity.per_number);
    result.divide(catalog.units[*quantity.per_unit].factor);
  }
  return result;
}

bool same_dimension(const Catalog& catalog, const Quantity& a, const Quantity& b) {
  const auto& units = catalog.units;
  return units[a.unit].dimension == units[b.unit].dimension && a.per_unit.has_value() == b.per_unit.has_value() &&
         (!a.per_unit || units[*a.per_unit].dimension == units[*b.per_unit].dimension);
}

std::optional<std::weak_ordering> compare_known(const Catalog& catalog, Indicator::Stricter direction, const Value& a,
                                                const Value& b) {
  if (const auto* x = std::get_if<Quantity>(&a.what)) {
    const auto* y = std::get_if<Quantity>(&b.what);
    if (y == nullptr || !same_dimension(catalog, *x, *y) || bounds_oppose(a, b)) return std::nullopt;
    const auto by_number = magnitude(catalog, *x) <=> magnitude(catalog, *y);
    if (by_number == std::weak_ordering::equivalent) return by_number;
    switch (direction) {
      case Indicator::Stricter::higher:
        return by_number;
      case Indicator::Stricter::lower:
        return 0 <=> by_number;
      case Indicator::Stricter::unstated:
        return std::nullopt;
    }
  }
  if (const auto* x = std::get_if<Choice>(&a.what)) {
    const auto* y = std::get_if<Choice>(&b.what);
    return y != nullptr && x->scale == y->scale ? std::optional(order(x->index, y->index)) : std::nullopt;
  }
  return std::holds_alternative<DoneValue>(b.what) ? std::optional(std::weak_ordering::equivalent) : std::nullopt;
}

std::optional<std::weak_ordering> compare(const Catalog& catalog, Indicator::Stricter direction, const Value& a,
                                          const Value& b) {
  if (!a.known() || !b.known()) return std::nullopt;
  const bool a_free = std::holds_alternative<FreeValue>(a.what);
  const bool b_free = std::holds_alternative<FreeValue>(b.what);
  if (a_free || b_free) return order(!a_free, !b_free);
  const auto by_value = compare_known(catalog, direction, a, b);
  if (by_value && *by_value == std::weak_ordering::equivalent) return order(a.starred, b.starred);
  return by_value;
}

}  // namespace

bool bounds_oppose(const Value& a, const Value& b) {
  const auto bound_of = [](const Value& value) {
    const auto* quantity = std::get_if<Quantity>(&value.what);
    return quantity == nullptr ? Bound::none : quantity->bound;
  };
  return bound_of(a) != Bound::none && bound_of(b) != Bound::none && bound_of(a) != bound_of(b);
}

bool bounds_nothing(Indicator::Stricter stricter, const Value& value) {
  const auto* quantity = std::get_if<Quantity>(&value.what);
  if (quantity == nullptr) return false;
  return (stricter == Indicator::Stricter::lower && quantity->bound == Bound::at_least) ||
         (stricter == Indicator::Stricter::higher && quantity->bound == Bound::at_most);
}

bool of_one_kind(const Catalog& catalog, const Value& a, const Value& b) {
  return compare(catalog, Indicator::Stricter::higher, a, b).has_value();
}

std::optional<std::weak_ordering> compare_strictness(const Catalog& catalog, const Indicator& indicator, const Value& a,
                                                     const Value& b) {
  return compare(catalog, indicator.stricter.value, a, b);
}

std::optional<std::weak_ordering> compare_strictness(const View& view, const Indicator& indicator, const Value& a,
                                                     const Value& b) {
  const auto& [direction, fact] = indicator.stricter;
  const bool shown = direction != Indicator::Stricter::unstated && view.holds(fact);
  return compare(view.catalog(), shown ? direction : Indicator::Stricter::unstated, a, b);
}

bool needs_direction(const Catalog& catalog, const Value& a, const Value& b) {
  return compare(catalog, Indicator::Stricter::higher, a, b) && !compare(catalog, Indicator::Stricter::unstated, a, b);
}

}  // namespace michibiki
