// `explain`: what may be asked about, what is wrong with a question, and that the forms tell the same.
#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/told_steps.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

const std::string field = "tests/golden/cli/field";
const std::string service = "tests/golden/cli/service.yaml";

Ran explain(std::vector<std::string> words) {
  words.insert(words.begin(), {"explain", "--catalog", field, "--catalog", "catalogs/step-wording"});
  return Program{}.run(words);
}

Json explained(std::vector<std::string> words) {
  words.insert(words.end(), {"--format", "json"});
  return Json::parse(explain(std::move(words)).out);
}

void refused(std::vector<std::string> words, const std::string& told) {
  INFO(told);
  const auto ran = explain(std::move(words));
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring(told));
}

std::vector<std::string> conclusions(const Json& json) {
  std::vector<std::string> found;
  for (const auto& root : json["roots"]) {
    for (const auto& step : json["steps"]) {
      if (step["id"] == root) found.push_back(step["conclusion"]["is"]);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("of a measure its class, lineage, chapter and values are explained, too", "[cli][explain]") {
  CHECK(conclusions(explained({"locks", "--for", service})) ==
        std::vector<std::string>{"is-called-for", "is-of-class", "is-drawn-from", "has-value", "has-value", "has-value",
                                 "has-value"});
  CHECK(conclusions(explained({"locks.a", "--for", service})) == std::vector<std::string>{"has-value", "has-value"});
}

TEST_CASE("whatever a derivation concludes something about can be asked about", "[cli][explain]") {
  CHECK(conclusions(explained({"entry-control"})) == std::vector<std::string>{"is-called-for", "is-drawn-from"});
  CHECK(conclusions(explained({"rack"})) == std::vector<std::string>{"has-component"});
  CHECK(conclusions(explained({"disk"})) == std::vector<std::string>{"has-asset"});
  CHECK(conclusions(explained({"fire"})) == std::vector<std::string>{"is-exposed", "is-exposed"});
  CHECK(conclusions(explained({"pattern", "1"})) == std::vector<std::string>{"may-be-of-pattern"});
  CHECK(conclusions(explained({"presence"})) == std::vector<std::string>{"may-require-level", "may-require-level"});
  CHECK(conclusions(explained({"first"})) == std::vector<std::string>{"is-of-class"});
}

TEST_CASE("an exposure is asked about by the ids of what it is about, in any order", "[cli][explain]") {
  const auto json = explained({"presence", "theft", "rack"});
  CHECK(conclusions(json) == std::vector<std::string>{"is-exposed", "is-called-for", "is-called-for", "is-called-for"});
  CHECK(explained({"rack", "presence", "theft"})["roots"] == json["roots"]);
}

TEST_CASE("a measure or control is asked about at the exposures that it answers", "[cli][explain]") {
  CHECK(conclusions(explained({"locks", "theft", "rack", "presence"})) == std::vector<std::string>{"is-called-for"});
  CHECK(conclusions(explained({"theft", "entry-control"})) == std::vector<std::string>(4, "is-called-for"));
  CHECK(explain({"alarms", "fire", "--for", service}).status == 4);
}

TEST_CASE("a value is asked about by its measure or indicator and its pattern, in any order", "[cli][explain]") {
  const auto values = [](std::vector<std::string> words) {
    const auto json = explained(std::move(words));
    std::vector<std::string> found;
    for (const auto& root : json["roots"]) {
      for (const auto& step : json["steps"]) {
        if (step["id"] != root) continue;
        const auto& it = step["conclusion"];
        found.push_back(it["is"].get<std::string>() + ' ' + it["indicator"].get<std::string>() + ' ' +
                        it["pattern"].get<std::string>());
      }
    }
    return found;
  };
  CHECK(values({"locks", "2"}) == std::vector<std::string>{"has-value a 2", "has-value b 2"});
  CHECK(values({"locks.b", "2", "--for", service}) == std::vector<std::string>{"has-value b 2"});
  CHECK(values({"1", "locks.a", "--value"}) == std::vector<std::string>{"has-value a 1"});
  // What the catalogues say the value is, and nothing else, is what others rest on.
  const auto resting = explained({"-i", "locks.a", "1", "--for", service})["resting"];
  CHECK(resting["facts"] == Json({"field/manifest.yaml:53"}));
  CHECK(resting["steps"].size() == 1);
  const Scratch scratch;
  const auto light = scratch.write("light.yaml", "{id: light, type: depot, case: large, levels: {presence: low}}");
  const auto ran = explain({"locks.a", "1", "--for", light});
  CHECK(ran.status == 4);
  CHECK_THAT(ran.err, ContainsSubstring("nothing is concluded about locks.a 1 for "));
}

TEST_CASE("an indicator stands beside a pattern alone", "[cli][explain]") {
  const std::string refused =
      "'locks.a' is an indicator, which has a value in a pattern and answers nothing; name beside it a pattern alone, or "
      "'locks' in its place";
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"locks.a", "fire"}, {"fire", "locks.a", "1"}, {"locks.a", "fire", "--why-not", "--for", service}}) {
    const auto ran = explain(words);
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err, ContainsSubstring(refused));
  }
}

