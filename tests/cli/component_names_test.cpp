// SERVICE/COMPONENT: how reports tell apart what several services call the same, and `explain` understands it.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

const std::string two_services = R"(
id: both
shared: [rack]
services:
  - {id: x, type: depot, levels: {presence: high}, uses: [rack], instances: [{id: table, type: desk}]}
  - {id: y, type: depot, levels: {presence: low}, uses: [rack], instances: [{id: table, type: desk}]}
)";

Ran explain(std::vector<std::string> words, const std::string& services = two_services) {
  const Scratch scratch;
  words.insert(words.begin(), {"explain", "--for", scratch.write("both.yaml", services), "--catalog",
                               "tests/golden/cli/field", "--catalog", "catalogs/step-wording"});
  return Program{}.run(words);
}

Json explained(std::vector<std::string> words) {
  words.insert(words.end(), {"--format", "json"});
  return Json::parse(explain(std::move(words)).out);
}

/// The components at which the conclusions asked about are.
std::vector<std::string> components(const Json& json) {
  std::vector<std::string> found;
  for (const auto& root : json["roots"]) {
    for (const auto& step : json["steps"]) {
      if (step["id"] == root) found.push_back(step["conclusion"].value("component", step["conclusion"]["is"]));
    }
  }
  return found;
}

}  // namespace

TEST_CASE("a component is asked about in one of several services, or in all", "[cli][explain]") {
  CHECK(components(explained({"table"})) == std::vector<std::string>{"x/table", "y/table"});
  CHECK(components(explained({"y/table"})) == std::vector<std::string>{"y/table"});
  CHECK(components(explained({"ｙ／ｔａｂｌｅ"})) == std::vector<std::string>{"y/table"});
  // Its type names it there, too; what services share is of each that uses it.
  CHECK(components(explained({"y/desk"})) == std::vector<std::string>{"y/table"});
  CHECK(components(explained({"y/rack"})) == std::vector<std::string>{"rack"});
  CHECK_THAT(explain({"x/table", "--lang", "ja"}).out, ContainsSubstring("x/table") && !ContainsSubstring("y/table"));
}

TEST_CASE("what reports print is understood when it is typed back", "[cli][explain]") {
  const Scratch scratch;
  const auto file = scratch.write("both.yaml", two_services);
  const auto derived =
      Json::parse(Program{}.run({"derive", file, "--catalog", "tests/golden/cli/field", "--format", "json"}).out);
  REQUIRE(derived["components"] == Json({"rack", "x/table", "y/table"}));
  for (const auto& name : derived["components"])
    CHECK(components(explained({name})) == std::vector{name.get<std::string>()});
}

TEST_CASE("what reaches or answers at a component of one service is asked about alone", "[cli][explain]") {
  const auto english = explain({"theft", "x/table"}).out;
  CHECK_THAT(english, ContainsSubstring("theft directly reaches Paper (paper) at Desk (x/table)"));
  CHECK_THAT(english, !ContainsSubstring("y/table"));
  CHECK(explained({"x/table", "theft"})["roots"].size() * 2 == explained({"table", "theft"})["roots"].size());
  CHECK_THAT(explain({"alarms", "y/table", "theft"}).out,
             ContainsSubstring("at Desk (y/table)") && !ContainsSubstring("x/table"));
}

TEST_CASE("what rests on a component of one service falls without it", "[cli][explain]") {
  const auto falling = [](const std::string& name) {
    const auto json = explained({"-i", name});
    CHECK(json["resting"]["facts"].empty());
    std::vector<std::string> found;
    for (const auto& step : json["steps"]) {
      const bool falls = std::ranges::count(json["resting"]["falls"], step["id"]) != 0;
      if (falls && step["conclusion"]["is"] == "has-component") found.push_back(step["conclusion"]["component"]);
    }
    return found;
  };
  CHECK(falling("x/table") == std::vector<std::string>{"x/table"});
  // Without what is shared by one service alone it is there for the other.
  CHECK(falling("y/rack").empty());
  CHECK(falling("table") == std::vector<std::string>{"x/table", "y/table"});
  // Nothing is left for the alarms to counter where this alone is.
  const auto alone =
      explain({"-i", "x/table"}, "id: both\nservices: [{id: x, type: depot, instances: [{id: table, type: desk}]}]")
          .out;
  CHECK_THAT(alone, ContainsSubstring("Measures and controls that fall\n") && ContainsSubstring("alarms"));
}

