#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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
    std::size_t order = 0;  ///< later is more
  };

  void add(std::size_t record, const EditPath& path, const std::string& catalog, const SourceLocation& at) {
    auto* tree = &records_[record];
    for (const auto& name : path) tree = &tree->parts[name];
    if (!tree->edits.empty() && tree->edits.back().catalog == catalog) return;  // one of each is enough to point to
    tree->edits.push_back({catalog, at, next_++});
  }

  /// The first edit of the same statement, of what it is a part of, or of a part of it, that this one does not come after.
  template <typename ComesAfter>
  std::optional<Past> collision(std::size_t record, const EditPath& path, ComesAfter comes_after) const {
    const Past* first = nullptr;
    each_met(record, path, [&](const Past& past) {
      if (first == nullptr && !comes_after(past.catalog)) first = &past;
    });
    return first == nullptr ? std::nullopt : std::optional(*first);
  }

  /// The last edit of the same statement, of what it is a part of, or of a part of it.
  std::optional<Past> last(std::size_t record, const EditPath& path) const {
    const Past* last = nullptr;
    each_met(record, path, [&](const Past& past) {
      if (last == nullptr || past.order > last->order) last = &past;
    });
    return last == nullptr ? std::nullopt : std::optional(*last);
  }

  /// The longest name under that path that was edited before and begins the dotted text: what once stood there may be gone.
  std::string_view name_leading(std::size_t record, const EditPath& path, std::string_view dotted) const {
    const auto found = records_.find(record);
    const auto* tree = found == records_.end() ? nullptr : &found->second;
    for (const auto& name : path) tree = tree == nullptr ? nullptr : tree->part(name);
    for (auto name = dotted; tree != nullptr && !name.empty();) {
      if (tree->parts.find(name) != tree->parts.end()) return name;
      const auto dot = name.rfind('.');
      name = dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
    }
    return {};
  }

 private:
  struct Tree {
    std::vector<Past> edits;
    std::map<std::string, Tree, std::less<>> parts;

    const Tree* part(const std::string& name) const {
      const auto found = parts.find(name);
      return found == parts.end() ? nullptr : &found->second;
    }
  };

  template <typename Visit>
  void each_met(std::size_t record, const EditPath& path, Visit visit) const {
    const auto found = records_.find(record);
    const auto* tree = found == records_.end() ? nullptr : &found->second;
    for (auto name = path.begin(); tree != nullptr && name != path.end(); ++name) {
      std::ranges::for_each(tree->edits, visit);
      tree = tree->part(*name);
    }
    if (tree != nullptr) each_within(*tree, visit);
  }

  template <typename Visit>
  static void each_within(const Tree& tree, Visit visit) {
    std::ranges::for_each(tree.edits, visit);
    for (const auto& [name, part] : tree.parts) each_within(part, visit);
  }

  std::map<std::size_t, Tree> records_;
  std::size_t next_ = 0;
};

}  // namespace michibiki
