// What a service says, once read. What is wrong with services stands in tests/golden/diagnostics.

#include "model/yaml/read_service.hpp"

#include <string>
#include <vector>

#include "model/yaml/load_catalog.hpp"

#include "tests/catch.hpp"
#include "tests/support/texts.hpp"

using namespace michibiki;
using michibiki::testing::catalog_of;
using michibiki::testing::told;

namespace {

constexpr const char* sections = R"(
properties: [{id: secrecy, levels: [low, high]}, {id: use, levels: [low, mid, high]}]
levels: [{id: low}, {id: mid}, {id: high}]
components: [{id: machines, group: true}, {id: server, parent: machines}, {id: web-server, parent: server}, {id: disk}]
assets: [{id: mail}]
threats: [{id: theft}]
stakeholders: [{id: partner}]
questions: [{id: personal-data}, {id: loss}]
patterns: [{id: 1, levels: {secrecy: high, use: high}}, {id: 2, levels: {secrecy: low, use: low}}]
service-types: [{id: office, group: true}, {id: office.mail, parent: office}]
system-cases:
  - id: hosted
    components:
      - {id: site, type: server, operator: partner}
      - {id: rack, type: web-server, operator: partner, parent: site}
      - {id: rack-disk, type: disk, operator: partner, parent: rack}
      - disk
)";

const Catalog& catalog() {
  static const auto loaded = load_catalog({catalog_of(sections)});
  return loaded.catalog.value();
}

Portfolio portfolio(const std::string& text) {
  const auto reading = read_service(catalog(), text, "service.yaml");
  INFO(told(reading.diagnostics));
  REQUIRE(reading.portfolio);
  return *reading.portfolio;
}
Service service(const std::string& text) { return portfolio(text).services.at(0); }

std::vector<std::string> instances(const Service& service) {
  std::vector<std::string> codes;
  for (const auto& instance : service.instances) codes.push_back(instance.code);
  return codes;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a service says its type, its levels, its answers and what it is made of", "[yaml][service]") {
  const auto read = service(R"(
id: ｓｈｏｐ
title: {ja: 店, en: Shop}
type: office.mail
levels: {use: high}
answers: {personal-data: true, loss: }
instances:
  - server
  - {id: front, type: web-server, operator: partner, parent: server, because: it faces the net}
accepted:
  - {asset: mail, threat: theft, property: secrecy, instance: front, reason: {ja: 小さい, en: small}, by: A. N. Other, on: 2026-11-22}
)");
  CHECK(read.code == "shop");
  CHECK(read.title.ja == "店");
  CHECK(read.type == ServiceTypeId{1});
  CHECK(read.levels.size() == 1);
  CHECK(read.answers.size() == 1);
  CHECK(read.answers.at(QuestionId{0}).value);
  CHECK(instances(read) == Strings{"server", "front"});
  CHECK(read.instances[1].parent == "server");
  CHECK(read.instances[1].operated_by == StakeholderId{0});
  REQUIRE(read.accepted.size() == 1);
  CHECK(read.accepted[0].asset == AssetId{0});
  CHECK(read.accepted[0].instance == "front");
  CHECK(read.accepted[0].on == "2026-11-22");
}

TEST_CASE("a case is changed by what goes and what comes", "[yaml][service]") {
  CHECK(instances(service("{id: s, case: hosted}")) == Strings{"site", "rack", "rack-disk", "disk"});
  CHECK(instances(service("{id: s, case: hosted, without: disk, with: [{id: tape, type: disk}]}")) ==
        Strings{"site", "rack", "tape"});
  // An id may be that of a component type: then all of the type go, and those of its subtypes.
  CHECK(instances(service("{id: s, case: hosted, without: web-server}")) == Strings{"site", "disk"});
  CHECK(instances(service("{id: s, case: hosted, without: machines}")) == Strings{"disk"});
}

TEST_CASE("whoever goes takes along what is part of it, at any depth", "[yaml][service]") {
  CHECK(instances(service("{id: s, case: hosted, without: site}")) == Strings{"disk"});
  CHECK(instances(service("{id: s, case: hosted, without: [site, rack-disk]}")) == Strings{"disk"});
}

TEST_CASE("what comes may be part of what the case has", "[yaml][service]") {
  const auto read = service("{id: s, case: hosted, with: [{id: tape, type: disk, parent: rack}]}");
  CHECK(read.instances.back().parent == "rack");
}

TEST_CASE("a portfolio's services share components and have their own", "[yaml][service]") {
  const auto read = portfolio(R"(
id: group
title: 二つのサービス
shared: [{id: san, type: disk}]
services:
  - {id: shop, instances: [server, {id: part, type: disk, parent: san}], uses: [ｓａｎ]}
  - {id: mail, case: hosted, uses: san}
)");
  CHECK(read.code == "group");
  CHECK(read.title.ja == "二つのサービス");
  CHECK(read.shared.size() == 1);
  REQUIRE(read.services.size() == 2);
  CHECK(read.services[0].code == "mail");  // by id, whatever the order of the file
  CHECK(read.services[0].instances.size() == 4);
  CHECK(read.services[1].uses == Strings{"san"});
}

