#include "model/view.hpp"

#include <algorithm>
#include <utility>

namespace michibiki {
namespace {

template <typename Query>
std::vector<LinkId> that_hold(const View& view, EntryRef entry, Query query) {
  if (!view.holds(entry)) return {};
  auto links = query();
  std::erase_if(links, [&](LinkId link) { return !view.holds(link); });
  return links;
}

template <typename Query>
std::vector<LinkId> over_ancestors(const View& view, EntryRef entry, Query query) {
  std::vector<LinkId> all;
  for (const auto ancestor : view.graph().upwards(entry)) {
    const auto links = query(ancestor);
    all.insert(all.end(), links.begin(), links.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

View::View(const KnowledgeGraph& graph, BasisKind trust)
    : graph_(&graph), trust_(trust), holds_(graph.catalog().facts.size()) {
  for (std::size_t i = 0; i < holds_.size(); ++i) {
    const auto& fact = graph.catalog().facts[i];
    holds_[i] = !fact.withdrawn && fact.basis.kind >= trust;
  }
}

View View::without(const std::vector<FactId>& facts) const {
  View view = *this;
  for (const auto fact : facts) view.holds_[fact.index()] = false;
  return view;
}

bool View::holds(LinkId id) const {
  const auto& link = catalog().link(id);
  const auto entry_holds = [&](EntryRef entry) { return holds(entry); };
  const bool starts = link.join == Join::all ? std::all_of(link.from.begin(), link.from.end(), entry_holds)
                                             : std::any_of(link.from.begin(), link.from.end(), entry_holds);
  return holds(link.fact) && starts && std::any_of(link.to.begin(), link.to.end(), entry_holds);
}

std::vector<LinkId> View::links_from(EntryRef entry, LinkKind kind) const {
  return that_hold(*this, entry, [&] { return graph_->links_from(entry, kind); });
}
std::vector<LinkId> View::links_to(EntryRef entry, LinkKind kind) const {
  return that_hold(*this, entry, [&] { return graph_->links_to(entry, kind); });
}
std::vector<LinkId> View::links_from_upwards(EntryRef entry, LinkKind kind) const {
  return over_ancestors(*this, entry, [&](EntryRef ancestor) { return links_from(ancestor, kind); });
}
std::vector<LinkId> View::links_to_upwards(EntryRef entry, LinkKind kind) const {
  return over_ancestors(*this, entry, [&](EntryRef ancestor) { return links_to(ancestor, kind); });
}

std::vector<EntryRef> View::items_of(EntryRef entry) const {
  if (!holds(entry)) return {};
  if (!catalog().entry(entry).group) return {entry};
  std::vector<EntryRef> items;
  for (std::size_t i = 0; i < catalog().size(entry.kind); ++i) {
    const EntryRef item(entry.kind, i);
    if (!catalog().entry(item).group && holds(item) && graph_->lies_under(item, entry)) items.push_back(item);
  }
  return items;
}

}  // namespace michibiki
