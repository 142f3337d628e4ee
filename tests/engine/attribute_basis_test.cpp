// Attributes that have a basis of their own: what trust hides of them, nothing follows from.

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

using namespace michibiki;
using namespace michibiki::testing;

TEST_CASE("who is only judged to be part of every service is not part of it when judgements do not count",
          "[engine][basis]") {
  const World world(R"(
components: [{id: server}]
threats: [{id: theft}]
stakeholders:
  - {id: management, always: true}
  - {id: employees, always: {is: true, basis: {judgement: {ja: 誰かが働く, en: somebody works there}}}}
)");
  CHECK(world.derive("instances: [server]").stakeholders() == Strings{"management", "employees"});
  CHECK(world.derive("instances: [server]", BasisKind::stated).stakeholders() == Strings{"management"});
}

TEST_CASE("an exclusion leaves out what it names as firmly as is wanted", "[engine][basis]") {
  const World world(R"(
components: [{id: server}, {id: phone}, {id: tablet}]
threats: [{id: theft}]
stakeholders: [{id: user}]
exclusions:
  - {id: theirs, components: [phone, {is: tablet, basis: unverified}], operators: [{is: user, basis: unverified}]}
)");
  const auto service = "instances: [phone, tablet, {id: home, type: server, operator: user}]";
  CHECK(world.derive(service).components().empty());
  CHECK(world.derive(service, BasisKind::stated).out_of_scope() == Strings{"phone: theirs"});
}

TEST_CASE("a pattern whose level is not believed may be of any level", "[engine][basis]") {
  const World world(R"(
properties: [{id: secrecy, levels: [low, high]}]
levels: [{id: low}, {id: high}]
patterns: [{id: 1, levels: {secrecy: {is: high, basis: unverified}}}, {id: 2, levels: {secrecy: low}}]
components: [{id: server}]
threats: [{id: theft}]
)");
  const auto service = "instances: [server]\nlevels: {secrecy: low}";
  CHECK(world.derive(service).patterns() == Strings{"2"});
  CHECK(world.derive(service, BasisKind::stated).patterns() == Strings{"1", "2"});
}

TEST_CASE("where a vulnerability is, is believed by itself", "[engine][basis]") {
  const World world(R"(
components: [{id: server, carries: [mail, log]}]
assets: [{id: mail}, {id: log}]
threats: [{id: theft}]
vulnerabilities: [{id: open-door, assets: [mail, {is: log, basis: unverified}], threats: [theft]}]
)");
  CHECK(world.derive("instances: [server]").exposures() ==
        Strings{"server/mail theft open-door", "server/log theft open-door"});
  CHECK(world.derive("instances: [server]", BasisKind::stated).exposures() ==
        Strings{"server/mail theft open-door", "server/log theft"});
  const auto all = world.derive("instances: [server]");
  const auto basis_of = [&](std::string_view exposure) {
    return all.derivation.analysis.exposures[all.position_of_exposure(exposure)].basis;
  };
  CHECK(basis_of("server/mail theft open-door") == BasisKind::stated);
  CHECK(basis_of("server/log theft open-door") == BasisKind::unverified);
}

TEST_CASE("which value is the strictest is open while it is not believed which direction is", "[engine][basis]") {
  const World world(R"(
properties: [{id: secrecy, levels: [low, high]}]
levels: [{id: low}, {id: high}]
patterns: [{id: 1, levels: {secrecy: high}}, {id: 2, levels: {secrecy: low}}]
units: [{id: d}]
components: [{id: server, carries: [mail]}]
assets: [{id: mail}]
threats: [{id: theft, harms: [secrecy]}]
measures:
  - {id: lock, indicators: [{key: a, stricter: {is: lower, basis: unverified}, values: {1: 1 d, 2: 3 d}}]}
links: [{kind: counters, from: lock, to: theft}]
)");
  const auto portfolio = R"(shared: [server]
services:
  - {id: one, uses: [server], levels: {secrecy: high}}
  - {id: two, uses: [server], levels: {secrecy: low}}
)";
  const auto all = world.derive(portfolio);
  REQUIRE(all.derivation.grading.grades.size() == 1);
  CHECK_FALSE(all.derivation.grading.grades[0].incomplete);
  const auto stated = world.derive(portfolio, BasisKind::stated);
  REQUIRE(stated.derivation.grading.grades.size() == 1);
  CHECK(stated.derivation.grading.grades[0].incomplete);
  CHECK_FALSE(stated.derivation.grading.grades[0].direction.has_value());
}