TEST_CASE("a required level is asked about by its property and itself", "[cli][explain]") {
  const auto json = explained({"low", "presence"});
  CHECK(conclusions(json) == std::vector<std::string>{"may-require-level"});
  CHECK(explain({"secrecy", "low"}).status == 4);
}

TEST_CASE("wherever a level or a pattern with such a level is told, so is the note of the catalogue on it",
          "[cli][explain]") {
  const Scratch scratch;
  const auto high = scratch.write("high.yaml", "{id: high, type: depot, case: large, levels: {presence: high}}");
  const auto note = ContainsSubstring("Note on low  A relative heading\n");
  const auto told = [](std::vector<std::string> words) { return explain(std::move(words)).out; };
  for (const auto& asked : std::vector<std::vector<std::string>>{{"presence"},
                                                                 {"pattern", "2"},
                                                                 {"locks"},
                                                                 {"locks.a", "2"},
                                                                 {"locks.a", "--for", high, "--value"},
                                                                 {"-i", "low"}}) {
    CHECK_THAT(told(asked), note);
  }
  // With the levels that are high throughout there is nothing to note, nor where no level is spoken of.
  CHECK_THAT(told({"presence", "--for", high}), !note);
  CHECK_THAT(told({"locks.a", "--for", high}), !note);
  CHECK_THAT(told({"theft", "disk"}), !note);
  CHECK_THAT(told({"-i", "theft"}), !note);
  CHECK_THAT(told({"-i", "theft", "--depth", "5"}), note);
  CHECK_THAT(told({"locks.a", "2", "--lang", "ja"}), ContainsSubstring("「低」の注  相対的な見出しである\n"));
  CHECK_THAT(told({"locks.a", "2", "--format", "markdown"}),
             ContainsSubstring("Note on low") && ContainsSubstring("A relative heading"));
}

TEST_CASE("a kind before the id tells apart what is called the same", "[cli][explain]") {
  CHECK(conclusions(explained({"threat", "theft"})) == std::vector<std::string>(4, "is-exposed"));
  // A heading may be asked about, too; nothing is concluded about this one.
  CHECK(explain({"control", "guarding"}).status == 4);
  const auto ran = explain({"measure", "lock"});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, ContainsSubstring("'lock' is no measure; did you mean 'locks'?"));
  CHECK_THAT(explain({"measure", "qqqqqq"}).err,
             ContainsSubstring("'qqqqqq' is no measure; leave out 'measure' to look for it among all kinds"));
}

TEST_CASE("an unknown id gets a hint, several all of theirs", "[cli][explain]") {
  const auto ran = explain({"theftt", "disc"});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring("nothing is called 'theftt'; did you mean 'theft'?") &&
                          ContainsSubstring("nothing is called 'disc'; did you mean 'disk'?"));
}

TEST_CASE("what was withdrawn is said to be", "[cli][explain]") {
  const Scratch folder;
  const auto overlay = folder.write(
      "less.yaml",
      "catalog: {schema: 1, id: less, version: 1.0.0, released: 2026-01-01, title: {ja: 少, en: Less}, licence: CC0-1.0, "
      "depends-on: [field]}\nbasis: unverified\nedits: [{withdraw: measure locks, because: {ja: 不要, en: not needed}}]\n");
  const auto ran = explain({"locks", "--overlay", overlay});
  CHECK(ran.status == 2);
  CHECK_THAT(
      ran.err,
      ContainsSubstring(
          "'locks' was withdrawn by catalogue 'less'; ask about it alone with --why-not to see what stands for it, or "
          "leads to it"));
}

TEST_CASE("where nothing is concluded there is nothing to explain", "[cli][explain]") {
  CHECK_THAT(explain({"nature", "thing"}).err,
             ContainsSubstring(
                 "nothing is concluded about nature thing in the catalogues; --inverted shows what rests on it"));
  CHECK_THAT(explain({"-i", "singing"}).err, ContainsSubstring("nothing rests on singing"));
  CHECK_THAT(
      explain({"qqqqqq"}).err,
      ContainsSubstring("nothing is called 'qqqqqq'; name an entry of the catalogues or a component of the service"));
  const auto ran = explain({"policy"});
  CHECK(ran.status == 4);
  CHECK_THAT(ran.err, ContainsSubstring("nothing is concluded about policy in the catalogues"));
  CHECK_THAT(explain({"absence", "--for", service}).err,
             ContainsSubstring("; --why-not tells what is missing, --inverted what rests on it"));
  CHECK(explain({"absence", "--for", service}).status == 4);
  CHECK(explain({"locks", "--for", service, "--trust", "stated"}).status == 4);
}

