#pragma once

#include <string>

#include "engine/conclusions.hpp"
#include "model/catalog.hpp"

namespace michibiki {

/// What an entry is called in a later catalogue: its own id while it stands there, else that of the one that replaced it.
std::string called_now(const Catalog& later, EntryKind kind, const std::string& code);

/// Conclusions in the ids of a later catalogue, so that what was only renamed is no difference. Components are called by their types, as in
/// a system with every component.
Conclusions called_now(const Conclusions& conclusions, const Catalog& later);

}  // namespace michibiki
