#pragma once

#include <map>
#include <set>
#include <string>

#include "tests/support/random_catalog.hpp"

namespace michibiki::testing {

/// What nested loops over the plain numbers of a random catalogue conclude. Nothing of the engine is used: not its graph, its views or
/// its values; the rules are written down a second time, from docs/catalog-format.md.
struct NaiveExposure {
  std::set<std::string> measures;  ///< "g1" or "g0+g2": each answers alone
  std::set<std::string> controls;
  std::string status;
  std::size_t depth = 0;         ///< the most answers of which no two share a member
  std::set<std::string> needed;  ///< members that all answers have: measures, or controls where those cover
  std::set<std::string> open;    ///< what answers in some of the patterns that are still possible

  bool operator==(const NaiveExposure&) const = default;
};

/// Where something is required: exposures by name, and "service" where it is for a stakeholder.
struct NaiveRequirement {
  std::set<std::string> places;
  std::set<std::string> open_places;

  bool operator==(const NaiveRequirement&) const = default;
};

struct NaiveDerivation {
  std::map<std::string, NaiveExposure> exposures;  ///< by name: "i0/a1 t2 p0 v0"
  std::set<std::string> unreached;
  std::set<std::string> measures;
  std::set<std::string> controls;
  std::set<std::string> obligations;                     ///< "s0: g1"
  std::map<std::string, NaiveRequirement> requirements;  ///< "g0+g1 require g2 by l3"
  // What is called for only in some of the patterns that are still possible.
  std::set<std::string> open_measures;
  std::set<std::string> open_controls;
  std::set<std::string> open_obligations;
};

NaiveDerivation naive_derivation(const RandomCatalog& catalog, const RandomService& service,
                                 BasisKind trust = BasisKind::unverified);

/// The members of "g0+g2".
std::set<std::string> members_of(const std::string& line);

/// What the engine concluded, in the same form.
NaiveDerivation naive_form(const Derived& derived);

std::ostream& operator<<(std::ostream& stream, const NaiveExposure& exposure);
std::ostream& operator<<(std::ostream& stream, const NaiveRequirement& requirement);

}  // namespace michibiki::testing
