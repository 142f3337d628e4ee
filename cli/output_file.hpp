#pragma once

#include <string>
#include <string_view>

namespace michibiki::cli {

/// Writes the file whole or not at all: into a new file beside it, then moved over it, so that whatever goes wrong the old content stays.
/// A symbolic link stays one; what is no regular file (a device, a pipe) is written to directly. Empty when done, else what went wrong.
[[nodiscard]] std::string write_whole_file(const std::string& path, std::string_view content);

}  // namespace michibiki::cli
