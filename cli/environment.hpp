#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace michibiki::cli {

/// What the program is surrounded by. A test stands in for all of it.
struct Environment {
  std::istream& in;
  std::ostream& out;  ///< results
  std::ostream& err;  ///< everything else
  std::function<std::optional<std::string>(const std::string&)> variable;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t columns = 80;    ///< of the terminal that results go to
  std::string program_folder;  ///< the shipped catalogues are found from here
};

/// The surroundings of the running process.
Environment process_environment();

}  // namespace michibiki::cli
