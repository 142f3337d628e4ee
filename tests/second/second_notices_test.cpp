// That the two derivations agree says something only if they disagree where they should.

#include "tests/catch.hpp"
#include "tests/second/engine_form.hpp"

namespace michibiki::testing {

TEST_CASE("the second computation notices when one fact is another one", "[second]") {
  const std::string said = R"(
levels: [{id: low}, {id: high}]
properties: [{id: secrecy, levels: [low, high]}, {id: use, levels: [low, high]}]
patterns:
  - {id: strict, levels: {secrecy: high}}
  - {id: lax, levels: {secrecy: low}}
questions: [{id: personal}]
level-criteria:
  - property: secrecy
    rules: [{when: {personal: true}, then: high}, {then: low}]
service-types: [{id: shop, levels: {use: low}}]
units: [{id: h, dimension: time, factor: 1}, {id: d, dimension: time, factor: 24}]
natures: [{id: thing}, {id: machine, parent: thing}, {id: paper, parent: thing}]
mechanisms: [{id: fire, acts-on: [{natures: [thing], properties: [use]}], spares: [{natures: [paper], basis: unverified}]}]
components: [{id: office, carries: [desk, file]}, {id: server, parent: office, carries: [disk]}]
assets: [{id: disk, natures: [machine]}, {id: file, natures: [paper]}, {id: desk, natures: [thing]}]
origins: [{id: natural}, {id: human}]
threats:
  - {id: burning, harms: [use, secrecy], mechanisms: [fire], origin: natural}
  - {id: theft, harms: [secrecy], origin: human}
vulnerabilities: [{id: door, assets: [desk], threats: [theft]}]
controls: [{id: rule}]
measures:
  - {id: alarm, indicators: [{key: a, stricter: lower, values: {strict: 12 h, lax: 1 d}}]}
  - {id: lock, indicators: [{key: a, values: {strict: done *, lax: unknown}}]}
  - {id: training}
  - {id: drill, patterns: [strict]}
  - {id: siren, indicators: [{key: a, values: {strict: done, lax: done}}]}
  - {id: wiring, group: true}
  - {id: cable, parent: wiring}
  - {id: plan}
stakeholders: [{id: staff, always: true}, {id: guests}]
exclusions: [{id: theirs, operators: [guests]}]
links:
  - {id: alarms, kind: counters, from: [alarm, lock], to: burning, join: any, natures: [machine], basis: {judgement: ours}}
  - {id: rules, kind: mitigates, from: rule, to: burning, origins: [natural]}
  - {id: thefts, kind: exposes, from: theft, to: desk, components: [office]}
  - {id: locks, kind: counters, from: lock, to: theft, vulnerabilities: [door]}
  - {id: trains, kind: involves, from: staff, to: [training, drill]}
  - {id: sounds, kind: requires, from: alarm, to: siren, components: [server]}
  - {id: wires, kind: requires, from: [alarm, siren], to: wiring}
  - {id: plans, kind: requires, from: [drill, lock], to: plan, join: any, components: [office]}
)";
  const std::string service = R"(
id: all
shared: [{id: home, type: server}]
services:
  - {id: one, type: shop, answers: {personal: true}, instances: [{id: room, type: office, operator: staff}], uses: [home]}
  - {id: two, answers: {personal: false}, instances: [{id: lobby, type: office, operator: guests}], uses: [home]}
)";
  const SecondPortfolio portfolio{
      {{"one", "shop", {}, {{"personal", true}}, {}, {{"room", "office", "staff", {}}}, {"home"}},
       {"two", {}, {}, {{"personal", false}}, {}, {{"lobby", "office", "guests", {}}}, {"home"}}},
      {{"home", "server", {}, {}}}};
  const auto differs = [&](const std::string& engine, const std::string& sql) {
    const World world(engine);
    SecondComputation computation({{catalog_text(sql).text}});
    std::string text;
    for (const auto trust : every_trust) {
      computation.trust(trust);
      text += difference(form_of(world.derive(service, trust)), computation.derive(portfolio));
    }
    return text;
  };
  REQUIRE(differs(said, said).empty());
  struct Change {
    std::string from, to;
  };
  const std::vector<Change> changes{
      {"secrecy: high}", "secrecy: low, use: high}"},
      {"{when: {personal: true}", "{when: {personal: false}"},
      {"{then: low}", "{then: low, basis: unverified}"},
      {"factor: 24", "factor: 6"},
      {"machine, parent: thing", "machine"},
      {"natures: [thing], properties: [use]", "natures: [thing], properties: [secrecy]"},
      {"natures: [paper], basis: unverified", "natures: [paper]"},
      {"natures: [paper], basis: unverified", "natures: [paper], basis: {judgement: ours}"},
      {"carries: [disk]", "carries: [{is: disk, basis: unverified}]"},
      {"server, parent: office", "server"},
      {"id: desk, natures: [thing]", "id: desk, natures: [thing], basis: {judgement: ours}"},
      {"harms: [use, secrecy]", "harms: [secrecy]"},
      {"harms: [secrecy]", "harms: [{is: secrecy, basis: unverified}]"},
      {"origin: natural", "origin: human"},
      {"assets: [desk]", "assets: [disk]"},
      {"stricter: lower", "stricter: higher"},
      {"stricter: lower", "stricter: {is: lower, basis: unverified}"},
      {"strict: 12 h", "strict: 12 h *"},
      {"lax: 1 d", "lax: {is: 1 d, basis: unverified}"},
      {"always: true", "title: people"},
      {"operators: [guests]", "operators: [{is: guests, basis: {judgement: ours}}]"},
      {"join: any, natures", "natures"},
      {"natures: [machine], basis", "basis"},
      {"basis: {judgement: ours}}\n  - {id: rules", "basis: unverified}\n  - {id: rules"},
      {"origins: [natural]", "origins: [human]"},
      {"components: [office]", "components: [server]"},
      {"from: staff", "from: guests"},
      {"to: siren, components: [server]", "to: siren, natures: [paper]"},
      {"to: plan, join: any, components: [office]", "to: plan, join: any"},
      {"to: siren, components: [server]", "to: siren, components: [server], basis: unverified"},
      {"from: [alarm, siren], to: wiring", "from: [alarm, siren], to: wiring, join: any"},
      {"{id: cable, parent: wiring}", "{id: cable, parent: wiring, basis: unverified}"},
      {"{id: cable, parent: wiring}", "{id: cable}"},
      {"from: [drill, lock], to: plan, join: any", "from: [drill, lock], to: plan"},
      {"patterns: [strict]", "patterns: [lax]"},
      {"patterns: [strict]", "patterns: [strict, lax]"},
      {"patterns: [strict]", "patterns: [{is: strict, basis: {judgement: ours}}]"}};
  for (const auto& [from, to] : changes) {
    INFO(from << " -> " << to);
    auto other = said;
    REQUIRE(other.find(from) != std::string::npos);
    other.replace(other.find(from), from.size(), to);
    CHECK(!differs(said, other).empty());
    CHECK(differs(other, other).empty());
  }
}

}  // namespace michibiki::testing
