#pragma once

#include <set>
#include <string>
#include <vector>

#include "reports/json_facts.hpp"

namespace michibiki {

// What a report says of what measures and controls require, and have to do with.

/// The ids of what cannot do without the needed one of these requirements (positions in Selection::requirements), each once.
std::vector<std::string> requiring(const DerivationReport& report, const std::vector<std::size_t>& requirements);

/// Of each requirement the link, those that require by it, whether it is open, and how firm it is.
Json json_requirements(const DerivationReport& report, const std::vector<std::size_t>& requirements);

/// The links that say that an entry and another have to do with one another (`related`, whichever names which), in catalogue order.
std::vector<LinkId> related_links(const View& view, EntryRef entry);
Json json_related(const View& view, EntryRef entry);

/// All `requires` and `related` links that a derivation tells.
std::set<LinkId> links_between(const DerivationReport& report);

}  // namespace michibiki
