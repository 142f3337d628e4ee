#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"

namespace michibiki::cli {

/// What a call asks for.
struct Call {
  CommonOptions common;
  Command command;
};

/// A call understood; or text to show (help, version); or what is wrong with it.
struct Parsed {
  std::optional<Call> call;
  std::string text;     ///< to standard output
  std::string problem;  ///< one sentence: what is wrong; what would be right
  std::string help;     ///< which call shows more: "michibiki derive --help"
};

/// Reads the arguments, without the program's name.
Parsed parse_arguments(const std::vector<std::string>& arguments);

}  // namespace michibiki::cli
