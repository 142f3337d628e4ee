#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace michibiki::cli {

/// "one, two, three"
std::string listed(const std::vector<std::string>& words);

/// A check for option values that says what was meant.
CLI::Validator one_of(const std::vector<std::string>& allowed);

/// Most names are of files or ids, and an empty one is a slip, such as an unset variable of the shell.
CLI::Validator not_empty();

}  // namespace michibiki::cli
