// `what-if`: what may be supposed, what is wrong with it, and that a derivation of what is supposed says the same.
#include <algorithm>
#include <filesystem>
#include <set>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

const std::string field = "tests/golden/cli/field";
const std::string service = "tests/golden/cli/service.yaml";

Ran what_if(std::vector<std::string> words) {
  words.insert(words.begin(), {"what-if", service, "--catalog", field, "--catalog", "catalogs/step-wording"});
  return Program{}.run(words);
}

Json supposed(std::vector<std::string> words) {
  words.insert(words.end(), {"--format", "json"});
  return Json::parse(what_if(std::move(words)).out);
}

/// Of the shipped catalogues.
Json of_example(const std::string& example, std::vector<std::string> words) {
  words.insert(words.begin(), {"what-if", "examples/" + example + ".yaml", "--catalog", "catalogs"});
  words.insert(words.end(), {"--format", "json"});
  return Json::parse(Program{}.run(words).out);
}

/// A depot of which we know that it keeps precious things, with promises, and in one of its lines what else it says.
std::string depot(const std::string& promises, const std::string& more = {}) {
  return "id: depot\ntype: depot\nanswers: {precious: true}\ncase: large\n" + more + "\npromises:\n" + promises;
}

const std::string locks_promised =
    "- {measure: locks, indicator: a, value: 2 hour, because: {ja: 契約, en: By contract}}\n"
    "- {measure: locks, indicator: b, value: 5 hour}\n";

const std::string sharing = R"(
id: both
shared: [rack]
services:
  - {id: x, type: depot, answers: {precious: true}, uses: [rack], promises: [{measure: locks, indicator: b, value: 6 hour}]}
  - {id: y, type: depot, answers: {precious: false}, uses: [rack], instances: [{type: desk, parent: rack}], promises: [{measure: locks, indicator: b, value: 8 hour}]}
)";

/// Of a service file of that content, called "depot.yaml".
Ran of_service(const std::string& content, std::vector<std::string> words) {
  const Scratch scratch;
  const auto file = scratch.write("depot.yaml", content);
  words.insert(words.begin(), {"what-if", file, "--catalog", field, "--catalog", "catalogs/step-wording"});
  auto ran = Program{}.run(words);
  for (auto at = ran.err.find(file); at != std::string::npos; at = ran.err.find(file))
    ran.err.replace(at, file.size(), "depot.yaml");
  return ran;
}

Json promises_of(const std::string& content, std::vector<std::string> words) {
  words.insert(words.end(), {"--format", "json"});
  return Json::parse(of_service(content, std::move(words)).out)["promises"];
}

std::string wrong(std::vector<std::string> words) {
  const auto ran = what_if(std::move(words));
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  return ran.err;
}

}  // namespace

TEST_CASE("without a measure what it alone covers becomes open, and the measure goes", "[cli][what-if]") {
  const auto ran = what_if({"--without", "locks", "--format", "json"});
  CHECK(ran.status == 1);
  const auto json = Json::parse(ran.out);
  CHECK(json["measures"]["go"] == Json{"locks"});
  CHECK(json["newly_open"].size() ==
        json["after"]["open"].get<std::size_t>() - json["before"]["open"].get<std::size_t>());
  for (const auto& gone : json["no_longer"]) CHECK(!gone["because"].empty());
}

TEST_CASE("what is told of a component is what a service without it gives", "[cli][what-if]") {
  const Scratch folder;
  const auto less =
      folder.write("less.yaml", "id: less\ntitle: {ja: 少, en: less}\ntype: depot\ncase: large\nwithout: [desk]\n");
  const auto derived = Json::parse(Program{}.run({"derive", less, "--catalog", field, "--format", "json"}).out);
  const auto json = supposed({"--without", "desk"});
  CHECK(json["after"]["exposures"] == derived["exposures"].size());
  CHECK(json["after"]["measures"] == derived["measures"].size());
  CHECK(json["after"]["components"] == derived["components"].size());
}

TEST_CASE("nothing on disk changes", "[cli][what-if]") {
  const auto before = Program{}.run({"derive", service, "--catalog", field, "--format", "json"});
  what_if({"--without", "locks", "--with", "measure guards", "--without", "theft"});
  CHECK(Program{}.run({"derive", service, "--catalog", field, "--format", "json"}).out == before.out);
}

