#include "model/node.hpp"

#include <algorithm>
#include <utility>

#include "model/text.hpp"

namespace michibiki {
namespace {

bool needs_quotes(const Node& scalar) {
  const std::string_view text = scalar.text;
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text == "null" || text == "~") return true;
  return text.find_first_of(",[]{}\"'#") != std::string_view::npos || text.find(": ") != std::string_view::npos ||
         text.back() == ':' || text == "-";
}

/// Appends until the text is longer than `max_bytes`: a whole catalogue in a message helps nobody.
void append_line(std::string& line, const Node& node, std::size_t max_bytes) {
  const char* separator = "";
  switch (node.kind) {
    case Node::Kind::null:
      line += '~';
      return;
    case Node::Kind::scalar:
      if (needs_quotes(node)) {
        line += '"' + printable(node.text) + '"';
      } else {
        line += printable(node.text);
      }
      return;
    case Node::Kind::sequence:
      line += '[';
      for (const Node& item : node.items) {
        if (line.size() > max_bytes) return;
        line += std::exchange(separator, ", ");
        append_line(line, item, max_bytes);
      }
      line += ']';
      return;
    case Node::Kind::mapping:
      line += '{';
      for (const Node::Entry& entry : node.entries) {
        if (line.size() > max_bytes) return;
        line += std::exchange(separator, ", ");
        line += printable(entry.key) + ": ";
        append_line(line, entry.value, max_bytes);
      }
      line += '}';
      return;
  }
}

}  // namespace

const Node::Entry* Node::find_entry(std::string_view key) const {
  const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& it) { return it.key == key; });
  return entry == entries.end() ? nullptr : &*entry;
}

const Node* Node::find(std::string_view key) const {
  const Entry* entry = find_entry(key);
  return entry ? &entry->value : nullptr;
}

bool operator==(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.text != b.text || a.items != b.items) return false;
  return a.entries.size() == b.entries.size() &&
         std::all_of(a.entries.begin(), a.entries.end(), [&](const Node::Entry& entry) {
           const Node* other = b.find(entry.key);
           return other && entry.value == *other;
         });
}

Node make_scalar(std::string text, SourceLocation at, bool quoted) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.quoted = quoted;
  node.text = std::move(text);
  node.at = std::move(at);
  return node;
}

std::string_view describe(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::scalar:
      return "a text";
    case Node::Kind::sequence:
      return "a list";
    case Node::Kind::mapping:
      return "a mapping";
  }
  return "nothing";
}

std::string to_line(const Node& node, std::size_t max_characters) {
  std::string line;
  append_line(line, node, 4 * max_characters);  // a character has at most four bytes
  if (count_code_points(line) <= max_characters) return line;
  std::size_t end = 0;
  for (std::size_t count = 0; count + 3 < max_characters; ++count) end += decode_utf8(line, end).length;
  return line.substr(0, end) + std::string("...").substr(0, std::min<std::size_t>(max_characters, 3));
}

}  // namespace michibiki
