#pragma once

#include <string>

namespace michibiki::cli {

/// How a file names the schema to editors, in `# yaml-language-server: $schema=…`: relative to the file where both lie in some place of
/// their own, so that they can be moved together, else absolute. Editors take it up to the first blank and read a relative one from the
/// folder of the file, so what holds other signs than those of plain paths is a `file:` address.
std::string schema_reference(const std::string& schema, const std::string& file);

}  // namespace michibiki::cli
