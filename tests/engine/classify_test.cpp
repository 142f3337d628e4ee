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

TEST_CASE("a criterion or a type's level below the wanted trust decides nothing, nor does its absence",
          "[engine][classify]") {
  const std::string secrets = "answers: {holds-personal-data: false, holds-trade-secrets: ";
  SECTION("a hidden criterion that would hold keeps its level possible") {
    CHECK(lattice().derive(secrets + "true}").levels("confidentiality") == Strings{"high"});
    const auto derived = lattice().derive(secrets + "true}", BasisKind::stated);
    CHECK(derived.levels("confidentiality") == Strings{"high", "low"});
    CHECK(derived.open_questions("confidentiality").empty());
    const auto& level = derived.derivation.classifications[0].levels[0];
    REQUIRE(level.withheld.size() == 1);
    CHECK(derived.catalog().fact(level.withheld[0]).basis.kind == BasisKind::unverified);
  }
  SECTION("and one that surely does not hold is nothing to wait for") {
    const auto derived = lattice().derive(secrets + "false}", BasisKind::stated);
    CHECK(derived.levels("confidentiality") == Strings{"low"});
    CHECK(derived.derivation.classifications[0].levels[0].withheld.empty());
  }
  SECTION("a criterion that a hypothesis takes away is not there at all") {
    const auto fact = lattice().catalog().level_criteria[0].rules[1].fact;
    for (const auto trust : {BasisKind::unverified, BasisKind::stated}) {
      CHECK(lattice().derive(secrets + "true}", lattice().view(trust).without({fact})).levels("confidentiality") ==
            Strings{"low"});
    }
  }
  SECTION("the type does not close what a hidden criterion and the answers leave open") {
    CHECK(lattice().derive("type: archive\n" + secrets + "true}", BasisKind::stated).levels("confidentiality") ==
          Strings{"high", "low"});
  }
  SECTION("a hidden level of the type is open again") {
    CHECK(lattice().derive("type: payroll").patterns() == Strings{"3"});
    CHECK(lattice().derive("type: payroll", BasisKind::judgement).patterns() == Strings{"1", "2", "3"});
  }
}

TEST_CASE("a level that the answers rule out is not required, whatever is usual for services of the type",
          "[engine][classify]") {
  // The table of types (図表23) judges the typical service of a kind; the criteria are about this one.
  const World world(R"(
levels: [{id: low}, {id: mid}, {id: high}]
properties: [{id: availability, levels: [low, mid, high]}]
patterns: [{id: 1, levels: {availability: high}}, {id: 2, levels: {availability: mid}}, {id: 3, levels: {availability: low}}]
questions: [{id: total-loss}, {id: partial-loss}]
level-criteria:
  - property: availability
    rules:
      - {id: a.total, when: {total-loss: true}, then: high}
      - {id: a.partial, when: {partial-loss: true}, then: mid}
      - {id: a.otherwise, then: low}
reasons: [{id: little-lost}]
service-types:
  - {id: relaxed, levels: {availability: {is: low, reason: little-lost}}}
  - {id: middling, levels: {availability: mid}}
)");
  SECTION("the answers' levels stay possible, and the type's is told beside them") {
    const auto derived = world.derive("type: relaxed\nanswers: {partial-loss: true}");
    CHECK(derived.levels("availability") == Strings{"high", "mid"});
    CHECK(derived.open_questions("availability") == Strings{"total-loss"});
    CHECK(derived.patterns() == Strings{"1", "2"});
    const auto& level = derived.derivation.classifications[0].levels[0];
    CHECK(level.origin == LevelOrigin::answers);
    REQUIRE(level.overruled.size() == 1);
    CHECK(level.overruled[0].reason == ReasonId{0});
  }
  SECTION("a level that they leave possible is the type's to settle") {
    const auto derived = world.derive("type: middling\nanswers: {partial-loss: true}");
    CHECK(derived.levels("availability") == Strings{"mid"});
    CHECK(derived.derivation.classifications[0].levels[0].overruled.empty());
  }
  SECTION("answers that decide overrule the type too") {
    const auto derived = world.derive("type: relaxed\nanswers: {total-loss: true}");
    CHECK(derived.levels("availability") == Strings{"high"});
    CHECK(derived.derivation.classifications[0].levels[0].overruled.size() == 1);
  }
}

