#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

// Catalogues of other shapes than the study group's: they derive with the same code.

namespace michibiki::testing {

TEST_CASE("a catalogue without assets: the service itself is exposed to every threat", "[engine][foreign]") {
  const World world(R"(
properties: [{id: confidentiality}, {id: availability}]
threats:
  - {id: tactics, group: true}
  - {id: T1078, parent: tactics, title: Valid accounts, harms: [confidentiality]}
  - {id: T1499, parent: tactics, title: Endpoint denial of service, harms: [availability]}
  - {id: T1485, parent: tactics, title: Data destruction, harms: [availability, confidentiality]}
controls: [{id: AC-2}, {id: SC-5}]
measures: [{id: review-accounts}]
links:
  - {kind: counters, from: review-accounts, to: T1078}
  - {kind: mitigates, from: AC-2, to: T1078}
  - {kind: mitigates, from: SC-5, to: T1499}
)");
  const auto derived = world.derive("");
  CHECK(derived.exposures() == Strings{"-/- T1078 confidentiality", "-/- T1499 availability",
                                       "-/- T1485 confidentiality", "-/- T1485 availability"});
  CHECK(derived.covered() == Strings{"-/- T1078 confidentiality"});
  CHECK(derived.control_only() == Strings{"-/- T1499 availability"});
  CHECK(derived.uncovered() == Strings{"-/- T1485 confidentiality", "-/- T1485 availability"});
  CHECK(derived.unreached().empty());
  SECTION("also when it has components: there is still one implicit asset") {
    const World with_components("components: [{id: server}, {id: client}]\nthreats: [{id: T1078}]\n");
    CHECK(with_components.derive("instances: [server, client]").exposures() == Strings{"-/- T1078"});
  }
}

TEST_CASE("a catalogue without properties: there is one, without a name", "[engine][foreign]") {
  const World world(R"(
natures: [{id: people}, {id: premises}]
mechanisms: [{id: entering, acts-on: [{natures: [premises]}]}]
components: [{id: office, carries: [rooms, staff]}]
assets: [{id: rooms, natures: [premises]}, {id: staff, natures: [people]}]
threats: [{id: burglary, mechanisms: [entering]}, {id: influenza}]
measures: [{id: locks}]
links: [{id: l, kind: counters, from: locks, to: burglary, natures: [premises]}]
)");
  const auto derived = world.derive("instances: [office]");
  CHECK(derived.exposures() == Strings{"office/rooms burglary"});
  CHECK(derived.covered() == derived.exposures());
  CHECK(derived.unreached() == Strings{"influenza"});
  CHECK_FALSE(derived.derivation.analysis.exposures[0].property.has_value());
  CHECK(derived.derivation.classifications[0].levels.empty());
}

TEST_CASE("a catalogue without measures derives controls, and controls cover", "[engine][foreign]") {
  const World world(R"(
components: [{id: laptop, carries: [files]}]
assets: [{id: files}]
threats: [{id: theft}, {id: malware}, {id: fire}]
controls: [{id: AC, group: true}, {id: AC-19, parent: AC}, {id: SI-3}, {id: SC-28}]
links:
  - {id: a, kind: mitigates, from: [AC-19, SC-28], to: theft, join: any}
  - {kind: mitigates, from: SI-3, to: malware}
)");
  const auto derived = world.derive("instances: [laptop]");
  CHECK(derived.controls() == Strings{"AC-19", "SI-3", "SC-28"});
  CHECK(derived.measures().empty());
  CHECK(derived.covered() == Strings{"laptop/files theft", "laptop/files malware"});
  CHECK(derived.uncovered() == Strings{"laptop/files fire"});
  CHECK(derived.coverage_of("laptop/files theft").depth == 2);
  CHECK(derived.coverage_of("laptop/files malware").depth == 1);
  CHECK(derived.derivation.coverage.single_point == 1);
  CHECK(derived.derivation.grading.grades.empty());
  CHECK(derived.derivation.placements.empty());
}

TEST_CASE("a catalogue without patterns: no lattice, one value for all", "[engine][foreign]") {
  const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: availability, levels: [low, high]}]
units: [{id: d, dimension: duration, factor: 86400}]
threats: [{id: fire, harms: [availability]}]
measures:
  - {id: drill, indicators: [{key: interval, stricter: lower, value: 180 d}, {key: report, value: done *}]}
links: [{kind: counters, from: drill, to: fire}]
)");
  const auto derived = world.derive("levels: {availability: high}");
  CHECK(derived.patterns().empty());
  CHECK(derived.values() == Strings{"drill.interval [service] -: 180 d", "drill.report [service] -: done *"});
  SECTION("also of what several services share") {
    const auto both = world.derive("services: [{id: x, levels: {availability: high}}, {id: y}]");
    CHECK(both.values().size() == 4);
  }
}

