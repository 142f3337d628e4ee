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

namespace michibiki::testing {

TEST_CASE("in the shipped catalogues a single judgement carries what one statement is enough for to fall",
          "[engine][explain][firmness][catalogs]") {
  auto loaded = load_catalog(CatalogPaths{{std::string(MICHIBIKI_SOURCE_DIR) + "/catalogs"}, {}});
  REQUIRE(loaded.catalog.has_value());
  const KnowledgeGraph graph(std::move(*loaded.catalog));  // NOLINT: just required
  const View view(graph, BasisKind::unverified);
  const auto portfolio = all_components(view).portfolio;
  const auto derivation = derive(view, portfolio);
  std::map<ExposureCode, std::vector<FactId>> lone;
  const auto listed = lone_judgements(view, {});
  for (const auto& one : listed.statements) {
    for (const auto& exposure : one.exposures) lone[exposure].push_back(one.fact);
  }
  CHECK(listed.exposures == derivation.analysis.exposures.size());
  CHECK(listed.exposures_carried == lone.size());

  std::vector<Conclusion> sample;
  for (std::size_t i = 0; i < derivation.analysis.exposures.size(); i += 7) sample.emplace_back(IsExposed{i, {}});
  const auto justification = justify({view, portfolio, derivation}, sample);
  std::size_t carried = 0;
  for (const auto& one : firmness_of_roots(justification, view.catalog())) {
    const auto exposure = std::get<IsExposed>(justification.conclusions[one.conclusion]).exposure;
    const auto& statements = lone[code_of(view.catalog(), derivation, exposure)];
    const bool alone = one.carried_by && one.carried_by->size() == 1;
    CHECK(statements.empty() != alone);
    if (!alone || statements.empty()) continue;
    ++carried;
    CHECK(one.alone == statements);
  }
  CHECK(carried > 90);
}

}  // namespace michibiki::testing
