// A skeleton is something to start from: it stands as it is, whatever the catalogues, and nothing that is there is ever touched.
#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/schema_reference.hpp"
#include "cli/skeletons.hpp"

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/random_catalog.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using michibiki::cli::schema_reference;

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kinds_in_a_file{"service-type", "component", "measure", "overlay"};

/// A folder of catalogues, and a place to write skeletons to.
struct Place : Scratch {
  std::string catalogs;

  explicit Place(std::string folder) : catalogs(std::move(folder)) {}
  /// With the catalogue of these sections.
  static std::string text(const std::string& sections, const std::string& id = "field") {
    return "catalog: {schema: 1, id: " + id +
           ", version: 1.0.0, released: 2026-01-01, title: {ja: 分野, en: Field}, licence: CC0-1.0, sources: [{id: report, "
           "title: {ja: 報告書, en: Report}}]}\nbasis: {stated: report}\n" +
           sections;
  }
  explicit Place(const char* sections) {
    catalogs = fs::path(write("catalogs/field/manifest.yaml", text(sections))).parent_path();
  }

  Ran make(const std::string& kind, const std::string& name, std::vector<std::string> more = {}) const {
    std::vector<std::string> call{"new", kind, name, "--catalog", catalogs};
    call.insert(call.end(), more.begin(), more.end());
    if (std::ranges::count(more, "--output") == 0)
      call.insert(call.end(), {"--output", path(name + (kind == "catalog" ? "" : ".yaml"))});
    return Program{}.run(call);
  }
  Ran check(const std::string& name, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> call{"check", path(name), "--catalog", catalogs};
    call.insert(call.end(), more.begin(), more.end());
    return Program{}.run(call);
  }
};

Place shipped() { return Place(std::string("catalogs")); }  // tests run in the project's folder

/// Without the marks of the lines that are optional; the first line is the editor's.
std::string with_all_options(const std::string& text) {
  std::string all;
  std::istringstream lines(text);
  std::string line;
  for (bool first = true; std::getline(lines, line); first = false) {
    const auto mark = line.find_first_not_of(' ');
    if (!first && mark != std::string::npos && line.compare(mark, 2, "# ") == 0) line.erase(mark, 2);
    all += line + '\n';
  }
  return all;
}

std::size_t optional_lines(const std::string& text) {
  static const std::regex optional("\n *# ");
  return static_cast<std::size_t>(std::distance(std::sregex_iterator(text.begin(), text.end(), optional), {}));
}

