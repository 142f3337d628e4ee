#pragma once

#include <compare>
#include <memory>
#include <string>

namespace michibiki {

/// A place in a file, as an editor shows it: line and column from 1, the column counted in
/// characters (code points), not bytes. What concerns a file as a whole stands at 1:1.
///
/// The name is shared by every location of the file and is the one the caller gave when the file
/// was read, so a result never depends on where the file happens to lie.
struct SourceLocation {
  std::shared_ptr<const std::string> file;  ///< null: not from a file (built in code)
  int line = 1;
  int column = 1;

  /// The file's name; empty when there is no file.
  [[nodiscard]] const std::string& file_name() const;

  friend bool operator==(const SourceLocation& a, const SourceLocation& b);
  /// By file name (not by pointer), then line, then column.
  friend std::strong_ordering operator<=>(const SourceLocation& a, const SourceLocation& b);
};

/// `file:line:column`, control characters of the name escaped; `(no file)` when there is none.
[[nodiscard]] std::string to_string(const SourceLocation& location);

/// Makes the shared file name that locations carry.
[[nodiscard]] std::shared_ptr<const std::string> make_file_name(std::string name);

}  // namespace michibiki
