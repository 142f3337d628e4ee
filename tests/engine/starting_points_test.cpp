#include "engine/starting_points.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

// What a new entry can start from, found by what would follow from it.

namespace michibiki::testing {
namespace {

const char* const machines = R"(
natures: [{id: paper}, {id: machine}, {id: people}]
mechanisms:
  - {id: burning, acts-on: [{natures: [paper, machine]}]}
  - {id: wear, acts-on: [{natures: [machine]}]}
components:
  - {id: indoors, group: true}
  - {id: rack, parent: indoors, carries: [computer]}
assets: [{id: computer, natures: [machine]}]
threats: [{id: fire, mechanisms: [burning]}, {id: age, mechanisms: [wear]}]
controls: [{id: upkeep}]
purposes: [{id: order}, {id: safety}, {id: care}]
chapters: [{id: general}, {id: inside}]
measures: [{id: sprinkler, implemented-on: [rack], aims-at: [safety]}]
placement:
  - {when: {aims-at: [safety]}, then: inside}
  - {then: general}
links:
  - {id: s, kind: counters, from: sprinkler, to: fire, components: [indoors]}
  - {kind: mitigates, from: upkeep, to: age}
)";

std::string code(const World& world, std::optional<NatureId> id) {
  return id ? world.catalog().natures[*id].code : "-";
}
std::string code(const World& world, std::optional<ComponentId> id) {
  return id ? world.catalog().components[*id].code : "-";
}

}  // namespace

TEST_CASE("a new component starts under the heading, and with the nature, where everything is covered",
          "[engine][new]") {
  const World world(machines);
  const auto start = start_component(world.view());
  REQUIRE(start);
  CHECK(code(world, start->parent) == "indoors");  // by itself the sprinkler would not reach it
  CHECK(code(world, start->nature) == "paper");    // a machine also ages
  CHECK(start->threats == std::set{ThreatId{0}});
  CHECK(start->answers == std::set{ref(MeasureId{0})});
  CHECK(start->open.empty());
}

TEST_CASE("where nothing is fully covered, a new component starts where least is open", "[engine][new]") {
  const World world(machines);
  const auto start = start_component(world.view().without({world.fact("link s")}));
  REQUIRE(start);
  CHECK(code(world, start->parent) == "-");
  CHECK(code(world, start->nature) == "paper");
  CHECK(start->open == std::set{ThreatId{0}});
}

TEST_CASE("where no threat reaches a new asset, or there are no assets, there is nothing to start from",
          "[engine][new]") {
  CHECK_FALSE(start_component(World("threats: [{id: fire}]\ncomponents: [{id: c}]\n").view()));
  CHECK_FALSE(start_component(World("components: [{id: c, carries: [a]}]\nassets: [{id: a}]\n").view()));
}

TEST_CASE("a new measure starts at what a control mitigates and no measure covers", "[engine][new]") {
  const World world(machines);
  const auto start = start_measure(world.view());
  REQUIRE(start);
  CHECK(world.catalog().threats[start->threat].code == "age");
  CHECK(start->open);
  CHECK(start->control == ControlId{0});
  CHECK(code(world, start->nature) == "machine");
  CHECK(code(world, start->component) == "rack");
  SECTION("else at the first exposure") {
    const auto without = start_measure(world.view().without({world.fact("control upkeep")}));
    REQUIRE(without);
    CHECK(world.catalog().threats[without->threat].code == "age");  // open, though the fire comes first
    CHECK_FALSE(without->control);
  }
}

TEST_CASE("a new measure aims at what measures against the same threat aim at", "[engine][new]") {
  const World world(machines);
  MeasureStart start;
  start.threat = ThreatId{0};
  const auto fire = start_placement(world.view(), start);
  CHECK(fire.purpose == PurposeId{1});
  CHECK(fire.chapter == ChapterId{1});
  start.threat = ThreatId{1};
  const auto age = start_placement(world.view(), start);
  CHECK(age.purpose == PurposeId{0});
  CHECK(age.chapter == ChapterId{0});
}

TEST_CASE("what is tried leaves the catalogue as it was", "[engine][new]") {
  const World world(machines);
  const auto before = world.catalog().links.size();
  static_cast<void>(start_component(world.view()));
  CHECK(world.catalog().links.size() == before);
  CHECK(world.catalog().assets.size() == 1);
}

TEST_CASE("a new service type starts with those levels alone on which its pattern hangs", "[engine][new]") {
  const auto levels = [](const std::string& patterns) {
    const World world(
        "properties: [{id: c, levels: [low, high]}, {id: i, levels: [high]}, {id: a, levels: [low, high]}]\n"
        "levels: [{id: low}, {id: high}]\npatterns: [" +
        patterns + "]\n");
    Strings found;
    for (const auto& [property, level] : start_levels(world.view())) {
      found.push_back(world.catalog().properties[property].code + ' ' + world.catalog().levels[level].code);
    }
    return found;
  };
  const std::string first = "{id: 1, levels: {c: high, i: high, a: low}}";
  CHECK(levels(first + ", {id: 2, levels: {c: low, i: high, a: low}}, {id: 3, levels: {c: high, i: high, a: high}}") ==
        Strings{"c high", "a low"});
  CHECK(levels(first + ", {id: 2, levels: {c: low, i: high, a: high}}") == Strings{"a low"});  // one of them will do
  CHECK(levels(first + ", {id: 2, levels: {c: low}}") == Strings{"c high"});
  CHECK(levels(first).empty());
  CHECK(levels("").empty());
}

}  // namespace michibiki::testing