TEST_CASE("it is asked what a service lacks that others have", "[cli][explain][why-not]") {
  CHECK_THAT(explain({"x/table", "--why-not"}).out, ContainsSubstring("It applies already"));
  CHECK_THAT(explain({"locks", "y/table", "theft", "--why-not"}).out,
             ContainsSubstring("locks counters theft on Paper (paper) at") && !ContainsSubstring("(x/table)"));
  const std::string one_has =
      "id: both\nservices:\n  - {id: x, type: depot, instances: [rack]}\n  - {id: y, type: depot, instances: [desk]}\n";
  const auto ran = explain({"y/rack", "--why-not"}, one_has);
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, ContainsSubstring("y/rack=rack") || ContainsSubstring("y/rack-new=rack"));
  CHECK_THAT(ran.out, !ContainsSubstring("--with x/"));
  CHECK(explain({"y/rack"}, one_has).status == 4);
}

TEST_CASE("a service is supposed without what it shares, which others keep", "[cli][what-if]") {
  const Scratch scratch;
  const auto file = scratch.write("both.yaml", two_services);
  const auto what_if = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"what-if", file, "--catalog", "tests/golden/cli/field"});
    return Program{}.run(words);
  };
  const auto json = Json::parse(what_if({"--without", "y/rack", "--format", "json"}).out);
  CHECK(json["supposed"].size() == 1);
  CHECK(json["supposed"][0]["text"]["en"] == "y: component rack (Rack)");
  CHECK(json["after"]["components"] == 3);
  CHECK(json["components"] ==
        Json({{"go", Json::array()},
              {"come", Json::array()},
              {"otherwise_used", {{{"component", "rack"}, {"no_longer", {"y"}}, {"now", Json::array()}}}}}));
  CHECK(json["newly_open"].empty());
  REQUIRE(json["no_longer_open"].size() == 1);
  CHECK(json["no_longer_open"][0]["component"] == "rack");
  CHECK(json["no_longer_open"][0]["in_both"] == true);
  CHECK(json["no_longer_open"][0]["services"] == Json({"y"}));
  CHECK(json["exposures"] == Json({{"go", Json::array()}, {"come", Json::array()}, {"otherwise", Json::array()}}));
  const auto change = [](const char* indicator, const char* service, const char* before, const char* after) {
    return Json{
        {"measure", "locks"}, {"indicator", indicator}, {"services", {service}}, {"before", before}, {"after", after}};
  };
  // What x alone uses it no longer has to keep as strictly as y would.
  CHECK(json["values"] ==
        Json({change("a", "y", "at most 1 hour *", ""), change("b", "x", "at most 7 hour", "at most 9 hour"),
              change("b", "y", "at most 7 hour", "")}));
  CHECK_THAT(what_if({"--without", "y/rack", "--catalog", "catalogs/step-wording"}).out,
             ContainsSubstring("at most 7 hours -> at most 9 hours\n    no longer: y uses the shared Rack (rack)\n") &&
                 ContainsSubstring("- no longer: y uses the shared Rack (rack)\n    rack / Disk (disk), Fire (fire), "
                                   "Presence (y)\n") &&
                 ContainsSubstring("Shared components used by\nothers                      rack\n"));
  CHECK_THAT(what_if({"--without", "y/rack", "--catalog", "catalogs/step-wording", "--lang", "ja"}).out,
             ContainsSubstring("yが共用のラック（rack）を使う") && ContainsSubstring("使うサービスの変わる共用の"));
  const auto both = Json::parse(what_if({"--without", "y/rack", "--without", "x/rack", "--format", "json"}).out);
  CHECK(both["after"]["components"] == 2);
  CHECK(both["components"]["go"] == Json({"rack"}));
  // What is left is the same, though nothing else is called so any more.
  const auto table = Json::parse(what_if({"--without", "x/table", "--format", "json"}).out);
  CHECK(table["components"]["go"] == Json({"x/table"}));
  CHECK(table["components"]["come"].empty());
  CHECK_THAT(what_if({"--without", "y/tabel"}).err,
             ContainsSubstring("nothing is called 'y/tabel'; did you mean 'y/table'?"));
  CHECK_THAT(what_if({"--without", "rak"}).err, ContainsSubstring("nothing is called 'rak'; did you mean 'rack'?"));
  CHECK_THAT(Program{}
                 .run({"what-if", "examples/shared-operations.yaml", "--catalog", "catalogs", "--with",
                       "farmshop/second=storage"})
                 .err,
             ContainsSubstring("--with: no service is called 'farmshop'; did you mean 'farm-shop'?"));
}

