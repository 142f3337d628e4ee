#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// The lattice of 図表22 with its level criteria in small: confidentiality by what is held, availability by what a stop costs.
const World& lattice() {
  static const World world(R"(
levels: [{id: low}, {id: mid}, {id: high}]
properties:
  - {id: confidentiality, levels: [low, high]}
  - {id: availability, levels: [low, mid, high]}
patterns:
  - {id: 1, levels: {confidentiality: high, availability: high}}
  - {id: 2, levels: {confidentiality: high, availability: mid}}
  - {id: 3, levels: {confidentiality: high, availability: low}}
  - {id: 4, levels: {confidentiality: low, availability: high}}
  - {id: 5, levels: {confidentiality: low, availability: mid}}
  - {id: 6, levels: {confidentiality: low, availability: low}}
questions:
  - {id: holds-personal-data}
  - {id: holds-trade-secrets}
  - {id: stop-costs-much}
  - {id: stop-costs-some}
level-criteria:
  - property: confidentiality
    rules:
      - {id: c.personal, when: {holds-personal-data: true}, then: high}
      - {id: c.secrets, when: {holds-trade-secrets: true}, then: high, basis: unverified}
      - {id: c.otherwise, then: low}
  - property: availability
    rules:
      - {id: a.much, when: {stop-costs-much: true}, then: high}
      - {id: a.some, when: {stop-costs-some: true, stop-costs-much: false}, then: mid}
      - {id: a.otherwise, then: low}
reasons: [{id: customer-decides}, {id: personal-data}]
service-types:
  - id: payroll
    levels:
      confidentiality: {is: high, reason: personal-data}
      availability: {is: low, reason: personal-data, basis: unverified}
  - id: groupware
    levels:
      confidentiality: {is: high, reason: personal-data}
      availability: {is: open, reason: customer-decides}
  - id: archive
    levels:
      confidentiality: low
      availability: {is: open, among: [low, mid], reason: customer-decides}
)");
  return world;
}

}  // namespace

TEST_CASE("a service that holds personal data needs high confidentiality", "[engine][classify]") {
  const auto derived = lattice().derive("answers: {holds-personal-data: true, holds-trade-secrets: false}");
  CHECK(derived.levels("confidentiality") == Strings{"high"});
  CHECK(derived.open_questions("confidentiality").empty());
}

TEST_CASE("of the level criteria the first that holds decides", "[engine][classify]") {
  const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: integrity, levels: [low, high]}]
questions: [{id: public-data}, {id: many-users}]
level-criteria:
  - property: integrity
    rules:
      - {id: first, when: {public-data: true}, then: low}
      - {id: second, when: {many-users: true}, then: high}
      - {id: third, then: high}
)");
  SECTION("also when a later one would be stricter") {
    CHECK(world.derive("answers: {public-data: true, many-users: true}").levels("integrity") == Strings{"low"});
  }
  SECTION("the next one when the first does not hold") {
    const auto derived = world.derive("answers: {public-data: false, many-users: true}");
    CHECK(derived.levels("integrity") == Strings{"high"});
    CHECK(derived.derivation.classifications[0].levels[0].grounds.size() == 1);
  }
  SECTION("the one without conditions when none of the others does") {
    CHECK(world.derive("answers: {public-data: false, many-users: false}").levels("integrity") == Strings{"high"});
  }
}

TEST_CASE("an unanswered criterion keeps its level possible beside the one that surely holds", "[engine][classify]") {
  const auto derived = lattice().derive("answers: {holds-personal-data: false}");
  CHECK(derived.levels("confidentiality") == Strings{"high", "low"});
  CHECK(derived.open_questions("confidentiality") == Strings{"holds-trade-secrets"});
}

TEST_CASE("nothing is asked once every answer would give the same level", "[engine][classify]") {
  const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: integrity, levels: [low, high]}]
questions: [{id: billing}]
level-criteria:
  - property: integrity
    rules: [{id: i.billing, when: {billing: true}, then: high}, {id: i.always, then: high}]
)");
  const auto derived = world.derive("");
  CHECK(derived.levels("integrity") == Strings{"high"});
  CHECK(derived.open_questions("integrity").empty());
}

TEST_CASE("a type that leaves availability open yields every pattern still possible and the questions that decide",
          "[engine][classify]") {
  const auto derived = lattice().derive("type: groupware");
  CHECK(derived.patterns() == Strings{"1", "2", "3"});
  CHECK(derived.levels("availability") == Strings{"low", "mid", "high"});
  CHECK(derived.open_questions("availability") == Strings{"stop-costs-much", "stop-costs-some"});
  CHECK(derived.open_questions("confidentiality").empty());
}

TEST_CASE("the answers close what the type leaves open", "[engine][classify]") {
  CHECK(lattice().derive("type: groupware\nanswers: {stop-costs-much: true}").patterns() == Strings{"1"});
  CHECK(lattice().derive("type: groupware\nanswers: {stop-costs-much: false, stop-costs-some: false}").patterns() ==
        Strings{"3"});
}

