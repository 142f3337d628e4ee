#include "tests/support/plain.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "model/yaml/parse.hpp"

namespace michibiki::testing {
namespace {

Plain plain_of(const Node& node) {
  Plain plain(node.text);
  if (node.is_sequence()) {
    plain = Plain::list({});
    for (const auto& item : node.items) plain.items.push_back(plain_of(item));
  } else if (node.is_mapping()) {
    plain = Plain::mapping({});
    for (const auto& entry : node.entries) plain.entries.emplace_back(entry.key, plain_of(entry.value));
  }
  return plain;
}

std::string word(const std::string& text) {
  const bool bare = !text.empty() && std::isalnum(static_cast<unsigned char>(text.front())) != 0 &&
                    std::ranges::all_of(text, [](char c) {
                      return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '_';
                    });
  return bare ? text : '"' + text + '"';
}

}  // namespace

Plain Plain::list(std::vector<Plain> items) {
  Plain plain;
  plain.kind = Kind::list;
  plain.items = std::move(items);
  return plain;
}

Plain Plain::mapping(std::vector<std::pair<std::string, Plain>> entries) {
  Plain plain;
  plain.kind = Kind::mapping;
  plain.entries = std::move(entries);
  return plain;
}

Plain* Plain::find(std::string_view key) {
  const auto found = std::ranges::find(entries, key, &std::pair<std::string, Plain>::first);
  return found == entries.end() ? nullptr : &found->second;
}

void Plain::set(const std::string& key, Plain value) {
  if (auto* there = find(key)) {
    *there = std::move(value);
  } else {
    entries.emplace_back(key, std::move(value));
  }
}

void Plain::erase(std::string_view key) {
  std::erase_if(entries, [&](const auto& entry) { return entry.first == key; });
}

std::string to_yaml(const Plain& plain) {
  std::string text;
  switch (plain.kind) {
    case Plain::Kind::text:
      return word(plain.text);
    case Plain::Kind::list:
      for (const auto& item : plain.items) text += (text.empty() ? "" : ", ") + to_yaml(item);
      return '[' + text + ']';
    case Plain::Kind::mapping:
      for (const auto& [key, value] : plain.entries) {
        text += (text.empty() ? "" : ", ") + word(key) + ": " + to_yaml(value);
      }
      return '{' + text + '}';
  }
  return text;
}

std::string to_section(const std::string& name, const std::vector<Plain>& entries) {
  auto text = name + ":\n";
  for (const auto& entry : entries) text += "  - " + to_yaml(entry) + '\n';
  return text;
}

Plain plain_of(const std::string& yaml) {
  const auto parsed = parse_yaml(yaml, make_file_name("plain.yaml"));
  if (!parsed.root || !parsed.diagnostics.empty()) throw std::logic_error("no YAML:\n" + yaml);
  return plain_of(*parsed.root);
}

}  // namespace michibiki::testing
