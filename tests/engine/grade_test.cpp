#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// The lattice of 図表22 and the management terminal of 図表38, whose virus patterns are updated at intervals (a), whose patches are
/// begun in time (b).
std::string terminals(const std::string& indicators, const std::string& more = "") {
  return R"(
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
service-types: [{id: groupware, levels: {confidentiality: low, availability: open}}]
units:
  - {id: h, dimension: duration, factor: 3600}
  - {id: d, dimension: duration, factor: 86400}
  - {id: times, dimension: count, factor: 1}
scales: [{id: authentication, choices: [{id: password}, {id: ic-card}, {id: biometrics}]}]
components: [{id: terminal, carries: [terminal]}, {id: printer, carries: [printer]}]
assets: [{id: terminal}, {id: printer}]
threats: [{id: virus, harms: [availability]}]
measures: [{id: check, indicators: [)" +
         indicators + R"(]}]
links: [{id: l, kind: counters, from: check, to: virus, assets: [terminal]}]
)" + more;
}

const std::string updates =
    "{key: a, stricter: lower, values: {1: within 24 h *, 2: within 24 h *, 3: within 3 d *, 4: within 24 h *, "
    "5: within 3 d *, 6: within 3 d *}}";
const std::string patches =
    "{key: b, stricter: lower, values: {1: within 24 h *, 2: within 24 h *, 3: within 24 h *, 4: within 3 d *, "
    "5: within 3 d *, 6: within 3 d *}}";

/// A service of one pattern with its own terminal; a portfolio of two that share one.
std::string levels(const std::string& pattern) {
  const std::string confidentiality = pattern < "4" ? "high" : "low";
  const auto position = (pattern[0] - '1') % 3;
  return "levels: {confidentiality: " + confidentiality + ", availability: " +
         (position == 0   ? "high"
          : position == 1 ? "mid"
                          : "low") +
         "}";
}
std::string alone(const std::string& pattern) { return levels(pattern) + "\ninstances: [terminal]\n"; }
std::string shared(const std::string& one, const std::string& other) {
  return "shared: [terminal]\nservices:\n  - {id: x, uses: [terminal], " + levels(one) +
         "}\n  - {id: y, uses: [terminal], " + levels(other) + "}\n";
}

}  // namespace

TEST_CASE("a measure takes the reference value of the service's pattern", "[engine][grade]") {
  const World world(terminals(updates + ", " + patches));
  CHECK(world.derive(alone("1")).values() ==
        Strings{"check.a [service] 1: within 24 h *", "check.b [service] 1: within 24 h *"});
  CHECK(world.derive(alone("3")).values() ==
        Strings{"check.a [service] 3: within 3 d *", "check.b [service] 3: within 24 h *"});
  CHECK(world.derive(alone("4")).values() ==
        Strings{"check.a [service] 4: within 24 h *", "check.b [service] 4: within 3 d *"});
}

TEST_CASE("patterns 3 and 5 share an asset: 3 days, not the 24 hours of their join", "[engine][grade]") {
  // 3.3.5 with 図表38 a. Their join, pattern 2, would say 24 hours, which neither service needs.
  const World world(terminals(updates));
  const auto derived = world.derive(shared("3", "5"));
  REQUIRE(derived.patterns(0) == Strings{"3"});
  REQUIRE(derived.patterns(1) == Strings{"5"});
  CHECK(derived.values() == Strings{"check.a [x, y] 3: within 3 d *"});
  CHECK(derived.derivation.grading.grades[0].compared.size() == 2);
  SECTION("what pattern 2 publishes is 24 hours") {
    CHECK(world.derive(alone("2")).values() == Strings{"check.a [service] 2: within 24 h *"});
  }
}

TEST_CASE("what services of several patterns share takes the strictest value published for them", "[engine][grade]") {
  const World world(terminals(updates + ", " + patches));
  CHECK(world.derive(shared("4", "3")).values() ==
        Strings{"check.a [x, y] 4: within 24 h *", "check.b [x, y] 3: within 24 h *"});
  CHECK(world.derive(shared("6", "5")).values() ==
        Strings{"check.a [x, y] 5: within 3 d *", "check.b [x, y] 5: within 3 d *"});
}