TEST_CASE("of all measures together nothing is advised that cannot be asked of them", "[cli][explain]") {
  const auto told = [](const std::string& catalog, std::vector<std::string> more) {
    more.insert(more.begin(), {"explain", "--all-measures", "--catalog", catalog});
    const auto ran = Program{}.run(more);
    CHECK(ran.status == 4);
    CHECK_THAT(ran.err, !ContainsSubstring("--inverted"));
    return ran.err;
  };
  const Scratch scratch;
  scratch.write("bare/manifest.yaml",
                "catalog: {schema: 1, id: bare, version: 1.0.0, released: 2026-01-01, title: {ja: 空, en: Bare}, "
                "licence: CC0-1.0}\nbasis: unverified\ncomponents: [{id: rack, title: {ja: 棚, en: Rack}}]\n");
  const auto plain = scratch.write("plain.yaml", "{id: plain, instances: [rack]}");
  const auto bare = scratch.path("bare");
  CHECK_THAT(told(bare, {}), ContainsSubstring("nothing is concluded about --all-measures in the catalogues\n"));
  CHECK_THAT(told(bare, {"--for", plain}),
             ContainsSubstring("; ask about one measure with --why-not, which tells what is missing\n"));
  CHECK_THAT(told("catalogs", {"--trust", "stated"}),
             ContainsSubstring("under --trust stated; ask at a lower level of trust\n"));
  CHECK_THAT(told("catalogs", {"--trust", "stated", "--for", "examples/accounting.yaml"}),
             ContainsSubstring("; ask at a lower level of trust, or about one measure with --why-not, which tells what "
                               "is hidden\n"));
}

TEST_CASE("what the service says itself rests on its own word", "[cli][explain]") {
  const Scratch scratch;
  const auto high = scratch.write("high.yaml", "{id: high, type: depot, case: large, levels: {presence: high}}");
  const auto told = [&](const std::string& language) {
    return explain({"presence", "high", "--for", high, "--format", "markdown", "--lang", language}).out;
  };
  CHECK_THAT(told("en"),
             ContainsSubstring("It rests on the word of the service alone: (the service itself) high.yaml:1\n") &&
                 !ContainsSubstring("| Statement |"));
  CHECK_THAT(told("ja"), ContainsSubstring("サービス自らの記述だけによる：〔サービスの記述〕high.yaml:1\n"));
}

TEST_CASE("what stands for any service has no id to be told", "[cli][explain]") {
  for (const std::string language : {"en", "ja"}) {
    const auto out = explain({"locks.a", "--value", "--format", "markdown", "--lang", language}).out;
    CHECK_THAT(out, !ContainsSubstring("()") && !ContainsSubstring("（）"));
  }
}

TEST_CASE("the counts of what rests on something have headings that fit in a line of Japanese", "[cli][explain]") {
  const auto out = explain({"-i", "locks", "--for", service, "--lang", "ja"}).out;
  CHECK_THAT(out, ContainsSubstring("| 用いる | 不成立 | 未決 | 全体\n"));
}

TEST_CASE("that a measure has an indicator is told with what this is called", "[cli][explain]") {
  const auto told = [](const std::string& language) {
    return Program{}
        .run({"explain", "III.2.3.1.a", "--firmness", "--for", "examples/accounting.yaml", "--catalog", "catalogs",
              "--format", "markdown", "--lang", language})
        .out;
  };
  CHECK_THAT(told("en"), ContainsSubstring("(III.2.3.1) has the indicator Interval of backups (a) |"));
  CHECK_THAT(told("ja"), ContainsSubstring("（III.2.3.1）」に評価項目「バックアップ実施インターバル（a）」がある |"));
}

TEST_CASE("a service that cannot be derived is not explained either", "[cli][explain]") {
  const Scratch scratch;
  scratch.write("field/manifest.yaml", field_of_thieves());
  const auto ask = [&](const std::string& text) {
    return Program{}.run(
        {"explain", "lock", "--catalog", scratch.path("field"), "--for", scratch.write("service.yaml", text)});
  };
  CHECK(ask("{id: shop, type: nowhere, instances: []}").status == 2);
  CHECK(ask("id: shop\ntype: plain\ninstances: [{id: r, type: nothing}]").status == 2);
  CHECK(Program{}
            .run({"explain", "lock", "--catalog", scratch.path("field"), "--for", scratch.path("none.yaml")})
            .status == 2);
}

