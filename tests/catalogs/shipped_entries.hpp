#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "model/catalog.hpp"

#include "tests/catalogs/shipped.hpp"

namespace michibiki::testing {

// What the tests of the shipped catalogues ask of them.

using Codes = std::set<std::string>;
inline const Codes nothing;

/// Fails the test when they do not load.
inline const Catalog& shipped() { return shipped_graph().catalog(); }

template <typename T>
std::vector<const T*> items(const Table<T>& table) {
  std::vector<const T*> found;
  for (const auto& entry : table) {
    if (!entry.group) found.push_back(&entry);
  }
  return found;
}

template <typename T>
std::size_t groups(const Table<T>& table) {
  return table.size() - items(table).size();
}

inline const Basis& basis(FactId fact) { return shipped().fact(fact).basis; }
inline bool is(FactId fact, BasisKind kind) { return basis(fact).kind == kind; }

inline std::vector<const Link*> links(LinkKind kind) {
  std::vector<const Link*> found;
  for (const auto& link : shipped().links) {
    if (link.kind == kind) found.push_back(&link);
  }
  return found;
}

/// Every entry of every kind.
inline void each_entry(const std::function<void(EntryKind, const Entry&)>& visit) {
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    for (std::size_t i = 0; i < shipped().size(static_cast<EntryKind>(kind)); ++i) {
      visit(static_cast<EntryKind>(kind), shipped().entry({static_cast<EntryKind>(kind), i}));
    }
  }
}

/// The item itself, or the items under a heading.
inline std::vector<EntryRef> items_under(EntryRef entry) {
  if (!shipped().entry(entry).group) return {entry};
  std::vector<EntryRef> found;
  for (std::size_t i = 0; i < shipped().size(entry.kind); ++i) {
    if (shipped().entry({entry.kind, i}).parent == entry.index) {
      const auto below = items_under({entry.kind, i});
      found.insert(found.end(), below.begin(), below.end());
    }
  }
  return found;
}

}  // namespace michibiki::testing
