#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// One asset and one threat (two properties): what stands against it is up to each test.
std::string one_threat(const std::string& more) {
  return R"(
properties: [{id: integrity}, {id: availability}]
components: [{id: server, carries: [server]}]
assets: [{id: server}]
threats: [{id: fire, harms: [availability]}]
)" + more;
}
const std::string server = "instances: [server]";
const std::string fire = "server/server fire availability";
const EntryRef a = ref(MeasureId{0});
const EntryRef b = ref(MeasureId{1});

ExposureCoverage coverage_of(const std::string& links, const std::string& measures = "[{id: a}, {id: b}, {id: c}]") {
  const World world(one_threat("measures: " + measures + "\nlinks:\n" + links));
  return world.derive(server).coverage_of(fire);
}

}  // namespace

TEST_CASE("an exposure is covered, answered by controls only, or uncovered", "[engine][cover]") {
  const World world(R"(
components: [{id: server, carries: [server]}]
assets: [{id: server}]
threats: [{id: fire}, {id: flood}, {id: fraud}]
controls: [{id: A.9.1.4}]
measures: [{id: extinguisher}]
links:
  - {kind: counters, from: extinguisher, to: fire}
  - {id: c, kind: mitigates, from: A.9.1.4, to: [fire, flood]}
)");
  const auto derived = world.derive(server);
  CHECK(derived.covered() == Strings{"server/server fire"});
  CHECK(derived.control_only() == Strings{"server/server flood"});
  CHECK(derived.uncovered() == Strings{"server/server fraud"});
  const auto& coverage = derived.derivation.coverage;
  CHECK(coverage.covered == 1);
  CHECK(coverage.control_only == 1);
  CHECK(coverage.uncovered == 1);
  CHECK(coverage.open == 2);
}

TEST_CASE("a measure covers, be there a control or not", "[engine][cover]") {
  const auto coverage = coverage_of("  - {kind: counters, from: a, to: fire}\n");
  CHECK(coverage.status == CoverageStatus::covered);
}

TEST_CASE("a measure that alone answers an exposure is indispensable, a single point", "[engine][cover]") {
  const auto coverage = coverage_of("  - {kind: counters, from: a, to: fire}\n");
  CHECK(coverage.depth == 1);
  CHECK(coverage.indispensable == std::vector{a});
}

TEST_CASE("of two measures that each answer it neither is indispensable", "[engine][cover]") {
  const auto coverage = coverage_of("  - {id: l, kind: counters, from: [a, b], to: fire, join: any}\n");
  CHECK(coverage.depth == 2);
  CHECK(coverage.indispensable.empty());
}

TEST_CASE("two links of one measure are one line of defence", "[engine][cover]") {
  const auto coverage = coverage_of(
      "  - {kind: counters, from: a, to: fire}\n"
      "  - {id: again, kind: counters, from: a, to: fire, properties: [availability]}\n");
  CHECK(coverage.depth == 1);
  CHECK(coverage.indispensable == std::vector{a});
}

TEST_CASE("of measures that count only together each is indispensable", "[engine][cover]") {
  const auto coverage = coverage_of("  - {id: l, kind: counters, from: [a, b], to: fire}\n");
  CHECK(coverage.depth == 1);
  CHECK(coverage.indispensable == std::vector{a, b});
}

TEST_CASE("a member that all joint answers need is indispensable", "[engine][cover]") {
  const auto coverage = coverage_of(
      "  - {id: l, kind: counters, from: [b, a], to: fire}\n"
      "  - {id: m, kind: counters, from: [a, c], to: fire}\n");
  CHECK(coverage.indispensable == std::vector{a});
}