TEST_CASE("forms that exclude each other are refused", "[cli][explain]") {
  refused({"locks", "--all", "--dot"},
          "--all, --by, --depth, --value, --firmness and --dot are different forms; give one of them");
  refused({}, "WHAT is missing; name what to explain, for example a measure, or give --all-measures");
  refused({"locks", "--all-measures"}, "--all-measures explains every measure; leave out 'locks'");
  for (const std::string format : {"markdown", "json"})
    refused({"locks", "--dot", "--format", format}, "--dot is a form of its own; leave out --format");
  refused({"locks", "--by", "treat"}, "did you mean 'threat'?");
  CHECK(explain({"locks", "--all", "--limit", "0"}).status == 2);
}

TEST_CASE("an option that would be without effect is refused, with what to do instead", "[cli][explain]") {
  // JSON is not cut to a part of the reasons.
  const std::string whole =
      "--format json holds all reasons, each step once; leave out --all, --limit, --by, --depth and --step, or take "
      "--format markdown";
  refused({"locks", "--format", "json", "--all"}, whole);
  refused({"locks", "--format", "json", "--all", "--limit", "3"}, whole);
  refused({"locks", "--format", "json", "--by", "asset"}, whole);
  refused({"locks", "--format", "json", "--depth", "2"}, whole);
  refused({"locks", "--format", "json", "--depth", "2", "--step", "1"}, whole);
  refused({"locks", "--format", "json", "--depth", "2", "-i"}, whole);
  refused({"--all-measures", "--format", "json", "--by", "threat"}, whole);
  const std::string all_only = "--limit is of the reasons that --all shows; give --all, too";
  for (const std::string format : {"text", "markdown", "json"})
    refused({"locks", "--limit", "3", "--format", format}, all_only);
  refused({"locks", "--limit", "3", "--by", "threat"}, all_only);
  refused({"locks", "--limit", "3", "-i"}, all_only);
  const std::string other_way =
      "--inverted shows what rests on something; leave out --all, --by, --value, --firmness and --dot";
  for (const std::string option : {"--all", "--value", "--firmness", "--dot"})
    refused({"locks", "-i", option}, other_way);
  refused({"locks", "-i", "--by", "threat"}, other_way);
  refused({"locks", "-i", "--firmness", "--format", "json"}, other_way);
  refused({"--all-measures", "-i"},
          "--inverted is about something that others rest on; name it instead of --all-measures");
  refused({"locks", "--why-not", "--for", service, "--limit", "3"},
          "--why-not is about something that is not so; leave out --all-measures, --all, --limit, --by, --depth, "
          "--step, --value, --firmness, --dot and --inverted");
}

TEST_CASE("a step of the tree is expanded by its number", "[cli][explain]") {
  const auto tree = [](std::vector<std::string> more) {
    more.insert(more.begin(), {"alarms", "--for", service, "--format", "markdown"});
    return explain(std::move(more)).out;
  };
  const auto shallow = tree({"--depth", "1"});
  CHECK_THAT(shallow, ContainsSubstring("  - \\[1\\] alarms counters Theft") && ContainsSubstring("(1 more below)"));
  const auto below = tree({"--depth", "1", "--step", "1"});
  CHECK_THAT(below, ContainsSubstring("\n- \\[1\\] alarms counters Theft") &&
                        ContainsSubstring("  - \\[4\\] Theft (theft) directly reaches") && !ContainsSubstring("[3]"));
  CHECK_THAT(explain({"alarms", "--depth", "1", "--step", "99"}).err, ContainsSubstring("--step: there are only "));
  refused({"alarms", "--step", "1"}, "--step needs --depth, which says how deep to go below it");
  refused({"alarms", "-i", "--depth", "1", "--step", "1"}, "--step is of the tree of reasons; leave out --inverted");
}

TEST_CASE("more reasons than are wanted are counted and grouped instead", "[cli][explain]") {
  const auto ran = explain({"locks", "--for", service, "--all", "--limit", "2", "--format", "markdown"});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, ContainsSubstring("There are 20 reasons") && ContainsSubstring("--all --limit 20") &&
                          ContainsSubstring("| Theft (theft) | 4 |"));
}

