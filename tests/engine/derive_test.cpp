#include "engine/derive.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"
#include "tests/support/derivation_rows.hpp"

namespace michibiki::testing {
namespace {

/// A whole guideline in small: every stage has something to do.
constexpr std::string_view small_guideline = R"(
levels: [{id: low}, {id: high}]
properties: [{id: confidentiality, levels: [low, high]}, {id: availability, levels: [low, high]}]
origins: [{id: malicious}, {id: non-human}]
patterns:
  - {id: 1, levels: {confidentiality: high, availability: high}}
  - {id: 2, levels: {confidentiality: high, availability: low}}
  - {id: 3, levels: {confidentiality: low, availability: high}}
  - {id: 4, levels: {confidentiality: low, availability: low}}
questions: [{id: holds-personal-data}]
level-criteria:
  - property: confidentiality
    rules: [{id: p, when: {holds-personal-data: true}, then: high}, {id: o, then: low}]
service-types: [{id: payroll, levels: {confidentiality: high, availability: low}}]
natures: [{id: hardware}, {id: data}]
mechanisms:
  - {id: shaking, acts-on: [{natures: [hardware], properties: [availability]}]}
  - {id: reading, acts-on: [{natures: [data], properties: [confidentiality]}]}
components: [{id: server, carries: [server]}, {id: storage, carries: [storage, service-data]}, {id: user-terminal}]
assets:
  - {id: server, natures: [hardware]}
  - {id: storage, natures: [hardware]}
  - {id: service-data, natures: [data]}
threats:
  - {id: earthquake, origin: non-human, harms: [availability], mechanisms: [shaking]}
  - {id: intrusion, origin: malicious, harms: [confidentiality], mechanisms: [reading]}
  - {id: staff-absence, origin: malicious, harms: [availability]}
controls: [{id: A.9.1.4}, {id: A.10.5.1}, {id: A.12.3.1}]
stakeholders: [{id: management, always: true}, {id: partner}]
exclusions: [{id: user-equipment, components: [user-terminal]}]
chapters: [{id: II.1}, {id: III.2}, {id: III.3}]
classes: [{id: basic}]
units: [{id: h, dimension: duration, factor: 3600}]
measures:
  - {id: II.1.1, class: basic}
  - id: III.2.1
    class: basic
    implemented-on: [storage]
    indicators: [{key: a, stricter: lower, values: {1: within 24 h *, 2: within 72 h, 3: within 24 h *, 4: "-"}}]
  - {id: III.3.1, class: basic, implemented-on: [server]}
placement:
  - {when: {obliges-any: [management]}, then: II.1}
  - {when: {implemented-on-any: [storage]}, then: III.2}
  - {when: {implemented-on-any: [server]}, then: III.3}
links:
  - {kind: mitigates, from: A.9.1.4, to: earthquake}
  - {kind: mitigates, from: A.12.3.1, to: intrusion}
  - {kind: originates-from, from: III.2.1, to: A.10.5.1}
  - {id: backup, kind: counters, from: III.2.1, to: earthquake, assets: [storage]}
  - {kind: involves, from: management, to: II.1.1}
)";

const World& guideline() {
  static const World world(small_guideline);
  return world;
}

const std::string payroll = R"(
type: payroll
instances: [server, storage, user-terminal]
accepted: [{asset: server, threat: earthquake, reason: rented, by: Sato, on: 2026-11-22}]
)";

}  // namespace

TEST_CASE("the report's steps follow from one another, from the service's type to its reference values",
          "[engine][derive]") {
  const auto derived = guideline().derive(payroll);
  CHECK(derived.patterns() == Strings{"2"});
  CHECK(derived.components() == Strings{"server", "storage"});
  CHECK(derived.out_of_scope() == Strings{"user-terminal: user-equipment"});
  CHECK(derived.assets() == Strings{"server/server", "storage/storage", "storage/service-data"});
  CHECK(derived.exposures() == Strings{"server/server earthquake availability",
                                       "storage/storage earthquake availability",
                                       "storage/service-data intrusion confidentiality"});
  CHECK(derived.unreached() == Strings{"staff-absence"});
  CHECK(derived.measures() == Strings{"II.1.1", "III.2.1"});
  CHECK(derived.controls() == Strings{"A.9.1.4", "A.12.3.1"});
  CHECK(derived.covered() == Strings{"storage/storage earthquake availability"});
  CHECK(derived.control_only() ==
        Strings{"server/server earthquake availability", "storage/service-data intrusion confidentiality"});
  CHECK(derived.derivation.coverage.accepted == 1);
  CHECK(derived.chapters() == Strings{"II.1.1: II.1", "III.2.1: III.2"});
  CHECK(derived.values() == Strings{"III.2.1.a [service] 2: within 72 h"});
}

