#pragma once

#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/run.hpp"

namespace michibiki::testing {

/// A folder of its own for one test, gone with it.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  /// Writes a file, with the folders above it; gives its path.
  std::string write(const std::string& name, const std::string& text) const;
  std::string read(const std::string& name) const;
  /// The names of all files, from here, sorted.
  std::vector<std::string> files() const;

 private:
  std::filesystem::path folder_;
};

/// What a call of the program left behind.
struct Ran {
  int status = 0;
  std::string out;
  std::string err;
};

/// The program in surroundings made for the test: no variables, no terminals, and catalogues only where the test says.
struct Program {
  std::map<std::string, std::string> variables;
  std::string input;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;

  Ran run(const std::vector<std::string>& arguments) const;
};

/// A small field of knowledge: a disk in a rack can be stolen, and a lock keeps thieves out. Its only service type is `plain`; levels
/// and two patterns hang on one question.
std::string field_of_thieves();

}  // namespace michibiki::testing