TEST_CASE("what is supposed twice over and back changes nothing", "[cli][what-if]") {
  const auto json = supposed({"--without", "desk", "--with", "desk"});
  CHECK(json["exposures"] == Json{{"go", Json::array()}, {"come", Json::array()}, {"otherwise", Json::array()}});
  CHECK_THAT(what_if({"--with", "measure guards"}).out, ContainsSubstring("Nothing changes."));
}

TEST_CASE("statements of every sort can be supposed away", "[cli][what-if]") {
  CHECK(supposed({"--without", "theft harms secrecy"})["exposures"]["go"].size() > 0);
  CHECK(supposed({"--without", "threat theft"})["exposures"]["go"].size() > 0);
  CHECK(supposed({"--without", "rack carries disk"})["exposures"]["go"].size() > 0);
  CHECK(supposed({"--without", "taking"})["unreached"]["come"] == Json{"theft"});
  CHECK(supposed({"--without", "locks class"})["measures"]["otherwise"] == Json{"locks"});
  CHECK(supposed({"--without", "locks.a 1"})["supposed"][0]["kind"] == "statement");
  CHECK(supposed({"--without", "guarding"})["controls"]["go"].size() > 0);
  CHECK(supposed({"--without", "component rack"})["after"]["components"] == 1);
}

TEST_CASE("a link of which a part is named goes whole, and is told with all that it links", "[cli][what-if]") {
  const Scratch scratch;
  const auto overlay = scratch.write("wide.yaml", R"(
catalog: {schema: 1, id: wide, version: 1.0.0, released: 2026-01-01, depends-on: [field]}
basis: {judgement: ours}
links: [{id: wide/all, kind: counters, from: [alarms, locks], to: [fire, absence], join: any, because: ours}]
)");
  const auto of = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--overlay", overlay, "--without", "alarms counters fire"});
    return what_if(std::move(words)).out;
  };
  const std::string told = "the whole of link wide/all: alarms, locks counters fire, absence (wide/wide.yaml:4)";
  const auto json = Json::parse(of({"--format", "json"}));
  CHECK(json["supposed"][0]["text"]["en"] == told);
  CHECK(json["supposed"][0]["text"]["ja"] ==
        "リンク wide/all の全体（alarms、locksはfire、absenceに対抗する）（wide/wide.yaml:4）");
  CHECK(json["supposed"][0]["links"] == Json::array({{{"link", "wide/all"},
                                                      {"kind", "counters"},
                                                      {"from", {"alarms", "locks"}},
                                                      {"to", {"fire", "absence"}},
                                                      {"limited_to", Json::array()}}}));
  CHECK_THAT(of({}), ContainsSubstring("Without") && ContainsSubstring("the whole of link wide/all: alarms, locks"));
  CHECK_THAT(of({"--format", "markdown"}), ContainsSubstring(told));
  CHECK_THAT(of({"--format", "markdown", "--lang", "ja"}), ContainsSubstring("リンク wide/all の全体"));
}

TEST_CASE("what several links say goes with all of them, each told with its limits", "[cli][what-if]") {
  const auto json = supposed({"--without", "locks counters theft"})["supposed"][0];
  CHECK(json["text"]["en"] ==
        "the whole of link locks/theft: locks counters theft, limited to rack (field/manifest.yaml:76); "
        "the whole of link locks/disk: locks counters theft, limited to rack, disk (field/manifest.yaml:87)");
  CHECK(json["links"][1]["limited_to"] == Json({"rack", "disk"}));
  // Where there is one thing at each end and no limit, nothing more is to be said.
  const auto plain = supposed({"--without", "fire-safety mitigates fire"})["supposed"][0];
  CHECK(plain["links"].size() == 1);
  CHECK_THAT(plain["text"]["en"].get<std::string>(), !ContainsSubstring("whole"));
  CHECK(supposed({"--without", "desk"})["supposed"][0]["links"].empty());
}

TEST_CASE("levels and answers are supposed of the service", "[cli][what-if]") {
  CHECK(supposed({"--with", "presence=low"})["supposed"][0]["kind"] == "level");
  CHECK(supposed({"--with", "precious=no"})["supposed"][0]["kind"] == "answer");
}

