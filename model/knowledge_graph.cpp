#include "model/knowledge_graph.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

namespace michibiki {
namespace {

/// A link of several ends is a vertex of its own: an edge per pair of ends would be thousands for a link between two long lists.
using Csr = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                               boost::no_property, std::size_t, std::size_t>;
using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

/// Where an entry and all that lies under it stand in a walk over the trees: under it is what stands between.
struct Span {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// For each vertex of an entry, itself or the nearest of its ancestors that has any link; `none` where there is none.
using Nearest = std::vector<std::size_t>;
constexpr auto none = std::numeric_limits<std::size_t>::max();

std::vector<LinkId> in_order(std::vector<LinkId> links) {
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return links;
}

}  // namespace

struct KnowledgeGraph::Frozen {
  std::array<std::size_t, entry_kind_count> first_of_kind{};
  std::size_t first_link = 0;
  Csr graph;
  std::vector<Span> spans;
  Nearest linked_from;
  Nearest linked_to;

  std::size_t vertex(EntryRef entry) const { return first_of_kind[static_cast<std::size_t>(entry.kind)] + entry.index; }

  void connect(const std::vector<Link>& links) {
    Edges edges;
    for (std::size_t i = 0; i < links.size(); ++i) {
      for (const auto from : links[i].from) edges.emplace_back(vertex(from), first_link + i);
      for (const auto to : links[i].to) edges.emplace_back(first_link + i, vertex(to));
    }
    graph = Csr(boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), first_link + links.size());
  }

  /// Without recursion: a chain of ten thousand parents is only long.
  void measure(const Catalog& catalog) {
    spans.resize(first_link);
    linked_from.resize(first_link, none);
    linked_to.resize(first_link, none);
    std::vector<std::vector<std::size_t>> children(first_link);
    std::vector<std::size_t> roots;
    for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
      for (std::size_t i = 0; i < catalog.size(static_cast<EntryKind>(kind)); ++i) {
        const auto parent = catalog.entry(EntryRef(static_cast<EntryKind>(kind), i)).parent;
        const auto at = first_of_kind[kind] + i;
        (parent ? children[first_of_kind[kind] + *parent] : roots).push_back(at);
      }
    }
    std::size_t clock = 0;
    std::vector<std::pair<std::size_t, std::size_t>> path;  // vertex and how many of its children are done
    for (const auto root : roots) {
      path.emplace_back(root, 0);
      spans[root].first = clock++;
      note_links(root, none);
      while (!path.empty()) {
        const auto [at, done] = path.back();
        if (done == children[at].size()) {
          spans[at].last = clock;
          path.pop_back();
          continue;
        }
        ++path.back().second;
        spans[children[at][done]].first = clock++;
        note_links(children[at][done], at);
        path.emplace_back(children[at][done], 0);
      }
    }
  }

  /// The parent's have been noted before.
  void note_links(std::size_t at, std::size_t parent) {
    const auto [first_out, last_out] = boost::out_edges(at, graph);
    const auto [first_in, last_in] = boost::in_edges(at, graph);
    const auto above = [&](const Nearest& nearest) { return parent == none ? none : nearest[parent]; };
    linked_from[at] = first_out != last_out ? at : above(linked_from);
    linked_to[at] = first_in != last_in ? at : above(linked_to);
  }

  std::vector<EntryRef> upwards(const Catalog& catalog, EntryRef entry, const Nearest& nearest) const {
    const auto first = first_of_kind[static_cast<std::size_t>(entry.kind)];
    std::vector<EntryRef> path;
    for (std::optional<std::size_t> index = entry.index; index;) {
      const auto at = nearest[first + *index];
      if (at == none) break;
      path.emplace_back(entry.kind, at - first);
      index = catalog.entry(path.back()).parent;
    }
    return path;
  }
};

KnowledgeGraph::KnowledgeGraph(Catalog catalog) : catalog_(std::move(catalog)), frozen_(std::make_unique<Frozen>()) {
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    frozen_->first_of_kind[kind] = frozen_->first_link;
    frozen_->first_link += catalog_.size(static_cast<EntryKind>(kind));
  }
  frozen_->connect(catalog_.links);
  frozen_->measure(catalog_);
}

KnowledgeGraph::~KnowledgeGraph() = default;
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;

std::vector<LinkId> KnowledgeGraph::links_from(EntryRef entry, LinkKind kind) const {
  std::vector<LinkId> found;
  const auto [first, last] = boost::out_edges(frozen_->vertex(entry), frozen_->graph);
  for (auto edge = first; edge != last; ++edge) {
    const LinkId link{boost::target(*edge, frozen_->graph) - frozen_->first_link};
    if (catalog_.link(link).kind == kind) found.push_back(link);
  }
  return in_order(std::move(found));
}

std::vector<LinkId> KnowledgeGraph::links_to(EntryRef entry, LinkKind kind) const {
  std::vector<LinkId> found;
  const auto [first, last] = boost::in_edges(frozen_->vertex(entry), frozen_->graph);
  for (auto edge = first; edge != last; ++edge) {
    const LinkId link{boost::source(*edge, frozen_->graph) - frozen_->first_link};
    if (catalog_.link(link).kind == kind) found.push_back(link);
  }
  return in_order(std::move(found));
}

std::vector<EntryRef> KnowledgeGraph::upwards(EntryRef entry) const {
  std::vector<EntryRef> path{entry};
  while (const auto parent = catalog_.entry(path.back()).parent) path.emplace_back(entry.kind, *parent);
  return path;
}

std::vector<EntryRef> KnowledgeGraph::linked_from_upwards(EntryRef entry) const {
  return frozen_->upwards(catalog_, entry, frozen_->linked_from);
}

std::vector<EntryRef> KnowledgeGraph::linked_to_upwards(EntryRef entry) const {
  return frozen_->upwards(catalog_, entry, frozen_->linked_to);
}

bool KnowledgeGraph::lies_under(EntryRef entry, EntryRef ancestor) const {
  if (entry.kind != ancestor.kind) return false;
  const auto at = frozen_->spans[frozen_->vertex(entry)].first;
  const auto& span = frozen_->spans[frozen_->vertex(ancestor)];
  return span.first <= at && at < span.last;
}

}  // namespace michibiki