/// Fields of other shapes than the shipped one, by what they lack or have instead.
const std::vector<std::pair<std::string, const char*>>& fields() {
  static const std::vector<std::pair<std::string, const char*>> all{
      {"threats alone", "threats: [{id: fire, title: {ja: 火災, en: Fire}}]\n"},
      {"threats and controls, no assets", R"(
properties: [{id: secrecy, title: {ja: 秘密, en: Secrecy}}]
threats: [{id: spying, title: {ja: 盗み見, en: Spying}, harms: [secrecy]}, {id: leak, title: {ja: 漏れ, en: Leak}, harms: [secrecy]}]
controls: [{id: AC-2, title: {ja: 口座, en: Accounts}}]
links: [{kind: mitigates, from: AC-2, to: spying, because: {ja: 防ぐ, en: it prevents}}]
)"},
      {"controls that cover, and an open threat", R"(
components: [{id: laptop, title: {ja: 端末, en: Laptop}, carries: [files]}]
assets: [{id: files, title: {ja: ファイル, en: Files}}]
threats: [{id: theft, title: {ja: 盗難, en: Theft}}, {id: fire, title: {ja: 火災, en: Fire}}]
controls: [{id: SC-28, title: {ja: 暗号, en: Encryption}}]
dispositions: [{id: kept, title: {ja: 採用, en: Kept}}]
links:
  - {kind: mitigates, from: SC-28, to: theft, because: {ja: 読めない, en: unreadable}}
  - {kind: disposed-as, from: SC-28, to: kept, because: {ja: 要る, en: needed}}
)"},
      {"natures of which none is fully covered", R"(
natures: [{id: people, title: {ja: 人, en: People}}, {id: premises, title: {ja: 建物, en: Premises}}]
mechanisms:
  - {id: entering, title: {ja: 侵入, en: Entering}, acts-on: [{natures: [premises], because: {ja: 入る, en: entered}}]}
  - {id: falling-ill, title: {ja: 発病, en: Falling ill}, acts-on: [{natures: [people], because: {ja: 休む, en: absent}}]}
components: [{id: office, title: {ja: 事務所, en: Office}, carries: [rooms, staff]}]
assets: [{id: rooms, title: {ja: 部屋, en: Rooms}, natures: [premises]}, {id: staff, title: {ja: 職員, en: Staff}, natures: [people]}]
threats:
  - {id: burglary, title: {ja: 空き巣, en: Burglary}, mechanisms: [entering]}
  - {id: vandalism, title: {ja: 破壊, en: Vandalism}, mechanisms: [entering]}
  - {id: influenza, title: {ja: 風邪, en: Influenza}, mechanisms: [falling-ill]}
documents: [{id: rulebook, title: {ja: 規則, en: Rule book}}]
controls: [{id: C1, title: {ja: 鍵, en: Keys}}]
measures: [{id: locks, title: {ja: 施錠, en: Locks}}]
system-cases: [{id: one, title: {ja: 一つ, en: One}, components: [office]}]
links:
  - {kind: counters, from: locks, to: burglary, because: {ja: 入れない, en: nobody gets in}}
  - {kind: mitigates, from: C1, to: burglary, because: {ja: 入れない, en: nobody gets in}}
  - {id: from, kind: originates-from, from: locks, to: [C1, rulebook], because: {ja: 由来, en: from there}}
)"},
      {"threats by direct links", R"(
components: [{id: car, title: {ja: 車, en: Car}, carries: [brakes]}]
assets: [{id: brakes, title: {ja: 制動, en: Brakes}}]
threats: [{id: spoofing, title: {ja: なりすまし, en: Spoofing}}, {id: rust, title: {ja: 錆, en: Rust}}]
measures: [{id: signing, title: {ja: 署名, en: Signing}}]
links:
  - {kind: exposes, from: spoofing, to: brakes, because: {ja: 効く, en: it works}}
  - {kind: counters, from: signing, to: spoofing, because: {ja: 見抜く, en: it is seen}}
)"},
      {"no threats at all", R"(
levels: [{id: low, title: {ja: 低, en: low}}, {id: high, title: {ja: 高, en: high}}]
properties: [{id: uptime, title: {ja: 稼働, en: Uptime}, levels: [low, high]}]
components: [{id: pump, title: {ja: ポンプ, en: Pump}, carries: [water]}]
assets: [{id: water, title: {ja: 水, en: Water}}]
measures: [{id: spare, title: {ja: 予備, en: Spare}}]
stakeholders: [{id: keeper, title: {ja: 番人, en: Keeper}, always: true}]
links: [{kind: involves, from: keeper, to: spare, because: {ja: 替える, en: replaces it}}]
)"},
      {"ids that YAML reads as something else", R"(
origins: [{id: "yes", title: {ja: 有, en: Yes}}, {id: "null", title: {ja: 無, en: None}}]
natures: [{id: "1", title: {ja: 一, en: One}}]
mechanisms: [{id: "x:y", title: {ja: 働き, en: Work}, acts-on: [{natures: ["1"], because: {ja: 及ぶ, en: it does}}]}]
components: [{id: "a:b", title: {ja: "甲：乙", en: "A: b"}, carries: ["2026-01-01"]}]
assets: [{id: "2026-01-01", title: {ja: 日, en: "Day #1"}, natures: ["1"]}]
threats: [{id: "no", title: {ja: "否\n定", en: "No {{id}}"}, origin: "null", mechanisms: ["x:y"]}]
measures: [{id: "3.14", title: {ja: 円, en: Pie}}]
links: [{kind: counters, from: "3.14", to: "no", because: {ja: 丸い, en: it is round}}]
)"},
  };
  return all;
}

void stands(const Place& place, const std::string& name) {
  const auto checked = place.check(name);
  CAPTURE(name, checked.out, checked.err);
  CHECK(checked.status == 0);
  CHECK(checked.err.empty());
}

nlohmann::json derive(const Place& place, const std::string& service, const std::vector<std::string>& more) {
  const auto file = place.write("service.yaml", service);
  std::vector<std::string> call{"derive", file, "--format", "json"};
  call.insert(call.end(), more.begin(), more.end());
  const auto ran = Program{}.run(call);
  INFO(ran.err);
  REQUIRE(ran.status < 2);
  return nlohmann::json::parse(ran.out);
}

}  // namespace

