// `explain --why-not`: what may be missed, what would have to be otherwise, and that this is so.
#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using Json = nlohmann::json;

namespace {

const std::string service = "tests/golden/cli/service.yaml";

Ran why_not(std::vector<std::string> words, const std::string& of = service) {
  words.insert(words.begin(), {"explain", "--catalog", "tests/golden/cli/field", "--catalog", "catalogs/step-wording"});
  words.insert(words.end(), {"--why-not", "--for", of});
  return Program{}.run(words);
}

Json answered(std::vector<std::string> words, const std::string& of = service) {
  words.insert(words.end(), {"--format", "json"});
  return Json::parse(why_not(std::move(words), of).out);
}

/// "select: state alarms counters fire", an edit for each `kind`.
std::vector<std::string> proposed(const Json& json) {
  std::vector<std::string> found;
  for (const auto& proposal : json["proposals"]) {
    auto text = proposal["stage"].get<std::string>() + ':';
    for (const auto& edit : proposal["edits"]) {
      text += ' ' + edit["kind"].get<std::string>();
      for (const auto* key : {"component", "operator", "property", "level", "link"}) {
        if (edit.contains(key)) text += ' ' + edit[key].get<std::string>();
      }
    }
    found.push_back(text);
  }
  return found;
}

std::string overlay_text(const std::string& rest) {
  return "catalog: {schema: 1, id: more, version: 1.0.0, released: 2026-01-01, depends-on: [field]}\n"
         "basis: {judgement: ours}\n" +
         rest;
}

using Texts = std::vector<std::string>;

/// What a terminal shows, on one line.
std::string unwrapped(const std::string& text) {
  std::istringstream stream(text);
  std::string line;
  for (std::string word; stream >> word;) line += (line.empty() ? "" : " ") + word;
  return line;
}

}  // namespace

TEST_CASE("a measure that answers elsewhere lacks a link here", "[cli][why-not]") {
  const auto json = answered({"alarms", "fire"});
  CHECK(json["holds"] == false);
  CHECK(json["never"].is_null());
  CHECK(json["by_service"] == false);
  CHECK(proposed(json) == Texts{"select: state alarms counters fire"});
  const auto& steps = json["proposals"][0]["steps"];
  REQUIRE(steps.size() == 2);
  CHECK(steps[0]["rule"] == "exposed-by-mechanism");
  CHECK(steps[0]["holds"] == true);
  CHECK(steps[1]["rule"] == "counters");
  CHECK(steps[1]["missing"] == true);
  CHECK(steps[1]["conclusion"]["threat"] == "fire");
  CHECK(json["proposals"][0]["changes"]["new_measures"].empty());
}

TEST_CASE("what the service has not, it would have to have", "[cli][why-not]") {
  const Scratch scratch;
  const auto small = scratch.write("small.yaml", "{id: small, type: depot, case: small}");
  const auto json = answered({"component", "desk"}, small);
  CHECK(proposed(json) == Texts{"identify: add-component desk"});
  CHECK(json["by_service"] == true);
  CHECK(json["proposals"][0]["changes"]["new_exposures"] == 3);
  CHECK(proposed(answered({"paper", "theft"}, small))[0] == "identify: add-component desk");
}

TEST_CASE("an asset is missing on a component that does not carry it", "[cli][why-not]") {
  CHECK(proposed(answered({"paper", "rack"})) == Texts{"identify: state rack carries paper"});
}

TEST_CASE("a threat that reaches nothing lacks a mechanism that does, or a nature that it acts on", "[cli][why-not]") {
  const auto proposals = proposed(answered({"absence"}));
  CHECK(std::ranges::count(proposals, "analyse: state absence works-by taking") == 1);
  CHECK(std::ranges::count(proposals, "analyse: state calling-away acts-on thing") == 1);
  CHECK(std::ranges::count(proposals, "analyse: state absence works-by singing") == 0);
}

TEST_CASE("what trust hides would have to be believed", "[cli][why-not]") {
  const auto proposals = proposed(answered({"alarms", "--trust", "stated"}));
  REQUIRE(proposals.size() == 2);
  CHECK(proposals[0] == "select: state alarms counters fire");
  CHECK_THAT(proposals[1], StartsWith("analyse: believe believe"));
  const auto text = why_not({"alarms", "--trust", "stated"}).out;
  CHECK_THAT(text, ContainsSubstring("Believe what trust hides: There is the mechanism Taking (taking)") &&
                       ContainsSubstring("Trust    stated"));
}