TEST_CASE("asset, threat and vulnerability: exposures are triples, and some measures answer one vulnerability only",
          "[engine][foreign]") {
  const World world(R"(
components: [{id: shop, carries: [orders, catalogue]}]
assets: [{id: orders}, {id: catalogue}]
threats: [{id: injection}, {id: guessing}, {id: outage}]
vulnerabilities:
  - {id: unvalidated-input, assets: [orders, catalogue], threats: [injection]}
  - {id: verbose-errors, assets: [orders], threats: [injection, guessing]}
  - {id: no-lockout, assets: [orders], threats: [guessing]}
measures: [{id: validate}, {id: hide-errors}, {id: watch}]
links:
  - {id: v, kind: counters, from: validate, to: injection, vulnerabilities: [unvalidated-input]}
  - {id: h, kind: counters, from: hide-errors, to: [injection, guessing], vulnerabilities: [verbose-errors]}
  - {kind: counters, from: watch, to: guessing}
)");
  const auto derived = world.derive("instances: [shop]");
  CHECK(derived.exposures() ==
        Strings{"shop/orders injection unvalidated-input", "shop/orders injection verbose-errors",
                "shop/orders guessing verbose-errors", "shop/orders guessing no-lockout", "shop/orders outage",
                "shop/catalogue injection unvalidated-input", "shop/catalogue guessing", "shop/catalogue outage"});
  CHECK(derived.answers("shop/orders guessing verbose-errors") == Strings{"hide-errors", "watch"});
  CHECK(derived.answers("shop/orders guessing no-lockout") == Strings{"watch"});
  CHECK(derived.answers("shop/catalogue guessing") == Strings{"watch"});
  CHECK(derived.uncovered() == Strings{"shop/orders outage", "shop/catalogue outage"});
  SECTION("a vulnerability that is withdrawn leaves the threat itself") {
    const auto view = world.view().without({world.fact("vulnerability unvalidated-input")});
    CHECK(world.derive("instances: [shop]", view).uncovered() ==
          Strings{"shop/orders outage", "shop/catalogue injection", "shop/catalogue outage"});
  }
}

TEST_CASE("types in a deep tree: assets, natures and limits are inherited over five levels", "[engine][foreign]") {
  const World world(R"(
natures:
  - {id: n1}
  - {id: n2, parent: n1}
  - {id: n3, parent: n2}
  - {id: n4, parent: n3}
  - {id: n5, parent: n4}
mechanisms:
  - {id: m1, acts-on: [{natures: [n1]}]}
  - {id: m2, parent: m1}
  - {id: m3, parent: m2, spares: [{natures: [n4]}]}
  - {id: m4, parent: m3}
  - {id: m5, parent: m4, acts-on: [{natures: [n5]}]}
components:
  - {id: t1, carries: [a1]}
  - {id: t2, parent: t1}
  - {id: t3, parent: t2, carries: [a3]}
  - {id: t4, parent: t3}
  - {id: t5, parent: t4, carries: [a5]}
assets:
  - {id: a1, natures: [n1]}
  - {id: a2, parent: a1}
  - {id: a3, parent: a2}
  - {id: a4, natures: [n4]}
  - {id: a5, parent: a4, natures: [n5]}
threats:
  - {id: top, group: true, mechanisms: [m4]}
  - {id: middle, parent: top, group: true}
  - {id: leaf, parent: middle}
  - {id: sharp, parent: middle, mechanisms: [m5]}
measures: [{id: g}]
links: [{id: l, kind: counters, from: g, to: top, components: [t2], natures: [n1], assets: [a1]}]
)");
  SECTION("the deepest type carries what its ancestors carry") {
    CHECK(world.derive("instances: [t5]").assets() == Strings{"t5/a1", "t5/a3", "t5/a5"});
    CHECK(world.derive("instances: [t4]").assets() == Strings{"t4/a1", "t4/a3"});
    CHECK(world.derive("instances: [t2]").assets() == Strings{"t2/a1"});
  }
  SECTION("an asset has the natures of its ancestors, a threat their mechanisms; the nearest statement decides") {
    // a5 is n5 and, by its parent, n4: m4 spares n4 (from m3), and n5 under it; m5 acts on n5 itself.
    CHECK(world.derive("instances: [t5]").exposures() ==
          Strings{"t5/a1 leaf", "t5/a1 sharp", "t5/a3 leaf", "t5/a3 sharp", "t5/a5 sharp"});
  }
  SECTION("a limit by an ancestor holds for all below it") {
    CHECK(world.derive("instances: [t5]").covered() ==
          Strings{"t5/a1 leaf", "t5/a1 sharp", "t5/a3 leaf", "t5/a3 sharp"});
    CHECK(world.derive("instances: [t1]").covered().empty());
  }
}

