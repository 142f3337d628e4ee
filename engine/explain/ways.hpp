#pragma once

#include "engine/derivation.hpp"
#include "engine/explain/justification.hpp"
#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki {

/// A derivation with what it was derived from.
struct Workings {
  const View& view;
  const Portfolio& portfolio;
  const Derivation& derivation;
};

/// A step whose premises are still named, not found.
struct Way {
  StepKind kind{};
  std::vector<Conclusion> premises;
  std::vector<AnyFact> facts;
  std::optional<LinkId> link;
  std::optional<StakeholderId> who;
  BasisKind no_firmer_than = BasisKind::stated;
  bool open = false;

  bool operator==(const Way&) const = default;
};
using Ways = std::vector<Way>;

// All the ways by which one conclusion is come to, stage by stage; a file for each stage. A premise may turn out not to be so.

Ways ways_to(const Workings& workings, const MayRequireLevel& conclusion);
Ways ways_to(const Workings& workings, const MayBeOfPattern& conclusion);
Ways ways_to(const Workings& workings, const HasComponent& conclusion);
Ways ways_to(const Workings& workings, const HasStakeholder& conclusion);
Ways ways_to(const Workings& workings, const HasAsset& conclusion);
Ways ways_to(const Workings& workings, const IsOfNature& conclusion);
Ways ways_to(const Workings& workings, const HarmsProperty& conclusion);
Ways ways_to(const Workings& workings, const WorksBy& conclusion);
Ways ways_to(const Workings& workings, const ActsOn& conclusion);
Ways ways_to(const Workings& workings, const IsWeak& conclusion);
Ways ways_to(const Workings& workings, const IsExposed& conclusion);
Ways ways_to(const Workings& workings, const IsCalledFor& conclusion);
Ways ways_to(const Workings& workings, const IsDrawnFrom& conclusion);
Ways ways_to(const Workings& workings, const IsOfClass& conclusion);
Ways ways_to(const Workings& workings, const IsPlaced& conclusion);
Ways ways_to(const Workings& workings, const HasValue& conclusion);

}  // namespace michibiki