TEST_CASE("an open level is open only among the levels that the type names", "[engine][classify]") {
  CHECK(lattice().derive("type: archive").patterns() == Strings{"5", "6"});
}

TEST_CASE("an answer that leaves one level decides, and nothing more is asked", "[engine][classify]") {
  // Without high the answer leaves low and mid to the criteria, and of these only mid was open in the type below.
  const World world(R"(
levels: [{id: low}, {id: mid}, {id: high}]
properties: [{id: availability, levels: [low, mid, high]}]
questions: [{id: q1}, {id: q2}]
level-criteria:
  - property: availability
    rules:
      - {id: a1, when: {q1: true}, then: low}
      - {id: a2, when: {q2: true}, then: mid}
      - {id: a3, then: low}
service-types:
  - {id: t, levels: {availability: {is: open, among: [mid, high]}}}
)");
  const auto derived = world.derive("type: t\nanswers: {q1: false}");
  CHECK(derived.levels("availability") == Strings{"mid"});
  CHECK(derived.open_questions("availability").empty());
}

TEST_CASE("levels given outright come before answers, answers before the type", "[engine][classify]") {
  CHECK(lattice().derive("type: payroll").patterns() == Strings{"3"});
  CHECK(lattice().derive("type: payroll\nanswers: {stop-costs-much: true}").patterns() == Strings{"1"});
  const auto derived = lattice().derive("type: payroll\nanswers: {stop-costs-much: true}\nlevels: {availability: mid}");
  CHECK(derived.patterns() == Strings{"2"});
  CHECK(derived.derivation.classifications[0].levels[1].origin == LevelOrigin::given);
}

TEST_CASE("a level taken from the type names the line of its table and the reason given there", "[engine][classify]") {
  const auto derived = lattice().derive("type: payroll");
  const auto& level = derived.derivation.classifications[0].levels[0];
  REQUIRE(level.origin == LevelOrigin::service_type);
  REQUIRE(level.grounds.size() == 1);
  REQUIRE(level.grounds[0].reason.has_value());
  CHECK(derived.catalog().reasons[*level.grounds[0].reason].code == "personal-data");
}

TEST_CASE("what nobody says of a service leaves all its patterns possible", "[engine][classify]") {
  CHECK(lattice().derive("").patterns() == Strings{"1", "2", "3", "4", "5", "6"});
}

TEST_CASE("a level stays open when no criterion is known to hold", "[engine][classify]") {
  const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: integrity, levels: [low, high]}]
patterns: [{id: strict, levels: {integrity: high}}, {id: lax, levels: {integrity: low}}]
questions: [{id: billing}]
level-criteria:
  - property: integrity
    rules: [{id: i.billing, when: {billing: true}, then: high}]
)");
  SECTION("an unanswered question is no answer") {
    const auto derived = world.derive("");
    CHECK(derived.patterns() == Strings{"strict", "lax"});
    CHECK(derived.open_questions("integrity") == Strings{"billing"});
  }
  SECTION("and a criterion that does not hold says nothing of the others") {
    CHECK(world.derive("answers: {billing: false}").patterns() == Strings{"strict", "lax"});
  }
  SECTION("one that holds decides") { CHECK(world.derive("answers: {billing: true}").patterns() == Strings{"strict"}); }
}

TEST_CASE("a criterion or a type's level below the wanted trust decides nothing", "[engine][classify]") {
  SECTION("a hidden criterion") {
    const std::string secrets = "answers: {holds-personal-data: false, holds-trade-secrets: true}";
    CHECK(lattice().derive(secrets).levels("confidentiality") == Strings{"high"});
    CHECK(lattice().derive(secrets, BasisKind::stated).levels("confidentiality") == Strings{"low"});
  }
  SECTION("a hidden level of the type is open again") {
    CHECK(lattice().derive("type: payroll").patterns() == Strings{"3"});
    CHECK(lattice().derive("type: payroll", BasisKind::judgement).patterns() == Strings{"1", "2", "3"});
  }
}

TEST_CASE("a pattern that is withdrawn is not possible any more", "[engine][classify]") {
  const auto view = lattice().view().without({lattice().fact("pattern 2")});
  CHECK(lattice().derive("type: groupware", view).patterns() == Strings{"1", "3"});
}

TEST_CASE("a pattern that says nothing of a property fits all its levels", "[engine][classify]") {
  const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: integrity, levels: [low, high]}, {id: availability, levels: [low, high]}]
patterns: [{id: any-integrity, levels: {availability: high}}, {id: lax, levels: {integrity: low, availability: low}}]
)");
  CHECK(world.derive("levels: {integrity: low, availability: high}").patterns() == Strings{"any-integrity"});
  CHECK(world.derive("levels: {integrity: low}").patterns() == Strings{"any-integrity", "lax"});
}

TEST_CASE("each service of a portfolio has a pattern of its own", "[engine][classify]") {
  const auto derived = lattice().derive("services: [{id: pay, type: payroll}, {id: store, type: archive}]");
  CHECK(derived.patterns(0) == Strings{"3"});
  CHECK(derived.patterns(1) == Strings{"5", "6"});
}

}  // namespace michibiki::testing
