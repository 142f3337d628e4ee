// What a single judgement carries, against the fewest statements that carry each conclusion.

#include "engine/explain/lone_judgements.hpp"

#include <algorithm>
#include <map>

#include "engine/compositions.hpp"
#include "engine/derive.hpp"
#include "engine/explain/firmness.hpp"
#include "engine/explain/justify.hpp"
#include "model/yaml/load_catalog.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// A service with every component, by the shipped catalogues.
struct Shipped {
  KnowledgeGraph graph{
      load_catalog(CatalogPaths{{std::string(MICHIBIKI_SOURCE_DIR) + "/catalogs"}, {}}).catalog.value()};
  View view{graph, BasisKind::unverified};
  Portfolio portfolio = all_components(view).portfolio;
  Derivation derivation = derive(view, portfolio);
};

}  // namespace

TEST_CASE("in the shipped catalogues a single judgement carries what one statement is enough for to fall",
          "[engine][explain][firmness][catalogs]") {
  const Shipped shipped;
  const auto& [graph, view, portfolio, derivation] = shipped;
  std::map<ExposureCode, std::vector<FactId>> lone;
  const auto listed = lone_judgements(view, {});
  for (const auto& one : listed.statements) {
    for (const auto& exposure : one.exposures) lone[exposure].push_back(one.fact);
  }
  CHECK(listed.exposures.all == derivation.analysis.exposures.size());
  CHECK(listed.exposures.carried == lone.size());

  std::vector<Conclusion> sample;
  for (std::size_t i = 0; i < derivation.analysis.exposures.size(); i += 7) sample.emplace_back(IsExposed{i, {}});
  const auto justification = justify({view, portfolio, derivation}, sample);
  std::size_t carried = 0;
  for (const auto& one : firmness_of_roots(justification, view.catalog())) {
    const auto exposure = std::get<IsExposed>(justification.conclusions[one.conclusion]).exposure;
    const auto& statements = lone[code_of(view.catalog(), portfolio, derivation, exposure)];
    const bool alone = one.carried_by && one.carried_by->size() == 1;
    CHECK(statements.empty() != alone);
    if (!alone || statements.empty()) continue;
    ++carried;
    CHECK(one.alone == statements);
  }
  CHECK(carried > 90);
}

TEST_CASE(
    "in the shipped catalogues the values and classes that a single judgement carries are those that fall with it",
    "[engine][explain][firmness][catalogs][thorough]") {
  const Shipped shipped;
  const auto& [graph, view, portfolio, derivation] = shipped;
  std::map<Conclusion, std::vector<FactId>> lone;
  const auto listed = lone_judgements(view, {});
  const auto& grades = derivation.grading.grades;
  std::map<ValueCode, std::size_t> positions;
  std::vector<Conclusion> sample;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    if (!grades[i].value.known()) continue;
    const auto& measure = view.catalog().measures[grades[i].measure];
    REQUIRE(grades[i].pattern.has_value());
    const auto& pattern = view.catalog().patterns[*grades[i].pattern];  // NOLINT: just required
    positions[{measure.code, measure.indicators[grades[i].indicator].key, pattern.code}] = i;
    sample.emplace_back(HasValue{i});
  }
  for (const auto& selected : derivation.selection.measures) sample.emplace_back(IsOfClass{selected.measure});
  for (std::size_t i = 0; i < derivation.inventory.assets.size(); ++i) sample.emplace_back(HasAsset{i});
  for (const auto& one : listed.statements) {
    for (const auto& value : one.values) lone[HasValue{positions.at(value)}].push_back(one.fact);
    for (const auto measure : one.classes) lone[IsOfClass{measure}].push_back(one.fact);
  }
  CHECK(listed.values.all == positions.size());
  CHECK(listed.classes.all == derivation.selection.measures.size());
  CHECK(listed.assets.all == derivation.inventory.assets.size());

  const auto justification = justify({view, portfolio, derivation}, sample);
  std::size_t values = 0;
  std::size_t classes = 0;
  std::size_t assets = 0;
  for (const auto& one : firmness_of_roots(justification, view.catalog())) {
    const auto& conclusion = justification.conclusions[one.conclusion];
    const bool alone = one.carried_by && one.carried_by->size() == 1;
    if (std::holds_alternative<HasAsset>(conclusion)) {
      if (alone) ++assets;
      continue;
    }
    const auto& statements = lone[conclusion];
    CHECK(statements.empty() != alone);
    if (!alone) continue;
    CHECK(one.alone == statements);
    ++(std::holds_alternative<HasValue>(conclusion) ? values : classes);
  }
  CHECK(listed.values.carried == values);
  CHECK(listed.classes.carried == classes);
  CHECK(listed.assets.carried == assets);
  CHECK(values > 90);
  CHECK(classes > 20);
}

namespace {

/// A measure that is called for, and what places it.
std::string placed(const std::string& measure, const std::string& placement) {
  return R"(
properties: [{id: secrecy}]
natures: [{id: thing}]
mechanisms: [{id: taking}]
components: [{id: class-1, group: true}, {id: server, parent: class-1}, {id: storage, parent: class-1}, {id: house}]
assets: [{id: disk}]
threats: [{id: theft, harms: [secrecy]}]
chapters: [{id: one}, {id: two}]
purposes: [{id: keeping}]
classes: [{id: c}]
measures: [{id: lock, )" +
         measure + "}]\nplacement:\n" + placement + R"(
links:
  - {kind: carries, from: server, to: disk}
  - {kind: has-nature, from: disk, to: thing}
  - {kind: works-by, from: theft, to: taking}
  - {id: gone, kind: acts-on, from: taking, to: thing, properties: [secrecy]}
  - {kind: counters, from: lock, to: theft}
)";
}

std::size_t chapters_carried(const std::string& sections) {
  const World world(sections);
  const auto listed = lone_judgements(world.view(), {});
  CHECK(listed.called_for.all == 1);
  CHECK(listed.chapters.all == 1);
  std::size_t statements = 0;
  for (const auto& one : listed.statements) statements += one.chapters.size();
  CHECK(listed.chapters.carried == (statements == 0 ? 0 : 1));
  return statements;
}

}  // namespace

TEST_CASE("a single judgement carries a chapter that would be another one, or none, without it",
          "[engine][explain][firmness]") {
  const std::string aims = "aims-at: [keeping]";
  const std::string stated = "  - {when: {aims-at: [keeping]}, then: one}\n";
  const std::string soft = "  - {when: {aims-at: [keeping]}, then: one, basis: unverified}\n";
  CHECK(chapters_carried(placed(aims, stated)) == 0);
  CHECK(chapters_carried(placed(aims, soft)) == 1);
  CHECK(chapters_carried(placed(aims, soft + "  - {then: two}\n")) == 1);
  CHECK(chapters_carried(placed(aims, soft + "  - {then: one}\n")) == 0);
}

TEST_CASE("of several places within what a rule names, one unverified place more carries no chapter",
          "[engine][explain][firmness]") {
  const std::string rule = "  - {when: {implemented-within: [class-1]}, then: one}\n";
  const std::string soft = "basis: unverified}\n";
  const auto at = [&](const std::string& where) {
    return "  - {kind: implemented-on, from: lock, to: " + where + ", " + soft;
  };
  CHECK(chapters_carried(placed("class: c", rule) + at("server")) == 1);
  CHECK(chapters_carried(placed("class: c", rule) + at("server") + at("storage")) == 0);
}

}  // namespace michibiki::testing
