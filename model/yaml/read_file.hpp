#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/diagnostic.hpp"

namespace michibiki {

struct FileContent {
  std::optional<std::string> bytes;     ///< absent when it could not be read
  std::vector<Diagnostic> diagnostics;  ///< then why: unreadable-file or too-large, at 1:1
};

/// The bytes of a file (or of what can be read like one: `/dev/stdin`), at most `max_bytes`.
/// `shown_as` is its name in diagnostics. Never throws.
[[nodiscard]] FileContent read_file(const std::string& path, std::shared_ptr<const std::string> shown_as,
                                    std::size_t max_bytes = std::size_t{16} * 1024 * 1024);

/// Same, shown under its own path.
[[nodiscard]] FileContent read_file(const std::string& path);

}  // namespace michibiki
