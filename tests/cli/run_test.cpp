// The door: every exit status, what goes to which stream, and what a wrong call is told.
#include <algorithm>
#include <new>
#include <sstream>
#include <stdexcept>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;

namespace {

/// A catalogue in a folder and a service that it covers.
struct Field : Scratch {
  Field() {
    write("thieves/manifest.yaml", field_of_thieves());
    write("service.yaml", service);
  }
  std::vector<std::string> derive(std::vector<std::string> more = {}) const {
    std::vector<std::string> all{"derive", path("service.yaml"), "--catalog", path("thieves")};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  /// The link that covers the only exposure holds nowhere any more.
  std::string uncovering() const {
    return write("open.yaml", R"(
catalog: {schema: 1, id: open, version: 1.0.0, released: 2026-01-01, title: {ja: 開, en: Open}, licence: CC0-1.0, depends-on: [thieves]}
basis: unverified
edits: [{withdraw: link lock counters theft}]
)");
  }
  static inline const std::string service = "id: shop\ntitle: {ja: 店, en: Shop}\ntype: plain\ncase: one-rack\n";
};

}  // namespace

TEST_CASE("a service whose exposures are all covered ends clean", "[cli][derive]") {
  const Field field;
  const auto ran = Program{}.run(field.derive());
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, ContainsSubstring("Shop"));
  CHECK(ran.err.empty());
}

TEST_CASE("an open exposure is a finding, an accepted one is not", "[cli][derive]") {
  const Field field;
  const auto overlay = field.uncovering();
  CHECK(Program{}.run(field.derive({"--overlay", overlay})).status == 1);
  field.write(
      "service.yaml",
      Field::service +
          "accepted:\n  - {asset: disk, threat: theft, reason: {ja: 安い, en: cheap}, by: me, on: 2026-01-02}\n");
  const auto ran = Program{}.run(field.derive({"--overlay", overlay}));
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
}

TEST_CASE("an acceptance that accepts nothing is told", "[cli][derive]") {
  const Field field;
  field.write(
      "service.yaml",
      Field::service +
          "accepted:\n  - {asset: disk, threat: theft, reason: {ja: 安い, en: cheap}, by: me, on: 2026-01-02}\n");
  const auto ran = Program{}.run(field.derive());
  CHECK(ran.status == 0);
  CHECK_THAT(ran.err, StartsWith("michibiki: warning: ") &&
                          ContainsSubstring("service.yaml:6:5: this acceptance accepts nothing: no exposure "
                                            "that it names is open"));
  CHECK(Program{}.run(field.derive({"--quiet"})).err.empty());
}

TEST_CASE("an acceptance of what is shared is not enough until all accept it", "[cli][derive]") {
  const Field field;
  const auto overlay = field.uncovering();
  const std::string accepted =
      "    accepted: [{asset: disk, threat: theft, reason: {ja: 安い, en: cheap}, by: me, on: 2026-01-02}]\n";
  const auto status = [&](const std::string& of_b) {
    field.write("service.yaml",
                "id: both\ntitle: {ja: 両, en: Both}\nshared: [rack]\nservices:\n"
                "  - id: a\n    uses: rack\n    type: plain\n" +
                    accepted + "  - id: b\n    uses: rack\n    type: plain\n" + of_b);
    return Program{}.run(field.derive({"--overlay", overlay}));
  };
  const auto one = status("");
  CHECK(one.status == 1);
  CHECK_THAT(one.err, ContainsSubstring("service.yaml:8:16: this acceptance is not enough: other services that share "
                                        "the component do not accept it"));
  const auto both = status(accepted);
  CHECK(both.status == 0);
  CHECK(both.err.empty());
}

