#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/source_location.hpp"

namespace michibiki {

/// A statement of one record, by the names that lead to it: none = the record itself, "harms" = a field, "harms", "use" = a member of it.
using EditPath = std::vector<std::string>;

/// Who edited what before, so that whoever edits it again must come after them on purpose. An edit of a whole meets every edit of a
/// part of it.
class EditHistory {
 public:
  struct Past {
    std::string catalog;
    SourceLocation at;
  };

  void add(std::size_t record, const EditPath& path, Past past) {
    auto* tree = &records_[record];
    for (const auto& name : path) tree = &tree->parts[name];
    tree->edits.push_back(std::move(past));
  }

  /// The earlier edit of the same statement, of what it is a part of, or of a part of it, that this one does not come after.
  template <typename ComesAfter>
  std::optional<Past> collision(std::size_t record, const EditPath& path, ComesAfter comes_after) const {
    const auto found = records_.find(record);
    const auto* tree = found == records_.end() ? nullptr : &found->second;
    for (auto name = path.begin(); tree != nullptr && name != path.end(); ++name) {
      if (auto past = first_of(tree->edits, comes_after)) return past;
      const auto part = tree->parts.find(*name);
      tree = part == tree->parts.end() ? nullptr : &part->second;
    }
    return tree == nullptr ? std::nullopt : first_within(*tree, comes_after);
  }

 private:
  struct Tree {
    std::vector<Past> edits;
    std::map<std::string, Tree> parts;
  };

  template <typename ComesAfter>
  static std::optional<Past> first_of(const std::vector<Past>& edits, ComesAfter comes_after) {
    for (const auto& past : edits) {
      if (!comes_after(past.catalog)) return past;
    }
    return std::nullopt;
  }

  template <typename ComesAfter>
  static std::optional<Past> first_within(const Tree& tree, ComesAfter comes_after) {
    if (auto past = first_of(tree.edits, comes_after)) return past;
    for (const auto& [name, part] : tree.parts) {
      if (auto past = first_within(part, comes_after)) return past;
    }
    return std::nullopt;
  }

  std::map<std::size_t, Tree> records_;
};

}  // namespace michibiki
