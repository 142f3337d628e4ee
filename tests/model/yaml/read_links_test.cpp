#include "model/yaml/read_links.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/support/texts.hpp"

using namespace michibiki;
using michibiki::testing::catalog_of;
using michibiki::testing::told;

namespace {

constexpr const char* entries = R"(
properties: [{id: secrecy}]
origins: [{id: malicious}]
natures: [{id: data}]
components: [{id: server}]
assets: [{id: mail}]
vulnerabilities: [{id: open-port}]
threats: [{id: people, group: true}, {id: theft, parent: people}, {id: fire}]
controls: [{id: A, group: true}, {id: A.1, parent: A}, {id: A.2, parent: A}]
documents: [{id: A.1}]
measures: [{id: lock}, {id: guard}]
stakeholders: [{id: staff, group: true}]
roles: [{id: acts}]
dispositions: [{id: fates, group: true}, {id: dropped, parent: fates}]
treatments: [{id: plans, group: true}, {id: patrol, parent: plans}]
)";

LoadedCatalog with(const std::string& links) {
  return load_catalog({catalog_of(std::string(entries) + "links:\n" + links)});
}

Link only(const std::string& link) {
  const auto loaded = with("  - " + link + "\n");
  INFO(told(loaded.diagnostics));
  REQUIRE(loaded.catalog);
  REQUIRE(loaded.catalog->links.size() == 1);
  return loaded.catalog->links.front();
}

std::vector<DiagnosticKind> kinds(const std::string& links) {
  std::vector<DiagnosticKind> all;
  for (const auto& diagnostic : with(links).diagnostics) all.push_back(diagnostic.kind);
  return all;
}

}  // namespace

TEST_CASE("a link tells which independent sources agree, disagree or are silent", "[yaml][link]") {
  const auto link =
      only("{kind: mitigates, from: A.1, to: fire, evidence: {agree: report, alone: {ja: 理由, en: why}, silent: []}}");
  CHECK(link.evidence.agree == std::vector<std::string>{"report"});
  CHECK(link.evidence.disagree.empty());
  CHECK(link.evidence.alone.en == "why");
  CHECK(link.evidence.given());
  CHECK_FALSE(only("{kind: mitigates, from: A.1, to: fire}").evidence.given());
  CHECK(kinds("  - {kind: mitigates, from: A.1, to: fire, evidence: {agree: [report], disagree: [report]}}\n") ==
        std::vector{DiagnosticKind::duplicate_id});
  CHECK(kinds("  - {kind: mitigates, from: A.1, to: fire, evidence: {agree: [rumour], says: no}}\n") ==
        std::vector{DiagnosticKind::unknown_id, DiagnosticKind::unknown_key});
}

TEST_CASE("a link has ends, limits, and a reason", "[yaml][link]") {
  const auto link = only(
      "{id: x, kind: counters, from: [lock, guard], to: [people, fire], join: any, properties: secrecy, origins: [malicious], "
      "natures: [data], components: server, assets: [mail], threats: [theft], vulnerabilities: [open-port], "
      "because: {ja: 守る, en: they guard}, stands-because: everyone does it}");
  CHECK(link.code == "x");
  CHECK(link.kind == LinkKind::counters);
  CHECK(link.from.size() == 2);
  CHECK(link.to.size() == 2);
  CHECK(link.join == Join::any);
  CHECK(link.limits.properties.size() == 1);
  CHECK(link.limits.vulnerabilities.size() == 1);
  CHECK(link.because.ja == "守る");
  CHECK(link.stands_because.en == "everyone does it");
}

TEST_CASE("several at the start of a link count together unless it says otherwise", "[yaml][link]") {
  CHECK(only("{id: x, kind: counters, from: [lock, guard], to: theft}").join == Join::all);
  CHECK(only("{id: x, kind: counters, from: [lock, guard], to: theft, join: all}").join == Join::all);
}

TEST_CASE("a link of one start, one end and no limits needs no id", "[yaml][link]") {
  CHECK(only("{kind: counters, from: lock, to: [theft]}").code == "lock counters theft");
  CHECK(kinds("  - {kind: counters, from: lock, to: [theft, fire]}\n") == std::vector{DiagnosticKind::missing_key});
  CHECK(kinds("  - {kind: counters, from: lock, to: theft, natures: [data]}\n") ==
        std::vector{DiagnosticKind::missing_key});
}

TEST_CASE("a heading may be named at the end of a link, and where what it says is inherited also at the start",
          "[yaml][link]") {
  CHECK(only("{kind: mitigates, from: A.1, to: people}").to.size() == 1);
  CHECK(only("{kind: originates-from, from: lock, to: A}").to.size() == 1);
  CHECK(only("{kind: involves, from: staff, to: lock, role: acts}").role.has_value());
  CHECK(only("{kind: exposes, from: people, to: mail}").kind == LinkKind::exposes);
  CHECK(kinds("  - {kind: mitigates, from: A, to: theft}\n") == std::vector{DiagnosticKind::wrong_kind});
}

TEST_CASE("what became of controls is an item, and what a treatment is proposed against may be limited",
          "[yaml][link]") {
  const auto disposed = only(
      "{id: x, kind: disposed-as, from: [control/A.1, A.2], to: dropped, join: any, because: {ja: 重い, en: too heavy}}");
  CHECK(disposed.from.size() == 2);
  CHECK(disposed.to.front().kind == EntryKind::disposition);
  CHECK(disposed.join == Join::any);
  CHECK(disposed.because.en == "too heavy");
  const auto treats = only(
      "{id: x, kind: treats, from: patrol, to: people, properties: [secrecy], natures: [data], components: [server], "
      "assets: [mail]}");
  CHECK(treats.from.front().kind == EntryKind::treatment);
  CHECK(treats.limits.assets.size() == 1);
  CHECK(only("{kind: treats, from: patrol, to: theft}").code == "patrol treats theft");
  using enum DiagnosticKind;
  CHECK(kinds("  - {kind: disposed-as, from: A, to: dropped}\n") == std::vector{wrong_kind});
  CHECK(kinds("  - {kind: disposed-as, from: A.2, to: fates}\n") == std::vector{wrong_kind});
  CHECK(kinds("  - {kind: treats, from: plans, to: theft}\n") == std::vector{wrong_kind});
  CHECK(kinds("  - {kind: treats, from: lock, to: theft}\n") == std::vector{unknown_id});
  CHECK(kinds("  - {kind: disposed-as, from: A.2, to: dropt}\n") == std::vector{unknown_id});
}

TEST_CASE("the kind settles which of two entries of one id is meant", "[yaml][link]") {
  CHECK(only("{kind: originates-from, from: lock, to: document/A.1}").to.front().kind == EntryKind::document);
  CHECK(only("{kind: mitigates, from: control/A.1, to: theft}").from.front().kind == EntryKind::control);
  CHECK(kinds("  - {kind: originates-from, from: lock, to: A.1}\n") == std::vector{DiagnosticKind::wrong_kind});
}

TEST_CASE("a link that names what does not exist is one mistake per name", "[yaml][link]") {
  using enum DiagnosticKind;
  CHECK(kinds("  - {kind: mitigates, from: A.1, to: thft}\n  - {kind: mitigates, from: A.1, to: fier}\n") ==
        std::vector{unknown_id, unknown_id});
  CHECK(kinds("  - {id: x, kind: counters, from: [lock, gard], to: theft, natures: [dta]}\n") ==
        std::vector{unknown_id, unknown_id});
}
