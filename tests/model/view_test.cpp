#include "model/view.hpp"

#include <type_traits>
#include <vector>

#include "tests/catch.hpp"
#include "tests/support/small_catalog.hpp"

using namespace michibiki;
using michibiki::testing::CatalogBuilder;

namespace {

using Links = std::vector<LinkId>;

}  // namespace

TEST_CASE("what is believed less firmly than wanted does not hold", "[model][view]") {
  CatalogBuilder build;
  const auto lock = build.entry(EntryKind::measure, "lock", "", BasisKind::judgement);
  const auto theft = build.entry(EntryKind::threat, "theft", "", BasisKind::stated);
  const auto fire = build.entry(EntryKind::threat, "fire", "", BasisKind::unverified);
  const auto link = build.link(LinkKind::counters, {lock}, {theft, fire}, Join::all, BasisKind::judgement);
  const KnowledgeGraph graph(build.take());

  const View everything(graph);
  CHECK(everything.trust() == BasisKind::unverified);
  CHECK(everything.holds(fire));
  CHECK(everything.links_to(fire, LinkKind::counters) == Links{link});

  const View judged(graph, BasisKind::judgement);
  CHECK(judged.holds(lock));
  CHECK_FALSE(judged.holds(fire));
  CHECK(judged.holds(link));

  const View stated(graph, BasisKind::stated);
  CHECK(stated.holds(theft));
  CHECK_FALSE(stated.holds(lock));
  CHECK_FALSE(stated.holds(link));
  CHECK(stated.links_to(theft, LinkKind::counters).empty());
}

TEST_CASE("what was withdrawn is there but does not hold, nor do links to it", "[model][view]") {
  CatalogBuilder build;
  const auto lock = build.entry(EntryKind::measure, "lock");
  const auto theft = build.entry(EntryKind::threat, "theft");
  const auto link = build.link(LinkKind::counters, {lock}, {theft});
  build.catalog().facts[build.catalog().entry(theft).fact.index()].withdrawn = true;
  const KnowledgeGraph graph(build.take());
  const View view(graph);
  CHECK(graph.catalog().find(EntryKind::threat, "theft") == theft);
  CHECK_FALSE(view.holds(theft));
  CHECK_FALSE(view.holds(link));
  CHECK(graph.links_from(lock, LinkKind::counters) == Links{link});
  CHECK(view.links_from(lock, LinkKind::counters).empty());
}

TEST_CASE("what trust hides may be so all the same, what is withdrawn or taken away is not there", "[model][view]") {
  CatalogBuilder build;
  const auto lock = build.entry(EntryKind::measure, "lock", "", BasisKind::judgement);
  const auto guard = build.entry(EntryKind::measure, "guard");
  const auto theft = build.entry(EntryKind::threat, "theft");
  const auto gone = build.entry(EntryKind::threat, "gone");
  const auto together = build.link(LinkKind::counters, {lock, guard}, {theft, gone});
  const auto either = build.link(LinkKind::counters, {lock, guard}, {theft}, Join::any);
  const auto nowhere = build.link(LinkKind::counters, {guard}, {gone});
  build.catalog().facts[build.catalog().entry(gone).fact.index()].withdrawn = true;
  const KnowledgeGraph graph(build.take());
  const View stated(graph, BasisKind::stated);
  CHECK(stated.standing(lock) == Standing::distrusted);
  CHECK(stated.standing(guard) == Standing::holds);
  CHECK(stated.standing(gone) == Standing::absent);
  CHECK(stated.standing(together) == Standing::distrusted);
  CHECK(stated.standing(either) == Standing::holds);
  CHECK(stated.standing(nowhere) == Standing::absent);

  const auto without = stated.without({graph.catalog().entry(lock).fact});
  CHECK(without.standing(lock) == Standing::absent);
  CHECK(without.standing(together) == Standing::absent);
  CHECK(without.standing(either) == Standing::holds);
  SECTION("a hypothesis stays when more is believed") {
    const auto everything = without.at_trust(BasisKind::unverified);
    CHECK(everything.trust() == BasisKind::unverified);
    CHECK(everything.standing(lock) == Standing::absent);
    CHECK(stated.at_trust(BasisKind::judgement).standing(lock) == Standing::holds);
  }
}

TEST_CASE("measures that count together need each other, those that count alone do not", "[model][view]") {
  CatalogBuilder build;
  const auto lock = build.entry(EntryKind::measure, "lock");
  const auto guard = build.entry(EntryKind::measure, "guard");
  const auto theft = build.entry(EntryKind::threat, "theft");
  const auto together = build.link(LinkKind::counters, {lock, guard}, {theft}, Join::all);
  const auto each = build.link(LinkKind::counters, {lock, guard}, {theft}, Join::any);
  const KnowledgeGraph graph(build.take());
  const View view(graph);
  CHECK(view.links_to(theft, LinkKind::counters) == Links{together, each});

  const auto without_guard = view.without({graph.catalog().entry(guard).fact});
  CHECK(without_guard.links_to(theft, LinkKind::counters) == Links{each});
  CHECK(without_guard.links_from(lock, LinkKind::counters) == Links{each});
  const auto without_both = without_guard.without({graph.catalog().entry(lock).fact});
  CHECK(without_both.links_to(theft, LinkKind::counters).empty());
  CHECK(view.holds(together));  // a hypothesis leaves the view alone that it was made from
}

TEST_CASE("a view masks the graph and never copies it", "[model][view]") {
  static_assert(!std::is_copy_constructible_v<KnowledgeGraph>);
  CatalogBuilder build;
  const auto lock = build.entry(EntryKind::measure, "lock");
  const KnowledgeGraph graph(build.take());
  const View view(graph);
  CHECK(&view.without({graph.catalog().entry(lock).fact}).graph() == &graph);
  CHECK(&view.at_trust(BasisKind::stated).graph() == &graph);
}

TEST_CASE("a link to several threats holds while one of them does", "[model][view]") {
  CatalogBuilder build;
  const auto lock = build.entry(EntryKind::measure, "lock");
  const auto theft = build.entry(EntryKind::threat, "theft");
  const auto fire = build.entry(EntryKind::threat, "fire");
  const auto link = build.link(LinkKind::counters, {lock}, {theft, fire});
  const KnowledgeGraph graph(build.take());
  const View view(graph);
  CHECK(view.without({graph.catalog().entry(theft).fact}).holds(link));
  CHECK_FALSE(view.without({graph.catalog().entry(theft).fact, graph.catalog().entry(fire).fact}).holds(link));
}

TEST_CASE("what is said of a group holds for its items, in the order of the catalogue and once", "[model][view]") {
  CatalogBuilder build;
  const auto malicious = build.entry(EntryKind::threat, "malicious");
  const auto theft = build.entry(EntryKind::threat, "theft", "malicious");
  const auto lock = build.entry(EntryKind::measure, "lock");
  const auto of_item = build.link(LinkKind::counters, {lock}, {theft});
  const auto of_both = build.link(LinkKind::counters, {lock}, {malicious, theft});
  const auto of_group = build.link(LinkKind::counters, {lock}, {malicious});
  const KnowledgeGraph graph(build.take());
  const View view(graph);
  CHECK(view.links_to_upwards(theft, LinkKind::counters) == Links{of_item, of_both, of_group});
  CHECK(view.links_to(theft, LinkKind::counters) == Links{of_item, of_both});
  CHECK(view.links_to_upwards(malicious, LinkKind::counters) == Links{of_both, of_group});
  CHECK(view.links_from_upwards(lock, LinkKind::counters).size() == 3);
}