TEST_CASE("a skeleton stands as it is beside the shipped catalogues: no error, no warning", "[cli][new][thorough]") {
  const auto place = shipped();
  for (const auto& kind : kinds_in_a_file) {
    const auto made = place.make(kind, "my-" + kind);
    CHECK(made.status == 0);
    CHECK(made.err.empty());
    CHECK_THAT(place.read("my-" + kind + ".yaml"), StartsWith("# yaml-language-server: $schema=") &&
                                                       ContainsSubstring("\n  released: 2026-11-28\n") &&
                                                       ContainsSubstring("EDIT"));
    stands(place, "my-" + kind + ".yaml");
  }
}

TEST_CASE("a skeleton stands with catalogues of any shape", "[cli][new]") {
  for (const auto& [shape, sections] : fields()) {
    const Place place(sections);
    for (const auto& kind : kinds_in_a_file) {
      CAPTURE(shape, kind);
      const auto made = place.make(kind, "mine");
      CHECK(made.err.empty());
      REQUIRE(made.status == 0);
      CAPTURE(place.read("mine.yaml"));
      stands(place, "mine.yaml");
      fs::remove(place.path("mine.yaml"));
    }
  }
}

TEST_CASE("a skeleton stands with random catalogues", "[cli][new][property]") {
  rc::Random random(20080130);
  for (int i = 0; i < 60; ++i) {
    const auto catalog = random_catalog()(random.split(), rc::kNominalSize).value();
    Place place("basis: unverified\norigins: [{id: o}]\n");
    fs::remove_all(place.path("catalogs"));
    for (const auto& one : texts_of(catalog)) place.write("catalogs/" + one.name + "/manifest.yaml", one.text);
    place.catalogs = place.path("catalogs");
    for (const auto& kind : kinds_in_a_file) {
      const auto made = place.make(kind, "mine");
      CAPTURE(i, kind, made.err);
      REQUIRE(made.status == 0);
      CAPTURE(place.read("mine.yaml"));
      const auto checked = place.check("mine.yaml");
      CAPTURE(checked.out, checked.err);
      REQUIRE(checked.status == 0);
      fs::remove(place.path("mine.yaml"));
    }
  }
}

TEST_CASE("the lines that a skeleton offers can all be used at once", "[cli][new][thorough]") {
  const auto all_load = [](const Place& place, const std::string& kind) {
    REQUIRE(place.make(kind, "mine").status == 0);
    const auto text = place.read("mine.yaml");
    CHECK(optional_lines(text) >= 2);
    place.write("mine.yaml", with_all_options(text));
    const auto checked = place.check("mine.yaml");
    CAPTURE(kind, place.read("mine.yaml"), checked.err);
    CHECK(checked.status < 2);  // what they say may have findings, but it is read
    fs::remove(place.path("mine.yaml"));
  };
  for (const auto& kind : kinds_in_a_file) {
    all_load(shipped(), kind);
    for (const auto& [shape, sections] : fields()) {
      CAPTURE(shape);
      all_load(Place(sections), kind);
    }
  }
  const auto place = shipped();
  REQUIRE(place.make("catalog", "whole").status == 0);
  for (const auto& name : place.files()) place.write(name, with_all_options(place.read(name)));
  CHECK(place.check("whole").status == 0);
}

TEST_CASE("a new component carries an asset that threats reach and measures cover", "[cli][new]") {
  const auto place = shipped();
  REQUIRE(place.make("component", "kiosk").status == 0);
  const auto derived = derive(place, "id: s\ntitle: {ja: 店, en: Shop}\ninstances: [kiosk]\n",
                              {"--catalog", "catalogs", "--overlay", place.path("kiosk.yaml")});
  CHECK(derived["assets"].size() == 1);
  REQUIRE_FALSE(derived["exposures"].empty());
  for (const auto& exposure : derived["exposures"]) CHECK(exposure["status"] == "covered");
}

TEST_CASE("where not everything is answered, a new component brings an answer of its own", "[cli][new]") {
  for (const auto* shape : {"controls that cover, and an open threat", "natures of which none is fully covered"}) {
    const auto field = std::ranges::find(fields(), shape, [](const auto& one) { return one.first; });
    const Place place(field->second);
    REQUIRE(place.make("component", "kiosk").status == 0);
    const auto derived = derive(place, "id: s\ntitle: {ja: 店, en: Shop}\ninstances: [kiosk]\n",
                                {"--catalog", place.catalogs, "--overlay", place.path("kiosk.yaml")});
    REQUIRE_FALSE(derived["exposures"].empty());
    for (const auto& exposure : derived["exposures"]) CHECK(exposure["status"] == "covered");
    CHECK_THAT(place.read("kiosk.yaml"), ContainsSubstring("kiosk.answer"));
  }
}

