// Measures and controls that are called for only in some patterns.

#include "engine/called_for.hpp"

#include <map>
#include <set>

#include "engine/conclusions.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"
#include "tests/support/two_patterns.hpp"

namespace michibiki::testing {
namespace {

/// The threat is answered in each of these ways.
std::string field(const std::string& answers) { return two_patterns + answers; }

const std::string locked =
    "measures: [{id: lock, patterns: [strict], indicators: [{key: a, values: {strict: done}}]}]\n"
    "links:\n  - {id: l, kind: counters, from: lock, to: theft}\n";
const std::string strict = "levels: {secrecy: high}\ninstances: [server]\n";
const std::string lax = "levels: {secrecy: low}\ninstances: [server]\n";
const std::string undecided = "instances: [server]\n";
const std::string exposure = "server/file theft secrecy";

std::string sharing(const std::string& one, const std::string& two) {
  return "shared: [server]\nservices:\n  - {id: one, uses: [server]" + one + "}\n  - {id: two, uses: [server]" + two +
         "}\n";
}

BasisKind basis_of_first(const Derived& derived) {
  return derived.derivation.selection.answers.at(0).measures.at(0).basis;
}

}  // namespace

TEST_CASE("a measure that is limited to patterns is selected where the service is of one of them",
          "[engine][called-for]") {
  const World world(field(locked));
  SECTION("and covers there") {
    const auto derived = world.derive(strict);
    CHECK(derived.measures() == Strings{"lock"});
    CHECK(derived.open_measures().empty());
    CHECK(derived.covered() == Strings{exposure});
    CHECK(derived.values() == Strings{"lock.a [service] strict: done"});
  }
  SECTION("and nowhere else") {
    const auto derived = world.derive(lax);
    CHECK(derived.measures().empty());
    CHECK(derived.open_measures().empty());
    CHECK(derived.uncovered() == Strings{exposure});
    CHECK(derived.values().empty());
  }
}

TEST_CASE("while the pattern is open what only some patterns call for is listed and covers nothing",
          "[engine][called-for]") {
  const World world(field(locked));
  const auto derived = world.derive(undecided);
  CHECK(derived.measures().empty());
  CHECK(derived.open_measures() == Strings{"lock"});
  CHECK(derived.answers(exposure).empty());
  CHECK(derived.open_answers(exposure) == Strings{"lock"});
  CHECK(derived.uncovered() == Strings{exposure});
  CHECK(derived.coverage_of(exposure).depth == 0);
  CHECK(derived.derivation.coverage.open == 1);
  const auto& selected = derived.derivation.selection.measures.at(0);
  CHECK(selected.exposures.empty());
  CHECK(selected.open_exposures == std::vector<std::size_t>{0});
  CHECK(derived.derivation.grading.grades.size() == 1);
  CHECK(derived.values() == Strings{"lock.a [service] strict: done"});
  CHECK(derived.derivation.grading.grades[0].alternative);
  SECTION("but one that every pattern still possible calls for is certain") {
    const auto both = World(field("measures: [{id: lock, patterns: [lax, strict]}]\n"
                                  "links: [{id: l, kind: counters, from: lock, to: theft}]\n"))
                          .derive(undecided);
    CHECK(both.measures() == Strings{"lock"});
    CHECK(both.covered() == Strings{exposure});
  }
  SECTION("and it adds nothing to the depth of what others cover") {
    const auto more = World(field("measures: [{id: lock, patterns: [strict]}, {id: guard}]\n"
                                  "links: [{id: l, kind: counters, from: [lock, guard], to: theft, join: any}]\n"))
                          .derive(undecided);
    CHECK(more.coverage_of(exposure).depth == 1);
    CHECK(more.indispensable(exposure) == Strings{"guard"});
    CHECK(more.measures() == Strings{"guard"});
    CHECK(more.open_measures() == Strings{"lock"});
  }
}

TEST_CASE("of several services that share a component the one that surely calls for a measure decides",
          "[engine][called-for]") {
  const World world(field(locked));
  const std::string is_strict = ", levels: {secrecy: high}";
  const std::string is_lax = ", levels: {secrecy: low}";
  CHECK(world.derive(sharing(is_lax, is_strict)).covered() == Strings{exposure});
  CHECK(world.derive(sharing(is_strict, "")).covered() == Strings{exposure});
  CHECK(world.derive(sharing(is_lax, is_lax)).open_measures().empty());
  const auto open = world.derive(sharing(is_lax, ""));
  CHECK(open.open_measures() == Strings{"lock"});
  CHECK(open.uncovered() == Strings{exposure});
  SECTION("and its value is that of the patterns that call for it") {
    const auto derived = world.derive(sharing(is_lax, is_strict));
    CHECK(derived.values() == Strings{"lock.a [one, two] strict: done"});
    CHECK(derived.derivation.grading.grades[0].compared.size() == 1);
    CHECK_FALSE(derived.derivation.grading.grades[0].alternative);
    CHECK_FALSE(derived.derivation.grading.grades[0].incomplete);
  }
  SECTION("each component by those that use it") {
    const auto derived = world.derive("services:\n  - {id: one, instances: [{id: x, type: server}]" + is_strict +
                                      "}\n  - {id: two, instances: [{id: y, type: server}]" + is_lax + "}\n");
    CHECK(derived.covered() == Strings{"x/file theft secrecy"});
    CHECK(derived.uncovered() == Strings{"y/file theft secrecy"});
  }
}

TEST_CASE("what counts together is called for as the least sure of it", "[engine][called-for]") {
  const World world(
      field("measures: [{id: lock, patterns: [strict]}, {id: guard}, {id: dog, patterns: [lax]}]\n"
            "links:\n  - {id: l, kind: counters, from: [lock, guard], to: theft}\n"
            "  - {id: m, kind: counters, from: [dog, guard], to: theft}\n"));
  const auto derived = world.derive(strict);
  CHECK(derived.answers(exposure) == Strings{"lock+guard"});
  CHECK(derived.measures() == Strings{"lock", "guard"});
  const auto open = world.derive(undecided);
  CHECK(open.open_measures() == Strings{"lock", "guard", "dog"});
  CHECK(open.open_answers(exposure) == Strings{"lock+guard", "dog+guard"});
}

TEST_CASE("a measure that involves people is called for by the services that they are in", "[engine][called-for]") {
  const World world(
      field("measures: [{id: drill, patterns: [strict], indicators: [{key: a, values: {strict: done}}]}]\n"
            "stakeholders: [{id: staff, always: true}]\n"
            "links: [{id: l, kind: involves, from: staff, to: drill}]\n"));
  CHECK(world.derive(strict).obligations() == Strings{"staff: drill"});
  CHECK(world.derive(lax).obligations().empty());
  CHECK(world.derive(lax).open_obligations().empty());
  const auto open = world.derive(undecided);
  CHECK(open.obligations().empty());
  CHECK(open.open_obligations() == Strings{"staff: drill"});
  CHECK(open.open_measures() == Strings{"drill"});
  CHECK(open.values() == Strings{"drill.a [service] strict: done"});
  SECTION("each by its own pattern") {
    const auto derived = world.derive(sharing(", levels: {secrecy: high}", ""));
    REQUIRE(derived.obligations() == Strings{"staff: drill"});
    const auto& obligation = derived.derivation.selection.obligations[0];
    REQUIRE(obligation.services.size() == 1);
    CHECK(obligation.services[0].service == 0);
    REQUIRE(obligation.open_services.size() == 1);
    CHECK(obligation.open_services[0].service == 1);
    CHECK(derived.values() == Strings{"drill.a [one] strict: done", "drill.a [two] strict: done"});
  }
}

TEST_CASE("a service that is of no pattern may need what any pattern calls for", "[engine][called-for]") {
  const World world(R"(
levels: [{id: low}, {id: mid}, {id: high}]
properties: [{id: secrecy, levels: [low, mid, high]}]
patterns: [{id: strict, levels: {secrecy: high}}, {id: lax, levels: {secrecy: low}}]
service-types: [{id: shop, levels: {secrecy: mid}}]
threats: [{id: theft, harms: [secrecy]}]
measures: [{id: lock, patterns: [lax]}, {id: bolt, patterns: [lax, strict]}]
links: [{id: l, kind: counters, from: [lock, bolt], to: theft, join: any}]
)");
  const auto derived = world.derive("type: shop\n");
  CHECK(derived.derivation.classifications[0].outside_lattice);
  CHECK(derived.measures() == Strings{"bolt"});
  CHECK(derived.open_measures() == Strings{"lock"});
}

TEST_CASE("a measure is as firmly selected as the statement that a pattern calls for it", "[engine][called-for]") {
  const auto with = [](const std::string& patterns) {
    return World(field("measures: [{id: lock, patterns: " + patterns +
                       "}]\nlinks: [{id: l, kind: counters, from: lock, to: theft}]\n"));
  };
  CHECK(basis_of_first(with("[strict]").derive(strict)) == BasisKind::stated);
  const auto doubted = with("[{is: strict, basis: {judgement: ours}}, lax]");
  CHECK(basis_of_first(doubted.derive(strict)) == BasisKind::judgement);
  CHECK(basis_of_first(doubted.derive(lax)) == BasisKind::stated);
  CHECK(basis_of_first(doubted.derive(undecided)) == BasisKind::judgement);
  SECTION("and where that is not trusted it is open") {
    const auto derived = doubted.derive(strict, BasisKind::stated);
    CHECK(derived.measures().empty());
    CHECK(derived.open_measures() == Strings{"lock"});
    CHECK(doubted.derive(lax, BasisKind::stated).measures() == Strings{"lock"});
  }
  SECTION("where none of it is trusted it may be called for in every pattern") {
    const auto world = with("{is: [strict], basis: unverified}");
    CHECK(world.derive(lax).open_measures().empty());
    CHECK(world.derive(lax, BasisKind::stated).open_measures() == Strings{"lock"});
    CHECK(world.derive(lax, BasisKind::stated).measures().empty());
  }
  SECTION("a member that is taken away by a hypothesis limits to nothing") {
    const auto world = with("[strict]");
    const auto fact = world.catalog().measures[MeasureId{0}].patterns.at(0).fact;
    CHECK(world.derive(lax, world.view().without({fact})).measures() == Strings{"lock"});
    CHECK(patterns_select(world.view()));
    CHECK_FALSE(patterns_select(world.view().without({fact})));
  }
}

TEST_CASE("a measure is no firmer than that the service is of a pattern that calls for it", "[engine][called-for]") {
  const World world(
      field(locked + "service-types:\n  - {id: bank, levels: {secrecy: {is: high, basis: {judgement: ours}}}}\n"));
  const std::string bank = "type: bank\ninstances: [server]\n";
  CHECK(basis_of_first(world.derive(bank)) == BasisKind::judgement);
  const auto trusting = world.derive(bank, BasisKind::stated);
  CHECK(trusting.measures().empty());
  CHECK(trusting.open_measures() == Strings{"lock"});
  const auto ruled_out = world.derive(bank).derivation.classifications[0].ruled_out;
  REQUIRE(ruled_out.size() == 1);
  CHECK(ruled_out[0].basis == BasisKind::judgement);
  SECTION("as firm as what the service says of itself") {
    CHECK(basis_of_first(world.derive(strict)) == BasisKind::stated);
  }
}

TEST_CASE("conclusions tell apart what is certain and what is open", "[engine][called-for]") {
  const World world(field("controls: [{id: gate, patterns: [strict]}]\n" + locked +
                          "  - {id: g, kind: mitigates, from: gate, to: theft}\n"));
  const auto open = world.derive(undecided);
  const auto certain = world.derive(strict);
  const auto before = conclude(open.view, open.portfolio, open.derivation);
  const auto after = conclude(certain.view, certain.portfolio, certain.derivation);
  CHECK(before.measures.at("lock").open);
  CHECK(before.exposures.begin()->second.open == std::set<std::string>{"gate", "lock"});
  CHECK(before.controls.at("gate").open);
  CHECK_FALSE(after.controls.at("gate").open);
  CHECK(regardless_of_names(before).exposures.begin()->second.open.size() == 2);
  const auto found = difference(before, after);
  CHECK(found.moved_measures == Strings{"lock"});
  CHECK(found.moved_controls == Strings{"gate"});
  CHECK(found.changed_exposures.size() == 1);
  CHECK(found.new_measures.empty());
  CHECK(found.gone_controls.empty());
}

TEST_CASE("what is open brings what it requires, open too, and limited to no pattern of its own",
          "[engine][called-for]") {
  const World world(
      field("controls: [{id: gate, patterns: [strict]}, {id: fence, patterns: [lax]}, {id: wall}]\n" + locked + R"(
  - {id: g, kind: mitigates, from: gate, to: theft}
  - {id: needs, kind: requires, from: gate, to: fence}
  - {id: both, kind: requires, from: [gate, fence], to: wall}
)"));
  const auto open = world.derive(undecided);
  CHECK(open.controls().empty());
  CHECK(open.open_controls() == Strings{"gate", "fence", "wall"});
  CHECK(world.derive(strict).controls() == Strings{"gate", "fence", "wall"});
  CHECK(world.derive(strict).open_controls().empty());
}

TEST_CASE("what is required surely is certain, though something else that requires it is open",
          "[engine][called-for]") {
  const World world(field("controls: [{id: gate, patterns: [strict]}, {id: door}, {id: hinge}]\n" + locked + R"(
  - {id: g, kind: mitigates, from: [gate, door], to: theft, join: any}
  - {id: needs, kind: requires, from: [gate, door], to: hinge, join: any}
)"));
  const auto derived = world.derive(undecided);
  CHECK(derived.controls() == Strings{"door", "hinge"});
  CHECK(derived.open_controls() == Strings{"gate"});
  const auto& requirements = derived.derivation.selection.requirements;
  REQUIRE(requirements.size() == 2);
  CHECK(requirements[0].open() != requirements[1].open());
}

TEST_CASE("nothing requires itself, though a heading over it is required", "[engine][called-for]") {
  const World world(two_patterns + R"(
controls: [{id: access, group: true}, {id: gate, parent: access}, {id: fence, parent: access}]
links:
  - {id: g, kind: mitigates, from: gate, to: theft}
  - {id: needs, kind: requires, from: gate, to: access}
)");
  const auto derived = world.derive(strict);
  CHECK(derived.controls() == Strings{"gate", "fence"});
  REQUIRE(derived.derivation.selection.requirements.size() == 1);
  CHECK(derived.catalog().entry(derived.derivation.selection.requirements[0].needed).code == "fence");
}

TEST_CASE("what is required more firmly after all requires as firmly", "[engine][called-for]") {
  // The gate is followed first, then the lock that it needs, and only then the door.
  const World world(two_patterns + R"(
controls: [{id: gate}, {id: lock}, {id: door}, {id: key}]
links:
  - {id: g, kind: mitigates, from: [gate, door], to: theft, join: any}
  - {id: weak, kind: requires, from: gate, to: lock, basis: unverified}
  - {id: firm, kind: requires, from: door, to: lock}
  - {id: last, kind: requires, from: lock, to: key}
)");
  const auto derived = world.derive(strict);
  std::map<std::string, BasisKind> firmness;
  for (const auto& requirement : derived.derivation.selection.requirements)
    firmness[derived.catalog().link(requirement.link).code] = requirement.basis;
  CHECK(firmness == std::map<std::string, BasisKind>{
                        {"weak", BasisKind::unverified}, {"firm", BasisKind::stated}, {"last", BasisKind::stated}});
}

TEST_CASE("a hidden pattern keeps open what it may call for", "[engine][called-for]") {
  const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: secrecy, levels: [low, high]}]
patterns: [{id: strict, levels: {secrecy: high}, basis: unverified}, {id: lax, levels: {secrecy: low}}]
threats: [{id: theft, harms: [secrecy]}]
measures: [{id: lock, patterns: [lax]}]
links: [{id: l, kind: counters, from: lock, to: theft}]
)");
  const auto derived = world.derive("", BasisKind::stated);
  CHECK(derived.measures().empty());
  CHECK(derived.open_measures() == Strings{"lock"});
}