TEST_CASE("answers that share a measure are not independent of one another", "[engine][cover]") {
  SECTION("two that both need a") {
    CHECK(coverage_of("  - {id: l, kind: counters, from: [a, b], to: fire}\n"
                      "  - {id: m, kind: counters, from: [a, c], to: fire}\n")
              .depth == 1);
  }
  SECTION("a alone, and a with b") {
    CHECK(coverage_of("  - {id: l, kind: counters, from: [a, b], to: fire}\n"
                      "  - {id: m, kind: counters, from: a, to: fire}\n")
              .depth == 1);
  }
  SECTION("a with b, b with c, c with d: two of the three") {
    CHECK(coverage_of("  - {id: l, kind: counters, from: [b, c], to: fire}\n"
                      "  - {id: m, kind: counters, from: [a, b], to: fire}\n"
                      "  - {id: n, kind: counters, from: [c, d], to: fire}\n",
                      "[{id: a}, {id: b}, {id: c}, {id: d}]")
              .depth == 2);
  }
}

TEST_CASE("where no catalogue has measures, controls cover", "[engine][cover]") {
  const auto coverage = [](const std::string& links) {
    const World world(one_threat("controls: [{id: c1}, {id: c2}]\nlinks:\n" + links));
    return world.derive(server).derivation.coverage;
  };
  const auto alone = coverage("  - {kind: mitigates, from: c1, to: fire}\n");
  CHECK(alone.covered == 1);
  CHECK(alone.single_point == 1);
  const auto either = coverage("  - {id: l, kind: mitigates, from: [c1, c2], to: fire, join: any}\n");
  CHECK(either.exposures[0].depth == 2);
  CHECK(either.single_point == 0);
  SECTION("and one that all joint answers need is a single point, as with measures") {
    const auto shared = coverage(
        "  - {kind: mitigates, from: c1, to: fire}\n"
        "  - {id: m, kind: mitigates, from: [c1, c2], to: fire}\n");
    CHECK(shared.single_point == 1);
    CHECK(shared.exposures[0].indispensable == std::vector{ref(ControlId{0})});
  }
}

