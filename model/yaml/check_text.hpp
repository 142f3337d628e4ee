#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/yaml/collector.hpp"
#include "model/yaml/parse.hpp"

namespace michibiki {

/// What is left of a file's bytes once no surprise is left in them.
struct CheckedText {
  /// Valid UTF-8 without byte order mark and refused characters (each replaced by U+FFFD, so that
  /// all places stay right); absent when going on would only add noise.
  std::optional<std::string> text;
  bool replaced = false;  ///< some U+FFFD in the text stands for a character that was reported
};

/// Looks at the bytes before any parser does: yaml-cpp takes NUL, control characters and broken
/// UTF-8 as they come, and changes some of them.
[[nodiscard]] CheckedText check_text(std::string_view bytes, const std::shared_ptr<const std::string>& file,
                                     const ParseLimits& limits, Collector& errors);

}  // namespace michibiki
