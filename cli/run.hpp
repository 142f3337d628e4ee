#pragma once

#include <string>
#include <vector>

#include "cli/environment.hpp"
#include "cli/exit_status.hpp"

namespace michibiki::cli {

/// The whole program: arguments without its name, surroundings, exit status. Nothing is thrown.
ExitStatus run(const std::vector<std::string>& arguments, Environment& environment) noexcept;

}  // namespace michibiki::cli