TEST_CASE("what no catalogue states yet can be supposed", "[cli][what-if]") {
  const auto json = supposed({"--with", "measure guards", "--with", "guards counters fire"});
  CHECK(json["measures"]["come"] == Json{"guards"});
  CHECK(json["now"][0]["because"][0]["at"] == nullptr);
  CHECK(supposed({"--with", "absence harms secrecy"})["supposed"][0]["so"] == true);
  // The first link of its kind: stages look at catalogues with such links otherwise.
  const auto anew = supposed({"--with", "theft exposes paper"})["effort"];
  CHECK(anew["anew"] == true);
  CHECK(anew["matched"] == Json({{"done", 6}, {"all", 6}}));
  CHECK(anew["answered"] == Json({{"done", 6}, {"all", 6}}));
  CHECK(anew["placed"] == Json({{"done", 2}, {"all", 2}}));
  CHECK(anew["graded"] == Json({{"done", 2}, {"all", 2}}));
  CHECK(supposed({"--with", "presence=low"})["effort"]["anew"] == false);
  CHECK_THAT(what_if({"--with", "theft exposes paper", "--lang", "ja"}).out,
             ContainsSubstring("知識グラフが別のものになるため、最初からすべて："));
}

TEST_CASE("a link that says less does not stand for one that says more", "[cli][what-if]") {
  // The catalogues have such a link, limited to other assets.
  const auto json = of_example("web-conference", {"--with", "III.5.3.1 counters malicious.theft"});
  CHECK(json["measures"]["come"] == Json{"III.5.3.1"});
  CHECK(supposed({"--with", "locks counters fire presence"})["exposures"]["otherwise"].size() > 0);
}

TEST_CASE("links that were given no id are called by what they say", "[cli][what-if]") {
  const auto json = of_example("accounting", {"--without", "request-flood spares air-conditioning availability"});
  CHECK(json["supposed"][0]["kind"] == "statement");
}

TEST_CASE("of several services each value is told of its own", "[cli][what-if]") {
  const auto json =
      of_example("shared-operations",
                 {"--with", "farm-shop/availability=low", "--with", "farm-shop/confidentiality=high", "--with",
                  "customer-relations/confidentiality=low", "--with", "customer-relations/availability=mid"});
  CHECK(json["before"]["patterns"][0] == json["after"]["patterns"][1]);  // they change places
  CHECK(json["before"]["patterns"][1] == json["after"]["patterns"][0]);
  CHECK(!json["values"].empty());
  for (const auto& value : json["values"]) CHECK(value["services"].size() == 1);
}

TEST_CASE("the values of a measure that goes or comes are told with it", "[cli][what-if]") {
  const auto values = Json::parse(R"([
    {"measure": "locks", "indicator": "a", "services": ["depot"], "value": "at most 1 hour *, at most 5 hour"},
    {"measure": "locks", "indicator": "b", "services": ["depot"], "value": "at most 9 hour, at most 7 hour"}])");
  const auto none = Json::array();
  const auto gone = supposed({"--without", "locks"});
  CHECK(gone["values"] == none);
  CHECK(gone["values_gone"] == values);
  CHECK(gone["values_come"] == none);
  CHECK_THAT(what_if({"--without", "locks"}).out,
             ContainsSubstring("Values that change  0 (besides 0 come and 2 go with their measures)") &&
                 ContainsSubstring("reference value of locks.a Interval of inspection: at most 1 hour *, at most\n") &&
                 ContainsSubstring("reference value of locks.b Interval of exchange:"));

  // The other way round, of the links that call for it.
  const Scratch folder;
  const auto overlay = folder.write("open.yaml", R"(
catalog: {schema: 1, id: open, version: 1.0.0, released: 2026-01-01, title: {ja: 開, en: Open}, licence: CC0-1.0, depends-on: [field]}
basis: unverified
edits: [{withdraw: link locks/theft}, {withdraw: link locks/disk}]
)");
  const std::vector<std::string> again{"--overlay", overlay, "--with", "locks counters theft"};
  const auto come = supposed(again);
  CHECK(come["measures"]["come"] == Json{"locks"});
  CHECK(come["values_gone"] == none);
  CHECK(come["values_come"] == values);
  CHECK_THAT(what_if(again).out,
             ContainsSubstring("Values that change  0 (besides 2 come and 0 go with their measures)") &&
                 ContainsSubstring("reference value of locks.b Interval of exchange:"));

  // A value that changes is no value of a measure that goes or comes.
  const auto changed = supposed({"--with", "presence=low"});
  CHECK(changed["values"].size() == 2);
  CHECK(changed["values_gone"] == none);
  CHECK(changed["values_come"] == none);
}