TEST_CASE("what was withdrawn would have to be restored, unless others stand for it", "[cli][why-not]") {
  const Scratch scratch;
  const auto gone = scratch.write("gone.yaml", overlay_text("edits: [{withdraw: measure alarms}]\n"));
  CHECK(proposed(answered({"alarms", "--overlay", gone})) == Texts{"itself: restore"});
  const auto replaced = scratch.write(
      "replaced.yaml", overlay_text("edits: [{withdraw: measure alarms}]\nmeasures: [{id: sirens, replaces: [alarms], "
                                    "title: {ja: サイレン, en: Sirens}, class: later}]\n"));
  const auto ran = why_not({"measure", "alarms", "--overlay", replaced});
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, ContainsSubstring("It was withdrawn and replaced by Sirens (sirens)"));
  CHECK(answered({"alarms", "--overlay", replaced})["instead"] == Json({"sirens"}));
}

TEST_CASE("what was withdrawn itself is told with who did, before all else", "[cli][why-not]") {
  const Scratch scratch;
  const auto gone = scratch.write("gone.yaml", overlay_text("edits: [{withdraw: measure alarms}]\n"));
  const auto text = unwrapped(why_not({"alarms", "--overlay", gone}).out);
  CHECK_THAT(text,
             ContainsSubstring("What is asked about itself") && ContainsSubstring("(withdrawn at more/gone.yaml:3)"));
  const auto json = answered({"alarms", "--overlay", gone});
  const auto& edit = json["proposals"][0]["edits"][0];
  CHECK(edit["about"] == "alarms");
  CHECK(edit["sort"] == "measures");
  CHECK(edit["what_if"] == Json({"--with", "measure alarms"}));
}

TEST_CASE("a threat may lack a harm, too", "[cli][why-not]") {
  const auto proposals = proposed(answered({"fire", "secrecy"}));
  REQUIRE(!proposals.empty());
  const auto json = answered({"fire", "secrecy"});
  CHECK(json["never"].is_null());
  for (const auto& proposal : json["proposals"]) {
    const auto harms = std::ranges::count_if(
        proposal["edits"], [](const Json& edit) { return edit["sort"] == "threat-harms" && edit["about"] == "fire"; });
    CHECK(harms == 1);
  }
  CHECK_THAT(unwrapped(why_not({"fire", "secrecy"}).out), ContainsSubstring("State: Fire (fire) harms Secrecy") &&
                                                              ContainsSubstring("--with \"fire harms secrecy\""));
}

TEST_CASE("what is said already within limits is told beside what would have to be stated", "[cli][why-not]") {
  const Scratch scratch;
  const auto overlay = scratch.write(
      "more.yaml",
      overlay_text("measures: [{id: hoods, title: {ja: 覆い, en: Hoods}, class: later}]\n"
                   "links: [{id: hoods/paper, kind: counters, from: hoods, to: fire, assets: [paper]}]\n"));
  const auto words = std::vector<std::string>{"hoods", "fire", "rack", "--overlay", overlay};
  CHECK_THAT(unwrapped(why_not(words).out),
             ContainsSubstring("hoods/paper only for asset Paper (paper) (more/more.yaml:4)"));
  const auto json = answered(words);
  const auto& edit = json["proposals"][0]["edits"][0];
  CHECK(edit["link"] == "hoods counters fire");
  CHECK(edit["within_limits"][0]["link"] == "hoods/paper");
  CHECK(edit["within_limits"][0]["only_for"] == Json({"paper"}));
}

