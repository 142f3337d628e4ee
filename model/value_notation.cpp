#include "model/value_notation.hpp"

namespace michibiki {
namespace {

template <typename... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

}  // namespace

std::string number_text(const Number& number) {
  auto numerator = number.numerator();
  const auto denominator = number.denominator();
  std::int64_t scale = 1;
  std::size_t digits = 0;
  constexpr std::size_t most_digits = 9;
  while (scale % denominator != 0 && digits < most_digits) {
    scale *= 10;
    ++digits;
  }
  if (scale % denominator != 0) return std::to_string(numerator) + '/' + std::to_string(denominator);
  const auto factor = scale / denominator;
  const auto whole = numerator / denominator;
  auto rest = numerator % denominator * factor;
  std::string sign;
  if (rest < 0) {
    rest = -rest;
    if (whole == 0) sign = "-";
  }
  auto text = sign + std::to_string(whole);
  if (digits == 0) return text;
  const auto decimals = std::to_string(rest);
  return text + '.' + std::string(digits - decimals.size(), '0') + decimals;
}

std::string value_notation(const Catalog& catalog, const Value& value) {
  const auto amount_notation = [&](const Number& number, UnitId unit) {
    return number_text(number) + ' ' + catalog.units[unit].code;
  };
  return std::visit(
      Overloaded{[](const UnknownValue&) { return std::string("unknown"); },
                 [](const FreeValue&) { return std::string("-"); },
                 [](const DoneValue&) { return std::string("done"); },
                 [&](const Quantity& quantity) {
                   std::string text;
                   if (quantity.bound == Bound::at_least) text = "at least ";
                   if (quantity.bound == Bound::at_most) text = "at most ";
                   text += amount_notation(quantity.number, quantity.unit);
                   if (quantity.per_unit) text += " per " + amount_notation(*quantity.per_number, *quantity.per_unit);
                   return text;
                 },
                 [&](const Choice& choice) { return catalog.scales[choice.scale].choices[choice.index].code; }},
      value.what);
}

}  // namespace michibiki