TEST_CASE("of services that share a measure it is told whose values go with it", "[cli][what-if]") {
  const auto json = Json::parse(of_service(sharing, {"--without", "locks", "--format", "json"}).out);
  REQUIRE(json["values_gone"].size() == 2);
  for (const auto& value : json["values_gone"]) CHECK(value["services"] == Json({"x", "y"}));
  CHECK_THAT(of_service(sharing, {"--without", "locks"}).out, ContainsSubstring("reference value of locks.a (x, y) "));
}

TEST_CASE("the values that go are those that the service has with the measure", "[cli][what-if][catalogs]") {
  const auto derived = Json::parse(
      Program{}.run({"derive", "examples/accounting.yaml", "--catalog", "catalogs", "--format", "json"}).out);
  std::size_t tried = 0;
  for (const auto& measure : derived["measures"]) {
    if (measure["levels"].empty() || tried == 3) continue;
    const auto id = measure["id"].get<std::string>();
    std::set<std::string> indicators;
    for (const auto& level : measure["levels"]) indicators.insert(level["indicator"]);
    std::set<std::string> told;
    const auto gone = of_example("accounting", {"--without", id})["values_gone"];
    for (const auto& value : gone)
      if (value["measure"] == id) told.insert(value["indicator"]);
    INFO(id);
    CHECK(told == indicators);
    ++tried;
  }
  CHECK(tried == 3);
}

TEST_CASE("a value that another statement gives is told with that", "[cli][what-if]") {
  CHECK_THAT(what_if({"--without", "locks.a 1"}).out, ContainsSubstring("no longer: reference value of Locks (locks)"));
}

TEST_CASE("a whole catalogue is supposed by its file, or its id", "[cli][what-if]") {
  CHECK(supposed({"--with", "tests/golden/cli/overlay.yaml"})["supposed"][0]["kind"] == "catalog");
  const auto ran = what_if({"--without", "field"});
  CHECK(ran.status == 2);
}

TEST_CASE("what trust hides can be supposed to hold", "[cli][what-if]") {
  CHECK(supposed({"--with", "locks class", "--trust", "judgement"})["measures"]["otherwise"] == Json{"locks"});
}

TEST_CASE("what is wrong with a supposition is said, all at once", "[cli][what-if]") {
  CHECK_THAT(wrong({"--without", "lokcs"}), ContainsSubstring("nothing is called 'lokcs'; did you mean 'locks'?"));
  CHECK_THAT(wrong({"--without", "%"}),
             ContainsSubstring("; name something of the catalogues or a component of the service, or see "
                               "`michibiki what-if --help`"));
  const auto several = wrong({"--without", "lokcs", "--with", "presence=medium", "--with", "precious=perhaps"});
  CHECK_THAT(several, ContainsSubstring("'lokcs'"));
  CHECK_THAT(several, ContainsSubstring("'medium' is not a level of 'presence'; its levels are low, high"));
  CHECK_THAT(several, ContainsSubstring("'perhaps' is neither yes nor no"));
  CHECK_THAT(wrong({"--with", "rack counters theft"}),
             ContainsSubstring("'rack' cannot stand there: 'counters' wants a measure"));
  CHECK_THAT(wrong({"--with", "theft harms speed"}), ContainsSubstring("nothing is called 'speed'"));
  CHECK_THAT(wrong({"--with", "rack=rack"}),
             ContainsSubstring("--with: there is a component 'rack' already; give another id"));
  CHECK_THAT(wrong({"--with", "=rack"}), ContainsSubstring("'=rack' gives no id: the id is empty"));
  CHECK_THAT(wrong({"--with", "other/presence=low"}), ContainsSubstring("--with: no service is called 'other'"));
  CHECK_THAT(wrong({"--with", "locks counters absence speed"}), ContainsSubstring("nothing is called 'speed'"));
  CHECK_THAT(wrong({"--with", "shelf=shelf"}), ContainsSubstring("'shelf=shelf' supposes nothing"));
  CHECK_THAT(wrong({"--with", "shelf=rack@nobody"}), ContainsSubstring("is no stakeholder; name one: "));
  CHECK_THAT(wrong({"--with", "locks"}), ContainsSubstring("'locks' holds already; there is nothing to suppose"));
  CHECK_THAT(wrong({"--without", "taking", "--trust", "stated"}),
             ContainsSubstring("'taking' does not hold anyway; there is nothing to suppose"));
  CHECK_THAT(wrong({"--without", " "}), ContainsSubstring("--without: the name is empty"));
  CHECK_THAT(wrong({"--with", " "}), ContainsSubstring("--with: the name is empty"));
  CHECK_THAT(wrong({}), ContainsSubstring("nothing is supposed; say with --without or --with what is to be otherwise"));
}

