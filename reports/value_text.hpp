#pragma once

#include <string>

#include "model/catalog.hpp"
#include "model/wording.hpp"

namespace michibiki {

/// A reference value as people read it, star included: 「ベンダリリースから24時間以内*」, "within 24 h after the vendor's release *".
/// `-` is 「任意」, not known is 「不明」. Units and choices are called what the catalogue calls them; "(s)" in an English unit is
/// kept or dropped by the number.
std::string value_text(const Catalog& catalog, const Indicator& indicator, const Value& value, Language language);

}  // namespace michibiki