TEST_CASE("the limit is of all reasons that are asked for, of however many conclusions", "[cli][explain]") {
  const auto told = [](std::vector<std::string> more) {
    more.insert(more.begin(), {"--all-measures", "--for", service, "--all"});
    return explain(std::move(more)).out;
  };
  const auto one_by_one = [&](const std::string& limit) {
    const auto out = told({"--limit", limit});
    CHECK_THAT(out, ContainsSubstring("Reason 1\n") && !ContainsSubstring("shows all"));
  };
  const auto counted = [&](std::vector<std::string> more) {
    const auto out = told(std::move(more));
    CHECK_THAT(out,
               !ContainsSubstring("Reason 1") && ContainsSubstring("Reasons by threat: Locks (locks) is called for"));
  };
  one_by_one("1000");
  counted({"--limit", "20"});  // enough for each alone
  counted({"--limit", "20", "--format", "markdown"});
  CHECK_THAT(told({"--limit", "20", "--lang", "ja"}), ContainsSubstring("件あるため、脅威ごとの数だけを示す"));
  // What it says to ask shows all of them, and a reason less does not.
  const auto out = told({"--limit", "1", "--format", "markdown"});
  const std::string asks = "--all --limit ";
  const auto at = out.find(asks);
  REQUIRE(at != std::string::npos);
  const auto all = std::stoul(out.substr(at + asks.size()));
  one_by_one(std::to_string(all));
  counted({"--limit", std::to_string(all - 1)});
}

TEST_CASE("the number of reasons is that of those shown", "[cli][explain]") {
  const auto all = explain({"locks", "--for", service, "--all", "--format", "markdown"}).out;
  std::size_t shown = 0;
  for (auto at = all.find("\n### "); at != std::string::npos; at = all.find("\n### ", at + 1)) ++shown;
  std::size_t counted = 0;
  const auto json = explained({"locks", "--for", service});
  for (const auto& root : json["reasons"]) {
    if (root["shortest"].size() > 1) counted += std::stoul(root["count"].get<std::string>());
  }
  CHECK(shown == counted);
}

TEST_CASE("a value is told with the others that were offered, what it overrides and what drives it", "[cli][explain]") {
  const Scratch scratch;
  const auto overlay = scratch.write("overlay.yaml", R"(
catalog: {schema: 1, id: stricter, version: 1.0.0, released: 2026-01-01, depends-on: [field]}
basis: {judgement: ours}
edits: [{replace: measure locks, field: indicators.a.values.2, was: within 5 hour, is: within 3 hour}]
)");
  const auto values = explained({"locks.a", "--overlay", overlay, "--for", service, "--value"})["values"];
  REQUIRE(values.size() == 2);
  CHECK(values[1]["offered"][0]["value"] == "at most 1 hour");
  CHECK(values[1]["offered"][0]["taken"] == false);
  CHECK(values[1]["offered"][1]["value"] == "at most 3 hour");
  CHECK(values[1]["offered"][1]["taken"] == true);
  CHECK(values[1]["varies_with"] == Json({"presence"}));
  CHECK(values[1]["counters_exposures_of"] == Json({"secrecy", "presence"}));
  REQUIRE(values[1]["overridden"].size() == 1);
  CHECK_THAT(explain({"locks.a", "--overlay", overlay, "--for", service, "--value"}).out,
             ContainsSubstring("within 5 hour (field/manifest.yaml:53) -> within 3 hour"));
  CHECK_THAT(explain({"alarms", "--for", service, "--value"}).err,
             ContainsSubstring("no reference value is concluded about alarms"));
}

TEST_CASE("what a conclusion hangs on are the fewest statements without which it does not follow", "[cli][explain]") {
  const auto hangs_on = [](const std::string& what) {
    return explained({what, "--for", service, "--firmness"})["hangs_on"][0];
  };
  // Both links that name the locks are needed for them to fall, but one mechanism stands behind both.
  const auto locks = hangs_on("locks");
  REQUIRE(locks["carried_by"].size() == 1);
  CHECK(locks["carried_by"][0]["at"] == "field/manifest.yaml:20");
  CHECK(locks["stated"] == "0");
  CHECK(locks["all"] == "4");
  CHECK(hangs_on("rack")["carried_by"].is_null());
}

