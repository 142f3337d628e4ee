#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "engine/explain/ways.hpp"
#include "engine/what_if/falling.hpp"

namespace michibiki::cli {

/// What words of the command line ask about in a derivation: the entries that they name, and what is concluded about these.
struct Asked {
  std::vector<EntryRef> entries;
  std::vector<Conclusion> conclusions;
  std::vector<FactId> facts;           ///< what the catalogues say of these, or the link or value that is named
  std::vector<Conclusion> components;  ///< that the services have those that are named
  std::vector<ComponentAway> away;     ///< those, and for which of the services that share one they are named
};

/// An id, whatever has it: entries, links, components of the service (one of several services as SERVICE/COMPONENT), indicators (`III.2.3.1.a`); a kind and an id; or the ids of exposures,
/// beside those a measure or control that answers them, or of what else several name together (cli/named_together.hpp). None: nothing is called
/// so, which has been said.
std::optional<Asked> asked_about(const Session& session, const Workings& workings,
                                 const std::vector<std::string>& words);

}  // namespace michibiki::cli