TEST_CASE("a link that is hidden and limited is not what the command to try brings", "[cli][why-not]") {
  const Scratch scratch;
  const auto overlay = scratch.write(
      "more.yaml",
      overlay_text("measures: [{id: hoods, title: {ja: 覆い, en: Hoods}, class: later}]\n"
                   "links: [{id: hoods/paper, kind: counters, from: hoods, to: fire, assets: [paper]}]\n"));
  const auto words = std::vector<std::string>{"hoods", "fire", "rack", "--overlay", overlay, "--trust", "stated"};
  const auto json = answered(words);
  std::size_t stated = 0;
  for (const auto& proposal : json["proposals"]) {
    for (const auto& edit : proposal["edits"]) {
      if (edit["kind"] != "state" || edit["link"] != "hoods counters fire") continue;
      CHECK(edit["within_limits"][0]["link"] == "hoods/paper");
      CHECK(edit["within_limits"][0]["holds"] == false);
      CHECK(edit["what_if"] == Json({"--with", "hoods counters fire"}));
      ++stated;
    }
  }
  CHECK(stated > 0);
  CHECK_THAT(unwrapped(why_not(words).out), ContainsSubstring("hidden by trust"));
  const auto supposed = [&](const std::string& what) {
    const auto ran =
        Program{}.run({"what-if", service, "--catalog", "tests/golden/cli/field", "--catalog", "catalogs/step-wording",
                       "--overlay", overlay, "--trust", "stated", "--format", "json", "--with", what});
    return Json::parse(ran.out)["supposed"][0]["links"][0];
  };
  CHECK(supposed("hoods counters fire")["limited_to"].empty());
  CHECK(supposed("link hoods/paper")["limited_to"] == Json({"paper"}));
}

TEST_CASE("of more statements than can be looked at, those about what is asked are", "[cli][why-not][thorough]") {
  const auto ran = Program{}.run({"explain", "user-equipment", "malicious.theft", "--why-not", "--for",
                                  "examples/groupware.yaml", "--catalog", "catalogs", "--format", "json"});
  const auto json = Json::parse(ran.out);
  CHECK(json["cut"] == true);
  REQUIRE(!json["proposals"].empty());
  CHECK(json["proposals"][0]["count"] == 2);
}

TEST_CASE("each premise is told with where the catalogues say it", "[cli][why-not]") {
  const auto json = answered({"absence"});
  for (const auto& proposal : json["proposals"]) {
    for (const auto& step : proposal["steps"]) {
      if (!step["holds"] || step["rule"] == "exposed-by-mechanism") continue;
      CHECK_THAT(step["at"]["file"].get<std::string>(), ContainsSubstring(".yaml:"));
      CHECK_FALSE(step["basis"].is_null());
    }
  }
  CHECK_THAT(why_not({"absence"}).out, ContainsSubstring("Basis and where") && ContainsSubstring("field/"));
}

TEST_CASE("with the command that is printed what is missed comes", "[cli][why-not]") {
  const Scratch scratch;
  const auto small = scratch.write("small.yaml", "{id: small, type: depot, case: small}");
  std::size_t tried = 0;
  for (const std::string trust : {"unverified", "stated"}) {
    for (const auto& [kind, come, item] :
         std::vector<std::array<std::string, 3>>{{"measure", "measures", "locks"},
                                                 {"measure", "measures", "alarms"},
                                                 {"control", "controls", "entry-control"},
                                                 {"asset", "exposures", "paper"},
                                                 {"threat", "exposures", "absence"},
                                                 {"threat", "exposures", "theft"}}) {
      const auto json = answered({kind, item, "--trust", trust}, small);
      for (const auto& proposal : json["proposals"]) {
        std::vector<std::string> words{"what-if",   small,
                                       "--catalog", "tests/golden/cli/field",
                                       "--catalog", "catalogs/step-wording",
                                       "--trust",   trust,
                                       "--format",  "json"};
        bool all = true;
        for (const auto& edit : proposal["edits"]) {
          all = all && !edit["what_if"].is_null();
          if (all)
            words.insert(words.end(), {edit["what_if"][0].get<std::string>(), edit["what_if"][1].get<std::string>()});
        }
        if (!all) continue;
        const auto ran = Program{}.run(words);
        INFO(item << ": " << proposal["edits"].dump());
        REQUIRE(ran.status != 2);
        CHECK_THAT(Json::parse(ran.out)[come]["come"].dump(), ContainsSubstring('"' + item + '"'));
        ++tried;
      }
    }
  }
  CHECK(tried > 10);
}

