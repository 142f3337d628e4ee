// Whom a check blames, and for what not; what of the catalogues it looks at.
#include "engine/check.hpp"

#include "tests/catch.hpp"
#include "tests/engine/findings.hpp"

namespace michibiki::testing {

TEST_CASE("catalogues that say of no control what became of it are not blamed for the rest", "[engine][check]") {
  const World world("controls: [{id: lock}]\ndispositions: [{id: dropped}]\n");
  CHECK(found(world, FindingKind::control_without_disposition).empty());
}

TEST_CASE("catalogues that are not about answering threats are not blamed for it", "[engine][check]") {
  const World world(theft);
  const auto view = world.view();
  const auto result = check(view);
  CHECK(result.count(FindingKind::uncovered) == 0);
  CHECK(result.cases.empty());
  const World standard("standards: [{id: s}]\ncontrols: [{id: a, standard: s}, {id: b, standard: s}]");
  CHECK(found(standard, FindingKind::control_without_use).empty());
}

TEST_CASE("an exception on purpose makes what it excepts from not redundant", "[engine][check]") {
  const std::string again = R"(
properties: [{id: secrecy}]
natures: [{id: thing}, {id: paper, parent: thing}, {id: deed, parent: paper}]
mechanisms:
- id: taking
  acts-on: [{natures: [thing], properties: [secrecy]}, {natures: [deed], properties: [secrecy]}]
  spares: [{natures: [paper], properties: [secrecy]}]
)";
  CHECK(found(World(again), FindingKind::redundant_link).empty());
  CHECK(found(World(again), FindingKind::contradiction).empty());
}

TEST_CASE("of two links that say the same, the later one is the repetition", "[engine][check]") {
  const World world(
      "threats: [{id: theft}]\nmeasures: [{id: lock}]\n"
      "links: [{id: first, kind: counters, from: lock, to: theft}, {id: second, kind: counters, from: lock, to: theft}]");
  CHECK(found(world, FindingKind::redundant_link) == Strings{"note link 'second' ~ 'first'"});
}

TEST_CASE("only what concerns the named catalogues is told", "[engine][check]") {
  const World world({catalog_text("threats: [{id: theft}]"), catalog_text("threats: [{id: fire}]", "mine", "field")});
  CHECK(found(world, FindingKind::missing_translation).size() == 2);
  CHECK(found(world, FindingKind::missing_translation, {"mine"}) == Strings{"warning fire \"title\" \"ja\" \"en\""});
}

TEST_CASE("a check sees what its view shows, and says when that is nothing", "[engine][check]") {
  const World world(
      "threats: [{id: theft, basis: unverified}, "
      "{id: fire, basis: {judgement: {ja: 一度見た, en: once seen}}}]");
  CHECK(found(world, FindingKind::missing_translation, {}, BasisKind::judgement).size() == 1);
  const auto all = world.view();
  CHECK_FALSE(check(all).empty);
  const auto none = world.view(BasisKind::stated);
  CHECK(check(none).empty);
}

}  // namespace michibiki::testing