TEST_CASE("of controls that answer in pairs none is a single point, though no two pairs stand apart",
          "[engine][cover]") {
  const World world(one_threat(R"(
controls: [{id: c1}, {id: c2}, {id: c3}]
links:
  - {id: l, kind: mitigates, from: [c1, c2], to: fire}
  - {id: m, kind: mitigates, from: [c2, c3], to: fire}
  - {id: n, kind: mitigates, from: [c1, c3], to: fire}
)"));
  const auto derived = world.derive(server);
  CHECK(derived.coverage_of(fire).depth == 1);
  CHECK(derived.indispensable(fire).empty());
  CHECK(derived.derivation.coverage.single_point == 0);
}

TEST_CASE("answers that stand apart are counted, however many", "[engine][cover]") {
  const auto pairs = [](int count, const std::string& with) {
    std::string measures = "[{id: hub}";
    std::string links;
    for (int i = 0; i < count; ++i) {
      const auto n = std::to_string(i);
      measures += ", {id: a" + n + "}, {id: b" + n + "}";
      links += "  - {id: l" + n + ", kind: counters, from: [a" + n + ", b" + n + with + "], to: fire}\n";
    }
    return coverage_of(links, measures + "]");
  };
  const auto apart = pairs(30, "");
  CHECK(apart.depth == 30);
  CHECK_FALSE(apart.depth_is_lower_bound);
  SECTION("a measure that all of them need leaves one") {
    const auto joined = pairs(16, ", hub");
    CHECK(joined.depth == 1);
    CHECK_FALSE(joined.depth_is_lower_bound);
    CHECK(joined.indispensable == std::vector{a});
  }
  SECTION("of more than can be tried in full only that so many stand apart is said") {
    const auto tangled = pairs(30, ", hub");
    CHECK(tangled.depth == 1);
    CHECK(tangled.depth_is_lower_bound);
  }
}

TEST_CASE("an uncovered exposure is open, or accepted with reason, name and date", "[engine][cover]") {
  const World world(R"(
properties: [{id: integrity}, {id: availability}]
components: [{id: server, carries: [server, log]}]
assets: [{id: server}, {id: log}]
threats: [{id: fire, harms: [integrity, availability]}, {id: flood, harms: [availability]}]
measures: [{id: sandbags}]
links: [{kind: counters, from: sandbags, to: flood}]
)");
  const auto open = [&](const std::string& acceptance) {
    const auto derived = world.derive("instances: [{id: s1, type: server}, {id: s2, type: server}]\naccepted: [{" +
                                      acceptance + ", reason: small, by: Sato, on: 2026-11-22}]\n");
    const auto& coverage = derived.derivation.coverage;
    CHECK(coverage.accepted + coverage.open == coverage.control_only + coverage.uncovered);
    Strings accepted;
    for (std::size_t i = 0; i < coverage.exposures.size(); ++i) {
      if (coverage.exposures[i].accepted) accepted.push_back(derived.name_of_exposure(i));
    }
    return accepted;
  };
  CHECK(open("asset: server, threat: fire") == Strings{"s1/server fire integrity", "s1/server fire availability",
                                                       "s2/server fire integrity", "s2/server fire availability"});
  CHECK(open("asset: server, threat: fire, property: integrity") ==
        Strings{"s1/server fire integrity", "s2/server fire integrity"});
  CHECK(open("asset: server, threat: fire, instance: s2, property: integrity") == Strings{"s2/server fire integrity"});
  SECTION("what is covered needs no acceptance") { CHECK(open("asset: server, threat: flood").empty()); }
}

TEST_CASE("one service cannot accept what threatens another's components", "[engine][cover]") {
  const World world(one_threat(""));
  const auto derived = world.derive(R"(
services:
  - id: careless
    instances: [{id: mine, type: server}]
    accepted: [{asset: server, threat: fire, reason: r, by: Sato, on: 2026-11-22}]
  - id: careful
    instances: [{id: theirs, type: server}]
)");
  CHECK(derived.coverage_of("mine/server fire availability").acceptances == std::vector{AcceptanceRef{1, 0}});
  CHECK(derived.coverage_of("mine/server fire availability").accepted);
  CHECK_FALSE(derived.coverage_of("theirs/server fire availability").accepted);
  CHECK(derived.coverage_of("theirs/server fire availability").acceptances.empty());
  CHECK(derived.derivation.coverage.accepted == 1);
  CHECK(derived.derivation.coverage.open == 1);
}

TEST_CASE("what services share is accepted when each of them accepts it", "[engine][cover]") {
  const World world(one_threat(""));
  const std::string yes = "accepted: [{asset: server, threat: fire, reason: r, by: Sato, on: 2026-11-22}]";
  const auto derive = [&](const std::string& of_a, const std::string& of_b) {
    return world.derive("shared: [server]\nservices:\n  - {id: a, uses: [server]" + of_a +
                        "}\n  - {id: b, uses: [server]" + of_b +
                        "}\n  - {id: other, instances: [{id: own, type: server}]}\n");
  };
  const auto one = derive(", " + yes, "");
  CHECK_FALSE(one.coverage_of(fire).accepted);
  CHECK(one.coverage_of(fire).acceptances == std::vector{AcceptanceRef{0, 0}});
  CHECK(one.derivation.coverage.open == 2);
  const auto both = derive(", " + yes, ", " + yes);
  CHECK(both.coverage_of(fire).accepted);
  CHECK(both.coverage_of(fire).acceptances == std::vector{AcceptanceRef{0, 0}, AcceptanceRef{1, 0}});
  CHECK(both.derivation.coverage.accepted == 1);
  CHECK(both.derivation.coverage.open == 1);
  SECTION("an acceptance that says the same again names it too") {
    const auto twice = world.derive(
        server + "\naccepted:\n  - " + yes.substr(yes.find('{'), yes.find('}') - yes.find('{') + 1) +
        "\n  - {asset: server, threat: fire, property: availability, reason: r, by: Sato, on: 2026-11-22}\n");
    CHECK(twice.coverage_of(fire).acceptances == std::vector{AcceptanceRef{0, 0}, AcceptanceRef{0, 1}});
  }
}

TEST_CASE("what is accepted stays uncovered", "[engine][cover]") {
  const World world(one_threat(""));
  const auto derived =
      world.derive(server + "\naccepted: [{asset: server, threat: fire, reason: r, by: Sato, on: 2026-11-22}]\n");
  CHECK(derived.uncovered() == Strings{fire});
  CHECK(derived.derivation.coverage.open == 0);
}

}  // namespace michibiki::testing
