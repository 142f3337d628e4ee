#include "reports/value_text.hpp"

#include "model/value_notation.hpp"
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

std::string value_text(const Catalog& catalog, const Indicator& indicator, const Value& value, Language language) {
  auto text = known_text(catalog, indicator, value, language);
  if (!value.starred) return text;
  return text + (language == Language::ja ? "*" : " *");
}

}  // namespace michibiki