TEST_CASE("a control limited to one component type is one control there and nothing elsewhere", "[engine][foreign]") {
  const World world(R"(
components:
  - {id: plc, carries: [logic]}
  - {id: safety-plc, parent: plc}
  - {id: historian, carries: [logic]}
assets: [{id: logic}]
threats: [{id: tampering}]
controls: [{id: SR-3.4}, {id: CR-3.14}]
links:
  - {id: sr, kind: mitigates, from: SR-3.4, to: tampering}
  - {id: cr, kind: mitigates, from: CR-3.14, to: tampering, components: [plc]}
)");
  const auto derived = world.derive("instances: [plc, safety-plc, historian]");
  CHECK(derived.control_answers("plc/logic tampering") == Strings{"SR-3.4", "CR-3.14"});
  CHECK(derived.control_answers("safety-plc/logic tampering") == Strings{"SR-3.4", "CR-3.14"});
  CHECK(derived.control_answers("historian/logic tampering") == Strings{"SR-3.4"});
  CHECK(world.derive("instances: [historian]").controls() == Strings{"SR-3.4"});
}

TEST_CASE("two standards at once: controls of both, in the order of their catalogues", "[engine][foreign]") {
  const auto threats = catalog_text("threats: [{id: theft}, {id: fire}, {id: fraud}]\n", "threats");
  const auto iso = catalog_text(R"(
standards: [{id: iso}]
controls: [{id: A.9.1.1, standard: iso}, {id: A.9.1.4, standard: iso}]
links:
  - {id: iso/theft, kind: mitigates, from: A.9.1.1, to: theft, basis: {judgement: ours}}
  - {id: iso/fire, kind: mitigates, from: A.9.1.4, to: fire, basis: {judgement: ours}}
)",
                                "iso", "threats");
  const auto nist = catalog_text(R"(
standards: [{id: nist}]
controls: [{id: PE-3, standard: nist}, {id: PE-13, standard: nist}]
links:
  - {id: nist/theft, kind: mitigates, from: PE-3, to: theft}
  - {id: nist/same, kind: maps, from: PE-13, to: A.9.1.4, relation: subset}
)",
                                 "nist", "iso");
  const World world({threats, iso, nist});
  const auto derived = world.derive("");
  CHECK(derived.controls() == Strings{"A.9.1.1", "A.9.1.4", "PE-3"});
  CHECK(derived.control_answers("-/- theft") == Strings{"A.9.1.1", "PE-3"});
  CHECK(derived.uncovered() == Strings{"-/- fraud"});
  SECTION("what maps between standards mitigates nothing by itself") {
    CHECK(derived.control_answers("-/- fire") == Strings{"A.9.1.4"});
  }
  SECTION("trust tells them apart") { CHECK(world.derive("", BasisKind::stated).controls() == Strings{"PE-3"}); }
  SECTION("in whatever order their catalogues are given, those depended on come first") {
    CHECK(World({nist, iso, threats}).derive("").controls() == derived.controls());
  }
}

TEST_CASE("threats with direct `exposes` links: no mechanism is needed, and none is assumed", "[engine][foreign]") {
  const World world(R"(
components: [{id: car, carries: [brakes, radio]}]
assets: [{id: brakes}, {id: radio}]
threats: [{id: spoofing}, {id: jamming}, {id: rust}]
measures: [{id: authenticate}]
links:
  - {id: e1, kind: exposes, from: spoofing, to: [brakes, radio]}
  - {kind: exposes, from: jamming, to: radio}
  - {id: c, kind: counters, from: authenticate, to: spoofing, assets: [brakes]}
)");
  const auto derived = world.derive("instances: [car]");
  CHECK(derived.exposures() == Strings{"car/brakes spoofing", "car/radio spoofing", "car/radio jamming"});
  CHECK(derived.covered() == Strings{"car/brakes spoofing"});
  CHECK(derived.unreached() == Strings{"rust"});
}

TEST_CASE("no natures and no mechanisms at all: every asset is exposed to every threat", "[engine][foreign]") {
  const World world(R"(
properties: [{id: integrity}, {id: availability}]
components: [{id: clinic, carries: [records, devices]}]
assets: [{id: records}, {id: devices}]
threats: [{id: mistake, harms: [integrity]}, {id: outage, harms: [availability]}]
)");
  CHECK(world.derive("instances: [clinic]").exposures() ==
        Strings{"clinic/records mistake integrity", "clinic/records outage availability",
                "clinic/devices mistake integrity", "clinic/devices outage availability"});
}

TEST_CASE("a catalogue of threats alone tells what threatens and that nothing answers", "[engine][foreign]") {
  const World world("threats: [{id: fire}, {id: flood}]\n");
  const auto derived = world.derive("");
  CHECK(derived.uncovered() == Strings{"-/- fire", "-/- flood"});
  CHECK(derived.derivation.coverage.open == 2);
}

TEST_CASE("a catalogue without threats has nothing to answer", "[engine][foreign]") {
  const World world("components: [{id: c, carries: [a]}]\nassets: [{id: a}]\n");
  const auto derived = world.derive("instances: [c]");
  CHECK(derived.assets() == Strings{"c/a"});
  CHECK(derived.exposures().empty());
  CHECK(derived.unreached().empty());
}

}  // namespace michibiki::testing