TEST_CASE("of several things of one id it is asked which is meant", "[cli][what-if]") {
  const auto ran =
      Program{}.run({"what-if", "examples/accounting.yaml", "--catalog", "catalogs", "--without", "negligent"});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err,
             ContainsSubstring(
                 "--without: several things are called 'negligent'; say 'origin negligent' or 'threat negligent'"));
}

TEST_CASE("in a portfolio it is said of which service something is supposed", "[cli][what-if]") {
  const auto ran = Program{}.run(
      {"what-if", "examples/shared-operations.yaml", "--catalog", "catalogs", "--with", "confidentiality=high"});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err,
             ContainsSubstring("--with: there are several services; say of which with SERVICE/confidentiality=high"));
  const auto json = of_example("shared-operations", {"--with", "farm-shop/confidentiality=high"});
  CHECK(json["before"]["patterns"][0] == json["after"]["patterns"][0]);
  CHECK(json["before"]["patterns"][1] != json["after"]["patterns"][1]);
  CHECK(of_example("shared-operations", {"--without", "farm-shop/server"})["after"]["components"] ==
        json["after"]["components"].get<int>() - 1);
}

TEST_CASE("what it costs follows what changes", "[cli][what-if]") {
  const auto without = [](const std::string& thing) {
    return of_example("accounting", {"--without", thing})["effort"];
  };
  const auto component = without("storage");
  CHECK(component["matched"]["done"] == 0);
  CHECK(component["answered"]["done"] == 0);
  CHECK(component["graded"]["done"] == 0);
  const auto added = of_example("accounting", {"--with", "second=storage"})["effort"];
  CHECK(added["matched"]["done"].get<int>() * 10 < added["matched"]["all"].get<int>());
  CHECK(added["matched"]["all"].get<int>() - component["matched"]["all"].get<int>() ==
        2 * added["matched"]["done"].get<int>());
  const auto measure = of_example("accounting", {"--without", "III.2.3.1"});
  CHECK(measure["effort"]["answered"]["done"] == measure["exposures"]["otherwise"].size());
  const auto threat = without("malicious.theft");
  CHECK(threat["matched"]["done"] == 0);
  const auto level = of_example("accounting", {"--with", "availability=low"})["effort"];
  CHECK(level["matched"]["done"] == 0);
  CHECK(level["answered"]["done"] == 0);
  CHECK(level["placed"]["done"] == 0);
  CHECK(level["graded"]["done"] == level["graded"]["all"]);
}