TEST_CASE("baselines of a control catalogue select its controls", "[engine][called-for]") {
  // Ids and short titles of controls only.
  const World world(R"(
levels: [{id: low}, {id: moderate}, {id: high}]
properties: [{id: impact, levels: [low, moderate, high]}]
patterns:
  - {id: baseline-low, levels: {impact: low}}
  - {id: baseline-moderate, levels: {impact: moderate}}
  - {id: baseline-high, levels: {impact: high}}
threats:
  - {id: unnoticed-intrusion, harms: [impact]}
  - {id: outage, harms: [impact]}
  - {id: guessing, harms: [impact]}
controls:
  - {id: AC-2, title: Account Management}
  - {id: AC-2.12, title: Account Monitoring, patterns: [baseline-high]}
  - {id: CP-7, title: Alternate Processing Site, patterns: [baseline-moderate, baseline-high]}
  - {id: IA-5, title: Authenticator Management, patterns: [baseline-low, baseline-moderate, baseline-high]}
links:
  - {kind: mitigates, from: AC-2, to: guessing}
  - {kind: mitigates, from: AC-2.12, to: unnoticed-intrusion}
  - {kind: mitigates, from: CP-7, to: outage}
  - {kind: mitigates, from: IA-5, to: guessing}
)");
  const std::map<std::string, std::pair<Strings, Strings>> by_level{
      {"levels: {impact: low}", {{"AC-2", "IA-5"}, {}}},
      {"levels: {impact: moderate}", {{"AC-2", "CP-7", "IA-5"}, {}}},
      {"levels: {impact: high}", {{"AC-2", "AC-2.12", "CP-7", "IA-5"}, {}}},
      {"", {{"AC-2", "IA-5"}, {"AC-2.12", "CP-7"}}}};
  for (const auto& [service, expected] : by_level) {
    INFO(service);
    const auto derived = world.derive(service);
    CHECK(derived.controls() == expected.first);
    CHECK(derived.open_controls() == expected.second);
  }
  CHECK(world.derive("levels: {impact: moderate}").uncovered() == Strings{"-/- unnoticed-intrusion impact"});
  CHECK(world.derive("").uncovered() == Strings{"-/- unnoticed-intrusion impact", "-/- outage impact"});
}

