#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/explain/justification.hpp"

namespace michibiki {

/// The reasons of a conclusion as a two-terminal series-parallel network: what a step needs stands in series, what any one of will do in
/// parallel, a removable statement is an edge. The conclusion follows exactly while both ends are connected, so the fewest statements that
/// carry it are a minimum cut. That holds only where each statement stands in one place: a statement that is needed twice would be two edges.
class CutNetwork {
 public:
  /// None where a removable statement, or a conclusion that rests on one, is needed in several places. `falls`: the conclusions that do not
  /// follow without all removable statements; the one asked about is one of them.
  static std::optional<CutNetwork> of(const Justification& justification, std::size_t conclusion,
                                      const std::vector<bool>& falls, const std::function<bool(FactId)>& removable);

  /// The first smallest cut in the order of the statements.
  std::vector<FactId> smallest_cut() const;

 private:
  struct Edge {
    std::size_t from = 0;
    std::size_t to = 0;
    FactId fact;
  };

  /// How many more statements it takes where these are taken away.
  std::size_t flow_without(const std::vector<FactId>& gone) const;

  std::size_t vertices_ = 2;  ///< the first two are the ends
  std::vector<Edge> edges_;

  friend class NetworkBuilder;
};

}  // namespace michibiki
