#pragma once

#include <vector>

#include "engine/classify.hpp"
#include "engine/cover.hpp"
#include "engine/grade.hpp"
#include "engine/place.hpp"
#include "engine/promise.hpp"
#include "engine/propose.hpp"

namespace michibiki {

/// The whole derivation of a portfolio (of one service, usually): each stage's result, in the order of the report's own steps.
struct Derivation {
  // Defaulted in derive.cpp: else all these lists are compiled into every file that holds a derivation.
  Derivation();
  ~Derivation();
  Derivation(const Derivation&);
  Derivation(Derivation&&) noexcept;
  Derivation& operator=(const Derivation&);
  Derivation& operator=(Derivation&&) noexcept;

  std::vector<Classification> classifications;  ///< parallel to Portfolio::services
  Inventory inventory;
  Analysis analysis;
  Selection selection;
  Coverage coverage;
  Proposals proposals;
  std::vector<Placement> placements;  ///< parallel to Selection::measures
  Grading grading;
  std::vector<PromisedGrade> promised;  ///< by grade; only of those beside which a service promises something
};

}  // namespace michibiki