TEST_CASE("only what is shared is graded by the others' patterns", "[engine][grade]") {
  const World world(terminals(updates));
  const auto derived = world.derive(R"(
shared: [{id: common, type: terminal}]
services:
  - {id: x, uses: [common], levels: {confidentiality: high, availability: high}}
  - {id: y, uses: [common], instances: [{id: own, type: terminal}], levels: {confidentiality: low, availability: low}}
)");
  CHECK(derived.values() == Strings{"check.a [x, y] 1: within 24 h *", "check.a [y] 6: within 3 d *"});
  CHECK(derived.derivation.grading.grades[1].components == std::vector<std::size_t>{1});
}

TEST_CASE("a measure is graded for the services whose components it protects", "[engine][grade]") {
  const World world(terminals(updates));
  const auto derived = world.derive(R"(
services:
  - {id: x, instances: [{id: p, type: printer}], levels: {confidentiality: high, availability: high}}
  - {id: y, instances: [{id: t, type: terminal}], levels: {confidentiality: low, availability: low}}
)");
  CHECK(derived.values() == Strings{"check.a [y] 6: within 3 d *"});
}

TEST_CASE("an open pattern gives a value for each pattern still possible", "[engine][grade]") {
  const World world(terminals(updates));
  const auto derived = world.derive("type: groupware\ninstances: [terminal]");
  CHECK(derived.values() == Strings{"check.a [service] 4: within 24 h *", "check.a [service] 5: within 3 d *",
                                    "check.a [service] 6: within 3 d *"});
  for (const auto& grade : derived.derivation.grading.grades) CHECK(grade.alternative);
  CHECK_FALSE(world.derive(alone("4")).derivation.grading.grades[0].alternative);
}

TEST_CASE("while a service is open, what it shares has every value that may turn out to be the strictest",
          "[engine][grade]") {
  const World world(terminals(updates + ", " + patches));
  const auto with_groupware = [&](const std::string& other) {
    return world.derive("shared: [terminal]\nservices:\n  - {id: x, uses: [terminal], type: groupware}\n" +
                        ("  - {id: y, uses: [terminal], " + levels(other) + "}\n"));
  };
  // Groupware is of pattern 4, 5 or 6.
  const auto lax = with_groupware("6");
  CHECK(lax.values() ==
        Strings{"check.a [x, y] 4: within 24 h *", "check.a [x, y] 5: within 3 d *", "check.b [x, y] 4: within 3 d *"});
  CHECK(lax.derivation.grading.grades[0].alternative);
  CHECK(lax.derivation.grading.grades[1].alternative);
  CHECK_FALSE(lax.derivation.grading.grades[2].alternative);
  // Pattern 1 asks for 24 hours already, whatever the other turns out to be.
  const auto strict = with_groupware("1");
  CHECK(strict.values() == Strings{"check.a [x, y] 1: within 24 h *", "check.b [x, y] 1: within 24 h *"});
  CHECK_FALSE(strict.derivation.grading.grades[0].alternative);
}

TEST_CASE("what is published decides which of the shared values is the strictest", "[engine][grade]") {
  struct Row {
    std::string what;
    std::string indicator;  // of patterns 1 and 6
    std::string strictest;
  };
  const std::vector<Row> rows{
      {"any value is stricter than the provider's choice", "stricter: lower, values: {1: '-', 6: 5 d}", "6: 5 d"},
      {"a starred value is stricter than an equal guide value", "stricter: lower, values: {1: 3 d, 6: within 3 d *}",
       "6: within 3 d *"},
      {"units of one dimension compare", "stricter: lower, values: {1: 3 d, 6: 71 h}", "6: 71 h"},
      {"more is stricter where the indicator says so", "stricter: higher, values: {1: 2 times, 6: 5 times}",
       "6: 5 times"},
      {"rates compare as frequencies", "stricter: higher, values: {1: 1 times per 2 d, 6: 1 times per 1 d}",
       "6: 1 times per 1 d"},
      {"choices compare by their scale", "scale: authentication, values: {1: password, 6: biometrics}",
       "6: biometrics"},
      {"of equal values the first pattern's is taken", "stricter: lower, values: {1: 3 d, 6: 72 h}", "1: 3 d"},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    const World world(terminals("{key: a, " + row.indicator + "}"));
    CHECK(world.derive(shared("1", "6")).values() == Strings{"check.a [x, y] " + row.strictest});
    CHECK(world.derive(shared("6", "1")).values() == Strings{"check.a [x, y] " + row.strictest});
  }
}

