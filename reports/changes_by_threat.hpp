#pragma once

#include "engine/conclusions.hpp"
#include "reports/page.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// How many exposures of each threat are new, gone, or answered otherwise; the threats with the most first.
Grid changes_by_threat(const Catalog& catalog, const Difference& difference, Language language);

}  // namespace michibiki
