#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "model/catalog.hpp"

namespace michibiki {

/// The catalogue frozen as a many-to-many graph: entries and links are vertices, a link has an edge from each entry at its start and to
/// each at its end. Everything is answered in catalogue order. Boost.Graph does not show.
class KnowledgeGraph {
 public:
  explicit KnowledgeGraph(Catalog catalog);
  ~KnowledgeGraph();
  KnowledgeGraph(KnowledgeGraph&&) noexcept;
  KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;

  const Catalog& catalog() const { return catalog_; }

  /// Links of that kind that leave, or arrive at, the entry itself.
  std::vector<LinkId> links_from(EntryRef entry, LinkKind kind) const;
  std::vector<LinkId> links_to(EntryRef entry, LinkKind kind) const;

  /// The entry and its ancestors, nearest first.
  std::vector<EntryRef> upwards(EntryRef entry) const;
  /// Of these, those that any link leaves, or arrives at. The others are skipped, not visited: chains may be long.
  std::vector<EntryRef> linked_from_upwards(EntryRef entry) const;
  std::vector<EntryRef> linked_to_upwards(EntryRef entry) const;
  /// Whether the entry is that ancestor or lies under it in the tree of its kind.
  bool lies_under(EntryRef entry, EntryRef ancestor) const;

 private:
  struct Frozen;
  Catalog catalog_;
  std::unique_ptr<Frozen> frozen_;
};

}  // namespace michibiki
