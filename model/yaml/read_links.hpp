#pragma once

#include "model/resolve.hpp"
#include "model/yaml/fields.hpp"

namespace michibiki {

/// Reads one item of the section `links`.
void read_link(Builder& context, const Record& record);

/// Reads a list of ids (each may be wrapped) of an entry as links of that kind from the entry.
void read_target_links(Builder& context, Fields& fields, std::string_view key, EntryRef from, LinkKind kind);

/// Reads `acts-on` or `spares` of a mechanism: natures with the properties harmed.
void read_nature_links(Builder& context, Fields& fields, std::string_view key, EntryRef mechanism, LinkKind kind);

}  // namespace michibiki
