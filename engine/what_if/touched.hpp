#pragma once

#include <map>
#include <set>
#include <vector>

#include "model/knowledge_graph.hpp"

namespace michibiki {

/// Where statements that begin or cease to hold may make a difference; everywhere else locality keeps what was derived. Components,
/// stakeholders and required levels are not among it: they are cheap to find anew, and to compare.
struct Touched {
  std::set<ThreatId> reaching;  ///< threats of which it may change what they reach
  std::set<ThreatId> answered;  ///< threats of which it may change what answers them, wherever they reach
  std::map<ThreatId, std::set<LinkId>> answering;  ///< links by which it may change, where their limits fit
  std::set<AssetId> assets;                        ///< that may be reached otherwise
  std::set<MeasureId> measures;                    ///< that may be placed or graded otherwise
  bool placement = false;                          ///< any measure may be placed otherwise
  bool everything = false;
};

Touched touched_by(const KnowledgeGraph& graph, const std::vector<FactId>& changed);

}  // namespace michibiki
