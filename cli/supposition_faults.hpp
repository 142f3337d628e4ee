#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "engine/what_if/supposition.hpp"
#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki::cli {

// What is wrong with catalogues or a service only once something is supposed: the files are right, and the words of the command line are to
// blame.

/// As it was asked for: "--with storage --without 'A counters B'".
std::string as_asked(const std::vector<Supposition>& suppositions);

/// Says each error as one of what is supposed, with the place that would be wrong then, and `hint`, what to do about it.
void blame(const Session& session, const std::vector<Supposition>& suppositions,
           const std::vector<Diagnostic>& diagnostics, const std::string& hint);

/// A service that would require levels which no pattern has, or only patterns that trust hides. None where all is well; else it has been said.
std::optional<ExitStatus> supposed_outside_lattice(const Session& session, const View& view, const Portfolio& portfolio,
                                                   const std::vector<Supposition>& suppositions);

}  // namespace michibiki::cli