TEST_CASE("of two services it is said that it applies to none", "[cli][why-not]") {
  const Scratch scratch;
  const auto two = scratch.write(
      "two.yaml", "id: two\nservices: [{id: a, type: depot, case: small}, {id: b, type: depot, case: small}]\n");
  const auto text = unwrapped(why_not({"component", "desk"}, two).out);
  CHECK_THAT(text, ContainsSubstring("It applies to none of these services.") &&
                       ContainsSubstring("Add the component Desk (desk) (in b)") &&
                       ContainsSubstring("--with b/desk=desk"));
}

TEST_CASE("what can be nothing at once is refused", "[cli][why-not]") {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"locks", "alarms"}, {"1", "2"}, {"theft", "fire"}, {"secrecy", "presence"}, {"locks", "first"}}) {
    const auto ran = why_not(words);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err,
               ContainsSubstring("is nothing that could apply; name a measure or control and where it would answer: a "
                                 "component, an asset, a threat, a property, one of each at most; or a measure and a "
                                 "pattern, or a property and a level"));
  }
}

TEST_CASE("what stands in the way would have to be taken away", "[cli][why-not]") {
  const Scratch scratch;
  const auto overlay = scratch.write(
      "more.yaml", overlay_text("exclusions: [{id: furniture, components: [desk], title: {ja: 家具, en: Furniture}}]\n"
                                "edits: [{add: component rack, field: lacks, is: paper}]\n"));
  CHECK(proposed(answered({"component", "desk", "--overlay", overlay})) == Texts{"identify: take-away"});
  const auto paper = proposed(answered({"paper", "theft", "--overlay", overlay}));
  CHECK(paper == Texts{"identify: take-away", "identify: state rack carries paper take-away rack lacks paper"});
  CHECK_THAT(why_not({"desk", "--overlay", overlay}).out,
             ContainsSubstring("Take away: the exclusion Furniture (furniture)"));
  // The premise that fails is that, not what it keeps from following.
  const auto told = [&](const std::string& what, const std::string& language) {
    return why_not({what, "--overlay", overlay, "--lang", language, "--format", "markdown"}).out;
  };
  CHECK_THAT(told("desk", "en"),
             ContainsSubstring("| ✗ in the way | the exclusion Furniture (furniture) | (judged) more/more.yaml:3 |\n"
                               "| → follows | Depot service (depot) has the component Desk (desk)") &&
                 !ContainsSubstring("✗ missing"));
  CHECK_THAT(told("desk", "ja"),
             ContainsSubstring("| ✗ 妨げ | 対象外の定め「家具（furniture）」 | 〔判断〕more/more.yaml:3 |"));
  const auto carried = why_not({"paper", "theft", "rack", "--overlay", overlay, "--format", "markdown"}).out;
  CHECK_THAT(carried,
             ContainsSubstring("| ✗ in the way | Rack (rack) lacks Paper (paper) | (judged) more/more.yaml:4 |\n"
                               "| ✗ missing | The component rack carries the asset paper |"));
  const auto steps = answered({"desk", "--overlay", overlay})["proposals"][0]["steps"];
  REQUIRE(steps.size() == 1);
  CHECK(steps[0]["missing"] == false);
  REQUIRE(steps[0]["in_the_way"].size() == 1);
  CHECK(steps[0]["in_the_way"][0]["about"] == "furniture");
  CHECK(steps[0]["in_the_way"][0]["sort"] == "exclusions");
  CHECK(steps[0]["in_the_way"][0]["at"]["file"] == "more/more.yaml:3");
}

TEST_CASE("another level would have to be required", "[cli][why-not]") {
  const Scratch scratch;
  const auto strict =
      scratch.write("strict.yaml", "{id: strict, levels: {secrecy: high, presence: high}, case: small}");
  CHECK(proposed(answered({"presence", "low"}, strict)) == Texts{"classify: require-level presence low"});
  CHECK(proposed(answered({"pattern", "2"}, strict)) == Texts{"classify: require-level presence low"});
  CHECK(answered({"pattern", "1"}, strict)["holds"] == true);
  CHECK_THAT(why_not({"presence", "low"}, strict).out, ContainsSubstring("Note on low "));
  CHECK_THAT(why_not({"desk"}, strict).out, !ContainsSubstring("Note on low "));
  const auto json = answered({"locks", "2"}, strict);
  CHECK(json["only_value"] == true);
  CHECK(proposed(json)[0] == "classify: require-level presence low");
  CHECK_THAT(
      why_not({"locks", "2"}, strict).out,
      ContainsSubstring("Depot") || ContainsSubstring("The measure is called for. A pattern selects its values "));
}

