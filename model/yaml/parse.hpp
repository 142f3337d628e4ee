#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/node.hpp"

namespace michibiki {

/// What a file may be at most. Each excess is an error with its place, never a slow death.
struct ParseLimits {
  std::size_t max_bytes = std::size_t{16} * 1024 * 1024;
  int max_depth = 64;                  ///< lists and mappings inside each other
  std::size_t max_nodes = 1'000'000;   ///< scalars, lists and mappings together, keys included
  std::size_t max_diagnostics = 1000;  ///< of one file; one more then says that there are others
};

struct ParseResult {
  /// The tree; absent when the text is no YAML at all. Present but with gaps (`Node::refused`) when
  /// only parts were refused, so that a reader can go on and find more: usable as data only if
  /// `has_errors(diagnostics)` is false. An empty text gives a null node at 1:1.
  std::optional<Node> root;
  std::vector<Diagnostic> diagnostics;  ///< in the order of the file
};

/// Reads one YAML document into a neutral tree. `file` names it in every location. Whatever the text is,
/// nothing is thrown but std::bad_alloc.
///
/// What YAML leaves open is closed here: one document, UTF-8, no control characters, no anchors,
/// aliases, merge keys or tags, no key twice, keys are texts.
[[nodiscard]] ParseResult parse_yaml(std::string_view text, const std::shared_ptr<const std::string>& file,
                                     const ParseLimits& limits = {});

}  // namespace michibiki
