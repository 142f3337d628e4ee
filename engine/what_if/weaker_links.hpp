#pragma once

#include <vector>

#include "model/view.hpp"

namespace michibiki {

/// Links that hold and say the same as one that no catalogue has, also of what lies above its ends, but only within limits or of several
/// entries together: an author may rather widen these than state another.
std::vector<LinkId> weaker_links(const View& view, const Link& link);

}  // namespace michibiki