TEST_CASE("a link that carries a conclusion is told with all that it joins, not as it holds at one place",
          "[cli][explain]") {
  const Scratch scratch;
  const auto overlay = scratch.write("wide.yaml", R"(
catalog: {schema: 1, id: wide, version: 1.0.0, released: 2026-01-01, depends-on: [field]}
basis: {judgement: ours}
measures: [{id: sirens, title: {ja: サイレン, en: Sirens}, class: later, implemented-on: [rack]}]
links: [{id: sirens/all, kind: counters, from: sirens, to: [fire, theft], properties: [presence], because: ours}]
)");
  const auto told = [&](const std::string& language) {
    return explain({"sirens", "--overlay", overlay, "--for", service, "--firmness", "--lang", language, "--format",
                    "markdown"})
        .out;
  };
  CHECK_THAT(told("en"), ContainsSubstring("| Link sirens/all: sirens counters Fire (fire), Theft (theft), limited to "
                                           "Presence (presence) | (judged) wide/wide.yaml:5: ours |") &&
                             !ContainsSubstring("| sirens counters Theft (theft) on"));
  CHECK_THAT(told("ja"), ContainsSubstring("| リンク sirens/all：sirensは火災（fire）、盗難（theft）に対抗する。"
                                           "所在（presence）の範囲に限る |"));
}

TEST_CASE("a link without an id is told by what it says, in the language of the page", "[cli][explain]") {
  const auto told = [](const std::string& language) {
    return Program{}
        .run({"explain", "III.1.1.1", "III.1.1", "--firmness", "--for", "examples/accounting.yaml", "--catalog",
              "catalogs", "--lang", language, "--format", "markdown"})
        .out;
  };
  CHECK_THAT(told("en"), ContainsSubstring("| III.1.1.1 is put in place on ASP/SaaS application (application) |") &&
                             ContainsSubstring("| III.1.1.1 aims at ") && !ContainsSubstring("aims-at"));
  CHECK_THAT(told("ja"), ContainsSubstring("| III.1.1.1はASP・SaaSアプリケーション（application）で実施する |") &&
                             ContainsSubstring("を目的とする |") && !ContainsSubstring("aims-at"));
}

TEST_CASE("in JSON each statement that carries a conclusion says of what sort it is, and about what",
          "[cli][explain]") {
  std::set<std::string> sorts;
  for (const std::string what : {"III.2.3.1", "server-log", "availability"}) {
    const auto json = Json::parse(Program{}
                                      .run({"explain", what, "--firmness", "--for", "examples/accounting.yaml",
                                            "--catalog", "catalogs", "--format", "json"})
                                      .out);
    for (const auto& one : json["hangs_on"]) {
      for (const auto* list : {"carried_by", "alone", "besides"}) {
        for (const auto& statement : one[list]) {
          INFO(statement.dump());
          CHECK(statement.contains("sort"));
          CHECK((statement.contains("about") || statement.contains("link") || statement.contains("property")));
          sorts.insert(statement.value("sort", ""));
          if (statement.value("sort", "") == "system-case-components") CHECK(statement["about"] == "data-centre");
          if (statement.value("sort", "") == "placement-rules") CHECK(statement["about"] == "III.2.3");
          if (statement["at"] == "asp-saas-2008/system-cases.yaml:19") CHECK(statement["component"] == "server");
        }
      }
    }
  }
  CHECK(sorts.contains("system-case-components"));
  CHECK(sorts.contains("placement-rules"));
}

TEST_CASE("what takes the place of a statement that carries a conclusion is told", "[cli][explain]") {
  // The type says high; without it nothing decides.
  const std::vector<std::string> level{
      "explain",   "availability",          "--firmness", "--for",   "examples/extensions/iot-platform.yaml",
      "--overlay", "catalogs/iot-platform", "--catalog",  "catalogs"};
  auto words = level;
  words.insert(words.end(), {"--format", "json"});
  const Program program;
  const auto hangs_on = Json::parse(program.run(words).out)["hangs_on"][0];
  REQUIRE(hangs_on["alone"].size() == 2);
  for (const auto& one : hangs_on["alone"]) CHECK(one["without"] == "undecided");
  CHECK(hangs_on["without"] == "undecided");
  CHECK_THAT(program.run(level).out,
             ContainsSubstring("Without it, this") && ContainsSubstring("is not decided any more"));

  // Of four places where a measure is implemented each will do for its chapter; what it aims at has to be so.
  const auto measure = program.run({"explain", "III.2.3.1", "--firmness", "--for", "examples/accounting.yaml",
                                    "--catalog", "catalogs", "--format", "json"});
  const auto all = Json::parse(measure.out)["hangs_on"];
  const auto chapter = std::ranges::find_if(all, [](const Json& one) { return one["alone"].size() == 7; });
  REQUIRE(chapter != all.end());
  const auto& alone = (*chapter)["alone"];
  CHECK(std::ranges::count(alone, "stands", [](const Json& one) { return one["without"]; }) == 4);
  CHECK((*chapter)["without"] == "falls");
  CHECK((*chapter)["carried_by"][0]["sort"] == "aims-at");
  CHECK(all[0]["without"] == "falls");
  // Without the measure it is of no class.
  const auto judged = program.run({"explain", "III.2.2.2", "--firmness", "--for", "examples/groupware.yaml",
                                   "--catalog", "catalogs", "--format", "json"});
  const auto of_class = Json::parse(judged.out);
  for (const auto& one : of_class["hangs_on"]) {
    for (const auto& fact : one["alone"]) {
      if (fact.value("sort", "") == "measures") CHECK(fact["without"] == "falls");
    }
  }
}