TEST_CASE("of a value in a pattern the indicator counts", "[cli][why-not]") {
  const Scratch scratch;
  const auto strict =
      scratch.write("strict.yaml", "{id: strict, levels: {secrecy: high, presence: high}, case: small}");
  const auto bars = scratch.write(
      "bars.yaml",
      overlay_text(
          "measures: [{id: bars, class: later, indicators: [{key: a, title: {ja: 甲, en: A}, values: {1: 5 hour}},\n"
          "  {key: b, title: {ja: 乙, en: B}, values: {2: 5 hour}}]}]\n"
          "links: [{id: bars/theft, kind: counters, from: bars, to: theft}]\n"));
  const auto holds = [&](const std::string& what) {
    return answered({what, "1", "--overlay", bars}, strict)["holds"].get<bool>();
  };
  CHECK(holds("bars"));
  CHECK(holds("bars.a"));
  CHECK_FALSE(holds("bars.b"));
}

TEST_CASE("a value that no catalogue states is said not to be known, and how to state it", "[cli][why-not]") {
  const Scratch scratch;
  const auto bars = scratch.write(
      "bars.yaml", overlay_text("measures:\n"
                                "  - id: bars\n"
                                "    class: later\n"
                                "    indicators: [{key: a, title: {ja: 甲, en: A}, values: {1: unknown, 2: unknown}},\n"
                                "      {key: b, title: {ja: 乙, en: B}, values: {1: unknown, 2: 5 hour}}]\n"
                                "links: [{id: bars/theft, kind: counters, from: bars, to: theft}]\n"));
  const auto strict =
      scratch.write("strict.yaml", "{id: strict, levels: {secrecy: high, presence: high}, case: small}");
  const auto asked = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--overlay", bars});
    return words;
  };
  const auto ran = why_not(asked({"bars.a"}), strict);
  CHECK(ran.status == 1);
  CHECK_THAT(unwrapped(ran.out),
             ContainsSubstring("This reference value is not known: no source states it") &&
                 ContainsSubstring("`{replace: measure bars, field: indicators.KEY.values.PATTERN, was: unknown, is: "
                                   "VALUE}`") &&
                 !ContainsSubstring("looked"));
  CHECK_THAT(why_not(asked({"bars.a", "--lang", "ja", "--format", "markdown"}), strict).out,
             ContainsSubstring("この対策参照値は分かっていない。") &&
                 ContainsSubstring("{replace: measure bars, field: indicators.KEY.values.PATTERN"));
  CHECK(answered(asked({"bars.a"}), strict)["never"] == "unknown-value");
  CHECK(answered(asked({"1", "bars.a"}), strict)["never"] == "unknown-value");
  CHECK(answered(asked({"bars", "1"}), strict)["never"] == "unknown-value");
  CHECK(answered(asked({"bars.b", "1"}), strict)["never"] == "unknown-value");
  // In another pattern it is known.
  CHECK(proposed(answered(asked({"bars.b"}), strict))[0] == "classify: require-level presence low");
  // What it says to state makes it known.
  const auto stating =
      scratch.write("stating.yaml",
                    "catalog: {schema: 1, id: stating, version: 1.0.0, released: 2026-01-01, depends-on: [more]}\n"
                    "basis: {judgement: ours}\n"
                    "edits: [{replace: measure bars, field: indicators.a.values.1, was: unknown, is: 3 hour}]\n");
  CHECK(answered(asked({"bars.a", "--overlay", stating}), strict)["holds"] == true);
}

TEST_CASE("what is so already is not missed", "[cli][why-not]") {
  for (const std::string what : {"locks", "rack", "disk", "theft", "entry-control", "first"}) {
    const auto ran = why_not({what});
    CHECK(ran.status == 0);
    CHECK_THAT(ran.out, ContainsSubstring("It applies already; `michibiki explain` tells why."));
  }
}