TEST_CASE("more components than anybody reads of are refused, with what to do instead", "[yaml][service]") {
  const auto said = [](int count) {
    std::string text = "id: s\ninstances:\n";
    for (int i = 0; i < count; ++i) text += "  - {id: i" + std::to_string(i) + ", type: server}\n";
    return told(read_service(catalog(), text, "service.yaml").diagnostics);
  };
  CHECK(said(2000).empty());
  CHECK(said(2001) ==
        "service.yaml:1:1: error: these are 2001 components; at most 2000 are derived at once [too-large]\n"
        "  hint: components of one type with one operator have the same exposures: list one for all of them\n");
}

TEST_CASE("a shared component that no service uses is told of", "[yaml][service]") {
  const auto reading = read_service(
      catalog(),
      "id: group\nshared: [{id: san, type: disk}, {id: spare, type: disk}]\nservices: [{id: shop, uses: san}]\n",
      "service.yaml");
  REQUIRE(reading.portfolio);
  CHECK(told(reading.diagnostics) ==
        "service.yaml:2:33: warning: no service uses the shared component 'spare'; nothing is derived for it; list it "
        "under `uses` of those that do [invalid-value]\n");
}

TEST_CASE("where a service says what it must withstand is known", "[yaml][service]") {
  CHECK(service("id: s\ncase: hosted\ntype: office.mail\nanswers: {loss: true}\n").requires_at.line == 4);
}

TEST_CASE("a service alone is a portfolio of one with its id and title", "[yaml][service]") {
  const auto read = portfolio("{id: shop, title: Shop, instances: [server]}");
  CHECK(read.code == "shop");
  CHECK(read.title.en == "Shop");
  CHECK(read.services.size() == 1);
}

TEST_CASE("a catalogue without components asks for none, one without assets accepts threats alone",
          "[yaml][service][foreign]") {
  const auto foreign = load_catalog({catalog_of("threats: [{id: T1}]\ncontrols: [{id: AC-2}]\n")});
  const auto reading = read_service(
      *foreign.catalog, "{id: s, accepted: [{threat: T1, reason: small, by: A, on: 2026-01-01}]}", "service.yaml");
  INFO(told(reading.diagnostics));
  REQUIRE(reading.portfolio);
  CHECK_FALSE(reading.portfolio->services[0].accepted[0].asset);
}

TEST_CASE("a withdrawn pattern is no point of the lattice any more", "[yaml][service][overlay]") {
  const auto loaded =
      load_catalog({catalog_of(sections), catalog_of("edits: [{withdraw: pattern 2}]", "overlay", "field")});
  const auto reading =
      read_service(*loaded.catalog, "{id: s, instances: [server], levels: {secrecy: low}}", "service.yaml");
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics[0].kind == DiagnosticKind::outside_lattice);
}

TEST_CASE("a service promises values of its own, each as catalogues write values", "[yaml][service]") {
  const auto field = load_catalog({catalog_of(R"(
units: [{id: h, dimension: duration, factor: 3600}, {id: time}]
scales: [{id: proof, choices: [{id: password}, {id: card}]}]
measures:
  - id: M.1
    indicators: [{key: a, stricter: lower, value: "-"}, {key: b, scale: proof, value: password}, {key: c, value: 2 h}]
  - {id: M.2, indicators: [{key: a, value: done}]}
)")});
  const auto reading = read_service(*field.catalog, R"(
id: s
promises:
  - {measure: Ｍ．１, indicator: ａ, value: within 12 h, because: {ja: 契約による。, en: By contract.}}
  - {measure: M.1, indicator: b, value: card}
  - {is: {measure: M.1, indicator: c, value: 1 h}, because: It says so.}
  - {measure: M.2, indicator: a, value: done}
)",
                                    "service.yaml");
  INFO(told(reading.diagnostics));
  REQUIRE(reading.portfolio);
  const auto& promises = reading.portfolio->services[0].promises;
  REQUIRE(promises.size() == 4);
  CHECK(promises[0].measure == MeasureId{0});
  CHECK(promises[0].indicator == 0);
  CHECK(std::get<Quantity>(promises[0].value.what).bound == Bound::at_most);
  CHECK(promises[0].because.ja == "契約による。");
  CHECK(promises[0].location.line == 4);
  CHECK(std::get<Choice>(promises[1].value.what).index == 1);
  CHECK(promises[2].indicator == 2);
  CHECK(promises[2].because.en == "It says so.");
  CHECK(promises[3].measure == MeasureId{1});
  CHECK(std::holds_alternative<DoneValue>(promises[3].value.what));
}

TEST_CASE("what each service of a portfolio promises is its own", "[yaml][service]") {
  const auto field =
      load_catalog({catalog_of("units: [{id: h}]\ncomponents: [{id: disk}]\n"
                               "measures: [{id: m, indicators: [{key: a, stricter: lower, value: 9 h}]}]")});
  const auto reading = read_service(*field.catalog, R"(
id: group
shared: [disk]
services:
  - {id: mail, uses: disk, promises: {measure: m, indicator: a, value: 1 h}}
  - {id: shop, uses: disk, promises: [{measure: m, indicator: a, value: 2 h}]}
)",
                                    "service.yaml");
  INFO(told(reading.diagnostics));
  REQUIRE(reading.portfolio);
  for (const auto& service : reading.portfolio->services) CHECK(service.promises.size() == 1);
}
