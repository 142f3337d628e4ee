#pragma once

#include <functional>
#include <string>

#include "model/catalog.hpp"
#include "model/wording.hpp"

namespace michibiki {

/// How a sentence calls an entry.
using EntryName = std::function<std::string(EntryRef)>;

/// What a link says of all that it joins, wherever it holds: "locks, alarms counters theft".
std::string ends_text(const Link& link, const EntryName& name, Language language);

/// The same with its limits: "locks counters theft, limited to rack".
std::string link_text(const Link& link, const EntryName& name, Language language);

/// Whether the catalogue gives it an id, rather than leave it to be called by what it says.
bool has_own_code(const Catalog& catalog, const Link& link);

/// By its id, which stands for the whole of it; by what it says where it has none of its own.
std::string short_link_text(const Catalog& catalog, const Link& link, Language language);

/// The same, and what it says.
std::string whole_link_text(const Catalog& catalog, const Link& link, const EntryName& name, Language language);

}  // namespace michibiki
