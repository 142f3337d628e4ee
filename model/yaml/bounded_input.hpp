#pragma once

#include <algorithm>
#include <cstddef>
#include <ios>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>

#include "model/yaml/tree_builder.hpp"

namespace michibiki {

/// The text as yaml-cpp reads it, with an eye on how far it reads ahead of what it has understood.
///
/// In `[[[[…` every bracket could begin a key, so its scanner keeps all tokens until it knows: 16 MB of
/// brackets took 3.8 GB. No budget of values helps, since none has been read by then. So the
/// characters that may become tokens are counted between two events of the builder.
class BoundedInput : public std::streambuf {
 public:
  BoundedInput(std::string text, std::size_t max_nodes, const TreeBuilder& builder)
      : text_(std::move(text)), builder_(builder), max_tokens_(std::max(2 * max_nodes, smallest_bound)) {
    setg(text_.data(), text_.data(), text_.data() + text_.size());
  }

 protected:
  std::streamsize xsgetn(char* to, std::streamsize count) override {
    const std::streamsize got = std::streambuf::xsgetn(to, count);
    if (builder_.last_offset() != understood_) {
      understood_ = builder_.last_offset();
      tokens_ = 0;
    }
    tokens_ += static_cast<std::size_t>(std::count_if(to, to + got, may_become_token));
    if (tokens_ > max_tokens_) throw StopReading();
    return got;
  }

 private:
  /// yaml-cpp reads 2048 bytes while it constructs itself, and cannot be stopped there without a leak.
  static constexpr std::size_t smallest_bound = 4096;

  static bool may_become_token(char c) { return std::string_view("[]{},:?").find(c) != std::string_view::npos; }

  std::string text_;
  const TreeBuilder& builder_;
  std::size_t max_tokens_;
  std::size_t understood_ = 0;
  std::size_t tokens_ = 0;
};

}  // namespace michibiki
