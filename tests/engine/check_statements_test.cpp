// What a check tells of statements: manifests, reasons, edits, words of steps, and how many there are.
#include <algorithm>

#include "engine/check.hpp"

#include "tests/catch.hpp"
#include "tests/engine/findings.hpp"

namespace michibiki::testing {

TEST_CASE("what an overlay changes is told with both places", "[engine][check]") {
  const World world(
      {catalog_text("threats: [{id: theft, title: Theft}]"),
       catalog_text("edits: [{replace: threat theft, field: title, was: Theft, is: Robbery}]", "mine", "field")});
  const auto view = world.view();
  const auto result = check(view);
  const auto finding = std::ranges::find(result.findings, FindingKind::overridden, &Finding::kind);
  REQUIRE(finding != result.findings.end());
  CHECK(finding->texts == Strings{"threat theft, title", "Theft", "Robbery", "mine"});
  REQUIRE(finding->places.size() == 2);
  CHECK(finding->places[0].catalog == "mine");
  CHECK(finding->places[1].catalog == "field");
}

TEST_CASE("manifests and reasons are looked at too, a reason once for all that rests on it", "[engine][check]") {
  const World world(
      {catalog_text("threats: [{id: theft, title: {ja: 盗難, en: Theft}}]\n"
                    "controls: [{id: lock, title: {ja: 錠, en: Lock}}, {id: gate, title: {ja: 門, en: Gate}}]"),
       {"mine.yaml", R"(
catalog: {schema: 1, id: mine, version: 1.0.0, released: 2026-11-22, title: Mine, depends-on: [field], sources: [{id: book, title: 本}]}
basis: {judgement: seen, on: 2026-11-22}
threats:
  - {id: fire, title: {ja: 火災, en: Fire}}
  - {id: flood, title: {ja: 水害, en: Flood}, basis: {unverified: heard of}}
links:
  - {kind: mitigates, from: gate, to: fire, because: it is closed}
edits:
  - {add: threat theft, field: note, is: {ja: 夜, en: at night}, because: dark}
  - {withdraw: control lock, because: 外した}
)"}});
  const auto view = world.view();
  Strings told;
  for (const auto& finding : check(view, {"mine"}).findings) {
    if (finding.kind != FindingKind::missing_translation) continue;
    told.push_back(std::to_string(finding.places.front().at.line) + ' ' + describe(world.catalog(), finding));
  }
  CHECK(told == Strings{"2 warning \"title\" \"ja\"", "2 warning \"source book, title\" \"en\"",
                        "3 note \"reason\" \"ja\"", "6 note \"reason\" \"ja\"",
                        "8 note link 'gate mitigates fire' \"because\" \"ja\"", "10 note \"reason\" \"ja\"",
                        "11 note \"reason\" \"en\""});
}

TEST_CASE("an edit is believed for some reason, unless each part of it has its own", "[engine][check]") {
  const auto bare = [](const std::string& basis, const std::string& edit) {
    const World world({catalog_text("threats: [{id: theft, note: a}]\norigins: [{id: us}]"),
                       {"mine.yaml",
                        "catalog: {schema: 1, id: mine, version: 1.0.0, released: 2026-11-22, "
                        "depends-on: [field]}\nbasis: " +
                            basis + "\nedits: [" + edit + "]\n"}});
    return found(world, FindingKind::judgement_without_reason, {"mine"});
  };
  const std::string none = "{judgement: '', on: 2026-11-22}";
  const Strings told{"warning \"threat theft\""};
  CHECK(bare(none, "{withdraw: threat theft}") == told);
  CHECK(bare("unverified", "{withdraw: threat theft, basis: " + none + "}") == told);
  CHECK(bare(none, "{withdraw: threat theft, because: it is no threat}").empty());
  CHECK(bare(none, "{withdraw: threat theft, basis: {judgement: it is no threat}}").empty());
  CHECK(bare("{judgement: all of them are none}", "{withdraw: threat theft}").empty());
  CHECK(bare("unverified", "{withdraw: threat theft}").empty());
  CHECK(bare(none, "{replace: threat theft, field: note, was: a, is: b}") == Strings{"warning \"threat theft, note\""});
  CHECK(bare(none, "{add: threat theft, field: origin, is: us}") == Strings{"warning \"threat theft, origin\""});
  CHECK(bare(none, "{add: threat theft, field: origin, is: {is: us, because: it is ours}}").empty());
}

TEST_CASE("statements are counted by their basis", "[engine][check]") {
  const World world(
      "threats: [{id: theft, basis: unverified}, {id: fire, basis: {judgement: once seen}}, {id: flood}]");
  const auto view = world.view();
  const auto bases = check(view).bases;
  REQUIRE(bases.size() == 1);
  CHECK(bases[0].what == "threats");
  CHECK(bases[0].by_basis == std::array<std::size_t, 3>{1, 1, 1});
}

TEST_CASE("how a step is told is looked at as a text, and is no statement nor out of use", "[engine][check]") {
  const std::string steps = R"(
steps:
- {id: harm, title: "{threat} harms {property}"}
- {id: requires, title: {ja: "{by}には{needed}が要る", en: "{by} needs {needed}"}}
- {id: class, title: {ja: "{measure}は{class}である", en: "{measure} is {class}"}}
links: [{id: see, kind: related, from: harm, to: requires}]
)";
  const World alone(steps);
  CHECK(found(alone, FindingKind::missing_translation) == Strings{"warning harm \"title\" \"ja\""});
  CHECK(found(alone, FindingKind::orphan).empty());
  const auto view = alone.view();
  const auto result = check(view);
  REQUIRE(result.bases.size() == 1);
  CHECK(result.bases[0].what == "related");
  const World told("steps: [{id: class, basis: unverified}]");
  const auto all = told.view();
  CHECK_FALSE(check(all).empty);
  const auto none = told.view(BasisKind::judgement);
  CHECK(check(none).empty);
}

}  // namespace michibiki::testing
