#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace michibiki::testing {

/// Plain data as a person has it in mind who edits a file: a text, a list or a mapping. Knows nothing of places, and shares no code
/// with what it is compared with.
struct Plain {
  enum class Kind { text, list, mapping };
  Kind kind = Kind::text;
  std::string text;
  std::vector<Plain> items;
  std::vector<std::pair<std::string, Plain>> entries;

  Plain() = default;
  Plain(std::string value) : text(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Plain(const char* value) : text(value) {}             // NOLINT(google-explicit-constructor)
  static Plain list(std::vector<Plain> items);
  static Plain mapping(std::vector<std::pair<std::string, Plain>> entries);

  bool operator==(const Plain&) const = default;

  Plain* find(std::string_view key);
  const Plain* find(std::string_view key) const { return const_cast<Plain*>(this)->find(key); }
  void set(const std::string& key, Plain value);
  void erase(std::string_view key);
};

/// In flow style on one line.
std::string to_yaml(const Plain& plain);
/// A section of a file, an entry a line.
std::string to_section(const std::string& name, const std::vector<Plain>& entries);

/// Of a YAML text.
Plain plain_of(const std::string& yaml);

}  // namespace michibiki::testing