TEST_CASE("of a measure with its control, chapter or class what is concluded about both is told", "[cli][explain]") {
  const auto roots = [](const std::string& other) {
    const auto json = explained({"locks", other, "--for", service});
    REQUIRE(json["roots"].size() == 1);
    const auto& root = json["roots"][0];
    const auto found = std::ranges::find(json["steps"], root, [](const Json& step) { return step["id"]; });
    return (*found)["conclusion"]["is"].get<std::string>();
  };
  CHECK(roots("entry-control") == "is-drawn-from");
  CHECK(roots("first") == "is-of-class");
  CHECK_THAT(explain({"locks", "first", "--for", service}).out,
             ContainsSubstring("What it rests on: ") && ContainsSubstring("There is the measure "));
  CHECK_THAT(explain({"locks", "first", "--all", "--for", service}).out, ContainsSubstring("What it rests on: "));
  const auto neither = explain({"locks", "alarms", "--for", service});
  CHECK(neither.status == 4);
  CHECK_THAT(neither.err, ContainsSubstring("; ask about each of them alone"));
}

TEST_CASE("whoever watches is told how far the search for the fewest statements has come", "[cli][explain]") {
  Program watched;
  watched.err_is_terminal = true;
  // Over in less than a second it tells nothing, else how far it has come.
  const auto ran = watched.run({"explain", "--all-measures", "--firmness", "--catalog", field});
  CHECK(ran.status == 0);
  if (!ran.err.empty())
    CHECK_THAT(ran.err, ContainsSubstring("looking for the fewest statements that carry a conclusion: ") ||
                            ContainsSubstring("deriving without the statements that carry a conclusion: "));
}

TEST_CASE("what rests on a link is found by its id", "[cli][explain]") {
  const auto json = explained({"-i", "alarms/theft", "--for", service});
  REQUIRE(json["resting"]["steps"].size() == 2);
  std::vector<std::string> falling;
  for (const auto& step : json["steps"]) {
    const bool falls = std::ranges::count(json["resting"]["falls"], step["id"]) != 0;
    if (falls && step["conclusion"].contains("measure")) falling.push_back(step["conclusion"]["measure"]);
  }
  CHECK(std::ranges::count(falling, "alarms") > 0);
  CHECK(std::ranges::count(falling, "locks") == 0);
}

namespace {

std::string of_service(const std::vector<std::string>& words, const std::string& of) {
  auto all = words;
  all.insert(all.end(), {"--for", "examples/" + of + ".yaml", "--catalog", "catalogs", "--format", "json"});
  all.insert(all.begin(), {"explain", "-i"});
  return Program{}.run(all).out;
}

/// The conclusions of that kind among those of a list of what rests, falls or is undecided.
std::size_t how_many(const Json& json, const std::string& list, const std::string& kind) {
  std::set<Json> ids(json["resting"][list].begin(), json["resting"][list].end());
  return static_cast<std::size_t>(std::ranges::count_if(
      json["steps"], [&](const Json& step) { return ids.contains(step["id"]) && step["conclusion"]["is"] == kind; }));
}

}  // namespace

TEST_CASE("what another pattern or level still gives does not fall, but may be no longer decided", "[cli][explain]") {
  // Without its type the service may be of any pattern, the one that it is of among them.
  const auto json = Json::parse(of_service({"back-office.erp"}, "accounting"));
  CHECK(json["resting"]["falls"].empty());
  CHECK(how_many(json, "rests", "has-value") == 35);
  CHECK(how_many(json, "undecided", "may-be-of-pattern") == 1);
  // As many as `what-if` says change.
  const auto what_if = Json::parse(Program{}
                                       .run({"what-if", "examples/accounting.yaml", "--without", "back-office.erp",
                                             "--catalog", "catalogs", "--format", "json"})
                                       .out);
  CHECK(how_many(json, "undecided", "has-value") == what_if["values"].size());
  CHECK_THAT(
      Program{}
          .run({"explain", "-i", "back-office.erp", "--for", "examples/accounting.yaml", "--catalog", "catalogs"})
          .out,
      ContainsSubstring("Reference values |         35 |               0 |"));
}