TEST_CASE("promises that stand otherwise are told with both verdicts", "[cli][what-if][promise]") {
  const auto level = promises_of(depot(locks_promised), {"--with", "presence=low"});
  REQUIRE(level.size() == 1);  // of b, both reference values are laxer
  CHECK(level[0]["service"] == "depot");
  CHECK(level[0]["measure"] == "locks");
  CHECK(level[0]["indicator"] == "a");
  CHECK(level[0]["value"] == "2 hour");
  CHECK(level[0]["before"][0] ==
        Json({{"pattern", "1"},
              {"services", {"depot"}},
              {"reference", "at most 1 hour"},
              {"standing", "laxer"},
              {"not_comparable", nullptr},
              {"holds", {{"is", "reference"}, {"service", nullptr}, {"value", "at most 1 hour"}}}}));
  CHECK(level[0]["after"][0]["pattern"] == "2");
  CHECK(level[0]["after"][0]["standing"] == "stricter");
  CHECK(level[0]["after"][0]["holds"] == Json({{"is", "promise"}, {"service", "depot"}, {"value", "2 hour"}}));

  const auto text = of_service(depot(locks_promised), {"--with", "presence=low"}).out;
  CHECK_THAT(text, ContainsSubstring("Promises            2 (1 stand otherwise)"));
  CHECK_THAT(text, ContainsSubstring("Promises that stand otherwise\n"));
  CHECK_THAT(text, ContainsSubstring("- locks.a Interval of inspection, promised 2 hours: laxer -> stricter\n"
                                     "    reference value: at most 1 hour * -> at most 5 hours\n"
                                     "    what is promised comes to hold\n"
                                     "    Promised in: depot.yaml:7: By contract\n"));
  const auto markdown =
      of_service(depot(locks_promised), {"--with", "presence=low", "--lang", "ja", "--format", "markdown"}).out;
  CHECK_THAT(markdown, ContainsSubstring("## 対策参照値との関係が変わる約束値"));
  CHECK_THAT(markdown, ContainsSubstring("locks.a 点検の間隔（約束値：2時間）：より緩い → より厳しい"));
  CHECK_THAT(markdown, ContainsSubstring("約束値が適用されるようになる"));
}

TEST_CASE("a promise for a measure that is no longer called for is told as such", "[cli][what-if][promise]") {
  const auto gone = promises_of(depot(locks_promised), {"--without", "locks"});
  REQUIRE(gone.size() == 2);
  for (const auto& promise : gone) {
    CHECK(promise["before"].size() == 1);
    CHECK(promise["after"].empty());
  }
  CHECK_THAT(of_service(depot(locks_promised), {"--without", "locks"}).out,
             ContainsSubstring("- locks.a Interval of inspection, promised 2 hours: laxer -> measure not called"));
  CHECK_THAT(of_service(depot(locks_promised), {"--without", "rack", "--lang", "ja", "--format", "markdown"}).out,
             ContainsSubstring("（約束値：2時間）：より緩い → 対策項目が求められない"));
}

TEST_CASE("what holds may be undecided, or another's promise", "[cli][what-if][promise]") {
  const auto unknown = of_service(depot(locks_promised), {"--without", "locks.b 1"}).out;
  CHECK_THAT(unknown, ContainsSubstring("whether what is promised holds is no longer decided"));
  CHECK_THAT(of_service(depot(locks_promised, "levels: {presence: low}"), {"--with", "presence=high"}).out,
             ContainsSubstring("what is promised no longer holds"));
  // Of a shared rack the promise of x holds for y, too; of a rack of its own, that of y would.
  const auto own = promises_of(sharing, {"--with", "y/own=rack", "--with", "y/presence=high"});
  REQUIRE(own.size() == 1);
  CHECK(own[0]["service"] == "y");
  CHECK(own[0]["before"][0]["standing"] == "laxer");
  REQUIRE(own[0]["after"].size() == 2);
  CHECK(own[0]["after"][0]["services"] == Json{"x", "y"});
  CHECK(own[0]["after"][0]["standing"] == "stricter");
  CHECK(own[0]["after"][0]["holds"]["service"] == "x");
  CHECK(own[0]["after"][1]["services"] == Json{"y"});
  CHECK(own[0]["after"][1]["holds"]["service"] == "y");
}

TEST_CASE("something changes where only the verdict on a promise does", "[cli][what-if][promise]") {
  const Scratch scratch;
  const auto bars = scratch.write("bars.yaml", R"(
catalog: {schema: 1, id: bars, version: 1.0.0, released: 2026-01-01, depends-on: [field]}
basis: {judgement: ours}
measures:
  - {id: bars, class: later, indicators: [{key: b, title: {ja: 間隔, en: Interval}, values: {1: 5 hour, 2: 5 hour}}]}
links: [{id: bars/theft, kind: counters, from: bars, to: theft, components: [rack]}]
)");
  const auto direction = scratch.write("direction.yaml", R"(
catalog: {schema: 1, id: direction, version: 1.0.0, released: 2026-01-01, depends-on: [bars]}
basis: {judgement: ours}
edits: [{add: measure bars, field: indicators.b.stricter, is: lower, because: ours}]
)");
  const auto ran =
      of_service(depot("- {measure: bars, indicator: b, value: 2 hour}\n"), {"--overlay", bars, "--with", direction});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out,
             ContainsSubstring("Values that change  0") && ContainsSubstring("(1 stand otherwise)") &&
                 ContainsSubstring("not comparable, as the catalogues do not\n  say which is stricter -> stricter"));
  CHECK_THAT(ran.out, !ContainsSubstring("Nothing changes."));
  CHECK_THAT(of_service(depot(locks_promised), {"--with", "measure guards"}).out,
             ContainsSubstring("Promises            2 (0 stand otherwise)") && ContainsSubstring("Nothing changes."));
}