TEST_CASE("a service that no pattern fits is told where it says what it requires", "[cli][derive]") {
  const Field field;
  const auto overlay = field.write("fewer.yaml", R"(
catalog: {schema: 1, id: fewer, version: 1.0.0, released: 2026-01-01, title: {ja: 少, en: Fewer}, licence: CC0-1.0, depends-on: [thieves]}
basis: unverified
edits: [{withdraw: pattern 2}]
)");
  for (const auto* required : {"type: plain", "answers: {precious: false}", "levels: {presence: low}"}) {
    INFO(required);
    field.write("service.yaml", "id: shop\ncase: one-rack\n" + std::string(required) + '\n');
    CHECK(Program{}.run(field.derive()).status == 0);
    const auto ran = Program{}.run(field.derive({"--overlay", overlay, "--output", field.path("report.txt")}));
    CHECK(ran.status == 2);
    const bool by_levels = std::string_view(required).starts_with("levels");
    CHECK_THAT(ran.err,
               ContainsSubstring("service.yaml:3:") &&
                   ContainsSubstring(by_levels ? "error: no pattern has these levels"
                                               : "error: no pattern has the levels that service 'shop' requires; "
                                                 "the lattice is listed under `patterns`") &&
                   ContainsSubstring("[outside-lattice]"));
    CHECK(field.files() == std::vector<std::string>{"fewer.yaml", "service.yaml", "thieves/manifest.yaml"});
  }
}

TEST_CASE("where trust hides the patterns, values do not quietly vanish", "[cli][derive]") {
  const Field field;
  auto text = field_of_thieves();
  for (const std::string pattern : {"{id: 1, title: {ja: パ", "{id: 2, title: {ja: パ"}) {
    const auto at = text.find(pattern);
    REQUIRE(at != std::string::npos);
    text.insert(at + 1, "basis: unverified, ");
  }
  field.write("thieves/manifest.yaml", text);
  CHECK(Program{}.run(field.derive({"--trust", "unverified"})).status == 0);
  const auto ran = Program{}.run(field.derive({"--trust", "stated", "--output", field.path("report.txt")}));
  CHECK(ran.status == 4);
  CHECK_THAT(ran.err,
             ContainsSubstring("every pattern that has the levels of service 'shop' is hidden under --trust stated"));
  CHECK(field.read("report.txt").empty());
}

TEST_CASE("the order in which a service and its catalogues are given changes no byte", "[cli][derive]") {
  const Field field;
  field.write("more/manifest.yaml", R"(
catalog: {schema: 1, id: more, version: 1.0.0, released: 2026-01-01, title: {ja: 追加, en: More}, licence: CC0-1.0, depends-on: [thieves]}
basis: unverified
components: [{id: shelf, title: {ja: 棚, en: Shelf}, carries: [disk]}, {id: safe, title: {ja: 金庫, en: Safe}, carries: [disk]}]
)");
  const auto report = [&](const std::string& service, const std::vector<std::string>& catalogs,
                          const std::string& format) {
    field.write("service.yaml", service);
    std::vector<std::string> arguments{"derive", field.path("service.yaml"), "--format", format};
    for (const auto& catalog : catalogs) {
      arguments.emplace_back("--catalog");
      arguments.push_back(field.path(catalog));
    }
    const auto ran = Program{}.run(arguments);
    CHECK(ran.err.empty());
    return ran.out;
  };
  const std::string one = R"(id: both
title: {ja: 両, en: Both}
shared: [rack, shelf]
services: [{id: a, uses: [rack, shelf], type: plain, instances: [safe, {id: b, type: shelf}]}, {id: c, uses: [rack], type: kind-of}]
)";
  const std::string other = R"(id: both
title: {en: Both, ja: 両}
services: [{type: kind-of, id: c, uses: [rack]}, {uses: [shelf, rack], id: a, instances: [{type: shelf, id: b}, safe], type: plain}]
shared: [shelf, rack]
)";
  for (const auto* format : {"text", "markdown", "json"}) {
    INFO(format);
    const auto expected = report(one, {"thieves", "more"}, format);
    CHECK_THAT(expected, ContainsSubstring("safe"));
    CHECK(report(one, {"more", "thieves"}, format) == expected);
    CHECK(report(other, {"thieves", "more"}, format) == expected);
  }
}

