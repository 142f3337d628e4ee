// `what-if`: what may be supposed, what is wrong with it, and that a derivation of what is supposed says the same.
#include <algorithm>
#include <filesystem>

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
  CHECK(supposed({"--with", "theft exposes paper"})["effort"] == nullptr);
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
  CHECK_THAT(wrong({"--with", "shelf=shelf"}), ContainsSubstring("nothing is called 'shelf'"));
  CHECK_THAT(wrong({"--with", "shelf=rack@nobody"}), ContainsSubstring("is no stakeholder"));
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