TEST_CASE("what is supposed is told as supposed, and has no place", "[cli][what-if]") {
  const auto json = supposed({"--with", "shelf=rack", "--with", "presence=low"});
  std::size_t told = 0;
  for (const auto& turn : json["now"]) {
    for (const auto& because : turn["because"]) {
      if (because["rule"] == "component-own") {
        CHECK(because["supposed"] == "shelf=rack");
        CHECK(because["text"]["en"] == "Depot service (depot) has the component Rack (shelf)");
      } else if (because["rule"] == "level-given") {
        CHECK(because["supposed"] == "presence=low");
        CHECK(because["text"]["ja"] == "預かりサービス（depot）の所在の要求レベルは低である");
      } else {
        continue;
      }
      CHECK(because["at"] == nullptr);
      ++told;
    }
  }
  CHECK(told > 1);
  for (const auto& turn : json["no_longer"]) {
    for (const auto& because : turn["because"]) CHECK(because["supposed"] == nullptr);
  }

  const auto english = what_if({"--with", "shelf=rack", "--with", "presence=low"}).out;
  CHECK_THAT(english,
             ContainsSubstring("now: Depot service (depot) has the component Rack (shelf) (supposed by --with"));
  CHECK_THAT(english, !ContainsSubstring("itself says"));
  const auto japanese = what_if({"--with", "shelf=rack", "--lang", "ja"}).out;
  CHECK_THAT(japanese,
             ContainsSubstring("新たに成り立つ：預かりサービス（depot）の構成要素にはラック（shelf）がある") &&
                 ContainsSubstring("による仮定"));
  CHECK_THAT(of_service(depot(locks_promised), {"--with", "presence=low"}).out,
             ContainsSubstring("now: depot requires level low of Presence (supposed by --with presence=low)"));
}

TEST_CASE("of what a line of the criteria says the answer alone is supposed", "[cli][what-if]") {
  CHECK_THAT(of_service(depot(locks_promised), {"--with", "precious=no"}).out,
             ContainsSubstring("(field/manifest.yaml:65, the answer supposed by --with precious=no)"));
  CHECK_THAT(of_service(depot(locks_promised), {"--with", "precious=no", "--lang", "ja"}).out,
             ContainsSubstring("（field/manifest.yaml:65、回答は --with precious=no による仮定）"));
}

TEST_CASE("a statement that is supposed is told with the words that suppose it", "[cli][what-if]") {
  CHECK_THAT(what_if({"--with", "measure guards", "--with", "guards counters fire", "--format", "markdown"}).out,
             ContainsSubstring("(supposed by --with 'guards counters fire')"));
  // One that trust hides has its place all the same.
  CHECK_THAT(of_service(depot(locks_promised), {"--with", "locks.a 1", "--trust", "judgement"}).out,
             ContainsSubstring("(field/manifest.yaml:53, supposed by --with 'locks.a 1')"));
}

TEST_CASE("what is part of a shared component goes with it", "[cli][what-if]") {
  const auto json = Json::parse(of_service(sharing, {"--without", "rack", "--format", "json"}).out);
  CHECK(json["before"]["components"] == 2);
  CHECK(json["after"]["components"] == 0);
  CHECK(json["supposed"].size() == 2);
}

