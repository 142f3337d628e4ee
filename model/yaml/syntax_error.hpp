#pragma once

#include <cstddef>
#include <optional>

#include <yaml-cpp/exceptions.h>

#include "model/diagnostic.hpp"
#include "model/yaml/source_text.hpp"
#include "model/yaml/tree_builder.hpp"

namespace michibiki {

/// How far the parser had come when it gave up.
struct ReadingState {
  std::size_t last_offset = 0;                 ///< of the last event
  std::optional<TreeBuilder::Open> innermost;  ///< the collection it stood in
};

/// What is said of a key that starts there and is longer than the parser reads; nothing when none does. `flow`: in [ ] or { }.
[[nodiscard]] std::optional<Diagnostic> refuse_long_key(const SourceText& source, std::size_t start, bool flow);

/// What is said of a line that starts with '%'.
[[nodiscard]] Diagnostic refuse_directive(const SourceText& source, std::size_t offset);

/// What yaml-cpp complains about, in the words of someone who writes a catalogue, and at the place
/// where the mistake is: an unclosed quote at its opening quote rather than at the end of the file.
[[nodiscard]] Diagnostic explain_syntax_error(const YAML::Exception& exception, const SourceText& source,
                                              const ReadingState& state);

}  // namespace michibiki
