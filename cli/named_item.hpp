#pragma once

#include <optional>
#include <string>

#include "cli/session.hpp"
#include "model/catalog.hpp"

namespace michibiki::cli {

/// The item of that kind that an option names. Who replaced one that has gone stands for it, with a warning. None: what is wrong has
/// been said; `otherwise` is what may help where no id is like it.
std::optional<EntryRef> named_item(const Session& session, const Catalog& catalog, EntryKind kind,
                                   const std::string& option, const std::string& text,
                                   const std::string& otherwise = "`michibiki classify --list` shows them");

}  // namespace michibiki::cli
