#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/text.hpp"
#include "model/yaml/parse.hpp"

#include "tests/property.hpp"

namespace {

using namespace michibiki;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines{""};
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

/// Line and column exist in the text (a place may be just behind the last character of a line).
bool stands_in(const SourceLocation& at, const std::vector<std::string>& lines) {
  if (at.line < 1 || at.column < 1 || static_cast<std::size_t>(at.line) > lines.size()) return false;
  return static_cast<std::size_t>(at.column) <= count_code_points(lines[static_cast<std::size_t>(at.line) - 1]) + 1;
}

/// Whether a tree keeps what its header promises.
bool is_sound(const Node& node, const std::vector<std::string>& lines) {
  if (!stands_in(node.at, lines) || find_invalid_utf8(node.text)) return false;
  for (std::size_t i = 0; i < node.text.size(); i += decode_utf8(node.text, i).length) {
    const char32_t c = decode_utf8(node.text, i).code_point;
    if (is_refused_character(c) || c == U'\r') return false;
  }
  for (const Node& item : node.items) {
    if (!is_sound(item, lines)) return false;
  }
  std::set<std::string> keys;
  for (const Node::Entry& entry : node.entries) {
    if (!keys.insert(entry.key).second || !stands_in(entry.key_at, lines) || !is_sound(entry.value, lines))
      return false;
  }
  return true;
}

/// What must hold of any text whatever: an answer, sound and placed in the text, and the same answer twice.
void check_any(const std::string& text) {
  const auto file = make_file_name("a.yaml");
  const ParseResult result = parse_yaml(text, file);
  RC_ASSERT(result.root.has_value() || has_errors(result.diagnostics));
  const std::vector<std::string> lines = lines_of(text);
  for (const Diagnostic& diagnostic : result.diagnostics) {
    RC_ASSERT(stands_in(diagnostic.location, lines));
    RC_ASSERT(!find_invalid_utf8(to_string(diagnostic)));
  }
  if (result.root) RC_ASSERT(is_sound(*result.root, lines));
  RC_ASSERT(parse_yaml(text, file).diagnostics == result.diagnostics);
}

TEST_CASE("random bytes give a tree or errors, never a crash", "[yaml][property]") {
  rc::prop("any bytes", [] { check_any(*rc::gen::arbitrary<std::string>()); });
}

TEST_CASE("random punctuation of YAML gives a tree or errors, never a crash", "[yaml][property]") {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{"a",
                                                                 "b",
                                                                 "key",
                                                                 "値",
                                                                 ":",
                                                                 ": ",
                                                                 "-",
                                                                 "- ",
                                                                 "? ",
                                                                 "\n",
                                                                 "\n",
                                                                 "\n  ",
                                                                 " ",
                                                                 "  ",
                                                                 "\t",
                                                                 "\r\n",
                                                                 "\r",
                                                                 "[",
                                                                 "]",
                                                                 "{",
                                                                 "}",
                                                                 ",",
                                                                 "\"",
                                                                 "'",
                                                                 "\\",
                                                                 "|",
                                                                 ">",
                                                                 "#",
                                                                 " # ",
                                                                 "&a ",
                                                                 "*a",
                                                                 "!t ",
                                                                 "<<",
                                                                 "~",
                                                                 "null",
                                                                 "---",
                                                                 "...",
                                                                 "%",
                                                                 "@",
                                                                 "`",
                                                                 "\x01",
                                                                 "\xC2\x85",
                                                                 "\xE3\x81",
                                                                 "\xEF\xBB\xBF",
                                                                 "\xF0\x9F\x98\x80",
                                                                 "\\u",
                                                                 "\\x4",
                                                                 "''",
                                                                 "|+\n",
                                                                 ">-\n"});
  rc::prop("any punctuation", [&] {
    std::string text;
    for (const std::string& it : *rc::gen::container<std::vector<std::string>>(piece)) text += it;
    check_any(text);
  });
}

rc::Gen<Node> tree(int depth) {
  const auto scalar =
      rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
                       "a", "B", "7", " ", ":", "#", "-", "'",  "\"", "\\", "[",  "]",
                       "{", "}", ",", "&", "*", "!", "~", "\n", "\t", "脅", "威", "\xF0\x9F\x98\x80"})),
                   [](const std::vector<std::string>& pieces) {
                     std::string text;
                     for (const std::string& piece : pieces) text += piece;
                     return make_scalar(text, {}, true);
                   });
  if (depth == 0) return scalar;
  const auto sequence =
      rc::gen::map(rc::gen::container<std::vector<Node>>(tree(depth - 1)), [](std::vector<Node> items) {
        Node node;
        node.kind = Node::Kind::sequence;
        node.items = std::move(items);
        return node;
      });
  const auto mapping =
      rc::gen::map(rc::gen::container<std::vector<std::pair<Node, Node>>>(rc::gen::pair(scalar, tree(depth - 1))),
                   [](std::vector<std::pair<Node, Node>> entries) {
                     Node node;
                     node.kind = Node::Kind::mapping;
                     for (auto& [key, value] : entries) {
                       if (!node.find(key.text)) node.entries.push_back({key.text, {}, std::move(value)});
                     }
                     return node;
                   });
  return rc::gen::oneOf(scalar, sequence, mapping, rc::gen::just(Node{}));
}

/// YAML of the plainest kind: flow style, everything in double quotes, a space or line break between.
void write(std::string& out, const Node& node) {
  const auto write_quoted = [&](const std::string& text) {
    out += '"';
    for (const char c : text) {
      if (c == '\n') {
        out += "\\n";
      } else {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
      }
    }
    out += '"';
  };
  switch (node.kind) {
    case Node::Kind::null:
      out += '~';
      break;
    case Node::Kind::scalar:
      write_quoted(node.text);
      break;
    case Node::Kind::sequence:
      out += '[';
      for (const Node& item : node.items) {
        write(out, item);
        out += ",\n ";
      }
      out += ']';
      break;
    case Node::Kind::mapping:
      out += '{';
      for (const Node::Entry& entry : node.entries) {
        write_quoted(entry.key);
        out += ": ";
        write(out, entry.value);
        out += ", ";
      }
      out += '}';
      break;
  }
}

/// Every node stands where the character stands that begins it.
bool stands_at_its_start(const Node& node, const std::vector<std::string>& lines) {
  const std::string& line = lines[static_cast<std::size_t>(node.at.line) - 1];
  std::size_t offset = 0;
  for (int column = 1; column < node.at.column; ++column) offset += decode_utf8(line, offset).length;
  constexpr const char* first_characters = "~\"[{";
  if (line[offset] != first_characters[static_cast<std::size_t>(node.kind)]) return false;
  for (const Node& item : node.items) {
    if (!stands_at_its_start(item, lines)) return false;
  }
  for (const Node::Entry& entry : node.entries) {
    if (!stands_at_its_start(entry.value, lines)) return false;
  }
  return true;
}

TEST_CASE("what is written as YAML is read back as it was, each part at its place", "[yaml][property]") {
  rc::prop("any tree", [] {
    const Node expected = *rc::gen::scale(0.2, tree(3));  // three levels of 100 items would be a million
    std::string text;
    write(text, expected);
    const ParseResult result = parse_yaml(text, nullptr);
    for (const Diagnostic& diagnostic : result.diagnostics) RC_FAIL(to_string(diagnostic));
    RC_ASSERT(result.root.has_value());
    RC_ASSERT(*result.root == expected);
    RC_ASSERT(stands_at_its_start(*result.root, lines_of(text)));
  });
}

}  // namespace
