#pragma once

#include "engine/check.hpp"
#include "reports/json_facts.hpp"

namespace michibiki {

/// {"file": "catalogue/file", "line", "column"}.
Json json_place(const Place& place);

/// {"kind", "id"}.
Json json_entry(const Catalog& catalog, EntryRef entry);

/// One finding of a check, its message and hint in both languages.
Json json_finding(const View& view, const Finding& finding);

}  // namespace michibiki