TEST_CASE("an answer is no firmer than what makes its limits hold", "[engine][basis]") {
  const auto basis_of_answer = [](const std::string& sections) {
    const auto derived = World(sections).derive("instances: [c]");
    return derived.derivation.selection.answers.at(0).measures.at(0).basis;
  };
  const std::string by_origin =
      "origins: [{id: o}]\ncomponents: [{id: c}]\nmeasures: [{id: g}]\nthreats: [{id: t, origin: {is: o, basis: unverified}}]\n"
      "links: [{id: l, kind: counters, from: g, to: t";
  CHECK(basis_of_answer(by_origin + "}]") == BasisKind::stated);
  CHECK(basis_of_answer(by_origin + ", origins: [o]}]") == BasisKind::unverified);
  const std::string by_nature = R"(
natures: [{id: thing}, {id: paper}]
mechanisms: [{id: fire, acts-on: [{natures: [thing, paper]}]}]
components: [{id: c, carries: [a]}]
assets: [{id: a, natures: [thing, {is: paper, basis: unverified}]}]
threats: [{id: t, mechanisms: [fire]}]
measures: [{id: g}]
links: [{id: l, kind: counters, from: g, to: t, natures: )";
  CHECK(basis_of_answer(by_nature + "[thing]}]") == BasisKind::stated);
  CHECK(basis_of_answer(by_nature + "[thing, paper]}]") == BasisKind::stated);
  CHECK(basis_of_answer(by_nature + "[paper]}]") == BasisKind::unverified);
}

TEST_CASE("what is stated outright for a nature is no firmer than that the asset has it", "[engine][basis]") {
  const World world(R"(
natures: [{id: paper}]
components: [{id: c, carries: [a]}]
assets: [{id: a, natures: [{is: paper, basis: unverified}]}]
threats: [{id: t}]
links: [{id: l, kind: exposes, from: t, to: a, natures: [paper]}]
)");
  CHECK(world.derive("instances: [c]").derivation.analysis.exposures.at(0).basis == BasisKind::unverified);
}

TEST_CASE("a measure selected for somebody is no firmer than that they take part", "[engine][basis]") {
  const World world(R"(
components: [{id: server}]
threats: [{id: theft}]
measures: [{id: pledge}, {id: drill}]
stakeholders:
  - {id: staff, always: {is: true, basis: {judgement: {ja: 誰かが働く, en: somebody works there}}}}
  - {id: host}
  - {id: guest, always: {is: true, basis: unverified}}
links:
  - {id: one, kind: involves, from: [staff, host], join: any, to: pledge}
  - {id: all, kind: involves, from: [host, guest], to: drill}
)");
  const auto bases = [](const Derived& derived) {
    std::map<std::string, BasisKind> found;
    for (const auto& obligation : derived.derivation.selection.obligations) {
      const auto name = derived.catalog().stakeholders[obligation.stakeholder].code + ": " +
                        derived.catalog().measures[obligation.measure].code;
      found[name] = obligation.basis();
    }
    return found;
  };
  using Bases = std::map<std::string, BasisKind>;
  CHECK(bases(world.derive("instances: [server]")) == Bases{{"staff: pledge", BasisKind::judgement}});
  CHECK(bases(world.derive("instances: [{id: server, type: server, operator: host}]")) ==
        Bases{{"staff: pledge", BasisKind::judgement},
              {"host: pledge", BasisKind::stated},
              {"host: drill", BasisKind::unverified},
              {"guest: drill", BasisKind::unverified}});
}

TEST_CASE("what is stated outright of an asset concerns it as whatever it is, beside what mechanisms harm",
          "[engine][basis]") {
  // Else to hide the mechanism would cover what is open with it.
  const World world(R"(
natures: [{id: thing}, {id: paper}]
mechanisms: [{id: fire, basis: unverified, acts-on: [{natures: [thing]}]}]
components: [{id: c, carries: [a]}]
assets: [{id: a, natures: [thing, paper]}]
threats: [{id: t, mechanisms: [fire]}]
measures: [{id: g}]
links:
  - {id: x, kind: exposes, from: t, to: a}
  - {id: l, kind: counters, from: g, to: t, natures: [paper]}
)");
  CHECK(world.derive("instances: [c]").covered() == Strings{"c/a t"});
  CHECK(world.derive("instances: [c]", BasisKind::stated).covered() == Strings{"c/a t"});
}

TEST_CASE("what a mechanism does to a property holds for those under it as far as that one is believed",
          "[engine][basis]") {
  const auto exposures = [](const std::string& effects, BasisKind trust) {
    const World world(R"(
properties: [{id: safety, basis: unverified}, {id: secrecy, parent: safety}]
natures: [{id: paper}]
mechanisms: [{id: reading, )" +
                      effects + R"(}]
assets: [{id: file, natures: [paper]}]
threats: [{id: spying, harms: [secrecy], mechanisms: [reading]}]
)");
    Strings found;
    const auto derived = world.derive("", trust);
    for (const auto& exposure : derived.derivation.analysis.exposures) found.emplace_back(name_of(exposure.basis));
    return found;
  };
  const std::string acts = "acts-on: [{natures: [paper], properties: [safety]}]";
  CHECK(exposures(acts, BasisKind::unverified) == Strings{"unverified"});
  CHECK(exposures(acts, BasisKind::stated).empty());
  // What may be spared is harmed no more firmly than that.
  const std::string spares = "acts-on: [{natures: [paper]}], spares: [{natures: [paper], properties: [safety]}]";
  CHECK(exposures(spares, BasisKind::unverified).empty());
  CHECK(exposures(spares, BasisKind::stated) == Strings{"unverified"});
}

TEST_CASE("a vulnerability is where it is said to be as far as what it names is believed", "[engine][basis]") {
  const World world(R"(
components: [{id: server, carries: [mail]}]
assets: [{id: text, group: true, basis: unverified}, {id: mail, parent: text}]
threats: [{id: theft}]
vulnerabilities: [{id: open-door, assets: [text], threats: [theft]}]
)");
  const auto all = world.derive("instances: [server]");
  REQUIRE(all.exposures() == Strings{"server/mail theft open-door"});
  CHECK(all.derivation.analysis.exposures[0].basis == BasisKind::unverified);
  CHECK(world.derive("instances: [server]", BasisKind::stated).exposures() == Strings{"server/mail theft"});
}
