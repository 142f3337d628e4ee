#pragma once

#include <vector>

#include "model/view.hpp"

namespace michibiki {

/// Whether a link by itself says of two entries as much as one between these alone would, limited to these properties or, without any, by
/// nothing.
bool says(const Link& link, EntryRef from, EntryRef to, const std::vector<PropertyId>& properties);

/// Links that say the same as one that no catalogue has, also of what lies above its ends, but only within limits or of several entries
/// together: an author may rather widen these than state another. Those that trust hides or that were withdrawn, too.
std::vector<LinkId> weaker_links(const View& view, const Link& link);

}  // namespace michibiki
