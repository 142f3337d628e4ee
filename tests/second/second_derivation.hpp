#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/fact.hpp"

#include "tests/second/facts.hpp"

namespace michibiki::testing {

using Texts = std::set<std::string>;

/// An exposure and what answers it: each line answers alone, "g0+g2 (judgement)" together.
struct SecondExposure {
  std::string basis;
  Texts measures;
  Texts controls;
  std::string status;
  bool accepted = false;
  Texts needed;  ///< members of every line
  Texts open;    ///< lines that answer in some of the patterns that are still possible: "g0+g2"

  bool operator==(const SecondExposure&) const = default;
};

/// That something is required, and where: at which exposures, by name, and in which services.
struct SecondRequirement {
  std::string basis;  ///< where it is the firmest; of what is open where there is no other
  Texts places;
  Texts open_places;  ///< where it is open whether those that require it are called for

  bool operator==(const SecondRequirement&) const = default;
};

/// What depends on what the services must withstand.
struct SecondGrades {
  Texts patterns;  ///< "service: pattern", each that is possible; with `withheld` where it is
  /// "measure.key for service+service: value of pattern (basis)"; with `withheld`, `unknown`, `incomplete`, `alternative` where it is
  Texts values;

  bool operator==(const SecondGrades&) const = default;
};

/// What follows for a portfolio, by codes. A place is "service+service:component", all who use it; "-" without components.
struct SecondDerivation {
  Texts components;                                 ///< "place (basis)"
  std::map<std::string, SecondExposure> exposures;  ///< "place/asset threat property vulnerability"
  Texts unreached;
  Texts measures;     ///< "measure (basis)": of the firmest of its lines, obligations and requirements
  Texts controls;     ///< "control (basis)"
  Texts obligations;  ///< "stakeholder: measure in service (basis)"
  std::map<std::string, SecondRequirement> requirements;  ///< "g0+g2 require g1 by link3"
  // What is called for only in some of the patterns that are still possible: ids, and "stakeholder: measure in service".
  Texts open_measures;
  Texts open_controls;
  Texts open_obligations;
  SecondGrades grades;
};

/// A component of a service.
struct SecondInstance {
  std::string code;
  std::string type;
  std::optional<std::string> operated_by;
  std::optional<std::string> part_of;
};

/// What a service accepts: everywhere, and of every property, where it does not say which.
struct SecondAcceptance {
  std::optional<std::string> asset;
  std::string threat;
  std::optional<std::string> property;
  std::optional<std::string> component;
};

struct SecondService {
  std::string code;
  std::string type;                          ///< empty: none
  std::map<std::string, std::string> given;  ///< levels by property
  std::map<std::string, bool> answers;       ///< by question
  std::string system_case;                   ///< whose components it has; empty: its own `instances`
  std::vector<SecondInstance> instances;
  std::vector<std::string> uses;  ///< shared ones
  std::vector<SecondAcceptance> accepted = {};
};

struct SecondPortfolio {
  std::vector<SecondService> services;
  std::vector<SecondInstance> shared;
};

/// The text of tests/second/sql/NAME.sql.
const std::string& sql(const std::string& name);

/// The derivation once more: plain SQL (tests/second/sql) over the facts as the YAML says them.
class SecondComputation {
 public:
  explicit SecondComputation(const std::vector<CatalogTexts>& catalogs);

  void trust(BasisKind level);
  SecondDerivation derive(const SecondPortfolio& portfolio);
  /// The grades when the services that were derived last must withstand what is said here; of the rest, only
  /// what is called for in some patterns alone depends on that.
  SecondGrades grade(const std::vector<SecondService>& services);
  /// The patterns alone, of services that need not have been derived.
  Texts patterns(const std::vector<SecondService>& services);
  /// The tables of what is said and believed for a portfolio, for others to ask: of what follows only which components are in scope, what
  /// mechanisms do and which levels and patterns are possible.
  Database& lay_out(const SecondPortfolio& portfolio);
  /// "g0 y1": where a measure is limited to patterns, those that surely do not call for it.
  Texts uncalled() { return ask("SELECT id || ' ' || pattern FROM called_in WHERE kind = 'measure' AND state = 0"); }
  /// How often what was said and derived last uses each part of the model: none is left out, be it 0 times.
  std::map<std::string, int> features();

 private:
  void fill(const SecondPortfolio& portfolio);
  void require(const std::vector<SecondService>& services);
  /// What the services call for, and what that requires; which they may be of is looked at at each level of trust from the wanted one on.
  void call();
  /// The first column of a query.
  Texts ask(const std::string& query);
  std::map<std::string, SecondExposure> exposures();
  std::map<std::string, SecondRequirement> requirements();
  SecondGrades grades();

  Database database_;
};

/// "g0+g2 (judgement)".
std::string with_basis(const std::string& text, BasisKind basis);
/// `within` and `at most` are one word; single spaces.
std::string normal_value(std::string text);

}  // namespace michibiki::testing