TEST_CASE("the strictest of several numbers is as firm as the word on which is stricter", "[engine][grade]") {
  const auto basis_of_shared = [](const std::string& values) {
    const World world(terminals("{key: a, stricter: {is: lower, basis: unverified}, values: " + values + "}"));
    const auto derived = world.derive(shared("1", "6"));
    return basis_of(world.catalog(), derived.derivation.grading.grades.at(0));
  };
  CHECK(basis_of_shared("{1: 1 d, 6: 3 d}") == BasisKind::unverified);
  CHECK(basis_of_shared("{1: 3 d, 6: 1 d}") == BasisKind::unverified);
  // Equal numbers, a star, and the provider's choice need no direction.
  CHECK(basis_of_shared("{1: 3 d, 6: 72 h}") == BasisKind::stated);
  CHECK(basis_of_shared("{1: 3 d, 6: within 3 d *}") == BasisKind::stated);
  CHECK(basis_of_shared("{1: '-', 6: 3 d}") == BasisKind::stated);
}

TEST_CASE("a value is no firmer than that the measure has the indicator", "[engine][grade]") {
  const World world(terminals("{key: a, basis: unverified, values: {1: {is: 1 d, basis: {stated: report}}}}"));
  const auto shown = world.derive(alone("1"));
  CHECK(shown.values() == Strings{"check.a [service] 1: 1 d"});
  CHECK(basis_of(world.catalog(), shown.derivation.grading.grades.at(0)) == BasisKind::unverified);
  const auto hidden = world.derive(alone("1"), BasisKind::judgement);
  CHECK(hidden.values() == Strings{"check.a [service] 1: unknown"});
}

TEST_CASE("an unknown value among those compared may hide a stricter one", "[engine][grade]") {
  const World world(terminals("{key: a, stricter: lower, values: {1: unknown, 5: unknown, 6: within 3 d *}}"));
  const auto some = world.derive(shared("1", "6"));
  CHECK(some.values() == Strings{"check.a [x, y] 6: within 3 d *"});
  CHECK(some.derivation.grading.grades[0].incomplete);
  const auto none = world.derive(shared("1", "5"));
  CHECK(none.values() == Strings{"check.a [x, y] -: unknown"});
  CHECK(none.derivation.grading.grades[0].incomplete);
}

TEST_CASE("a value that no source gives is unknown, not the provider's choice", "[engine][grade]") {
  const World world(terminals("{key: a, stricter: lower, values: {1: '-', 2: unknown}}"));
  CHECK(world.derive(alone("1")).values() == Strings{"check.a [service] 1: -"});
  CHECK(world.derive(alone("2")).values() == Strings{"check.a [service] 2: unknown"});
  CHECK(world.derive(alone("3")).values() == Strings{"check.a [service] 3: unknown"});
}

TEST_CASE("trust masks facts and turns hidden values into unknown, which is not `-`", "[engine][grade]") {
  const World world(terminals(
      "{key: a, stricter: lower, values: {1: {is: within 24 h *, basis: unverified}, 6: {is: '-', basis: unverified}}}"));
  CHECK(world.derive(alone("1")).values() == Strings{"check.a [service] 1: within 24 h *"});
  for (const auto* pattern : {"1", "6"}) {
    const auto derived = world.derive(alone(pattern), BasisKind::judgement);
    CHECK(derived.measures() == Strings{"check"});
    CHECK(derived.values() == Strings{"check.a [service] " + std::string(pattern) + ": unknown"});
    CHECK(derived.derivation.grading.grades[0].fact.has_value());
    CHECK(derived.derivation.grading.grades[0].withheld);
  }
  // So it is where several values are compared and all are hidden; who hides that nobody knows a value hides none.
  CHECK(world.derive(shared("1", "6"), BasisKind::judgement).derivation.grading.grades[0].withheld);
  const World nobody_knows(terminals("{key: a, values: {1: {is: unknown, basis: unverified}}}"));
  CHECK_FALSE(nobody_knows.derive(alone("1"), BasisKind::judgement).derivation.grading.grades[0].withheld);
}

