// What a check tells of threats and exposures that nothing answers.
#include <algorithm>

#include "engine/check.hpp"

#include "tests/catch.hpp"
#include "tests/engine/findings.hpp"

namespace michibiki::testing {

TEST_CASE("a threat that some system case has no asset for is only worth knowing", "[engine][check]") {
  const std::string cases = R"(
natures: [{id: thing}, {id: person}]
components: [{id: rack, carries: [disk]}, {id: desk, carries: [clerk]}]
assets: [{id: disk, natures: [thing]}, {id: clerk, natures: [person]}]
mechanisms: [{id: taking, acts-on: [{natures: [thing]}]}, {id: calling-away, acts-on: [{natures: [person]}]}]
threats: [{id: theft, mechanisms: [taking]}, {id: absence, mechanisms: [calling-away]}]
system-cases: [{id: small, components: [rack]}, {id: large, components: [rack, desk]}]
)";
  CHECK(found(World(cases), FindingKind::unreached_threat) == Strings{"note absence {small}"});
}

TEST_CASE("where patterns select, coverage is looked at for each pattern", "[engine][check][called-for]") {
  const std::string field = R"(
levels: [{id: low}, {id: mid}, {id: high}]
properties: [{id: use, levels: [low, mid, high]}]
patterns: [{id: 1, levels: {use: low}}, {id: 2, levels: {use: mid}}, {id: 3, levels: {use: high}}]
components: [{id: rack, carries: [disk]}, {id: desk, carries: [disk]}]
assets: [{id: disk}]
threats: [{id: theft, harms: [use]}, {id: fire, harms: [use]}]
measures: [{id: lock, patterns: [2, 3]}, {id: hose, patterns: [1]}, {id: bell, patterns: [1, 2, 3]}]
links:
  - {id: l, kind: counters, from: lock, to: theft}
  - {id: h, kind: counters, from: hose, to: fire}
  - {id: b, kind: counters, from: bell, to: fire, components: [desk]}
system-cases: [{id: racks, components: [rack]}, {id: desks, components: [desk]}]
)";
  const World world(field);
  const auto result = check(world.view());
  REQUIRE(result.cases.size() == 6);
  std::string covered;
  for (const auto& [system_case, pattern, coverage, unreached] : result.cases) {
    covered += world.catalog().system_cases[*system_case].code + ' ' + world.catalog().patterns[*pattern].code + ": " +
               std::to_string(coverage.covered) + ", ";
  }
  CHECK(covered == "racks 1: 1, racks 2: 1, racks 3: 1, desks 1: 1, desks 2: 2, desks 3: 2, ");
  Strings uncovered;
  for (const auto& finding : result.findings) {
    if (finding.kind != FindingKind::uncovered) continue;
    auto text = world.catalog().entry(*finding.subject).code;
    for (const auto entry : finding.cases) text += ' ' + world.catalog().entry(entry).code;
    for (const auto entry : finding.patterns) text += ' ' + world.catalog().entry(entry).code;
    uncovered.push_back(text);
  }
  CHECK(uncovered == Strings{"theft racks desks 1", "fire racks 2 3"});
  CHECK(found(world, FindingKind::link_without_effect).empty());
  CHECK(found(world, FindingKind::measure_without_use).empty());
  CHECK(found(world, FindingKind::laxer_selection) == Strings{"warning hose [2,1]", "warning hose [3,1]"});
  SECTION("and what no pattern covers is told without them") {
    auto open = field;
    open.replace(open.find("patterns: [1, 2, 3]"), 19, "patterns: [1]");
    open.replace(open.find("to: theft"), 9, "to: fire");
    const auto findings = check(World(open).view()).findings;
    const auto of_theft = std::ranges::find_if(findings, [](const Finding& finding) {
      return finding.kind == FindingKind::uncovered && finding.subject->index == 0;
    });
    REQUIRE(of_theft != findings.end());
    CHECK(of_theft->patterns.empty());
  }
}

