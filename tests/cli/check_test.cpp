// `check`: which catalogues it looks at, how it ends, and the forms of its report.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

struct Field : Scratch {
  Field() { write("all/thieves/manifest.yaml", field_of_thieves()); }

  /// A catalogue that depends on the thieves and has one finding: a title in one language.
  std::string mine(const std::string& name = "mine/manifest.yaml", const std::string& depends_on = "thieves") const {
    return write(name, R"(
catalog: {schema: 1, id: mine, version: 1.0.0, released: 2026-01-01, title: {ja: 私, en: Mine}, licence: CC0-1.0, depends-on: [)" +
                           depends_on + R"(]}
basis: unverified
purposes: [{id: keep-out, title: Keep out}]
)");
  }
  Ran check(std::vector<std::string> more = {}) const {
    std::vector<std::string> all{"check", "--catalog", path("all")};
    all.insert(all.end(), more.begin(), more.end());
    return Program{}.run(all);
  }
};

}  // namespace

TEST_CASE("catalogues with nothing but notes are clean", "[cli][check]") {
  const Field field;
  const auto ran = field.check();
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, ContainsSubstring("thieves 1.0.0") && ContainsSubstring("0 errors, 0 warnings"));
  CHECK(ran.err.empty());
}

TEST_CASE("a warning is a finding", "[cli][check]") {
  const Field field;
  field.mine("all/mine/manifest.yaml");
  const auto ran = field.check();
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, ContainsSubstring("[missing-translation]") && ContainsSubstring("mine/manifest.yaml:4:12"));
}

TEST_CASE("an edit without a reason is told by what it edits", "[cli][check]") {
  const Field field;
  const auto mine = field.write("mine.yaml", R"(
catalog: {schema: 1, id: mine, version: 1.0.0, released: 2026-01-01, title: {ja: 私, en: Mine}, licence: CC0-1.0, depends-on: [thieves]}
basis: {judgement: ''}
edits: [{add: service-type plain, field: tags, is: mine}]
)");
  const auto ran = field.check({mine});
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, ContainsSubstring("mine.yaml:4:9") &&
                          ContainsSubstring("warning: the edit of service-type plain, tags is a judgement without a"));
  CHECK_THAT(field.check({mine, "--lang", "ja"}).out,
             ContainsSubstring("警告：上書き「service-type plain, tags」は判断とされるが"));
}

TEST_CASE("a named catalogue is checked with those it depends on, and only it", "[cli][check]") {
  const Field field;
  field.mine();
  field.write("all/other/manifest.yaml", R"(
catalog: {schema: 1, id: other, version: 1.0.0, released: 2026-01-01, title: {ja: 他, en: Other}, licence: CC0-1.0}
basis: unverified
purposes: [{id: amuse, title: Amuse}]
)");
  const auto ran = field.check({field.path("mine"), "--format", "json"});
  CHECK(ran.status == 1);
  const auto json = Json::parse(ran.out);
  CHECK(json["catalogs"].size() == 2);  // the other one is not needed
  CHECK(json["catalogs"][0]["id"] == "thieves");
  CHECK(json["catalogs"][0]["checked"] == false);
  CHECK(json["catalogs"][1]["checked"] == true);
  CHECK(json["findings"].size() == 1);
  CHECK(field.check({field.path("mine/manifest.yaml")}).status == 1);  // a single file is a catalogue too
}

TEST_CASE("a dependency that is nowhere is told", "[cli][check]") {
  const Field field;
  field.mine("mine/manifest.yaml", "robbers");
  const auto ran = field.check({field.path("mine")});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, ContainsSubstring("depends on 'robbers'") && ContainsSubstring("[unknown-id]"));
}

TEST_CASE("a folder that is no catalogue is told", "[cli][check]") {
  const Field field;
  const auto ran = field.check({field.path("nowhere")});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err,
             ContainsSubstring("nowhere:1:1: error: there is nothing of this name; give the folder of a catalogue, a "
                               "folder of such folders, or a catalogue in a single file") &&
                 !ContainsSubstring("(no file)"));
}

TEST_CASE("published figures are only seen to be readable", "[cli][check]") {
  const Field field;
  const std::string head =
      "catalog: {schema: 1, id: shown, kind: figures, version: 1.0.0, released: 2026-01-01, title: {ja: 図, en: Figures},"
      " licence: CC0-1.0}\nbasis: unverified\n";
  field.write("figures/manifest.yaml",
              head + "figures: [{id: '1', title: {ja: 一, en: One}, form: table, cells: [{id: a, is: b}]}]\n");
  const auto ran = field.check({field.path("figures")});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, ContainsSubstring("shown 1.0.0 (1 figures, only seen to be readable)"));
  field.write("all/figures/manifest.yaml", field.read("figures/manifest.yaml"));
  const auto all = field.check();
  CHECK(all.status == 0);
  CHECK_THAT(all.out, ContainsSubstring("thieves 1.0.0") && ContainsSubstring("shown 1.0.0 (1 figures"));
  field.write("figures/manifest.yaml", head + "figures: [{id: '1', form: tabel}]\n");
  const auto wrong = field.check({field.path("figures")});
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, ContainsSubstring("manifest.yaml:3:"));
}

