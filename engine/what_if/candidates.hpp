#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "engine/what_if/missed.hpp"

namespace michibiki {

/// What no catalogue says and what could lead to what is missed.
struct Candidates {
  std::vector<Link> links;
  std::vector<std::pair<ThreatId, PropertyId>> harms;  ///< that the threat harms the property
};

/// How far to look: at what is likely, or at whatever links could bring it about.
enum class Nearness { near, far };

/// Near: a measure rather counters what a control that it was drawn from mitigates in the service; a control mitigates what the service is
/// exposed to; a component of the service carries the asset; a threat harms the property that is asked about, and works by a mechanism that
/// acts on a nature of the assets, or exposes them outright. Far: of every threat and asset of the service.
Candidates candidates(const Workings& workings, const Missed& missed, Nearness nearness);

/// The catalogues of a view with these statements more, which nothing confirms, and how everything stands there.
struct Extended {
  std::shared_ptr<const KnowledgeGraph> graph;
  View view;                   ///< the same as before: none of them holds
  std::vector<FactId> stated;  ///< their facts
};
Extended extended(const View& view, Candidates candidates);

}  // namespace michibiki