TEST_CASE("a class below the wanted trust does not take its measure away", "[engine][grade]") {
  const World world(
      terminals(updates + "], class: {is: basic, basis: unverified}, tags: [", "classes: [{id: basic}]\n"));
  const auto derived = world.derive(alone("1"), BasisKind::stated);
  CHECK(derived.measures() == Strings{"check"});
  CHECK_FALSE(derived.view.holds(derived.catalog().measures[MeasureId{0}].measure_class->fact));
}

TEST_CASE("patterns select values, and no measures that are not limited to them", "[engine][grade]") {
  const World world(terminals("{key: a, stricter: lower, values: {1: within 24 h *, 6: '-'}}"));
  for (const auto* pattern : {"1", "2", "3", "4", "5", "6"}) {
    const auto derived = world.derive(alone(pattern));
    CHECK(derived.measures() == Strings{"check"});
    CHECK(derived.covered() == Strings{"terminal/terminal virus availability"});
  }
}

TEST_CASE("a measure that follows from stakeholders is graded for each service as a whole", "[engine][grade]") {
  const World world([&] {
    auto text = terminals(updates, "stakeholders: [{id: staff, always: true}]\n");
    const std::string old = "{id: l, kind: counters, from: check, to: virus, assets: [terminal]}";
    return text.replace(text.find(old), old.size(), "{kind: involves, from: staff, to: check}");
  }());
  const auto derived = world.derive(shared("1", "6"));
  CHECK(derived.values() == Strings{"check.a [x] 1: within 24 h *", "check.a [y] 6: within 3 d *"});
  CHECK(derived.derivation.grading.grades[0].components.empty());
}

TEST_CASE("a measure is graded for the services whose stakeholders it involves, and no others", "[engine][grade]") {
  const std::string countering = "{id: l, kind: counters, from: check, to: virus, assets: [terminal]}";
  const std::string involving = "{kind: involves, from: partner, to: check}";
  const auto world = [&](const std::string& links) {
    auto text = terminals(updates, "stakeholders: [{id: partner}]\n");
    return World(text.replace(text.find(countering), countering.size(), links));
  };
  const auto services = [](const std::string& of_y) {
    return "services:\n  - {id: x, instances: [terminal], " + levels("1") +
           "}\n  - {id: y, instances: [{id: own, type: " + of_y + ", operator: partner}], " + levels("6") + "}\n";
  };
  CHECK(world(involving).derive(services("terminal")).values() == Strings{"check.a [y] 6: within 3 d *"});
  SECTION("beside a service whose components it protects") {
    const auto derived = world(countering + ", " + involving).derive(services("printer"));
    CHECK(derived.values() == Strings{"check.a [x] 1: within 24 h *", "check.a [y] 6: within 3 d *"});
    CHECK(derived.derivation.grading.grades[1].components.empty());
  }
  SECTION("once for a service where it does both") {
    CHECK(world(countering + ", " + involving).derive(services("terminal")).values() ==
          Strings{"check.a [x] 1: within 24 h *", "check.a [y] 6: within 3 d *"});
  }
}

TEST_CASE("a catalogue without patterns has one value for all services", "[engine][grade]") {
  const World world(R"(
units: [{id: d, dimension: duration, factor: 86400}]
components: [{id: terminal, carries: [terminal]}]
assets: [{id: terminal}]
threats: [{id: virus}]
measures: [{id: check, indicators: [{key: a, stricter: lower, value: 3 d}]}]
links: [{kind: counters, from: check, to: virus}]
)");
  CHECK(world.derive("instances: [terminal]").values() == Strings{"check.a [service] -: 3 d"});
}