TEST_CASE("why nothing is threatened is told as it is: out of scope, or hidden by trust", "[cli][derive]") {
  const Field field;
  field.write("thieves/more.yaml",
              "components: [{id: robot, title: {ja: ロボット, en: Robot}}]\n"
              "exclusions: [{id: theirs, title: {ja: 利用者のもの, en: Theirs}, components: [robot]}]\n");
  field.write("service.yaml", "id: shop\ntitle: {ja: 店, en: Shop}\ntype: plain\ninstances: [robot]\n");
  const auto ran = Program{}.run(field.derive());
  CHECK(ran.status == 4);
  CHECK_THAT(ran.err,
             ContainsSubstring("no threat reaches any asset of the service, as all of its components are out of "
                               "scope; that is not \"all clear\""));
}

TEST_CASE("a component that trust takes out of a service is a finding, not forgotten", "[cli][derive]") {
  const Field field;
  field.write("thieves/more.yaml",
              "assets: [{id: tape, title: {ja: テープ, en: Tape}, natures: [thing]}]\n"
              "components: [{id: robot, title: {ja: ロボット, en: Robot}, basis: unverified, carries: [tape]}]\n");
  field.write("service.yaml", "id: shop\ntitle: {ja: 店, en: Shop}\ntype: plain\ninstances: [rack, robot]\n");
  CHECK(Program{}.run(field.derive()).status == 0);
  const auto ran = Program{}.run(field.derive({"--trust", "stated"}));
  CHECK(ran.status == 1);
  CHECK_THAT(ran.err, ContainsSubstring("component 'robot' is not derived from: what says that the service has it is "
                                        "hidden under --trust stated"));
  CHECK_THAT(ran.out, ContainsSubstring("Components left aside for their basis") && ContainsSubstring("robot: Robot"));
  const auto json = Program{}.run(field.derive({"--trust", "stated", "--format", "json"})).out;
  CHECK_THAT(json, ContainsSubstring("\"withheld\": [\n    {\n      \"instance\": \"robot\""));

  // Of several services, which one has it.
  field.write("service.yaml",
              "id: all\ntitle: {ja: 全て, en: All}\nshared: [rack]\nservices:\n"
              "  - {id: shop, title: {ja: 店, en: Shop}, type: plain, uses: [rack], instances: [robot]}\n"
              "  - {id: stall, title: {ja: 屋台, en: Stall}, type: plain, uses: [rack]}\n");
  CHECK_THAT(Program{}.run(field.derive({"--trust", "stated"})).err,
             ContainsSubstring("component 'shop/robot' is not derived from"));

  // One that is shared is nobody's own, also where only one uses it.
  field.write("service.yaml",
              "id: all\ntitle: {ja: 全て, en: All}\nshared: [rack, robot]\nservices:\n"
              "  - {id: shop, title: {ja: 店, en: Shop}, type: plain, uses: [rack, robot]}\n"
              "  - {id: stall, title: {ja: 屋台, en: Stall}, type: plain, uses: [rack]}\n");
  CHECK_THAT(Program{}.run(field.derive({"--trust", "stated"})).err,
             ContainsSubstring("component 'robot' is not derived from"));
}

TEST_CASE("where no threat reaches anything there is nothing to check, and that is not clean", "[cli][derive]") {
  const Field field;
  field.write("thieves/manifest.yaml", [] {
    auto text = field_of_thieves();
    const std::string stated = "mechanisms:\n  - id: taking\n";
    return text.replace(text.find(stated), stated.size(), "mechanisms:\n  - id: taking\n    basis: unverified\n");
  }());
  CHECK(Program{}.run(field.derive()).status == 0);
  const auto ran = Program{}.run(field.derive({"--trust", "stated"}));
  CHECK(ran.status == 4);
  CHECK(ran.err ==
        "michibiki: error: there is nothing to check: no threat reaches any asset of the service under --trust stated; "
        "that is not \"all clear\"\n");
}

