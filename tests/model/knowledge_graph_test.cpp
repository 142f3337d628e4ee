#include "model/knowledge_graph.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/property.hpp"
#include "tests/support/small_catalog.hpp"

using namespace michibiki;
using michibiki::testing::CatalogBuilder;

namespace {

using Links = std::vector<LinkId>;

}  // namespace

TEST_CASE("links are found from either end, by kind, in the order of the catalogue", "[model][graph]") {
  CatalogBuilder build;
  const auto lock = build.entry(EntryKind::measure, "lock");
  const auto guard = build.entry(EntryKind::measure, "guard");
  const auto theft = build.entry(EntryKind::threat, "theft");
  const auto fire = build.entry(EntryKind::threat, "fire");
  const auto late = build.link(LinkKind::counters, {guard, lock}, {fire, theft});
  const auto other = build.link(LinkKind::related, {lock}, {guard});
  const auto early = build.link(LinkKind::counters, {lock}, {theft});
  const KnowledgeGraph graph(build.take());

  CHECK(graph.links_from(lock, LinkKind::counters) == Links{late, early});
  CHECK(graph.links_from(guard, LinkKind::counters) == Links{late});
  CHECK(graph.links_to(theft, LinkKind::counters) == Links{late, early});
  CHECK(graph.links_to(fire, LinkKind::counters) == Links{late});
  CHECK(graph.links_to(guard, LinkKind::related) == Links{other});
  CHECK(graph.links_from(theft, LinkKind::counters).empty());
  CHECK(graph.links_to(lock, LinkKind::related).empty());
}

TEST_CASE("entries of two kinds with the same id are two vertices", "[model][graph]") {
  CatalogBuilder build;
  const auto control = build.entry(EntryKind::control, "A.1");
  const auto threat = build.entry(EntryKind::threat, "A.1");
  const auto link = build.link(LinkKind::mitigates, {control}, {threat});
  const KnowledgeGraph graph(build.take());
  CHECK(graph.links_from(control, LinkKind::mitigates) == Links{link});
  CHECK(graph.links_from(threat, LinkKind::mitigates).empty());
  CHECK(graph.links_to(threat, LinkKind::mitigates) == Links{link});
}

TEST_CASE("of the entries above one those that have links are found without the others", "[model][graph]") {
  CatalogBuilder build;
  const auto information = build.entry(EntryKind::nature, "information");
  const auto data = build.entry(EntryKind::nature, "data", "information");
  const auto log = build.entry(EntryKind::nature, "log", "data");
  const auto access = build.entry(EntryKind::nature, "access", "log");
  const auto other = build.entry(EntryKind::nature, "other");
  build.link(LinkKind::related, {information}, {log});
  const KnowledgeGraph graph(build.take());
  using Entries = std::vector<EntryRef>;

  CHECK(graph.linked_from_upwards(access) == Entries{information});
  CHECK(graph.linked_from_upwards(information) == Entries{information});
  CHECK(graph.linked_to_upwards(access) == Entries{log});
  CHECK(graph.linked_to_upwards(data).empty());
  CHECK(graph.linked_from_upwards(other).empty());
}

TEST_CASE("an entry lies under itself and all its ancestors, nearest first", "[model][graph]") {
  CatalogBuilder build;
  const auto information = build.entry(EntryKind::nature, "information");
  const auto data = build.entry(EntryKind::nature, "data", "information");
  const auto log = build.entry(EntryKind::nature, "log", "data");
  const auto paper = build.entry(EntryKind::nature, "paper", "information");
  const auto asset = build.entry(EntryKind::asset, "log");
  const KnowledgeGraph graph(build.take());

  CHECK(graph.upwards(log) == std::vector{log, data, information});
  CHECK(graph.upwards(information) == std::vector{information});
  CHECK(graph.lies_under(log, log));
  CHECK(graph.lies_under(log, information));
  CHECK_FALSE(graph.lies_under(information, log));
  CHECK_FALSE(graph.lies_under(log, paper));
  CHECK_FALSE(graph.lies_under(asset, log));
}

TEST_CASE("a chain of ten thousand parents is only long", "[model][graph]") {
  CatalogBuilder build;
  std::vector<EntryRef> chain{build.entry(EntryKind::nature, "n0")};
  for (int i = 1; i < 10'000; ++i) {
    chain.push_back(build.entry(EntryKind::nature, "n" + std::to_string(i), "n" + std::to_string(i - 1)));
  }
  const KnowledgeGraph graph(build.take());
  CHECK(graph.upwards(chain.back()).size() == chain.size());
  std::size_t under = 0;
  for (const auto entry : chain) under += graph.lies_under(entry, chain[5'000]) ? 1U : 0U;
  CHECK(under == 5'000);
}

TEST_CASE("a link between two long lists costs what the lists are long", "[model][graph]") {
  CatalogBuilder build;
  std::vector<EntryRef> measures;
  std::vector<EntryRef> threats;
  for (int i = 0; i < 5'000; ++i) {
    measures.push_back(build.entry(EntryKind::measure, "m" + std::to_string(i)));
    threats.push_back(build.entry(EntryKind::threat, "t" + std::to_string(i)));
  }
  for (int i = 0; i < 20; ++i) build.link(LinkKind::counters, measures, threats);
  const KnowledgeGraph graph(build.take());
  CHECK(graph.links_to(threats.back(), LinkKind::counters).size() == 20);
}

TEST_CASE("lying under is what walking up the parents finds", "[model][graph][property]") {
  rc::prop("for random forests", [](const std::vector<std::uint8_t>& parents) {
    CatalogBuilder build;
    std::vector<EntryRef> entries;
    for (std::size_t i = 0; i < parents.size(); ++i) {
      // An earlier entry or none: parents may stand anywhere in a file, but positions do not matter here.
      const auto parent = parents[i] % (i + 1);
      entries.push_back(build.entry(EntryKind::component, "c" + std::to_string(i),
                                    parent == i ? std::string() : "c" + std::to_string(parent)));
    }
    const KnowledgeGraph graph(build.take());
    for (const auto a : entries) {
      const auto up = graph.upwards(a);
      for (const auto b : entries) {
        RC_ASSERT(graph.lies_under(a, b) == (std::find(up.begin(), up.end(), b) != up.end()));
      }
    }
  });
}
