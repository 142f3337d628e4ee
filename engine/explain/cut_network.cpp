#include "engine/explain/cut_network.hpp"

#include <algorithm>
#include <set>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

namespace michibiki {

class NetworkBuilder {
 public:
  NetworkBuilder(const Justification& justification, const std::vector<bool>& falls,
                 const std::function<bool(FactId)>& removable)
      : justification_(justification), falls_(falls), removable_(removable) {}

  std::optional<CutNetwork> build(std::size_t conclusion) {
    add_conclusion(conclusion, 0, 1);
    return once_ ? std::optional(std::move(network_)) : std::nullopt;
  }

 private:
  void add_conclusion(std::size_t conclusion, std::size_t from, std::size_t to) {
    once_ = once_ && conclusions_.insert(conclusion).second;
    if (!once_) return;
    for (const auto way : justification_.ways[conclusion]) add_step(justification_.steps[way], from, to);
  }

  /// Whatever of it can be taken away, one behind the other. It has some such thing, as its conclusion falls.
  void add_step(const Step& step, std::size_t from, std::size_t to) {
    std::vector<const AnyFact*> choices;
    for (const auto& any : step.facts) {
      if (std::ranges::all_of(any, removable_)) choices.push_back(&any);
    }
    std::vector<std::size_t> premises;
    for (const auto premise : step.premises) {
      if (falls_[premise]) premises.push_back(premise);
    }
    auto left = choices.size() + premises.size();
    auto at = from;
    const auto next = [&] {
      --left;
      return left == 0 ? to : network_.vertices_++;
    };
    for (const auto* any : choices) {
      const auto until = next();
      for (const auto fact : *any) {
        once_ = once_ && facts_.insert(fact).second;
        network_.edges_.push_back({at, until, fact});
      }
      at = until;
    }
    for (const auto premise : premises) {
      const auto until = next();
      add_conclusion(premise, at, until);
      at = until;
    }
  }

  const Justification& justification_;
  const std::vector<bool>& falls_;
  const std::function<bool(FactId)>& removable_;
  CutNetwork network_;
  std::set<std::size_t> conclusions_;
  std::set<FactId> facts_;
  bool once_ = true;
};

std::optional<CutNetwork> CutNetwork::of(const Justification& justification, std::size_t conclusion,
                                         const std::vector<bool>& falls, const std::function<bool(FactId)>& removable) {
  return NetworkBuilder(justification, falls, removable).build(conclusion);
}

std::size_t CutNetwork::flow_without(const std::vector<FactId>& gone) const {
  using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
  struct Arc {
    long capacity = 0;
    long residual = 0;
    Traits::edge_descriptor reverse;
  };
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Arc>;
  Graph graph(vertices_);
  for (const auto& edge : edges_) {
    if (std::ranges::count(gone, edge.fact) != 0) continue;
    const auto there = boost::add_edge(edge.from, edge.to, {1, 0, {}}, graph).first;
    const auto back = boost::add_edge(edge.to, edge.from, {0, 0, {}}, graph).first;
    graph[there].reverse = back;
    graph[back].reverse = there;
  }
  const auto flow = boost::push_relabel_max_flow(graph, 0, 1,
                                                 boost::capacity_map(boost::get(&Arc::capacity, graph))
                                                     .residual_capacity_map(boost::get(&Arc::residual, graph))
                                                     .reverse_edge_map(boost::get(&Arc::reverse, graph))
                                                     .vertex_index_map(boost::get(boost::vertex_index, graph)));
  return static_cast<std::size_t>(flow);
}

std::vector<FactId> CutNetwork::smallest_cut() const {
  std::vector<FactId> facts;
  for (const auto& edge : edges_) facts.push_back(edge.fact);
  std::ranges::sort(facts);
  std::vector<FactId> cut;
  auto left = flow_without(cut);
  // A statement is of some smallest cut, beside those before it, exactly when one fewer is left to take away without it.
  for (const auto fact : facts) {
    if (left == 0) break;
    cut.push_back(fact);
    const auto without = flow_without(cut);
    if (without + 1 == left) {
      left = without;
    } else {
      cut.pop_back();
    }
  }
  return cut;
}

}  // namespace michibiki
