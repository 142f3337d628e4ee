#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/derive.hpp"
#include "model/yaml/load_catalog.hpp"

namespace michibiki::testing {

using Strings = std::vector<std::string>;

/// The text of a whole catalogue: a manifest before these sections. What carries no basis of its own is stated by its one source,
/// `report`.
NamedText catalog_text(std::string_view sections, const std::string& id = "field", const std::string& depends_on = "");

/// A derivation with all that its ids point into, asked in codes: what a test says is then what the field says.
struct Derived {
  Derived(std::shared_ptr<const KnowledgeGraph> graph_, View view_, Portfolio portfolio_);

  std::shared_ptr<const KnowledgeGraph> graph;
  View view;
  Portfolio portfolio;
  Derivation derivation;

  const Catalog& catalog() const { return graph->catalog(); }

  /// The codes of the patterns still possible for that service.
  Strings patterns(std::size_t service = 0) const;
  /// The levels still possible for one property, and the questions that would decide.
  Strings levels(std::string_view property, std::size_t service = 0) const;
  Strings open_questions(std::string_view property, std::size_t service = 0) const;

  Strings components() const;    ///< codes of the instances in scope
  Strings assets() const;        ///< "instance/asset"; of an implicit asset "-/-"
  Strings out_of_scope() const;  ///< "instance: exclusion"
  Strings withheld() const;      ///< codes of the instances that trust takes out
  Strings stakeholders() const;

  Strings exposures() const;  ///< "instance/asset threat property", and the vulnerability where there is one
  Strings unreached() const;
  Strings with_status(CoverageStatus status) const;
  Strings covered() const { return with_status(CoverageStatus::covered); }
  Strings control_only() const { return with_status(CoverageStatus::control_only); }
  Strings uncovered() const { return with_status(CoverageStatus::uncovered); }
  /// What answers that exposure: "measure" or "measure+measure", in the engine's order.
  Strings answers(std::string_view exposure) const;
  Strings control_answers(std::string_view exposure) const;
  Strings answers_at(std::size_t position) const;
  Strings control_answers_at(std::size_t position) const;
  /// What would answer it in some of the patterns that are still possible: measures, then controls.
  Strings open_answers(std::string_view exposure) const;
  Strings open_answers_at(std::size_t position) const;
  const ExposureCoverage& coverage_of(std::string_view exposure) const;
  Strings indispensable(std::string_view exposure) const;  ///< codes of measures, or of controls where those cover

  Strings measures() const;
  Strings controls() const;
  Strings obligations() const;  ///< "stakeholder: measure"
  // The same that is called for only in some of the patterns that are still possible, and is left out above.
  Strings open_measures() const;
  Strings open_controls() const;
  Strings open_obligations() const;
  Strings chapters() const;  ///< "measure: chapter", "-" where no rule places it
  /// "measure.key [services] pattern: value", one per grade.
  Strings values() const;

  std::string name_of_asset(std::size_t position) const;
  std::string name_of_exposure(std::size_t position) const;
  std::string name_of_requirement(std::size_t position) const;  ///< "measure+measure require measure by link"
  std::size_t position_of_exposure(std::string_view exposure) const;
};

/// A value as catalogues write it: "within 24 h *", "-", "unknown".
std::string value_text(const Catalog& catalog, const Value& value);

/// Catalogues that are frozen and ready to derive from. Throws with all diagnostics when there is anything wrong with them.
class World {
 public:
  explicit World(std::string_view sections) : World(std::vector{catalog_text(sections)}) {}
  explicit World(const std::vector<NamedText>& catalogs);

  const Catalog& catalog() const { return graph_->catalog(); }
  View view(BasisKind trust = BasisKind::unverified) const { return View(*graph_, trust); }

  /// The service or portfolio of that text; `id` may be left out.
  Portfolio service(const std::string& text) const;
  Derived derive(const std::string& service_text, BasisKind trust = BasisKind::unverified) const;
  Derived derive(const std::string& service_text, const View& view) const;

  /// Facts by name, to hide them: of an entry ("threat earthquake") or of a link by its code ("link backup/storage").
  FactId fact(std::string_view target) const;

 private:
  std::shared_ptr<const KnowledgeGraph> graph_;
};

}  // namespace michibiki::testing