TEST_CASE("lineage covers nothing: a measure counts by what it counters, not by where it comes from",
          "[engine][derive]") {
  const auto view = guideline().view().without({guideline().fact("link backup")});
  CHECK(guideline().derive(payroll, view).covered().empty());
}

TEST_CASE("the same view and service give the same derivation, to the byte", "[engine][derive]") {
  const auto derived = guideline().derive(payroll);
  const auto portfolio = guideline().service(payroll);
  const auto view = guideline().view();
  CHECK(dump(derived) == dump(guideline().derive(payroll)));
  const Derived again(derived.graph, derived.view, portfolio);
  CHECK(dump(derived) == dump(again));
}

TEST_CASE("the rows of a component depend on that component alone", "[engine][derive]") {
  const auto whole = guideline().derive(payroll);
  const auto part = guideline().derive("type: payroll\ninstances: [storage]");
  CHECK(rows_of_component(whole, "storage") == rows_of_component(part, "storage"));
  CHECK_FALSE(rows_of_component(part, "storage").empty());
}

TEST_CASE("asking what falls away with a fact leaves the derivation without it as it was", "[engine][derive]") {
  const auto before = dump(guideline().derive(payroll));
  const auto view = guideline().view();
  const auto hypothesis = view.without({guideline().fact("measure III.2.1"), guideline().fact("threat earthquake")});
  CHECK(guideline().derive(payroll, hypothesis).measures() == Strings{"II.1.1"});
  CHECK(guideline().derive(payroll, hypothesis).exposures() ==
        Strings{"storage/service-data intrusion confidentiality"});
  CHECK(dump(guideline().derive(payroll, view)) == before);
}

TEST_CASE("a measure that an overlay withdraws is as if it were not there", "[engine][derive]") {
  const World overlaid(
      {catalog_text(small_guideline),
       catalog_text("edits: [{withdraw: measure III.2.1, because: {ja: 廃止, en: dropped}}]\n", "overlay", "field")});
  const auto withdrawn = overlaid.derive(payroll);
  CHECK(withdrawn.measures() == Strings{"II.1.1"});
  CHECK(withdrawn.control_only().size() == 3);
  const auto hidden = guideline().derive(payroll, guideline().view().without({guideline().fact("measure III.2.1")}));
  CHECK(rows(withdrawn) == rows(hidden));
}

TEST_CASE("a portfolio counts the exposures of what is shared once", "[engine][derive]") {
  const auto derived = guideline().derive(R"(
shared: [storage]
services:
  - {id: x, type: payroll, uses: [storage]}
  - {id: y, levels: {confidentiality: low, availability: high}, uses: [storage], instances: [server]}
)");
  CHECK(derived.exposures() == Strings{"server/server earthquake availability",  //
                                       "storage/storage earthquake availability",
                                       "storage/service-data intrusion confidentiality"});
  CHECK(derived.values() == Strings{"III.2.1.a [x, y] 3: within 24 h *"});
}

TEST_CASE("a service without components has no exposures, but its people are there", "[engine][derive]") {
  const auto derived = guideline().derive("type: payroll\ninstances: [user-terminal]");
  CHECK(derived.exposures().empty());
  CHECK(derived.unreached() == Strings{"earthquake", "intrusion", "staff-absence"});
  CHECK(derived.measures() == Strings{"II.1.1"});
  CHECK(derived.derivation.coverage.open == 0);
}

}  // namespace michibiki::testing