TEST_CASE("a new measure covers what no measure covered, and stands in a chapter", "[cli][new]") {
  const auto place = shipped();
  REQUIRE(place.make("measure", "drill").status == 0);
  const std::string service = "id: s\ntitle: {ja: 店, en: Shop}\ncase: data-centre\n";
  const auto before = derive(place, service, {"--catalog", "catalogs"});
  const auto after = derive(place, service, {"--catalog", "catalogs", "--overlay", place.path("drill.yaml")});
  CHECK(after["coverage"]["covered"] > before["coverage"]["covered"]);
  const auto& measures = after["measures"];
  const auto drill = std::ranges::find_if(measures, [](const auto& one) { return one["id"] == "drill"; });
  REQUIRE(drill != measures.end());
  CHECK(drill->at("exposures") > 0);
  CHECK_FALSE(drill->at("chapter").is_null());
}

TEST_CASE("a service of a new type has a pattern and its typical system", "[cli][new]") {
  const auto place = shipped();
  REQUIRE(place.make("service-type", "stall").status == 0);
  const auto derived = derive(place, "id: s\ntitle: {ja: 店, en: Shop}\ntype: stall\ncase: data-centre\n",
                              {"--catalog", "catalogs", "--overlay", place.path("stall.yaml")});
  CHECK(derived["patterns"].size() == 1);
  CHECK_FALSE(derived["exposures"].empty());
}

TEST_CASE("of a new service type no level is without effect", "[cli][new][thorough]") {
  const auto place = shipped();
  REQUIRE(place.make("service-type", "stall").status == 0);
  const auto ran =
      Program{}.run({"check", "--added", place.path("stall.yaml"), "--catalog", place.catalogs, "--format", "json"});
  const auto told = nlohmann::json::parse(ran.out);
  for (const auto& criterion : told["criteria"]) {
    INFO(criterion.dump());
    CHECK((criterion["count"] == 0) == (criterion["criterion"] != "grounded"));  // nobody has confirmed it yet
  }
}

TEST_CASE("a new overlay edits something, and no derivation changes", "[cli][new]") {
  const auto place = shipped();
  REQUIRE(place.make("overlay", "mine").status == 0);
  const auto checked = place.check("mine.yaml", {"--format", "json"});
  CHECK_THAT(checked.out, ContainsSubstring("\"overridden\""));
  const std::string service = "id: s\ntitle: {ja: 店, en: Shop}\ncase: data-centre\n";
  const auto before = derive(place, service, {"--catalog", "catalogs"});
  const auto after = derive(place, service, {"--catalog", "catalogs", "--overlay", place.path("mine.yaml")});
  CHECK(after["coverage"] == before["coverage"]);
  CHECK(after["controls"] == before["controls"]);
}

TEST_CASE("a new catalogue derives from one end to the other by itself", "[cli][new]") {
  const auto place = shipped();
  const auto made = place.make("catalog", "whole");
  CHECK(made.status == 0);
  CHECK(made.out == place.path("whole") +
                        " is written. Write your own at each EDIT, and look it over with\n  michibiki check " +
                        place.path("whole") + "\n");
  for (const auto& name : place.files()) CHECK_THAT(place.read(name), StartsWith("# yaml-language-server: $schema="));
  const auto alone = Program{}.run({"check", "--catalog", place.path("whole")});
  INFO(alone.out);
  CHECK(alone.status == 0);
  stands(place, "whole");
  // As its manifest tells the reader to.
  const auto derived =
      derive(place, "id: my-books\ntitle: {ja: 私の帳簿, en: My books}\ntype: book-keeping\ncase: one-office\n",
             {"--catalog", place.path("whole")});
  CHECK(derived["patterns"].size() == 1);
  CHECK(derived["coverage"]["exposures"] == derived["coverage"]["covered"]);
  CHECK(derived["measures"].size() == 2);
  CHECK(derived["unreached"].empty());
}

