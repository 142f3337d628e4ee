// `dispositions`: how it ends, and that it accounts for every control in every form.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

/// Two controls of a standard, of which the links say what became.
Ran dispositions(const std::string& links, std::vector<std::string> more = {}) {
  const Scratch scratch;
  scratch.write("field/manifest.yaml", R"(
catalog: {schema: 1, id: field, version: 1.0.0, released: 2026-01-01, title: {ja: 分野, en: Field}, licence: CC0-1.0}
basis: unverified
standards: [{id: s, title: {ja: 規格, en: The standard}}]
controls:
  - {id: part, group: true, standard: s, title: {ja: 部, en: Part}}
  - {id: section, group: true, parent: part, title: {ja: 節, en: Section}}
  - {id: locks, parent: section, title: {ja: 錠, en: Locks}}
  - {id: songs, parent: part, title: {ja: 歌, en: Songs}}
measures: [{id: lock, title: {ja: 施錠, en: Lock}}, {id: bolt, title: {ja: かんぬき, en: Bolt}}]
dispositions: [{id: kept, title: {ja: 採用, en: kept}}, {id: merged, title: {ja: 統合, en: merged}}]
links:
  - {id: origin, kind: originates-from, from: [lock, bolt], to: section, because: {ja: 戸締まりである, en: They shut doors}}
)" + links);
  std::vector<std::string> all{"dispositions", "--catalog", scratch.path("field")};
  all.insert(all.end(), more.begin(), more.end());
  return Program{}.run(all);
}

const std::string all_disposed =
    "  - {id: d, kind: disposed-as, from: [locks, songs], to: merged, because: {ja: 同じことである, en: It is the same}}\n"
    "  - {kind: disposed-as, from: locks, to: kept}\n";

}  // namespace

TEST_CASE("controls that are all disposed of are clean, one that is not is a finding", "[cli][dispositions]") {
  CHECK(dispositions(all_disposed).status == 0);
  const auto ran = dispositions("  - {kind: disposed-as, from: locks, to: kept}\n");
  CHECK(ran.status == 1);
  CHECK(ran.err.empty());
  CHECK_THAT(ran.out, ContainsSubstring("== section Section\nlocks | Locks?") &&
                          ContainsSubstring("== part Part\nsongs | Songs?  | not stated\n"));
}

TEST_CASE("where nobody says what became of a control, its measures say why", "[cli][dispositions]") {
  const auto ran = dispositions("", {"--format", "markdown"});
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, ContainsSubstring("| locks | Locks? | not stated | lock, bolt | lock, bolt: They shut doors "));
}

TEST_CASE("the table says what was merged with what, and counts a control under each disposition",
          "[cli][dispositions]") {
  const auto ran = dispositions(all_disposed, {"--format", "markdown", "--lang", "ja"});
  CHECK_THAT(ran.out, ContainsSubstring("| 採用 | 1 |") && ContainsSubstring("| 統合 | 2 |") &&
                          ContainsSubstring("扱いが複数ある管理策は、それぞれに数える。"));
  CHECK_THAT(ran.out, ContainsSubstring("| locks | 錠? | 採用、統合（songs と併せて） | lock、bolt | 同じことである") &&
                          ContainsSubstring("理由の記載なし"));
}

TEST_CASE("the JSON of dispositions has the keys of its contract", "[cli][dispositions]") {
  const auto json = Json::parse(dispositions(all_disposed, {"--format", "json"}).out);
  CHECK(json["format"] == "michibiki-dispositions");
  CHECK(json["version"] == 1);
  CHECK(json["counts"]["controls"] == 2);
  CHECK(json["counts"]["without"] == 0);
  CHECK(json["counts"]["dispositions"][1] ==
        Json::parse(R"({"id": "merged", "title": {"ja": "統合", "en": "merged"}, "note": null, "controls": 2})"));
  REQUIRE(json["standards"].size() == 1);
  CHECK(json["standards"][0]["id"] == "s");
  const auto& locks = json["standards"][0]["controls"][0];
  CHECK(locks["id"] == "locks");
  CHECK(locks["heading"] == "section");
  CHECK(locks["dispositions"] == Json({"kept", "merged"}));
  CHECK(locks["together_with"] == Json({"songs"}));
  CHECK(locks["measures"] == Json({"lock", "bolt"}));
  CHECK(locks["basis"] == "unverified");
  CHECK(locks["disposed_by"] == Json({"d", "locks disposed-as kept"}));
  CHECK(locks["originating"] == Json({"origin"}));
  CHECK(json["reasons"].size() == 3);
}

TEST_CASE("without controls, or with none left by trust, there is nothing to account for", "[cli][dispositions]") {
  const Scratch scratch;
  scratch.write("thieves/manifest.yaml", field_of_thieves());
  const auto ran = Program{}.run({"dispositions", "--catalog", scratch.path("thieves")});
  CHECK(ran.status == 4);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring("there is nothing to account for: the catalogues have no controls"));
  CHECK(dispositions(all_disposed, {"--trust", "stated"}).status == 4);
}

TEST_CASE("catalogues that cannot be read have no dispositions", "[cli][dispositions]") {
  const auto ran = dispositions("  - {kind: disposed-as, from: lock, to: kept}\n");
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring("[unknown-id]"));
}
