#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "model/diagnostic.hpp"

namespace michibiki::cli {

/// How diagnostics are shown.
struct DiagnosticsStyle {
  bool color = false;
  bool source_lines = false;  ///< the line itself with a caret under the place, for people
  bool errors_only = false;
  std::map<std::string, std::string> texts;  ///< of inputs that are no files, by the name that locations carry
};

/// Writes one diagnostic after the other, each `file:line:column: error: …` as `to_string` has it.
void show_diagnostics(const std::vector<Diagnostic>& diagnostics, const DiagnosticsStyle& style, std::ostream& stream);

}  // namespace michibiki::cli