TEST_CASE("the same call writes the same bytes", "[cli][new][thorough]") {
  for (const auto& kind : kinds_in_a_file) {
    const std::vector<std::string> call{"new", kind, "mine", "--catalog", "catalogs", "-o", "-"};
    const auto first = Program{}.run(call);
    CHECK(first.status == 0);
    CHECK(first.err.empty());
    CHECK(first.out == Program{}.run(call).out);
    const auto place = shipped();
    REQUIRE(place.make(kind, "mine", {"--lang", "ja"}).status == 0);
    const auto text = place.read("mine.yaml");
    CHECK(text.substr(text.find('\n')) == first.out.substr(first.out.find('\n')));  // but for the path of the schema
  }
}

TEST_CASE("whatever is there already is refused and left as it was", "[cli][new]") {
  const auto place = shipped();
  place.write("mine.yaml", "# my own comments, in my own order\n");
  place.write("whole/notes.txt", "mine");
  fs::create_directories(place.path("empty"));
  fs::create_symlink("nowhere", place.path("link.yaml"));
  const auto before = place.files();
  for (const auto& [kind, target] : std::vector<std::pair<std::string, std::string>>{{"component", "mine.yaml"},
                                                                                     {"overlay", "link.yaml"},
                                                                                     {"measure", "whole"},
                                                                                     {"catalog", "whole"},
                                                                                     {"catalog", "whole/"},
                                                                                     {"catalog", "empty"},
                                                                                     {"catalog", "mine.yaml"}}) {
    const auto ran = place.make(kind, "x", {"--output", place.path(target)});
    CAPTURE(kind, target);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err,
               ContainsSubstring("' exists already, and nothing is ever overwritten; choose another NAME, or another "
                                 "place with --output"));
  }
  CHECK(place.files() == before);
  CHECK(place.read("mine.yaml") == "# my own comments, in my own order\n");
  CHECK(fs::is_empty(place.path("empty")));
}

TEST_CASE("without --output the file stands in the current folder and is called as its id", "[cli][new]") {
  const auto place = shipped();
  const auto catalogs = fs::absolute("catalogs").string();
  const auto here = fs::current_path();
  fs::current_path(place.path("."));
  const auto component = Program{}.run({"new", "component", "Ａ:b/c", "--catalog", catalogs});
  const auto ja =
      Program{}.run({"new", "overlay", "d", "--catalog", catalogs, "--lang", "ja", "--overlay", "A-b-c.yaml"});
  const auto whole = Program{}.run({"new", "catalog", "e", "--catalog", catalogs, "--quiet"});
  const auto checked = Program{}.run({"check", "d.yaml", "--catalog", catalogs, "--overlay", "A-b-c.yaml"});
  fs::current_path(here);
  CHECK(component.out ==
        "A-b-c.yaml is written. Write your own at each EDIT, and look it over with\n"
        "  michibiki check A-b-c.yaml --catalog " +
            catalogs + "\n");
  CHECK(ja.out ==
        "d.yaml を作成した。EDIT の箇所を書き換え、次のコマンドで点検する：\n  michibiki check d.yaml --catalog " +
            catalogs + " --overlay A-b-c.yaml\n");
  CHECK(whole.out.empty());
  CHECK(whole.status == 0);
  CHECK(fs::exists(place.path("e/manifest.yaml")));
  CHECK_THAT(place.read("A-b-c.yaml"), ContainsSubstring("\n  id: \"A:b/c\"\n"));
  CHECK_THAT(place.read("d.yaml"), ContainsSubstring(", \"A:b/c\"]\n"));
  INFO(checked.err);
  CHECK(checked.status == 0);
}

TEST_CASE("the command to go on with can be given to a shell as it is", "[cli][new]") {
  const auto place = shipped();
  const auto ran = place.make("overlay", "it's");
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, ContainsSubstring("NAME: ''' cannot stand in an id; ids are made of ASCII letters, digits and"));
  const auto spaced = place.make("overlay", "mine", {"--output", place.path("o'clock x.yaml")});
  CHECK_THAT(spaced.out,
             ContainsSubstring("  michibiki check '" + place.path("o'\\''clock x.yaml") + "' --catalog catalogs\n"));
}

