#pragma once

#include <optional>
#include <string>

#include "cli/session.hpp"
#include "engine/derivation.hpp"
#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki::cli {

/// A service, or a portfolio, as its file says it. None: what is wrong with it has been shown.
struct ServiceFile {
  Session::Input input;
  Portfolio portfolio;
};
std::optional<ServiceFile> read_service_file(const Session& session, const Catalog& catalog, const std::string& path);

/// A service that requires levels which no pattern has would be graded by none. Where trust hides the patterns that have them, the
/// service is not to blame. None where all is well; else it has been said.
std::optional<ExitStatus> outside_lattice(const Session& session, const View& view, const ServiceFile& service);

/// Why there is nothing to check in a derivation, and that it is no "all clear"; empty where there is something.
std::string nothing_to_check(const Session& session, const Derivation& derivation);

/// What trust takes out of a service is not derived from; without a word the rest would look like all of it.
void warn_of_withheld(const Session& session, const Portfolio& portfolio, const Inventory& inventory);

}  // namespace michibiki::cli
