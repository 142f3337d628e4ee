#pragma once

#include "model/resolve.hpp"
#include "model/yaml/fields.hpp"

namespace michibiki {

/// Fills an entry that has been registered under its id: its common part and what its kind has of its own.
void read_entry(Builder& context, const Record& record, EntryRef entry);

}  // namespace michibiki
