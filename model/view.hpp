#pragma once

#include <vector>

#include "model/knowledge_graph.hpp"

namespace michibiki {

/// The graph as seen through a mask: what is withdrawn, below the wanted trust, or taken away by a hypothesis does not hold.
/// A view is a bit per fact; the graph is never copied.
class View {
 public:
  explicit View(const KnowledgeGraph& graph, BasisKind trust = BasisKind::unverified);

  const KnowledgeGraph& graph() const { return *graph_; }
  const Catalog& catalog() const { return graph_->catalog(); }
  BasisKind trust() const { return trust_; }

  /// This view without these facts: "what if they did not hold?".
  View without(const std::vector<FactId>& facts) const;

  bool holds(FactId fact) const { return holds_[fact.index()]; }
  bool holds(EntryRef entry) const { return holds(catalog().entry(entry).fact); }
  /// A link holds when its own fact holds and its ends do (of several starts that count together, all of them).
  bool holds(LinkId link) const;

  /// Links that hold, as KnowledgeGraph's; none of an entry that does not hold itself.
  std::vector<LinkId> links_from(EntryRef entry, LinkKind kind) const;
  std::vector<LinkId> links_to(EntryRef entry, LinkKind kind) const;
  /// The same, also for the groups and types that the entry lies under: what a link says of a group holds for its items.
  std::vector<LinkId> links_from_upwards(EntryRef entry, LinkKind kind) const;
  std::vector<LinkId> links_to_upwards(EntryRef entry, LinkKind kind) const;

  /// What a link that names the entry means by it: the entry itself, or of a heading the items under it; in catalogue order.
  std::vector<EntryRef> items_of(EntryRef entry) const;

 private:
  const KnowledgeGraph* graph_;
  BasisKind trust_;
  std::vector<bool> holds_;
};

}  // namespace michibiki
