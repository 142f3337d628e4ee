// What reports say of measures and controls that are called for in some patterns alone.
#include "reports/called_for.hpp"

#include <nlohmann/json.hpp>

#include "engine/check.hpp"
#include "reports/check_report.hpp"
#include "reports/derivation_json.hpp"
#include "reports/derivation_markdown.hpp"
#include "reports/derivation_text.hpp"

#include "tests/catch.hpp"
#include "tests/reports/sample.hpp"
#include "tests/support/two_patterns.hpp"

namespace michibiki::testing {
namespace {

using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

std::string field(const std::string& lock_patterns = "[strict]") {
  return two_patterns + R"(
controls: [{id: gate, title: {ja: 門, en: Gate}, patterns: [strict]}, {id: wall, title: {ja: 壁, en: Wall}}]
measures:
  - {id: lock, title: {ja: 錠, en: Lock}, patterns: )" +
         lock_patterns + R"(}
  - {id: guard, title: {ja: 番, en: Guard}}
  - {id: drill, title: {ja: 訓練, en: Drill}, patterns: [strict]}
stakeholders: [{id: staff, always: true}]
links:
  - {id: l, kind: counters, from: [lock, guard], to: theft}
  - {id: g, kind: mitigates, from: gate, to: theft}
  - {id: w, kind: mitigates, from: wall, to: theft}
  - {id: d, kind: involves, from: staff, to: drill}
)";
}

const std::string undecided = "instances: [server]\n";
const std::string strict = "levels: {secrecy: high}\ninstances: [server]\n";

std::string text_of(const Derived& derived, Language language) {
  return derivation_text(report_of(derived), language, {false, 400});
}

json document_of(const Derived& derived) { return json::parse(derivation_json(report_of(derived))); }

}  // namespace

TEST_CASE("a report says in which patterns a measure or control is called for", "[reports][called-for]") {
  const auto derived = World(field()).derive(strict);
  for (const auto& text : {text_of(derived, Language::en), derivation_markdown(report_of(derived), Language::en)}) {
    CHECK_THAT(text, ContainsSubstring("Lock (called for only in pattern strict)"));
    CHECK_THAT(text, ContainsSubstring("Gate (called for only in pattern strict)"));
    CHECK_THAT(text, !ContainsSubstring("Open until the pattern is decided"));
  }
  CHECK_THAT(text_of(derived, Language::ja), ContainsSubstring("錠（strictのパターンでのみ求められる）"));
  const auto document = document_of(derived);
  CHECK(document["measures"][0]["patterns"] == json({"strict"}));
  CHECK(document["measures"][0]["state"] == "certain");
  CHECK(document["measures"][0]["open_exposures"] == 0);
  CHECK(document["measures"][1]["patterns"].is_null());
  CHECK(document["controls"][0]["patterns"] == json({"strict"}));
  CHECK(document["exposures"][0]["open_measures"].empty());
}

TEST_CASE("what an undecided pattern leaves open is listed, marked and counted", "[reports][called-for]") {
  const auto derived = World(field()).derive(undecided);
  SECTION("in English") {
    const auto text = text_of(derived, Language::en);
    CHECK_THAT(text,
               ContainsSubstring("Lock (open: called for only in pattern strict, and the pattern is not decided)"));
    CHECK_THAT(text,
               ContainsSubstring(
                   "Guard (open: the pattern, which is not decided, decides on what answers with it or requires it)"));
    CHECK_THAT(text, ContainsSubstring("Called for only in some of the patterns that are still possible: until the "
                                       "pattern is decided these cover nothing."));
    CHECK_THAT(text, ContainsSubstring("Open until the pattern is decided"));
    CHECK_THAT(text, ContainsSubstring("may answer"));
    CHECK_THAT(derivation_markdown(report_of(derived), Language::en),
               ContainsSubstring("Open until the pattern is decided"));
  }
  SECTION("in Japanese") {
    const auto text = text_of(derived, Language::ja);
    CHECK_THAT(text, ContainsSubstring("錠（未定：strictのパターンでのみ求められ、パターンが決まっていない）"));
    CHECK_THAT(
        text,
        ContainsSubstring(
            "番（未定：併せて応じるもの、又はこれを必要とするものが求められるかは、決まっていないパターンによる）"));
    CHECK_THAT(text, ContainsSubstring(
                         "可能性の残るパターンの一部でのみ求められる。パターンが決まるまで、対策ありとは数えない。"));
    CHECK_THAT(text, ContainsSubstring("未定の対策・管理策"));
    CHECK_THAT(text, ContainsSubstring("応じうる突合結果"));
  }
  SECTION("in JSON") {
    const auto document = document_of(derived);
    const auto& exposure = document["exposures"][0];
    CHECK(exposure["status"] == "control-only");
    CHECK(exposure["measures"].empty());
    CHECK(exposure["open_measures"] == json({"lock", "guard"}));
    CHECK(exposure["controls"] == json({"wall"}));
    CHECK(exposure["open_controls"] == json({"gate"}));
    const auto& lock = document["measures"][0];
    CHECK(lock["state"] == "open");
    CHECK(lock["exposures"] == 0);
    CHECK(lock["open_exposures"] == 1);
    CHECK(lock["open_reasons"][0]["link"] == "l");
    CHECK(lock["basis"]["selection"] == "stated");
    const auto& drill = document["measures"][2];
    CHECK(drill["obligations"][0]["services"].empty());
    CHECK(drill["obligations"][0]["open_services"] == json({"service"}));
    CHECK(document["controls"][0]["state"] == "open");
    CHECK(document["controls"][1]["state"] == "certain");
  }
}

