#include "model/knowledge_graph.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <boost/graph/compressed_sparse_row_graph.hpp>

namespace michibiki {
namespace {

/// What an edge carries: links of several ends are one edge per pair.
struct Edge {
  LinkId link;
  LinkKind kind{};
};

using Csr = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, Edge, boost::no_property,
                                               std::size_t, std::size_t>;

}  // namespace

struct KnowledgeGraph::Frozen {
  std::array<std::size_t, entry_kind_count> first_of_kind{};
  Csr graph;

  std::size_t vertex(EntryRef entry) const { return first_of_kind[static_cast<std::size_t>(entry.kind)] + entry.index; }

  template <typename Range>
  std::vector<LinkId> links(Range edges, LinkKind kind) const {
    std::vector<LinkId> found;
    for (auto [edge, end] = edges; edge != end; ++edge) {
      if (graph[*edge].kind == kind) found.push_back(graph[*edge].link);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }
};

KnowledgeGraph::KnowledgeGraph(Catalog catalog) : catalog_(std::move(catalog)), frozen_(std::make_unique<Frozen>()) {
  std::size_t vertices = 0;
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    frozen_->first_of_kind[kind] = vertices;
    vertices += catalog_.size(static_cast<EntryKind>(kind));
  }
  std::vector<std::pair<std::size_t, std::size_t>> ends;
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < catalog_.links.size(); ++i) {
    const auto& link = catalog_.links[i];
    for (const auto from : link.from) {
      for (const auto to : link.to) {
        ends.emplace_back(frozen_->vertex(from), frozen_->vertex(to));
        edges.push_back({LinkId{i}, link.kind});
      }
    }
  }
  frozen_->graph = Csr(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), edges.begin(), vertices);
}

KnowledgeGraph::~KnowledgeGraph() = default;
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;

std::vector<LinkId> KnowledgeGraph::links_from(EntryRef entry, LinkKind kind) const {
  return frozen_->links(boost::out_edges(frozen_->vertex(entry), frozen_->graph), kind);
}

std::vector<LinkId> KnowledgeGraph::links_to(EntryRef entry, LinkKind kind) const {
  return frozen_->links(boost::in_edges(frozen_->vertex(entry), frozen_->graph), kind);
}

std::vector<EntryRef> KnowledgeGraph::upwards(EntryRef entry) const {
  std::vector<EntryRef> path{entry};
  while (const auto parent = catalog_.entry(path.back()).parent) path.emplace_back(entry.kind, *parent);
  return path;
}

bool KnowledgeGraph::lies_under(EntryRef entry, EntryRef ancestor) const {
  const auto path = upwards(entry);
  return std::find(path.begin(), path.end(), ancestor) != path.end();
}

}  // namespace michibiki
