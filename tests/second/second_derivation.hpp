#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/fact.hpp"

#include "tests/second/facts.hpp"

namespace michibiki::testing {

/// What answers an exposure: each line answers alone, "g0+g2" together.
struct SecondExposure {
  std::set<std::string> measures;
  std::set<std::string> controls;
  std::string status;
  std::set<std::string> needed;  ///< members of every line

  bool operator==(const SecondExposure&) const = default;
};

/// What follows for one service, by codes: nothing of it depends on the pattern.
struct SecondDerivation {
  std::map<std::string, SecondExposure> exposures;  ///< "instance/asset threat property vulnerability"
  std::set<std::string> unreached;
  std::set<std::string> measures;
  std::set<std::string> controls;
  std::set<std::string> obligations;  ///< "stakeholder: measure"

  bool operator==(const SecondDerivation&) const = default;
};

/// A component of a service.
struct SecondInstance {
  std::string code;
  std::string type;
  std::optional<std::string> operated_by;
  std::optional<std::string> part_of;
};

/// What a service must withstand.
struct SecondLevels {
  std::string type;                          ///< empty: none
  std::map<std::string, std::string> given;  ///< by property
};

/// The derivation once more: plain SQL (tests/second/sql) over the facts as the YAML says them.
class SecondComputation {
 public:
  explicit SecondComputation(const std::vector<CatalogTexts>& catalogs);

  void trust(BasisKind level);
  SecondDerivation derive(const std::vector<SecondInstance>& instances);
  SecondDerivation derive_case(const std::string& system_case);
  /// The patterns still possible.
  std::set<std::string> patterns(const SecondLevels& levels);
  /// "measure.key pattern: value" for the patterns; `unknown` where trust hides the value.
  std::set<std::string> values(const std::set<std::string>& measures, const std::set<std::string>& patterns);

 private:
  SecondDerivation derive_instances();

  Database database_;
};

/// `within` and `at most` are one word; single spaces.
std::string normal_value(std::string text);

}  // namespace michibiki::testing