TEST_CASE("an exposure open in two system cases is one finding", "[engine][check]") {
  const auto cases =
      theft +
      "measures: [{id: lock}]\nlinks: [{id: secret, kind: counters, from: lock, to: theft, properties: [secrecy]}]\n"
      "system-cases: [{id: one, components: [rack]}, {id: two, components: [rack, {id: more, type: rack}]}]\n";
  const World world(cases);
  CHECK(found(world, FindingKind::uncovered) == Strings{"warning theft > disk [presence] {one,two}"});
  const auto view = world.view();
  const auto result = check(view);
  REQUIRE(result.cases.size() == 2);
  CHECK(result.cases[0].coverage.uncovered == 1);
  CHECK(result.cases[1].coverage.uncovered == 2);
  for (const auto& [system_case, pattern, coverage, unreached] : result.cases) {
    CHECK_FALSE(pattern);
    CHECK(coverage.covered + coverage.control_only + coverage.uncovered == coverage.exposures.size());
  }
}

TEST_CASE("what is left without a measure is told with what is proposed against it, or that nothing is",
          "[engine][check]") {
  const std::string office = R"(
properties: [{id: secrecy}, {id: presence}]
natures: [{id: thing}, {id: person}]
mechanisms:
- {id: taking, acts-on: [{natures: [thing], properties: [secrecy, presence]}]}
- {id: calling-away, acts-on: [{natures: [person]}]}
components: [{id: rack, carries: [disk]}, {id: desk, carries: [clerk]}]
assets: [{id: disk, natures: [thing]}, {id: clerk, natures: [person]}]
threats:
- {id: theft, harms: [secrecy, presence], mechanisms: [taking]}
- {id: absence, harms: [presence], mechanisms: [calling-away]}
- {id: strike, harms: [presence], mechanisms: [calling-away]}
controls: [{id: entry}]
measures: [{id: lock}]
system-cases: [{id: one, components: [rack]}]
)";
  const std::string answered = "links:\n- {kind: mitigates, from: entry, to: theft}\n";
  const std::string treated = "treatments: [{id: patrol}, {id: copies}, {id: deputies}]\n" + answered +
                              "- {kind: treats, from: patrol, to: theft}\n"
                              "- {id: c, kind: treats, from: copies, to: theft, properties: [presence]}\n"
                              "- {kind: treats, from: deputies, to: absence}\n";
  using enum FindingKind;
  // What differs in its proposals is told apart.
  CHECK(found(World(office + treated), control_only) ==
        Strings{"warning theft > disk [secrecy] {one} proposes patrol",
                "warning theft > disk [presence] {one} proposes patrol,copies"});
  CHECK(found(World(office + treated), unreached_threat) ==
        Strings{"warning absence {one} proposes deputies", "warning strike {one}"});
  CHECK(found(World(office + treated), untreated) == Strings{"warning strike {one}"});
  CHECK(found(World(office + treated), treatment_without_use).empty());
  CHECK(found(World(office + treated), orphan).empty());
  // Catalogues without treatments are not about them.
  CHECK(found(World(office + answered), untreated).empty());
  CHECK(found(World(office + answered), control_only) == Strings{"warning theft > disk [secrecy,presence] {one}"});
}

TEST_CASE("an exposure that is treated on one component and not on another is untreated", "[engine][check]") {
  const World world(R"(
properties: [{id: presence}]
natures: [{id: thing}]
mechanisms: [{id: taking, acts-on: [{natures: [thing]}]}]
components: [{id: rack, carries: [disk]}, {id: box, carries: [disk]}]
assets: [{id: disk, natures: [thing]}]
threats: [{id: theft, harms: [presence], mechanisms: [taking]}, {id: fire}]
measures: [{id: lock}]
treatments: [{id: patrol}]
system-cases: [{id: one, components: [rack, box]}]
)"
                    "links: [{kind: counters, from: lock, to: fire},"
                    " {id: p, kind: treats, from: patrol, to: theft, components: [rack]}]\n");
  CHECK(found(world, FindingKind::untreated) == Strings{"warning theft > disk [presence] {one}", "warning fire {one}"});
  CHECK(found(world, FindingKind::uncovered) == Strings{"warning theft > disk [presence] {one} proposes patrol"});
}

}  // namespace michibiki::testing