TEST_CASE("a wrong service is told with place and hint, and nothing is written", "[cli][derive]") {
  const Field field;
  field.write("service.yaml", "id: shop\ntype: plian\ncase: one-rac\nlevels: {presence: hihg}\n");
  const auto ran = Program{}.run(field.derive({"--output", field.path("report.txt")}));
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring("service.yaml:2:7: error: ") && ContainsSubstring("did you mean 'plain'?") &&
                          ContainsSubstring("service.yaml:3:7: error: ") &&
                          ContainsSubstring("did you mean 'one-rack'?") &&
                          ContainsSubstring("service.yaml:4:20: error: "));
  CHECK(field.files() == std::vector<std::string>{"service.yaml", "thieves/manifest.yaml"});
}

TEST_CASE("a wrong catalogue is told in full, even together with a service that cannot be read", "[cli][derive]") {
  const Field field;
  field.write("thieves/more.yaml", "threats: [{id: fire, harms: [presense]}]\nfoo: []\n");
  const auto ran = Program{}.run({"derive", field.path("nowhere.yaml"), "--catalog", field.path("thieves")});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, ContainsSubstring("more.yaml:1:30: error: ") && ContainsSubstring("more.yaml:2:1: error: ") &&
                          ContainsSubstring("nowhere.yaml:1:1: error: "));
}

TEST_CASE("a wrong catalogue does not hide what is wrong with a service in itself", "[cli][derive]") {
  const Field field;
  field.write("thieves/more.yaml", "foo: []\n");
  field.write("service.yaml", "id: shop\ntyp: plain\ncase: one-rack\n");
  const auto ran = Program{}.run(field.derive());
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, ContainsSubstring("more.yaml:1:1: error: ") && ContainsSubstring("service.yaml:2:1: error: ") &&
                          !ContainsSubstring("one-rack"));
}

TEST_CASE("with a wrong catalogue all is told of a service but what it refers to", "[cli][derive]") {
  const Field field;
  field.write("thieves/more.yaml", "foo: []\n");
  field.write("service.yaml", R"(type: plain
case: nowhere
instances: [rack]
accepted:
  - {asset: disk, threat: theft, reason: "", by: me, on: 2026-02-30}
  - {asset: disk, by: me, on: 2026-01-02}
)");
  const auto ran = Program{}.run(field.derive());
  CHECK(ran.status == 2);
  const auto told = [&](const std::string& place, const std::string& text) {
    CHECK_THAT(ran.err, ContainsSubstring("service.yaml:" + place + ": error: " + text));
  };
  told("1:1", "this service lacks `id` [missing-key]");
  told("3:12", "both `case` and `instances`");
  told("5:42", "`reason` is empty; what is accepted needs a reason, a name and a date [invalid-value]");
  told("5:58", "`on` is '2026-02-30'; write a date like 2026-11-22 [invalid-value]");
  told("6:5", "this acceptance lacks `reason` [missing-key]");
  told("6:5", "this acceptance lacks `threat` [missing-key]");
  CHECK_THAT(ran.err, ContainsSubstring("more.yaml:1:1: error: ") && !ContainsSubstring("nowhere") &&
                          !ContainsSubstring("'plain'") && !ContainsSubstring("has no components"));
}

