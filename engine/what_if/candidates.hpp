#pragma once

#include <memory>
#include <vector>

#include "engine/what_if/missed.hpp"

namespace michibiki {

/// Links that no catalogue has and that could lead to what is missed. A measure rather counters what a control that it was drawn from
/// mitigates in the service; a control mitigates what the service is exposed to; a component of the service carries the asset; a threat
/// works by a mechanism that acts on a nature of the assets, or exposes them where the catalogues state that outright.
std::vector<Link> candidate_links(const Workings& workings, const Missed& missed);

/// The catalogues of a view with some more links, which nothing confirms, and how everything stands there.
struct Extended {
  std::shared_ptr<const KnowledgeGraph> graph;
  View view;                   ///< the same as before: none of the links holds
  std::vector<FactId> stated;  ///< the facts of the links
};
Extended extended(const View& view, std::vector<Link> links);

}  // namespace michibiki