TEST_CASE("what was one of several patterns falls with it, and values that others give do not", "[cli][explain]") {
  const auto json = Json::parse(of_service({"pattern", "1"}, "online-storage"));
  CHECK(how_many(json, "falls", "may-be-of-pattern") == how_many(json, "rests", "may-be-of-pattern"));
  CHECK(how_many(json, "falls", "has-value") <= how_many(json, "rests", "has-value"));
}

TEST_CASE("a service is derived to the same bytes before and after whatever is asked", "[cli][explain]") {
  const auto derive = [] { return Program{}.run({"derive", service, "--catalog", field, "--format", "json"}).out; };
  const auto before = derive();
  REQUIRE_FALSE(before.empty());
  for (const std::vector<std::string>& question :
       std::vector<std::vector<std::string>>{{"--all-measures"},
                                             {"--all-measures", "--firmness"},
                                             {"locks", "--value"},
                                             {"locks", "--all"},
                                             {"locks", "--by", "threat"},
                                             {"locks", "--depth", "3"},
                                             {"locks", "--dot"},
                                             {"-i", "alarms/theft"},
                                             {"fire", "--format", "json"},
                                             {"singing", "--why-not"}}) {
    CAPTURE(question);
    auto words = question;
    words.insert(words.end(), {"--for", service});
    CHECK_FALSE(explain(words).out.empty());
    CHECK(derive() == before);
  }
}

TEST_CASE("of each measure the same is printed, asked alone or with all others", "[cli][explain]") {
  for (const std::string more : {"--trust=unverified", "--trust=judgement", "--value", "--firmness"}) {
    CAPTURE(more);
    const auto bulk = explained({"--all-measures", "--for", service, more});
    const auto measures =
        Json::parse(Program{}.run({"derive", service, "--catalog", field, "--format", "json"}).out)["measures"];
    REQUIRE(measures.size() > 1);
    std::vector<Json> alone;
    for (const auto& measure : measures) {
      // Of one without values --value has nothing to tell.
      auto ran = explain({measure["id"], "--for", service, more, "--format", "json"});
      if (ran.status == 4) ran = explain({measure["id"], "--for", service, "--format", "json"});
      alone.push_back(Json::parse(ran.out));
    }
    CHECK(told_otherwise(bulk, alone) == "");
  }
}

TEST_CASE("what is not decided yet is told so in every form", "[cli][explain]") {
  const std::string storage = "examples/online-storage.yaml";
  const auto asked = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"explain", "availability", "--catalog", "catalogs", "--for", storage});
    return Program{}.run(more).out;
  };
  const std::string en =
      "may require level low of Availability, by the table of service types, but which level is not "
      "decided yet";
  CHECK_THAT(asked({"--format", "markdown"}), ContainsSubstring(en));
  CHECK_THAT(asked({"--dot"}), ContainsSubstring(en));
  CHECK_THAT(asked({"--format", "markdown", "--lang", "ja"}),
             ContainsSubstring("要求レベルは低となりうるが、まだ決まっていない"));
  const auto json = Json::parse(asked({"--format", "json"}));
  for (const auto& step : json["steps"]) {
    CHECK(step["open"] == true);
    CHECK_THAT(step["text"]["en"].get<std::string>(), ContainsSubstring("decided yet"));
    CHECK_THAT(step["text"]["ja"].get<std::string>(), ContainsSubstring("まだ決まっていない"));
  }
  CHECK_THAT(
      Program{}.run({"explain", "availability", "low", "--why-not", "--catalog", "catalogs", "--for", storage}).out,
      ContainsSubstring("It may apply: that is not decided yet"));
  const auto values =
      Program{}
          .run({"explain", "III.2.3.1.a", "--value", "--catalog", "catalogs", "--for", storage, "--format", "markdown"})
          .out;
  CHECK_THAT(values, !ContainsSubstring("the value of the pattern of"));
  CHECK_THAT(values, ContainsSubstring("may be taken"));
}

TEST_CASE("a wording without an open form is told with a remark where it is not decided yet", "[cli][explain]") {
  const Scratch scratch;
  const auto overlay = scratch.write("overlay.yaml", R"(
catalog: {schema: 1, id: plainly, version: 1.0.0, released: 2026-01-01, depends-on: [step-wording]}
basis: {judgement: ours}
edits: [{withdraw: step level-by-type, because: {ja: 言い換えるため, en: to word it otherwise}}]
)");
  const auto out = Program{}
                       .run({"explain", "availability", "--catalog", "catalogs", "--for",
                             "examples/online-storage.yaml", "--overlay", overlay, "--format", "markdown"})
                       .out;
  CHECK_THAT(out, ContainsSubstring("level-by-type"));
  CHECK_THAT(out, ContainsSubstring("(not decided yet)"));
}