TEST_CASE("an own component may be called as one that others share", "[cli][explain][what-if]") {
  const std::string called_alike =
      "id: both\nshared: [rack]\nservices:\n  - {id: x, type: depot, uses: [rack]}\n"
      "  - {id: y, type: depot, instances: [{id: rack, type: desk}, {id: part, type: desk, parent: rack}]}\n";
  const Scratch scratch;
  const auto file = scratch.write("both.yaml", called_alike);
  const auto left = [&](const std::string& gone) {
    return Json::parse(
        Program{}
            .run({"what-if", file, "--catalog", "tests/golden/cli/field", "--without", gone, "--format", "json"})
            .out)["after"]["components"];
  };
  CHECK(left("x/rack") == 2);
  CHECK(left("y/rack") == 1);
  CHECK(left("rack") == 0);
  const auto falls = [&](const std::string& name) {
    const auto ran = explain({"-i", name, "--format", "json"}, called_alike);
    const auto json = Json::parse(ran.out);
    std::size_t count = 0;
    for (const auto& step : json["steps"]) {
      const bool it_falls = std::ranges::count(json["resting"]["falls"], step["id"]) != 0;
      count += it_falls && step["conclusion"]["is"] == "has-component" ? 1U : 0U;
    }
    return count;
  };
  CHECK(falls("x/rack") == 1);
  CHECK(falls("y/rack") == 2);
}

TEST_CASE("before a component its kind may stand, as before an entry", "[cli][explain][why-not]") {
  const auto steps = [](const std::vector<std::string>& words) { return Json::parse(explain(words).out)["roots"]; };
  CHECK(steps({"component", "x/table", "--format", "json"}) == steps({"x/table", "--format", "json"}));
  CHECK(steps({"component", "x/table", "--format", "json"}).size() == 1);
  CHECK(Json::parse(explain({"component", "x/table", "--why-not", "--format", "json"}).out)["holds"] == true);
  CHECK(explain({"asset", "x/table"}).status == 2);
}

TEST_CASE("services may have slashes in their ids", "[cli][what-if]") {
  const Scratch scratch;
  const auto file = scratch.write("both.yaml",
                                  "id: both\nservices:\n  - {id: a, type: depot, case: large}\n"
                                  "  - {id: a/b, type: depot, case: large}\n");
  const auto supposed = [&](const std::string& option, const std::string& word) {
    const auto ran =
        Program{}.run({"what-if", file, "--catalog", "tests/golden/cli/field", option, word, "--format", "json"});
    return Json::parse(ran.out)["supposed"][0]["text"]["en"].get<std::string>();
  };
  CHECK(supposed("--without", "a/b/rack") == "a/b: component rack (Rack)");
  CHECK(supposed("--without", "a/rack") == "a: component rack (Rack)");
  CHECK(supposed("--with", "a/b/second=rack") == "a/b: component second (Rack)");
  CHECK(supposed("--with", "a/b/presence=high") == "a/b: Presence: high");
}

TEST_CASE("of a service or a component that is not there it is told what may be meant", "[cli][explain]") {
  const auto wrong = [](const std::string& name) {
    for (const auto& words : std::vector<std::vector<std::string>>{{name}, {name, "theft"}, {name, "--why-not"}}) {
      CHECK(explain(words).status == 2);
      CHECK(explain(words).err == explain({name}).err);
    }
    return explain({name}).err;
  };
  CHECK(wrong("x/tabel") == "michibiki: error: nothing is called 'x/tabel'; did you mean 'x/table'?\n");
  CHECK(wrong("z/table") == "michibiki: error: nothing is called 'z/table'; did you mean 'x/table'?\n");
  CHECK(wrong("x/elephants") ==
        "michibiki: error: nothing is called 'x/elephants'; the components of service 'x' are table, rack\n");
  CHECK(wrong("elephants/table") ==
        "michibiki: error: nothing is called 'elephants/table'; before a component stands its service: x, y\n");
}
