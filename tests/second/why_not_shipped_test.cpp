// Why something is missing, of the shipped catalogues: all that a small service lacks can be had, and comes with what is proposed.

#include <array>

#include "engine/what_if/why_not.hpp"

#include "tests/catch.hpp"
#include "tests/second/edits_tried.hpp"
#include "tests/support/justified.hpp"
#include "tests/support/large.hpp"

namespace michibiki::testing {
namespace {

constexpr std::array kinds{EntryKind::measure, EntryKind::control, EntryKind::threat, EntryKind::asset,
                           EntryKind::component};

std::shared_ptr<const KnowledgeGraph> shipped() {
  auto loaded = load_catalog(CatalogPaths{{std::string(MICHIBIKI_SOURCE_DIR) + "/catalogs"}, {}});
  REQUIRE(loaded.catalog.has_value());
  return std::make_shared<const KnowledgeGraph>(std::move(*loaded.catalog));  // NOLINT: just required
}

/// The first two components of the first system case, for the first service type.
Derived small_service(const std::shared_ptr<const KnowledgeGraph>& graph) {
  const auto& catalog = graph->catalog();
  const auto& all = catalog.system_cases[SystemCaseId{0}].instances;
  Portfolio portfolio;
  auto& service = portfolio.services.emplace_back();
  service.code = "small";
  for (std::size_t i = 0; i < catalog.service_types.size() && !service.type; ++i) {
    if (!catalog.service_types[ServiceTypeId{i}].group) service.type = ServiceTypeId{i};
  }
  for (const auto& instance : all) {
    if (service.instances.size() == 2) break;
    if (instance.parent) continue;
    service.instances.push_back(instance);
    service.instances.back().fact.reset();
  }
  return {graph, View(*graph, BasisKind::unverified), std::move(portfolio)};
}

Missed missed(EntryRef entry) {
  Missed missed;
  missed.entries = {entry};
  return missed;
}

std::vector<ProposedEdit> without(std::vector<ProposedEdit> edits, std::size_t position) {
  edits.erase(edits.begin() + static_cast<std::ptrdiff_t>(position));
  return edits;
}

}  // namespace

TEST_CASE("all that a small service lacks of the shipped catalogues comes with the nearest edits",
          "[second][why-not][catalogs][thorough]") {
  const auto graph = shipped();
  const auto& catalog = graph->catalog();
  const auto before = small_service(graph);
  const auto workings = workings_of(before);
  std::vector<EntryRef> missing;
  for (const auto kind : kinds) {
    for (std::size_t i = 0; i < catalog.size(kind); ++i) {
      const EntryRef entry(kind, i);
      if (found_of(workings, missed(entry)).empty()) missing.push_back(entry);
    }
  }
  REQUIRE(missing.size() > 100);
  constexpr std::size_t every = 10 / large(10);
  for (std::size_t i = 0; i < missing.size(); i += every) {
    const auto entry = missing[i];
    INFO(name_of(entry.kind) << ' ' << catalog.entry(entry).code);
    const auto why = why_not(workings, missed(entry));
    CHECK_FALSE(why.holds);
    if (catalog.entry(entry).group && why.never == Never::heading) continue;
    REQUIRE_FALSE(why.never.has_value());
    REQUIRE_FALSE(why.remedies.empty());
    const auto& edits = why.remedies.front().edits;
    const auto& base = why.wider.base;
    INFO(told(base.catalog(), edits));
    CHECK(appears(before, base, edits, missed(entry)));
    for (std::size_t edit = 0; edit < edits.size(); ++edit)
      CHECK_FALSE(appears(before, base, without(edits, edit), missed(entry)));
  }
}

}  // namespace michibiki::testing
