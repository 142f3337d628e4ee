#pragma once

#include <memory>
#include <vector>

#include "engine/what_if/candidates.hpp"
#include "engine/what_if/edit.hpp"

namespace michibiki {

/// The world as it is, and one in which all is so that could be: every statement holds but what stands in the way, some links and harms are
/// there that no catalogue has, every service has every type of component and everybody who could run one, and may require any level.
/// Vulnerabilities stay as they are unless one is missed: where one holds, exposures are through it and no longer without.
struct WiderWorld {
  std::shared_ptr<const KnowledgeGraph> graph;
  View base;  ///< of the world as it is, nothing of the new in it
  View view;
  Portfolio portfolio;
  std::vector<ProposedEdit> added;  ///< the components that are in this portfolio alone
  Derivation derivation;

  Workings workings() const { return {view, portfolio, derivation}; }
};

WiderWorld wider_world(const Workings& workings, const Missed& missed);

}  // namespace michibiki