TEST_CASE("levels that no pattern has are outside the lattice", "[engine][classify]") {
  const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: integrity, levels: [low, high]}]
patterns: [{id: strict, levels: {integrity: high}}]
questions: [{id: billing}]
level-criteria:
  - {property: integrity, rules: [{when: {billing: true}, then: high}, {then: low}]}
)");
  const auto outside = [&](const std::string& service, const View& view) {
    return world.derive(service, view).derivation.classifications[0].outside_lattice;
  };
  CHECK(outside("answers: {billing: false}", world.view()));
  CHECK_FALSE(outside("answers: {billing: true}", world.view()));
  CHECK_FALSE(outside("", world.view()));
  SECTION("but not where one that trust hides has them") {
    const World judged(R"(
levels: [{id: low}, {id: high}]
properties: [{id: integrity, levels: [low, high]}]
patterns: [{id: strict, levels: {integrity: high}}, {id: lax, levels: {integrity: low}, basis: unverified}]
)");
    const auto derived = judged.derive("levels: {integrity: low}", BasisKind::stated);
    CHECK(derived.derivation.classifications[0].withheld.size() == 1);
    CHECK_FALSE(derived.derivation.classifications[0].outside_lattice);
  }
  SECTION("where there are no patterns there is no lattice") {
    CHECK_FALSE(outside("answers: {billing: false}", world.view().without({world.fact("pattern strict")})));
  }
}

TEST_CASE("a heading of patterns or properties is none", "[engine][classify]") {
  const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: dependability, group: true, levels: [low, high]}, {id: integrity, parent: dependability, levels: [low, high]}]
patterns: [{id: all, group: true}, {id: strict, parent: all, levels: {integrity: high}}]
)");
  const auto derived = world.derive("");
  CHECK(derived.patterns() == Strings{"strict"});
  REQUIRE(derived.derivation.classifications[0].levels.size() == 1);
  CHECK(derived.levels("integrity") == Strings{"low", "high"});
}

TEST_CASE("a rule whose level or question is withdrawn gives no level", "[engine][classify]") {
  const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: integrity, levels: [low, high]}]
questions: [{id: billing}]
level-criteria:
  - {property: integrity, rules: [{when: {billing: true}, then: high}, {then: low}]}
)");
  for (const auto* fact : {"level high", "question billing"}) {
    CHECK(world.derive("answers: {billing: true}", world.view().without({world.fact(fact)})).levels("integrity") ==
          Strings{"low"});
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

TEST_CASE("a pattern that trust hides, and that may fit, keeps the others from being the one", "[engine][classify]") {
  const World world(R"(
levels: [{id: low}, {id: mid}, {id: high}]
properties: [{id: availability, levels: [low, mid, high]}]
patterns:
  - {id: 1, levels: {availability: high}, basis: unverified}
  - {id: 2, levels: {availability: mid}}
  - {id: 3, levels: {availability: low}, basis: unverified}
threats: [{id: theft, harms: [availability]}]
measures: [{id: lock, indicators: [{key: a, values: {2: done}}]}]
links: [{kind: counters, from: lock, to: theft}]
)");
  const auto open = world.derive("", BasisKind::stated);
  const auto& classification = open.derivation.classifications.at(0);
  CHECK(open.patterns() == Strings{"2"});
  CHECK(classification.withheld == std::vector{PatternId{0}, PatternId{2}});
  CHECK_FALSE(classification.decided());
  CHECK(open.derivation.grading.grades.at(0).alternative);
  // Where it does not fit, it does not matter.
  const auto decided = world.derive("levels: {availability: mid}", BasisKind::stated);
  CHECK(decided.derivation.classifications.at(0).decided());
  CHECK_FALSE(decided.derivation.grading.grades.at(0).alternative);
}

TEST_CASE("each service of a portfolio has a pattern of its own", "[engine][classify]") {
  const auto derived = lattice().derive("services: [{id: pay, type: payroll}, {id: store, type: archive}]");
  CHECK(derived.patterns(0) == Strings{"3"});
  CHECK(derived.patterns(1) == Strings{"5", "6"});
}

}  // namespace michibiki::testing