TEST_CASE("what an open control requires is told as open", "[reports][called-for]") {
  const auto derived = World(field() +
                             "  - {id: r, kind: requires, from: gate, to: wall}\n"
                             "  - {id: s, kind: requires, from: lock, to: guard, because: {ja: 夜, en: by night}}\n")
                           .derive(undecided);
  const auto document = document_of(derived);
  CHECK(document["controls"][1]["state"] == "certain");
  CHECK(document["controls"][1]["required_by"] ==
        json::parse(R"([{"link": "r", "by": ["gate"], "state": "open", "basis": "stated"}])"));
  CHECK(document["measures"][1]["required_by"][0]["state"] == "open");
  CHECK_THAT(text_of(derived, Language::en), ContainsSubstring("Required by Lock (lock): by night"));
  CHECK_THAT(text_of(derived, Language::ja), ContainsSubstring("錠（lock）に必要：夜"));
}

TEST_CASE("of a hidden statement on patterns it is told only that there is one", "[reports][called-for]") {
  const auto derived = World(field("{is: [strict], basis: unverified}")).derive(strict, BasisKind::stated);
  CHECK_THAT(text_of(derived, Language::en),
             ContainsSubstring("Lock (open: a statement on the patterns that call for it is withheld)"));
  CHECK_THAT(text_of(derived, Language::ja), ContainsSubstring("錠（未定：求められるパターンの記述が非表示である）"));
  const auto lock = document_of(derived)["measures"][0];
  CHECK(lock["patterns"].is_null());
  CHECK(lock["patterns_withheld"] == true);
  CHECK(lock["state"] == "open");
}

TEST_CASE("a catalogue whose patterns select no measures says nothing of that", "[reports][called-for]") {
  const auto document = document_of(
      World("threats: [{id: t}]\nmeasures: [{id: m}]\nlinks: [{id: l, kind: counters, from: m, to: t}]\n").derive(""));
  CHECK_FALSE(document["measures"][0].contains("state"));
  CHECK_FALSE(document["exposures"].empty());
  CHECK_FALSE(document["exposures"][0].contains("open_measures"));
}

TEST_CASE("a check shows coverage for each pattern where patterns select", "[reports][called-for]") {
  const auto told = [](const World& world, BasisKind trust, Language language) {
    const auto view = world.view(trust);
    const auto result = check(view);
    return check_text({view, result, {}, {}}, language, {false, 200}, 0);
  };
  const World world(field());
  const auto text = told(world, BasisKind::unverified, Language::en);
  CHECK_THAT(text, ContainsSubstring("Patterns select measures or controls here: coverage is shown for each pattern."));
  CHECK_THAT(text, !ContainsSubstring("never measures"));
  CHECK_THAT(text, ContainsSubstring("(pattern: lax)"));
  const auto japanese = told(world, BasisKind::unverified, Language::ja);
  CHECK_THAT(japanese,
             ContainsSubstring("パターンによって求められる対策・管理策が異なるため、対策状況はパターンごとに示す。"));
  CHECK_THAT(japanese, ContainsSubstring("（パターン：lax）"));
  const auto view = world.view();
  const auto result = check(view);
  const auto document = json::parse(check_json({view, result, {}, {}}));
  REQUIRE(document["coverage"].size() == 2);
  CHECK(document["coverage"][0]["pattern"] == "strict");
  CHECK(document["coverage"][0]["covered"] == 1);
  CHECK(document["coverage"][1]["covered"] == 0);
  SECTION("and what is laxer where more is required") {
    const World laxer(field("[lax]"));
    CHECK_THAT(told(laxer, BasisKind::unverified, Language::en),
               ContainsSubstring("Lock (lock): of strict, lax, the first requires more and does not call for it"));
    CHECK_THAT(told(laxer, BasisKind::unverified, Language::ja),
               ContainsSubstring(
                   "「錠（lock）」：要求レベルの順（strict、lax）に対し、要求の弱い方のパターンでのみ求められる"));
  }
  SECTION("or what every pattern calls for where all are hidden") {
    auto hidden = field();
    for (const std::string id : {"{id: strict, levels: {secrecy: high}", "{id: lax, levels: {secrecy: low}"})
      hidden.insert(hidden.find(id) + id.size(), ", basis: unverified");
    CHECK_THAT(told(World(hidden), BasisKind::stated, Language::en),
               ContainsSubstring("Patterns select measures or controls, and all patterns are withheld: only what every "
                                 "pattern calls for counts."));
    CHECK_THAT(told(World(hidden), BasisKind::stated, Language::ja),
               ContainsSubstring("どのパターンも非表示であるため、すべてのパターンで求められるもののみを数える。"));
  }
}

}  // namespace michibiki::testing
