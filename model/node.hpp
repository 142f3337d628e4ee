#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/source_location.hpp"

namespace michibiki {

struct Amendment;

/// What an author wrote, before anyone asks what it means: a tree of texts, lists and mappings that
/// knows where each part stood. A value: copying copies the tree. No part of it knows YAML.
struct Node {
  enum class Kind {
    null,      ///< nothing, `~` or `null`
    scalar,    ///< a text, kept as it was written: `no`, `1.10` and `010` stay what they are
    sequence,  ///< `items`
    mapping,   ///< `entries`, in the order of the file, keys unique
  };
  struct Entry;

  Kind kind = Kind::null;
  /// A diagnostic about this very node has already been given (it was an alias, had a merge key, held
  /// a control character …) and what was refused is missing here. Whoever reads it should not
  /// complain that a key is missing or the type wrong: that would be the same mistake told twice.
  bool refused = false;
  bool quoted = false;  ///< a scalar in quotes or a block scalar: never a number, truth value or null
  std::string text;     ///< of a scalar; UTF-8 without control characters but TAB and LF
  SourceLocation at;
  /// Set on what an overlay put here: it is believed for the overlay's reasons, not for those of the record around it.
  std::shared_ptr<const Amendment> amended;
  std::vector<Node> items;
  std::vector<Entry> entries;

  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_sequence() const { return kind == Kind::sequence; }
  [[nodiscard]] bool is_mapping() const { return kind == Kind::mapping; }

  /// The value of that key, or null pointer: also when this is no mapping. Linear in the keys.
  [[nodiscard]] const Node* find(std::string_view key) const;
  [[nodiscard]] const Entry* find_entry(std::string_view key) const;

  /// Same content. Places, quotes and the order of keys are ignored: `{a: 1, b: x}` is
  /// `{b: "x", a: 1}`; but null is not the text "null".
  friend bool operator==(const Node& a, const Node& b);
};

/// Who put a part of a tree where it is: an overlay.
struct Amendment {
  std::string catalog;
  std::shared_ptr<const Node> default_basis;  ///< of the overlay's file or manifest; null when there is none
};

/// One key of a mapping with its value.
struct Node::Entry {
  std::string key;
  SourceLocation key_at;
  Node value;
};

[[nodiscard]] Node make_scalar(std::string text, SourceLocation at = {}, bool quoted = false);

/// `nothing`, `a text`, `a list` or `a mapping`: how messages call what they found.
[[nodiscard]] std::string_view describe(Node::Kind kind);

/// As many characters as to_line never cuts.
inline constexpr std::size_t whole_line = 1'000'000;

/// The content on one line in flow style, keys in their order, for messages:
/// `{id: x, values: [1, "2 b"]}`. At most `max_characters`, cut with `...`.
[[nodiscard]] std::string to_line(const Node& node, std::size_t max_characters = 80);

}  // namespace michibiki