TEST_CASE("six patterns of three properties select measures as they select values", "[engine][called-for]") {
  std::string text =
      "levels: [{id: low}, {id: mid}, {id: high}]\n"
      "properties:\n  - {id: c, levels: [low, high]}\n  - {id: i, levels: [high]}\n  - {id: a, levels: [low, mid, high]}\n"
      "patterns:\n";
  for (const std::string level : {"high", "low"}) {
    for (const std::string available : {"high", "mid", "low"}) {
      text += "  - {id: " + level + '-' + available + ", levels: {c: " + level + ", i: high, a: " + available + "}}\n";
    }
  }
  const World world(text + R"(
components: [{id: server, carries: [data]}]
assets: [{id: data}]
threats: [{id: outage, harms: [a]}, {id: leak, harms: [c]}, {id: forgery, harms: [i]}]
measures:
  - {id: spare, patterns: [high-high, low-high]}
  - {id: cipher, patterns: [high-high, high-mid, high-low]}
  - {id: seal}
links:
  - {kind: counters, from: spare, to: outage}
  - {kind: counters, from: cipher, to: leak}
  - {kind: counters, from: seal, to: forgery}
)");
  const auto measures = [&](const std::string& levels) {
    const auto derived = world.derive("levels: {" + levels + "}\ninstances: [server]\n");
    return std::pair(derived.measures(), derived.open_measures());
  };
  CHECK(measures("c: high, i: high, a: high") == std::pair(Strings{"spare", "cipher", "seal"}, Strings{}));
  CHECK(measures("c: high, i: high, a: low") == std::pair(Strings{"cipher", "seal"}, Strings{}));
  CHECK(measures("c: low, i: high, a: mid") == std::pair(Strings{"seal"}, Strings{}));
  CHECK(measures("c: high, i: high") == std::pair(Strings{"cipher", "seal"}, Strings{"spare"}));
  CHECK(measures("a: high") == std::pair(Strings{"spare", "seal"}, Strings{"cipher"}));
}

}  // namespace michibiki::testing
