#include "reports/value_text.hpp"

#include "reports/words.hpp"

namespace michibiki {
namespace {

template <typename... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

/// The model's own name for what has "within" instead of "at most".
constexpr std::string_view duration = "duration";

const std::string& title_or_code(const Entry& entry, Language language) {
  return entry.title.empty() ? entry.code : entry.title.in(language);
}

std::string amount(const Catalog& catalog, const Number& number, UnitId unit, Language language) {
  auto title = title_or_code(catalog.units[unit], language);
  constexpr std::string_view plural = "(s)";
  if (title.ends_with(plural)) {
    title.resize(title.size() - plural.size());
    if (number != Number(1)) title += 's';
  }
  return say(words::number_and_unit, language, number_text(number), title);
}

std::string bounded(const Catalog& catalog, const Quantity& quantity, Language language) {
  auto text = amount(catalog, quantity.number, quantity.unit, language);
  switch (quantity.bound) {
    case Bound::none:
      return text;
    case Bound::at_least:
      return say(words::at_least, language, text);
    case Bound::at_most:
      return say(catalog.units[quantity.unit].dimension == duration ? words::within : words::at_most, language, text);
  }
  return text;
}

std::string quantity_text(const Catalog& catalog, const Quantity& quantity, Language language) {
  auto text = bounded(catalog, quantity, language);
  if (!quantity.per_unit) return text;
  return say(words::rate, language, text, amount(catalog, *quantity.per_number, *quantity.per_unit, language));
}

std::string known_text(const Catalog& catalog, const Indicator& indicator, const Value& value, Language language) {
  auto text =
      std::visit(Overloaded{[&](const UnknownValue&) { return std::string(words::value_unknown.in(language)); },
                            [&](const FreeValue&) { return std::string(words::value_free.in(language)); },
                            [&](const DoneValue&) { return std::string(words::value_done.in(language)); },
                            [&](const Quantity& quantity) { return quantity_text(catalog, quantity, language); },
                            [&](const Choice& choice) {
                              const auto& item = catalog.scales[choice.scale].choices[choice.index];
                              return item.title.empty() ? item.code : item.title.in(language);
                            }},
                 value.what);
  const bool counted = std::holds_alternative<Quantity>(value.what) && !indicator.relative_to.empty();
  if (!counted) return text;
  const auto& from = indicator.relative_to.in(language);
  return language == Language::ja ? from + text : text + ' ' + from;
}

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

std::string value_text(const Catalog& catalog, const Indicator& indicator, const Value& value, Language language) {
  auto text = known_text(catalog, indicator, value, language);
  if (!value.starred) return text;
  return text + (language == Language::ja ? "*" : " *");
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
