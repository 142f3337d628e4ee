#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "engine/what_if/missed.hpp"

namespace michibiki::cli {

/// What words of the command line miss in a derivation: what `asked_about` takes; besides a measure or control with the ids of exposures, a
/// measure with a pattern, a property with a level, entries that were withdrawn, and components that are left out. None: nothing is called
/// so, which has been said.
struct MissedItem {
  Missed missed;
  std::vector<EntryRef> entries;
};
std::optional<MissedItem> missed_item(const Session& session, const Workings& workings,
                                      const std::vector<std::string>& words);

/// Whether several words can be about one thing that applies or does not: an exposure, what answers there, a value, a level.
bool name_one_thing(const Workings& workings, const std::vector<std::string>& words);

}  // namespace michibiki::cli
