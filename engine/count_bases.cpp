#include "engine/check_parts.hpp"
#include "engine/statements.hpp"

namespace michibiki::checks {

/// Sorts without any statement are left out.
std::vector<BasisTally> count_bases(const Catalog& catalog, const std::set<std::string>& only) {
  std::vector<BasisTally> tallies;
  for (const auto& statement : statements(catalog)) {
    const auto& fact = catalog.fact(statement.fact);
    if (fact.withdrawn || (!only.empty() && !only.contains(fact.catalog))) continue;
    if (tallies.empty() || tallies.back().what != statement.sort) tallies.push_back({std::string(statement.sort), {}});
    ++tallies.back().by_basis[static_cast<std::size_t>(fact.basis.kind)];
  }
  return tallies;
}

}  // namespace michibiki::checks