TEST_CASE("an empty catalogue, or one that is filtered out, is never all clear", "[cli][check]") {
  const Field field;
  field.write(
      "empty/manifest.yaml",
      "catalog: {schema: 1, id: empty, version: 1.0.0, released: 2026-01-01, title: {ja: 空, en: Empty}, licence: CC0-1.0}\n");
  const auto empty = field.check({field.path("empty")});
  CHECK(empty.status == 4);
  CHECK_THAT(empty.err, ContainsSubstring("[empty-catalog]"));
  field.mine("alone/manifest.yaml", "");
  const auto filtered = field.check({field.path("alone"), "--trust", "stated"});
  CHECK(filtered.status == 4);
  CHECK(filtered.err ==
        "michibiki: error: there is nothing to check: no statement holds under --trust stated; that is not \"all "
        "clear\"\n");
}

TEST_CASE("an overlay of which nothing is trusted is not all clear, whatever it depends on", "[cli][check]") {
  const Field field;
  field.write(
      "base/manifest.yaml",
      "catalog: {schema: 1, id: base, version: 1.0.0, released: 2026-01-01, title: {ja: 土台, en: Base}, licence: "
      "CC0-1.0, sources: [{id: s, title: {ja: 資料, en: Source}}]}\nbasis: {stated: s}\n"
      "natures: [{id: thing, title: {ja: 物, en: Thing}}]\n");
  const auto overlay = field.write(
      "overlay.yaml",
      "catalog: {schema: 1, id: overlay, version: 1.0.0, released: 2026-01-01, title: {ja: 上, en: Overlay}, licence: "
      "CC0-1.0, depends-on: [base]}\nbasis: unverified\nassets: [{id: disk, title: {ja: 円盤, en: Disk}, natures: [thing]}]\n");
  const auto base = field.path("base");
  CHECK(Program{}.run({"check", overlay, "--catalog", base, "--trust", "stated"}).status == 4);
  CHECK(Program{}.run({"check", overlay, "--catalog", base}).status != 4);
}

TEST_CASE("published figures beside them do not make filtered-out catalogues all clear", "[cli][check]") {
  const Field field;
  field.mine("two/mine/manifest.yaml", "");
  field.write(
      "two/figures/manifest.yaml",
      "catalog: {schema: 1, id: shown, kind: figures, version: 1.0.0, released: 2026-01-01, title: {ja: 図, en: Figures},"
      " licence: CC0-1.0}\nbasis: unverified\n"
      "figures: [{id: '1', title: {ja: 一, en: One}, form: table, cells: [{id: a, is: b}]}]\n");
  CHECK(Program{}.run({"check", "--catalog", field.path("two"), "--trust", "stated"}).status == 4);
}

TEST_CASE("an empty catalogue is nothing to check however little is written in it", "[cli][check]") {
  const Field field;
  for (const auto* text : {"", "# nothing\n", "{}\n"}) {
    field.write("blank/manifest.yaml", text);
    CHECK(field.check({field.path("blank")}).status == 4);
    CHECK(field.check({field.path("blank/manifest.yaml")}).status == 4);
  }
}

TEST_CASE("of many findings of a kind the screen shows some and says how many more", "[cli][check]") {
  const Field field;
  std::string purposes;
  for (int i = 0; i < 25; ++i)
    purposes += "  - {id: p" + std::to_string(i) + ", title: Purpose " + std::to_string(i) + "}\n";
  field.write(
      "many/manifest.yaml",
      "catalog: {schema: 1, id: many, version: 1.0.0, released: 2026-01-01, title: {ja: 多, en: Many}, licence: CC0-1.0}\n"
      "basis: unverified\npurposes:\n" +
          purposes);
  const auto ran = field.check({field.path("many")});
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, ContainsSubstring("15 more (--verbose shows all)") && !ContainsSubstring("(p24)"));
  CHECK_THAT(field.check({field.path("many"), "--verbose"}).out, ContainsSubstring("(p24)"));
  CHECK_THAT(field.check({field.path("many"), "--format", "markdown"}).out, ContainsSubstring("(p24)"));
}

TEST_CASE("the JSON of a check has the keys of its contract", "[cli][check]") {
  const Field field;
  field.mine();
  const auto json = Json::parse(field.check({field.path("mine"), "--format", "json"}).out);
  CHECK(json["format"] == "michibiki-check");
  CHECK(json["version"] == 1);
  const auto& finding = json["findings"][0];
  CHECK(finding["kind"] == "missing-translation");
  CHECK(finding["severity"] == "warning");
  CHECK(finding["file"] == "mine/manifest.yaml");
  CHECK(finding["line"] == 4);
  CHECK(finding["column"] == 12);
  CHECK(finding["message"] == "`title` of Keep out (keep-out) has no Japanese");
  CHECK(finding["hint"] == "give both languages");
  CHECK(finding["message_ja"] == "Keep out（keep-out）の `title` に日本語がない");
  CHECK(json["counts"]["warning"] == 1);
  CHECK(json["counts"]["kinds"]["missing-translation"] == 1);
  CHECK(json["counts"]["kinds"]["uncovered"] == 0);
  CHECK(json["bases"]["purposes"]["unverified"] == 1);
}

TEST_CASE("where a catalogue lies never shows in a result", "[cli][check]") {
  const Field a;
  const Field b;
  a.mine();
  b.mine("elsewhere/deep/manifest.yaml");
  CHECK(a.check({a.path("mine"), "--format", "json"}).out ==
        b.check({b.path("elsewhere/deep"), "--format", "json"}).out);
}

TEST_CASE("a check speaks both languages", "[cli][check]") {
  const Field field;
  field.mine();
  CHECK_THAT(
      field.check({field.path("mine"), "--lang", "ja"}).out,
      ContainsSubstring("カタログの検査結果") && ContainsSubstring("Keep out（keep-out）の `title` に日本語がない"));
}