TEST_CASE("what a supposition makes wrong is laid to the supposition", "[cli][what-if]") {
  const auto errors = [](const std::string& content, std::vector<std::string> words) {
    const auto ran = of_service(content, std::move(words));
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, !ContainsSubstring("\ndepot.yaml") && !Catch::Matchers::StartsWith("depot.yaml"));
    return ran.err;
  };
  const auto file = depot(locks_promised);
  // Levels that no pattern has.
  CHECK_THAT(
      errors(file, {"--without", "pattern 2", "--with", "presence=low", "--without", "desk"}),
      ContainsSubstring("michibiki: error: --without 'pattern 2' --with presence=low: no pattern has the levels that "
                        "service 'depot' would require; suppose levels that one has: 1 (secrecy=high, "
                        "presence=high)\n"));
  const auto of_several =
      errors(sharing, {"--with", "x/presence=high", "--with", "y/presence=low", "--without", "pattern 2"});
  CHECK_THAT(of_several, ContainsSubstring("--without 'pattern 2' --with y/presence=low: no pattern has") &&
                             !ContainsSubstring("service 'x'"));
  // A service file that refers to what is no longer there.
  CHECK_THAT(errors(file, {"--without", "field"}),
             ContainsSubstring(
                 "michibiki: error: --without field: depot.yaml:7:13 would be wrong then: unknown measure 'locks'; "
                 "suppose less, or ask with a copy of the service file that does without it\n"));
  // Catalogues that depend on what is left out: none of them is at fault.
  const auto ran =
      Program{}.run({"what-if", "examples/accounting.yaml", "--catalog", "catalogs", "--without", "asp-saas-2008"});
  CHECK(ran.status == 2);
  CHECK_THAT(
      ran.err,
      ContainsSubstring("michibiki: error: --without asp-saas-2008: catalogs/asp-saas-2008-links/manifest.yaml:") &&
          ContainsSubstring(" would be wrong then: catalogue 'asp-saas-2008-links' depends on 'asp-saas-2008', "
                            "which is not among those loaded; suppose away also what cannot do without it\n"));
  // An overlay that is wrong in itself is told as any file is.
  const Scratch scratch;
  const auto overlay = scratch.write("overlay.yaml", "catalog: {schema: 1, id: more}\n");
  CHECK_THAT(of_service(file, {"--with", overlay}).err, Catch::Matchers::StartsWith(overlay + ":1:"));
}

TEST_CASE("levels of which trust hides every pattern are laid to the supposition", "[cli][what-if]") {
  const Scratch scratch;
  std::filesystem::copy(field, scratch.path("field"));
  auto manifest = scratch.read("field/manifest.yaml");
  const std::string pattern = "{id: \"2\", ";
  manifest.insert(manifest.find(pattern) + pattern.size(), "basis: unverified, ");
  scratch.write("field/manifest.yaml", manifest);
  const auto file = scratch.write("depot.yaml", depot(locks_promised));
  const auto ran = Program{}.run(
      {"what-if", file, "--catalog", scratch.path("field"), "--with", "presence=low", "--trust", "judgement"});
  CHECK(ran.status == 4);
  CHECK(
      ran.err ==
      "michibiki: error: --with presence=low: every pattern that has the levels which service 'depot' would require is "
      "hidden under --trust judgement; suppose others, or trust more\n");
}

TEST_CASE("a level that may be required before or after is told with the catalogue's note, once", "[cli][what-if]") {
  const std::string note = "A relative heading";
  const auto notes_in = [&](const std::string& text) {
    std::size_t found = 0;
    for (auto at = text.find(note); at != std::string::npos; at = text.find(note, at + 1)) ++found;
    return found;
  };
  const Scratch scratch;
  const auto of = [&](const std::string& level, const std::vector<std::string>& supposed) {
    const auto file = scratch.write("it.yaml", "{id: it, type: depot, case: large, levels: {presence: " + level + "}}");
    std::vector<std::string> words{"what-if", file, "--catalog", field, "--catalog", "catalogs/step-wording"};
    words.insert(words.end(), supposed.begin(), supposed.end());
    return Program{}.run(words).out;
  };
  CHECK_THAT(of("low", {"--without", "alarms"}), ContainsSubstring("Note on low "));
  CHECK(notes_in(of("low", {"--without", "alarms"})) == 1);
  CHECK(notes_in(of("low", {"--with", "presence=high"})) == 1);
  CHECK(notes_in(of("high", {"--with", "presence=low"})) == 1);
  CHECK(notes_in(of("high", {"--without", "alarms"})) == 0);
}