TEST_CASE("several files of a catalogue and a service are told in one run", "[cli][derive]") {
  const Field field;
  field.write("thieves/a.yaml", "threats: [{id: fire, harms: [presense]}]\n");
  field.write("thieves/b.yaml", "assets:\n  - {id: tape, natures: [thing]\n");
  field.write("thieves/c.yaml", "components: [{id: rack}]\nunits: [{id: day, factor: 0}]\nbar: []\n");
  field.write("service.yaml", "id: shop (1)\ntype: plain\ncases: one-rack\n");
  const auto ran = Program{}.run(field.derive());
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  std::vector<std::string> places;
  std::istringstream lines(ran.err);
  for (std::string line; std::getline(lines, line);) {
    const auto end = line.find(": error: ");
    if (end == std::string::npos) continue;
    places.push_back(line.substr(line.rfind('/', end) + 1, end - line.rfind('/', end) - 1) +
                     line.substr(line.rfind(" [")));
  }
  CHECK(places == std::vector<std::string>{"a.yaml:1:30 [unknown-id]", "b.yaml:2:5 [malformed-yaml]",
                                           "c.yaml:2:27 [invalid-value]", "c.yaml:3:1 [unknown-key]",
                                           "manifest.yaml:18:14 [duplicate-id]", "service.yaml:1:5 [invalid-id]",
                                           "service.yaml:3:1 [unknown-key]"});
  CHECK_THAT(ran.err,
             ContainsSubstring("warning: what the service names was not looked up, since the catalogues have errors"));
}

TEST_CASE("patterns that trust hides are not blamed on the service", "[cli][derive]") {
  const Field field;
  field.write("thieves/manifest.yaml", [] {
    auto text = field_of_thieves();
    for (const std::string id : {"1", "2"}) {
      const auto stated = "  - {id: " + id + ", title: {ja: パターン";
      text.replace(text.find(stated), stated.size(), "  - {id: " + id + ", basis: unverified, title: {ja: パターン");
    }
    return text;
  }());
  field.write("service.yaml", "id: shop\ncase: one-rack\nlevels: {presence: low}\n");
  CHECK(Program{}.run(field.derive()).status == 0);
  field.write("thieves/more.yaml",
              "properties: [{id: secrecy, title: {ja: 秘密, en: Secrecy}, levels: [low, high]}]\n"
              "patterns: [{id: 3, title: {ja: 三, en: Three}, levels: {presence: high, secrecy: high}}]\n");
  const auto ran = Program{}.run(field.derive({"--trust", "stated", "--output", field.path("report.txt")}));
  CHECK(ran.status == 4);
  CHECK_THAT(ran.err, ContainsSubstring("error: every pattern that has the levels of service 'shop' is hidden under "
                                        "--trust stated\n"));
  CHECK_FALSE(std::filesystem::exists(field.path("report.txt")));
}

TEST_CASE("what the program did not expect is told as its own failure", "[cli]") {
  const auto told = [](auto fail) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    michibiki::cli::Environment environment{
        .in = in,
        .out = out,
        .err = err,
        .variable = [&](const std::string&) -> std::optional<std::string> { return fail(); },
        .program_folder = ""};
    CHECK(static_cast<int>(michibiki::cli::run({"check"}, environment)) == 3);
    CHECK(out.str().empty());
    return err.str();
  };
  CHECK(told([]() -> std::nullopt_t { throw std::bad_alloc(); }) ==
        "michibiki: error: there is not enough memory for this; no file was written\n");
  CHECK(told([]() -> std::nullopt_t { throw std::out_of_range("vector::_M_range_check"); }) ==
        "michibiki: error: the program itself failed, which is our mistake; please report it with the files of this "
        "call\n");
}

TEST_CASE("on a terminal the wrong line is shown with a caret", "[cli][diagnostics]") {
  const Field field;
  field.write("service.yaml", "id: shop\ntitle: {ja: 店, en: Shop}\ntype: plian\ncase: one-rack\n");
  Program program;
  program.err_is_terminal = true;
  const auto ran = program.run(field.derive({"--color", "never"}));
  CHECK_THAT(ran.err, ContainsSubstring("    3 | type: plian\n      |       ^\n"));
  CHECK_THAT(Program{}.run(field.derive()).err, !ContainsSubstring("    3 | "));
}

