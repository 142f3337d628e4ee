#pragma once

#include <string>

#include "model/catalog.hpp"
#include "model/wording.hpp"

namespace michibiki {

/// What a statement of the catalogues says, in short: that there is an entry, something of an entry, or a link by its id, if it has one.
std::string statement_text(const Catalog& catalog, FactId fact, Language language);

}  // namespace michibiki
