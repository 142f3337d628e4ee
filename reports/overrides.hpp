#pragma once

#include <string>

#include "model/catalog.hpp"
#include "reports/page.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// What was said before and is said now, cut where it is long.
std::string before_text(const Override& change, Language language);
std::string after_text(const Override& change, Language language);

/// Every statement that one catalogue changed in another, with both places; empty where there is none.
Page override_section(const Catalog& catalog, Language language);

/// How many there are, and which catalogues changed them: "17 (iaas-paas)"; empty where there is none.
std::string override_count(const Catalog& catalog, Language language);

}  // namespace michibiki
