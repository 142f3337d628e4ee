#include "model/view.hpp"

#include <algorithm>
#include <utility>

namespace michibiki {
namespace {

void sort_each_once(std::vector<LinkId>& links) {
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
}

}  // namespace

View::View(const KnowledgeGraph& graph, BasisKind trust)
    : graph_(&graph), trust_(trust), standings_(graph.catalog().facts.size()) {
  for (std::size_t i = 0; i < standings_.size(); ++i) {
    const auto& fact = graph.catalog().facts[i];
    standings_[i] = fact.withdrawn            ? Standing::absent
                    : fact.basis.kind < trust ? Standing::distrusted
                                              : Standing::holds;
  }
}

View View::without(const std::vector<FactId>& facts) const {
  View view = *this;
  for (const auto fact : facts) view.standings_[fact.index()] = Standing::absent;
  return view;
}

View View::with(const std::vector<FactId>& facts) const {
  View view = *this;
  for (const auto fact : facts) view.standings_[fact.index()] = Standing::holds;
  return view;
}

View View::at_trust(BasisKind trust) const {
  View view(*graph_, trust);
  for (std::size_t i = 0; i < standings_.size(); ++i) {
    if (standings_[i] == Standing::absent) view.standings_[i] = Standing::absent;
    if (standings_[i] == Standing::holds && catalog().facts[i].withdrawn) view.standings_[i] = Standing::holds;
  }
  return view;
}

Standing View::standing(LinkId id) const {
  const auto& link = catalog().link(id);
  const auto best = [&](const std::vector<EntryRef>& entries) {
    auto found = Standing::absent;
    for (const auto entry : entries) found = std::min(found, standing(entry));
    return found;
  };
  auto found = std::max(standing(link.fact), best(link.to));
  if (link.join == Join::any) return std::max(found, best(link.from));
  for (const auto entry : link.from) found = std::max(found, standing(entry));
  return found;
}

std::vector<LinkId> View::links_from(EntryRef entry, LinkKind kind) const {
  if (!holds(entry)) return {};
  auto links = graph_->links_from(entry, kind);
  std::erase_if(links, [&](LinkId link) { return !holds(link); });
  return links;
}

std::vector<LinkId> View::links_to(EntryRef entry, LinkKind kind) const {
  if (!holds(entry)) return {};
  auto links = graph_->links_to(entry, kind);
  std::erase_if(links, [&](LinkId link) { return !holds(link); });
  return links;
}

std::vector<LinkId> View::links_from_upwards(EntryRef entry, LinkKind kind) const {
  std::vector<LinkId> all;
  for (const auto above : graph_->linked_from_upwards(entry)) {
    const auto links = links_from(above, kind);
    all.insert(all.end(), links.begin(), links.end());
  }
  sort_each_once(all);
  return all;
}

std::vector<LinkId> View::links_to_upwards(EntryRef entry, LinkKind kind) const {
  std::vector<LinkId> all;
  for (const auto above : graph_->linked_to_upwards(entry)) {
    const auto links = links_to(above, kind);
    all.insert(all.end(), links.begin(), links.end());
  }
  sort_each_once(all);
  return all;
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