TEST_CASE("the caret stands under its place behind wide characters too", "[cli][diagnostics]") {
  Field field;
  Program program;
  program.err_is_terminal = true;
  program.input = "{id: shop, title: {ja: 貴重品, en: x}, type: plian, case: one-rack}\n";
  const auto ran = program.run({"derive", "-", "--catalog", field.path("thieves"), "--color", "never"});
  CHECK_THAT(ran.err, ContainsSubstring("<stdin>:1:43: error: "));
  CHECK_THAT(ran.err, ContainsSubstring("      | " + std::string(45, ' ') + "^\n"));
}

TEST_CASE("`-` is standard input", "[cli][derive]") {
  const Field field;
  Program program;
  program.input = Field::service;
  const auto ran = program.run({"derive", "-", "--catalog", field.path("thieves"), "--format", "json"});
  CHECK(ran.status == 0);
  CHECK(ran.out == Program{}.run(field.derive({"--format", "json"})).out);
}

TEST_CASE("options may stand before and after the command and its file", "[cli][arguments]") {
  const Field field;
  const auto file = field.path("service.yaml");
  const auto folder = field.path("thieves");
  const auto after = Program{}.run({"derive", file, "--lang", "ja", "--catalog", folder});
  CHECK(after.status == 0);
  CHECK(Program{}.run({"--lang", "ja", "--catalog", folder, "derive", file}).out == after.out);
  CHECK(Program{}.run({"derive", "--lang=ja", "--catalog", folder, file}).out == after.out);
}

TEST_CASE("the summary alone stops after the first screen, with the same exit status", "[cli][derive]") {
  const Field field;
  const auto whole = Program{}.run(field.derive({}));
  const auto summary = Program{}.run(field.derive({"--summary"}));
  CHECK(summary.status == whole.status);
  CHECK(std::ranges::count(summary.out, '\n') <= 23);
  CHECK_THAT(whole.out, StartsWith(summary.out + '\n'));
  CHECK(summary.out.size() < whole.out.size());
}

TEST_CASE("a call that cannot be understood is told what was probably meant", "[cli][arguments]") {
  struct Row {
    std::vector<std::string> arguments;
    std::string told;
  };
  const std::vector<Row> rows{
      {{}, "no command is given; the commands are derive, check, classify"},
      {{"derieve", "x"}, "unknown command 'derieve'; did you mean 'derive'?"},
      {{"paint"}, "unknown command 'paint'; the commands are derive, check, classify"},
      {{"derive", "--frmat", "json", "x"}, "unknown option '--frmat'; did you mean '--format'?"},
      {{"classify", "--anwser=x=yes"}, "unknown option '--anwser'; did you mean '--answer'?"},
      {{"derive"}, "SERVICE is missing; name a service file, or - for standard input"},
      {{"derive", "a", "b"}, "'b' is one argument too many"},
      {{"derive", "a", "--lang", "jp"}, "'jp' is none of ja, en; did you mean 'ja'?"},
      {{"derive", "a", "--format", "jsn"}, "'jsn' is none of text, markdown, json; did you mean 'json'?"},
      {{"derive", "a", "--trust", "sated"}, "'sated' is none of stated, judgement, unverified; did you mean 'stated'?"},
      {{"derive", "a", "--lang", "ja", "--lang", "en"}, "--lang"},
      {{"derive", "a", "--output"}, "--output"},
      {{"derive", ""}, "the name is empty"},
      {{"derive", "a", "--summary", "--format", "json"},
       "--summary is the first screen of the text form; leave out --format"},
      {{"check", "--quiet", "--verbose"}, "--quiet and --verbose exclude each other"},
      {{"derive", "--red\x1b[31m", "x"}, "unknown option '--red\\u{1b}[31m'"},
  };
  for (const auto& [arguments, told] : rows) {
    const auto ran = Program{}.run(arguments);
    INFO(told);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, StartsWith("michibiki: error: ") && ContainsSubstring(told));
    CHECK_THAT(ran.err, ContainsSubstring("Try 'michibiki ") && EndsWith("--help'.\n"));
  }
}

