#pragma once

#include <string>

#include "model/catalog.hpp"

namespace michibiki {

/// The number as a decimal where it is one: "99.5"; else as a fraction: "1/3".
std::string number_text(const Number& number);

/// The value as catalogues write it, without the star: "at least 99.5 percent", "-", "unknown".
std::string value_notation(const Catalog& catalog, const Value& value);

}  // namespace michibiki
