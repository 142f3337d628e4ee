#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/source_location.hpp"

namespace michibiki {

/// The text of one file, valid UTF-8, that can say where a byte stands as a person would say it.
class SourceText {
 public:
  SourceText(std::string text, std::shared_ptr<const std::string> file);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::shared_ptr<const std::string>& file() const { return file_; }

  /// Line and column of the character at that byte; an offset behind the end is the end. Quick
  /// wherever it lies, also in a file of one long line.
  [[nodiscard]] SourceLocation locate(std::size_t offset) const;

  /// Byte offset at which the line of that byte starts.
  [[nodiscard]] std::size_t line_start(std::size_t offset) const;

  /// The byte at that offset; a line feed behind the end.
  [[nodiscard]] char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }

  /// Whether that text stands at that offset.
  [[nodiscard]] bool has(std::size_t offset, std::string_view expected) const;

 private:
  /// Characters that start before that byte.
  [[nodiscard]] std::size_t characters_before(std::size_t offset) const;

  std::string text_;
  std::shared_ptr<const std::string> file_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::uint32_t> checkpoints_;  ///< characters before every `checkpoint_distance`-th byte
};

}  // namespace michibiki
