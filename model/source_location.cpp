#include "model/source_location.hpp"

#include <utility>

#include "model/text.hpp"

namespace michibiki {

const std::string& SourceLocation::file_name() const {
  static const std::string none;
  return file ? *file : none;
}

bool operator==(const SourceLocation& a, const SourceLocation& b) { return (a <=> b) == 0; }

std::strong_ordering operator<=>(const SourceLocation& a, const SourceLocation& b) {
  if (a.file != b.file) {  // the same pointer needs no look at the letters
    if (const auto by_name = a.file_name() <=> b.file_name(); by_name != 0) return by_name;
  }
  if (const auto by_line = a.line <=> b.line; by_line != 0) return by_line;
  return a.column <=> b.column;
}

std::string to_string(const SourceLocation& location) {
  if (!location.file) return "(no file)";
  return printable(*location.file) + ':' + std::to_string(location.line) + ':' + std::to_string(location.column);
}

std::shared_ptr<const std::string> make_file_name(std::string name) {
  return std::make_shared<const std::string>(std::move(name));
}

}  // namespace michibiki
