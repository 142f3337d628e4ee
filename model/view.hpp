#pragma once

#include <cstdint>
#include <vector>

#include "model/knowledge_graph.hpp"

namespace michibiki {

/// How a statement stands in a view, best first.
enum class Standing : std::uint8_t {
  holds,
  distrusted,  ///< below the wanted trust: it may be so all the same
  absent       ///< withdrawn, or taken away by a hypothesis: it simply is not there
};

/// The graph as seen through a mask: what is withdrawn, below the wanted trust, or taken away by a hypothesis does not hold.
/// A view is a byte per fact; the graph is never copied.
class View {
 public:
  explicit View(const KnowledgeGraph& graph, BasisKind trust = BasisKind::unverified);

  const KnowledgeGraph& graph() const { return *graph_; }
  const Catalog& catalog() const { return graph_->catalog(); }
  BasisKind trust() const { return trust_; }

  /// This view without these facts: "what if they did not hold?".
  View without(const std::vector<FactId>& facts) const;
  /// This view with these facts, be they withdrawn or below the wanted trust: "what if they held?".
  View with(const std::vector<FactId>& facts) const;
  /// This view, its hypotheses included, at another level of trust.
  View at_trust(BasisKind trust) const;

  Standing standing(FactId fact) const { return standings_[fact.index()]; }
  Standing standing(EntryRef entry) const { return standing(catalog().entry(entry).fact); }
  /// As its own fact and its ends stand (of several starts that count together, the worst of them; else the best).
  Standing standing(LinkId link) const;

  bool holds(FactId fact) const { return standing(fact) == Standing::holds; }
  bool holds(EntryRef entry) const { return standing(entry) == Standing::holds; }
  /// A link holds when its own fact holds and its ends do (of several starts that count together, all of them).
  bool holds(LinkId link) const { return standing(link) == Standing::holds; }

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
  std::vector<Standing> standings_;
};

}  // namespace michibiki