TEST_CASE("what may be so, by a pattern that is not decided yet, is not told as what is so", "[cli][why-not]") {
  const auto ran = why_not({"locks.a"});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, ContainsSubstring("It may apply: that is not decided yet"));
}

TEST_CASE("what can never apply says so", "[cli][why-not]") {
  const auto heading = why_not({"control", "guarding"});
  CHECK(heading.status == 1);
  CHECK_THAT(heading.out, ContainsSubstring("It can never apply.") && ContainsSubstring("It is a heading"));
  const auto nature = why_not({"thing"});
  CHECK(nature.status == 1);
  CHECK_THAT(nature.out, ContainsSubstring("Nothing is concluded about things of this kind"));
  const auto level = why_not({"secrecy", "low"});
  CHECK(level.status == 1);
  CHECK_THAT(level.out, ContainsSubstring("Neither other components or levels"));
  CHECK(answered({"thing"})["never"] == "no-conclusion");
}

TEST_CASE("an unknown id that is missed gets a hint", "[cli][why-not]") {
  const auto ran = why_not({"lock"});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring("nothing is called 'lock'; did you mean 'locks'?"));
}

TEST_CASE("whoever watches is told how many sets of edits have been derived with", "[cli][why-not]") {
  Program watched;
  watched.err_is_terminal = true;
  // Over in less than a second it tells nothing, else how far it has come.
  const auto ran =
      watched.run({"explain", "absence", "--why-not", "--catalog", "tests/golden/cli/field", "--for", service});
  CHECK(ran.status == 0);
  if (!ran.err.empty()) CHECK_THAT(ran.err, ContainsSubstring("deriving with each set of edits: "));
}

TEST_CASE("a question that is no question of what is missed is refused", "[cli][why-not]") {
  CHECK_THAT(Program{}.run({"explain", "locks", "--why-not"}).err,
             ContainsSubstring("--why-not is about a service; name it with --for"));
  for (const std::string option : {"--all", "--dot", "--value", "--firmness", "--inverted"}) {
    CHECK_THAT(why_not({"locks", option}).err, ContainsSubstring("--why-not is about something that is not so"));
  }
  CHECK(why_not({"locks"}, "tests/golden/cli/wrong.yaml").status == 2);
}

TEST_CASE("what changes is counted as what-if counts it", "[cli][why-not][thorough]") {
  struct Asked {
    std::string service;
    std::vector<std::string> words;
  };
  const std::vector<Asked> all{{"accounting", {"confidentiality", "low"}},
                               {"web-conference", {"III.5.3.1"}},
                               {"accounting", {"user-line"}},
                               {"web-conference", {"III.2.3.1", "3"}},
                               {"web-conference", {"component", "medium"}}};
  const auto open_code = [](const Json& one) {
    std::string code;
    for (const auto* key : {"component", "asset", "threat", "property", "vulnerability"}) {
      const auto found = one.find(key);
      code += (found != one.end() && found->is_string() ? found->get<std::string>() : "") + ' ';
    }
    return code;
  };
  std::size_t tried = 0;
  for (const auto& asked : all) {
    const auto path = "examples/" + asked.service + ".yaml";
    std::vector<std::string> words{"explain", "--catalog", "catalogs", "--why-not", "--for", path, "--format", "json"};
    words.insert(words.begin() + 1, asked.words.begin(), asked.words.end());
    const auto proposals = Json::parse(Program{}.run(words).out)["proposals"];
    REQUIRE_FALSE(proposals.empty());
    for (std::size_t i = 0; i < proposals.size() && i < 3; ++i) {
      std::vector<std::string> command{"what-if", path, "--catalog", "catalogs", "--format", "json"};
      for (const auto& edit : proposals[i]["edits"])
        command.insert(command.end(), {edit["what_if"][0].get<std::string>(), edit["what_if"][1].get<std::string>()});
      const auto told = Json::parse(Program{}.run(command).out);
      const auto& changes = proposals[i]["changes"];
      INFO(path << ' ' << proposals[i]["edits"].dump());
      CHECK(changes["changed_values"] == told["values"].size());
      CHECK(changes["new_measures"] == told["measures"]["come"]);
      CHECK(changes["gone_measures"] == told["measures"]["go"]);
      CHECK(changes["new_controls"] == told["controls"]["come"]);
      CHECK(changes["gone_controls"] == told["controls"]["go"]);
      CHECK(changes["new_exposures"] == told["exposures"]["come"].size());
      CHECK(changes["gone_exposures"] == told["exposures"]["go"].size());
      CHECK(changes["answered_otherwise"] == told["exposures"]["otherwise"].size());
      std::vector<std::string> mine;
      std::vector<std::string> theirs;
      for (const auto& one : changes["newly_open"]) mine.push_back(open_code(one));
      for (const auto& one : told["newly_open"]) theirs.push_back(open_code(one));
      std::ranges::sort(mine);
      std::ranges::sort(theirs);
      CHECK(mine == theirs);
      const auto components = [&](const char* when) { return told[when]["components"].get<int>(); };
      CHECK(changes["new_components"].get<int>() - changes["gone_components"].get<int>() ==
            components("after") - components("before"));
      ++tried;
    }
  }
  CHECK(tried > 6);
}