TEST_CASE("help and version are results", "[cli][arguments]") {
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"--help"}, {"derive", "--help"}, {"check", "-h"}, {"classify", "--help"}}) {
    const auto ran = Program{}.run(arguments);
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    CHECK_THAT(ran.out, ContainsSubstring("--trust") && ContainsSubstring("Exit status / 終了コード"));
  }
  CHECK_THAT(Program{}.run({"--version"}).out, StartsWith("michibiki "));
}

TEST_CASE("the language comes from --lang, else from MICHIBIKI_LANG, else it is English", "[cli]") {
  const Field field;
  const auto japanese = [&](std::map<std::string, std::string> variables, std::vector<std::string> more = {}) {
    Program program;
    program.variables = std::move(variables);
    return program.run(field.derive(std::move(more))).out.find("パターン2") != std::string::npos;
  };
  CHECK_FALSE(japanese({}));
  CHECK(japanese({{"MICHIBIKI_LANG", "ja"}}));
  CHECK_FALSE(japanese({{"MICHIBIKI_LANG", "ja"}}, {"--lang", "en"}));
  CHECK_FALSE(japanese({{"LANG", "ja_JP.UTF-8"}, {"LC_ALL", "ja_JP.UTF-8"}}));  // the locale leaks into no result
  CHECK(japanese({}, {"--lang", "ja"}));
}

TEST_CASE("colours are for terminals, unless told otherwise", "[cli]") {
  const Field field;
  const auto colored = [&](Program program, std::vector<std::string> more = {}) {
    return program.run(field.derive(std::move(more))).out.find('\x1b') != std::string::npos;
  };
  Program terminal;
  terminal.out_is_terminal = true;
  Program no_color = terminal;
  no_color.variables = {{"NO_COLOR", "1"}};
  Program empty = terminal;
  empty.variables = {{"NO_COLOR", ""}};
  CHECK_FALSE(colored({}));
  CHECK(colored(terminal));
  CHECK_FALSE(colored(no_color));
  CHECK(colored(empty));
  CHECK(colored(no_color, {"--color", "always"}));
  CHECK(colored({}, {"--color", "always"}));
  CHECK_FALSE(colored(terminal, {"--color", "never"}));
}

TEST_CASE("the default catalogues are those of the environment, which may be several", "[cli]") {
  const Field field;
  field.write("more/manifest.yaml", R"(
catalog: {schema: 1, id: more, version: 1.0.0, released: 2026-01-01, title: {ja: 追加, en: More}, licence: CC0-1.0, depends-on: [thieves]}
basis: unverified
threats: [{id: robbery, title: {ja: 強盗, en: Robbery}, harms: [presence], mechanisms: [taking]}]
)");
  Program program;
  program.variables = {{"MICHIBIKI_CATALOGS", field.path("thieves") + ':' + field.path("more")}};
  const auto ran = program.run({"derive", field.path("service.yaml")});
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, ContainsSubstring("Robbery"));
  const auto none = Program{}.run({"derive", field.path("service.yaml")});
  CHECK(none.status == 2);
  CHECK_THAT(none.err, ContainsSubstring("/nonexistent/"));
}

TEST_CASE("what happened on the way is told only when asked for", "[cli]") {
  const Field field;
  const auto ran = Program{}.run(field.derive({"--verbose"}));
  CHECK(ran.status == 0);
  CHECK_THAT(ran.err, ContainsSubstring("michibiki: debug: reading catalogues in " + field.path("thieves")));
  CHECK_THAT(Program{}.run(field.derive({"--verbose", "--output", field.path("report.txt")})).err,
             ContainsSubstring("michibiki: debug: the result is in " + field.path("report.txt")));
  CHECK(Program{}.run(field.derive()).err.empty());
  CHECK_THAT(ran.out, ContainsSubstring("Why threats reach assets"));  // and with every reason
  CHECK_THAT(Program{}.run(field.derive()).out, !ContainsSubstring("Why threats reach assets"));
}