TEST_CASE("a name that cannot be one, or that something has, is said and nothing is written", "[cli][new]") {
  const Place place(
      "components: [{id: pump, title: {ja: ポンプ, en: Pump}, carries: [tank.asset]}]\nassets: [{id: tank.asset, title: {ja: 槽, en: Tank}}]\n"
      "threats: [{id: leak, title: {ja: 漏れ, en: Leak}}]\nmeasures: [{id: m, title: {ja: 栓, en: Plug}}]\n"
      "links: [{id: plug/counters, kind: counters, from: m, to: leak, because: {ja: 塞ぐ, en: plugged}}]\n");
  const auto refused = [&](const std::string& kind, const std::string& name, const std::string& message) {
    const auto ran = place.make(kind, name);
    CAPTURE(kind, name);
    CHECK(ran.status == 2);
    CHECK(ran.err == "michibiki: error: " + message + "\n");
    CHECK_FALSE(fs::exists(place.path(name + ".yaml")));
  };
  refused("component", "field", "NAME: the catalogue 'field' exists already; choose another name");
  refused("catalog", "field", "NAME: the catalogue 'field' exists already; choose another name");
  refused("component", "pump", "NAME: the component 'pump' exists already; choose another name");
  refused("component", "tank", "NAME: the asset 'tank.asset' exists already; choose another name");
  refused("measure", "plug", "NAME: the link 'plug/counters' exists already; choose another name");
  CHECK_THAT(place.make("overlay", "-x").err, ContainsSubstring("unknown option '-x'"));
  CHECK_THAT(place.make("overlay", ".x").err,
             ContainsSubstring("NAME: the id '.x' starts with '.'; start it with a letter or digit"));
  CHECK_THAT(place.make("overlay", "部品").err, ContainsSubstring("NAME: "));
}

TEST_CASE("what a call of `new` lacks or misspells is said", "[cli][new]") {
  const auto problem = [](std::vector<std::string> call) {
    call.insert(call.begin(), "new");
    const auto ran = Program{}.run(call);
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err, ContainsSubstring("Try 'michibiki new --help'."));
    return ran.err.substr(0, ran.err.find('\n'));
  };
  CHECK(problem({}) ==
        "michibiki: error: KIND is missing; it is one of catalog, service-type, component, measure, overlay");
  CHECK(problem({"measure"}) == "michibiki: error: NAME is missing; give the measure an id");
  CHECK(
      problem({"compnent", "x"}) ==
      "michibiki: error: KIND: 'compnent' is none of catalog, service-type, component, measure, overlay; did you mean "
      "'component'?");
  CHECK(problem({"measure", "x", "y"}) == "michibiki: error: 'y' is one argument too many");
  CHECK(problem({"measure", "x", "--format", "json"}) ==
        "michibiki: error: a skeleton is YAML whatever the form of results; leave out --format");
}

TEST_CASE("a catalogue does not go to standard output", "[cli][new]") {
  const auto ran = Program{}.run({"new", "catalog", "x", "--catalog", "catalogs", "-o", "-"});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err,
             ContainsSubstring("a catalogue is a folder, which standard output cannot take; name one with --output"));
}

TEST_CASE("nothing is put into the folder of a catalogue, which would read it as its own", "[cli][new]") {
  const Place place("origins: [{id: o, title: {ja: 所, en: O}}]\n");
  for (const auto& kind : {"overlay", "catalog"}) {
    const auto ran = place.make(kind, "x", {"--output", place.path("catalogs/field/x.yaml")});
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err,
               ContainsSubstring("is the folder of a catalogue, which would read this as a part of itself; choose "
                                 "another place with --output"));
  }
  CHECK(place.files() == std::vector<std::string>{"catalogs/field/manifest.yaml"});
}

TEST_CASE("wrong catalogues are told, and nothing is written", "[cli][new]") {
  const Place place("threats: [{id: fire, harms: [presense]}]\n");
  for (const std::string kind : {"component", "catalog"}) {
    const auto ran = place.make(kind, "mine");
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err, ContainsSubstring("unknown property 'presense'"));
  }
  CHECK(place.files() == std::vector<std::string>{"catalogs/field/manifest.yaml"});
}