TEST_CASE("what becomes open and what the service has more is told", "[cli][why-not]") {
  const auto changes_with = [](const std::string& what, const std::string& path) {
    return unwrapped(Program{}.run({"explain", what, "--catalog", "catalogs", "--why-not", "--for", path}).out);
  };
  CHECK_THAT(changes_with("III.5.3.1", "examples/web-conference.yaml"), ContainsSubstring("newly open exposures 7,"));
  CHECK_THAT(changes_with("user-line", "examples/accounting.yaml"),
             ContainsSubstring("Changes with it components +3") && !ContainsSubstring("Changes with it nothing"));
}

TEST_CASE("a component that is excluded and carries nothing may carry any asset", "[cli][why-not]") {
  const Scratch scratch;
  const auto overlay = scratch.write(
      "more.yaml", overlay_text("components: [{id: shed, title: {ja: 小屋, en: Shed}}]\n"
                                "exclusions: [{id: outside, components: [shed], title: {ja: 外, en: Outside}}]\n"));
  for (const auto& words : {Texts{"shed", "theft"}, Texts{"locks", "shed", "theft"}}) {
    auto asked = words;
    asked.insert(asked.end(), {"--overlay", overlay});
    const auto json = answered(asked);
    CHECK(json["never"].is_null());
    REQUIRE_FALSE(json["proposals"].empty());
    CHECK_THAT(proposed(json)[0], ContainsSubstring("state shed carries") && ContainsSubstring("take-away"));
  }
}

TEST_CASE("a component that is out of scope in a shipped example may carry what the threat reaches",
          "[cli][why-not][catalogs][thorough]") {
  for (const auto& words :
       {Texts{"user-equipment", "malicious.theft"}, Texts{"III.2.3.1", "user-equipment", "malicious.theft"}}) {
    auto asked = words;
    asked.insert(asked.begin(), "explain");
    asked.insert(asked.end(),
                 {"--catalog", "catalogs", "--why-not", "--for", "examples/web-conference.yaml", "--format", "json"});
    const auto json = Json::parse(Program{}.run(asked).out);
    CHECK(json["never"].is_null());
    const auto found = proposed(json);
    CHECK(std::ranges::any_of(found, [](const std::string& text) {
      return text.find("user-equipment carries server") != std::string::npos;
    }));
    CHECK(json["proposals"][0]["count"] == 2);
  }
}

TEST_CASE("what an edit decides is told as decided", "[cli][why-not]") {
  const auto ran =
      Program{}.run({"explain", "3", "--why-not", "--for", "examples/groupware.yaml", "--catalog", "catalogs"});
  CHECK_THAT(ran.out, ContainsSubstring("Pattern 3 fits the levels") && !ContainsSubstring("not decided yet"));
}

TEST_CASE("the command to try an edit is written as a shell takes it", "[cli][why-not]") {
  const Scratch folder;
  const auto shop =
      folder.write("a shop.yaml", "id: shop\ninstances: [{id: till, type: desk}]\nlevels: {presence: high}\n");
  const auto said = why_not({"alarms", "fire", "--format", "markdown"}, shop);
  REQUIRE(said.status == 0);
  CHECK_THAT(said.out, ContainsSubstring("what-if '") && ContainsSubstring("/a shop.yaml' --catalog tests/"));
}
