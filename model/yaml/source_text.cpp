#include "model/yaml/source_text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace michibiki {
namespace {

constexpr std::size_t checkpoint_distance = 256;

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

SourceText::SourceText(std::string text, std::shared_ptr<const std::string> file)
    : text_(std::move(text)), file_(std::move(file)), line_starts_{0} {
  std::uint32_t characters = 0;
  for (std::size_t offset = 0; offset < text_.size(); ++offset) {
    if (offset % checkpoint_distance == 0) checkpoints_.push_back(characters);
    if (starts_character(text_[offset])) ++characters;
    if (text_[offset] == '\n') line_starts_.push_back(offset + 1);
  }
  if (text_.size() % checkpoint_distance == 0) checkpoints_.push_back(characters);
}

std::size_t SourceText::characters_before(std::size_t offset) const {
  const std::size_t checkpoint = offset / checkpoint_distance;
  const auto from = text_.begin() + static_cast<std::ptrdiff_t>(checkpoint * checkpoint_distance);
  const auto to = text_.begin() + static_cast<std::ptrdiff_t>(offset);
  return checkpoints_[checkpoint] + static_cast<std::size_t>(std::count_if(from, to, starts_character));
}

std::size_t SourceText::line_start(std::size_t offset) const {
  return *std::prev(std::upper_bound(line_starts_.begin(), line_starts_.end(), std::min(offset, text_.size())));
}

SourceLocation SourceText::locate(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next_line = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::size_t column = characters_before(offset) - characters_before(*std::prev(next_line)) + 1;
  return {file_, static_cast<int>(next_line - line_starts_.begin()), static_cast<int>(column)};
}

bool SourceText::has(std::size_t offset, std::string_view expected) const {
  return offset <= text_.size() && text().substr(offset).starts_with(expected);
}

}  // namespace michibiki