TEST_CASE("what drives a value are the properties whose exposures the measure counters", "[engine][grade]") {
  const World world(R"(
properties: [{id: confidentiality}, {id: integrity}, {id: availability}]
components: [{id: terminal, carries: [terminal]}]
assets: [{id: terminal}]
threats: [{id: virus, harms: [availability, integrity, confidentiality]}, {id: theft, harms: [confidentiality]}]
measures: [{id: check}, {id: lock}, {id: policy}]
stakeholders: [{id: staff, always: true}]
links:
  - {id: c, kind: counters, from: check, to: virus, properties: [integrity, availability]}
  - {kind: counters, from: lock, to: theft}
  - {kind: involves, from: staff, to: policy}
)");
  const auto derived = world.derive("instances: [terminal]");
  const auto driving = [&](std::size_t i) {
    Strings codes;
    for (const auto id : driving_properties(derived.derivation.analysis, derived.derivation.selection.measures[i])) {
      codes.push_back(derived.catalog().properties[id].code);
    }
    return codes;
  };
  CHECK(driving(0) == Strings{"integrity", "availability"});
  CHECK(driving(1) == Strings{"confidentiality"});
  CHECK(driving(2).empty());
}

namespace {

/// One service of pattern A shares a component with another of B or C; C is no more than judged.
const std::string judged_pattern = R"(
levels: [{id: low}, {id: mid}, {id: high}]
properties: [{id: secrecy, levels: [low, mid, high]}]
patterns:
  - {id: A, levels: {secrecy: low}}
  - {id: B, levels: {secrecy: mid}}
  - {id: C, levels: {secrecy: high}, basis: {judgement: ours}}
service-types: [{id: open, levels: {secrecy: {is: open, among: [mid, high]}}}]
units: [{id: h, dimension: duration, factor: 1}]
components: [{id: terminal, carries: [terminal]}]
assets: [{id: terminal}]
threats: [{id: virus, harms: [secrecy]}]
measures: [{id: check, indicators: [{key: a, stricter: lower, values: {A: 24 h, B: 1 h, C: 48 h}}]}]
links: [{kind: counters, from: check, to: virus}]
)";

}  // namespace

TEST_CASE("a hidden pattern takes none of the values away that what is shared may need", "[engine][grade]") {
  const World world(judged_pattern);
  const std::string service =
      "shared: [terminal]\nservices:\n  - {id: x, uses: [terminal], levels: {secrecy: low}}\n"
      "  - {id: y, uses: [terminal], type: open}\n";
  const Strings either{"check.a [x, y] A: 24 h", "check.a [x, y] B: 1 h"};
  for (const auto trust : {BasisKind::unverified, BasisKind::stated}) {
    const auto derived = world.derive(service, trust);
    CHECK(derived.values() == either);
    for (const auto& grade : derived.derivation.grading.grades) {
      CHECK(grade.alternative);
      CHECK(grade.incomplete == (trust == BasisKind::stated));
    }
  }
  SECTION("one that nothing shown can outdo is still one of several") {
    const World lax([] {
      auto text = judged_pattern;
      return text.replace(text.find("B: 1 h"), 6, "B: 30 h");
    }());
    const auto derived = lax.derive(service, BasisKind::stated);
    CHECK(derived.values() == Strings{"check.a [x, y] A: 24 h"});
    CHECK(derived.derivation.grading.grades[0].alternative);
    CHECK(derived.derivation.grading.grades[0].incomplete);
  }
}

TEST_CASE("a value beside a hidden pattern is one of several, and another may be asked for", "[engine][grade]") {
  const World world(judged_pattern);
  const auto derived = world.derive("type: open\ninstances: [terminal]", BasisKind::stated);
  CHECK(derived.values() == Strings{"check.a [service] B: 1 h"});
  CHECK(derived.derivation.grading.grades[0].alternative);
  CHECK(derived.derivation.grading.grades[0].incomplete);
  for (const auto& grade : world.derive("type: open\ninstances: [terminal]").derivation.grading.grades)
    CHECK_FALSE(grade.incomplete);
}

}  // namespace michibiki::testing
