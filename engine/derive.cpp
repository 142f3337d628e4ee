#include "engine/derive.hpp"

namespace michibiki {

Derivation::Derivation() = default;
Derivation::~Derivation() = default;
Derivation::Derivation(const Derivation&) = default;
Derivation::Derivation(Derivation&&) noexcept = default;
Derivation& Derivation::operator=(const Derivation&) = default;
Derivation& Derivation::operator=(Derivation&&) noexcept = default;

Derivation derive(const View& view, const Portfolio& portfolio) {
  return derive(view, portfolio, classify(view, portfolio));
}

Derivation derive(const View& view, const Portfolio& portfolio, std::vector<Classification> classifications) {
  Derivation result;
  result.classifications = std::move(classifications);
  result.inventory = identify(view, portfolio);
  result.analysis = analyse(view, result.inventory);
  result.selection = select(view, result.classifications, result.inventory, result.analysis);
  result.coverage = cover(view, portfolio, result.inventory, result.analysis, result.selection);
  result.proposals = propose(view, result.inventory, result.analysis, result.coverage);
  result.placements = place(view, result.selection);
  result.grading = grade(view, result.classifications, result.inventory, result.analysis, result.selection);
  result.promised = promised(view, portfolio, result.grading);
  return result;
}

}  // namespace michibiki