TEST_CASE("a place that cannot be written to is our failure, and leaves nothing behind", "[cli][new]") {
  const auto place = shipped();
  for (const std::string kind : {"overlay", "catalog"}) {
    const auto nowhere = place.make(kind, "x", {"--output", place.path("nowhere/x")});
    CHECK(nowhere.status == 3);
    CHECK(nowhere.out.empty());
    CHECK_THAT(nowhere.err, ContainsSubstring("cannot write '") && ContainsSubstring("(in the folder '"));
    CHECK(place.make(kind, "x", {"--output", "/proc/x"}).status == 3);  // not even root may
    if (geteuid() == 0) continue;
    fs::create_directories(place.path("closed"));
    fs::permissions(place.path("closed"), fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(place.make(kind, "x", {"--output", place.path("closed/x")}).status == 3);
    fs::permissions(place.path("closed"), fs::perms::owner_all);
  }
  CHECK(place.files().empty());
}

TEST_CASE("a disk that fills up leaves neither a skeleton nor a part of one", "[cli][new]") {
  const auto place = shipped();
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const auto ignored = std::signal(SIGXFSZ, SIG_IGN);  // so that writing fails instead of ending the program
  rlimit small = before;
  small.rlim_cur = 3000;  // some of the files of a catalogue are smaller
  setrlimit(RLIMIT_FSIZE, &small);
  const auto file = place.make("measure", "x");
  const auto folder = place.make("catalog", "y");
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, ignored);
  CHECK(file.status == 3);
  CHECK(folder.status == 3);
  CHECK(fs::is_empty(place.path(".")));
}

TEST_CASE("what is new may be read and written as the user's mask has it", "[cli][new]") {
  const auto place = shipped();
  const auto mask = umask(027);
  const auto file = place.make("overlay", "one");
  const auto folder = place.make("catalog", "two");
  umask(mask);
  const auto permissions = [&](const std::string& name) {
    return static_cast<unsigned>(fs::status(place.path(name)).permissions());
  };
  CHECK(permissions("one.yaml") == 0640);
  CHECK(permissions("two") == 0750);
  CHECK(permissions("two/threats.yaml") == 0640);
}

TEST_CASE("editors are told of the schema by a path from the file, or from the root", "[cli][new]") {
  CHECK(schema_reference("/home/a/catalogs/schemas/s.json", "/home/a/mine/x.yaml") == "../catalogs/schemas/s.json");
  CHECK(schema_reference("/home/a/schemas/s.json", "/home/a/x.yaml") == "schemas/s.json");
  CHECK(schema_reference("/usr/share/s.json", "/home/a/x.yaml") == "/usr/share/s.json");
  CHECK(schema_reference("/home/b/s.json", "/home/a/x.yaml") == "/home/b/s.json");  // /home is nobody's own
  CHECK(schema_reference("/src/catalogs/schemas/s.json", "/src/x.yaml") == "catalogs/schemas/s.json");
  CHECK(schema_reference("/catalogs/schemas/s.json", "/x.yaml") == "/catalogs/schemas/s.json");
  CHECK(schema_reference("/home/b/資料/s.json", "/home/a/x.yaml") == "/home/b/資料/s.json");
  CHECK(schema_reference("/home/b/my files/s#1.json", "/home/a/x.yaml") == "file:///home/b/my%20files/s%231.json");
  CHECK(schema_reference("/home/a/my files/s.json", "/home/a/x.yaml") == "file:///home/a/my%20files/s.json");
}

TEST_CASE("the schema is looked for beside the catalogues of the call", "[cli][new]") {
  const Place place("origins: [{id: o, title: {ja: 所, en: O}}]\n");
  place.write("catalogs/schemas/catalog.schema.json", "{}");
  REQUIRE(place.make("overlay", "mine").status == 0);
  CHECK_THAT(place.read("mine.yaml"),
             StartsWith("# yaml-language-server: $schema=catalogs/schemas/catalog.schema.json\n"));
  REQUIRE(place.make("catalog", "whole").status == 0);
  CHECK_THAT(place.read("whole/links.yaml"),
             StartsWith("# yaml-language-server: $schema=../catalogs/schemas/catalog.schema.json\n"));
}

TEST_CASE("every skeleton of the folder is in the program", "[cli][new]") {
  std::set<std::string> in_folder;
  for (const auto& entry : fs::recursive_directory_iterator("cli/skeletons")) {
    if (entry.is_regular_file()) in_folder.insert(entry.path().lexically_relative("cli/skeletons").generic_string());
  }
  std::set<std::string> in_program;
  for (const auto& skeleton : michibiki::cli::skeletons) {
    std::ifstream file("cli/skeletons/" + std::string(skeleton.name), std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == skeleton.text);
    in_program.insert(std::string(skeleton.name));
  }
  CHECK(in_program == in_folder);
}
