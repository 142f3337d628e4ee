// What a service says itself is told with the line of the service, and with its answers.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

/// A service that lists its components and answers a question.
class Shop {
 public:
  Shop()
      : service_(folder_.write("shop.yaml", R"(id: shop
title: {ja: 店, en: Shop}
answers:
  precious: false
instances:
  - {id: till, type: desk}
  - {id: store, type: rack, operator: keeper}
)")) {
    folder_.write("people/manifest.yaml", R"(
catalog: {schema: 1, id: people, version: 1.0.0, released: 2026-01-01, title: {ja: 人, en: People}, licence: CC-BY-4.0, depends-on: [field]}
basis: {judgement: 試験, by: us, on: 2026-01-01}
stakeholders: [{id: keeper, title: {ja: 番人, en: Keeper}}]
links: [{kind: involves, from: keeper, to: alarms, because: {ja: 聞く, en: They hear it}}]
)");
  }

  Ran explain(std::vector<std::string> words) const {
    words.insert(words.begin(), {"explain", "--catalog", "tests/golden/cli/field", "--catalog", folder_.path("people"),
                                 "--catalog", "catalogs/step-wording", "--for", service_});
    return Program{}.run(words);
  }
  /// The step of that rule.
  Json step(std::vector<std::string> words, const std::string& rule) const {
    words.insert(words.end(), {"--format", "json"});
    const auto json = Json::parse(explain(std::move(words)).out);
    for (const auto& step : json["steps"]) {
      if (step["rule"] == rule) return step;
    }
    return {};
  }
  const Scratch& folder() const { return folder_; }

 private:
  Scratch folder_;
  std::string service_;
};

}  // namespace

TEST_CASE("a component that the service lists is told with the line that lists it", "[cli][explain]") {
  const Shop shop;
  const auto step = shop.step({"till"}, "component-own");
  CHECK(step["at"] == "shop.yaml:6");
  CHECK(step["basis"] == Json{{"kind", "stated"}, {"service", true}});
  CHECK(step["facts"][0][0] == "field/manifest.yaml:31 stated");  // that there are such components
  CHECK_THAT(shop.explain({"till"}).out, ContainsSubstring("(the service itself) shop.yaml:6"));
  CHECK_THAT(shop.explain({"till", "--lang", "ja", "--format", "markdown"}).out,
             ContainsSubstring("〔サービスの記述〕shop.yaml:6"));
  CHECK_THAT(shop.explain({"till", "--dot"}).out, ContainsSubstring("\\n(the service itself) shop.yaml:6"));
}

TEST_CASE("and so is who operates it", "[cli][explain]") {
  const Shop shop;
  const auto step = shop.step({"alarms"}, "stakeholder-operates");
  CHECK(step["at"] == "shop.yaml:7");
  CHECK(step["basis"]["service"] == true);
}

TEST_CASE("of no service in particular a component is told with its type", "[cli][explain]") {
  const auto said = Program{}.run({"explain", "--catalog", "tests/golden/cli/field", "rack", "--format", "json"});
  CHECK(Json::parse(said.out)["steps"][0]["at"] == "field/manifest.yaml:30");
}

TEST_CASE("a level by the criteria is told with the answers that decide it", "[cli][explain]") {
  const Shop shop;
  const auto step = shop.step({"presence"}, "level-by-criterion");
  CHECK(step["conclusion"]["level"] == "low");
  CHECK(step["at"] == "field/manifest.yaml:65");
  // The answer rules out the line before; the line itself asks nothing.
  CHECK(step["answers"] == Json::array({{{"question", "precious"}, {"answer", false}, {"at", "shop.yaml:4"}}}));
  CHECK(step["text"]["en"] ==
        "By the level criteria, Shop (shop) requires level low of Presence, as it answers no to \"Are precious things "
        "kept? (precious)\"");
  CHECK(step["text"]["ja"] ==
        "「貴重な物を預かりますか。（precious）」に「いいえ」と答えているため、"
        "判定基準により、店（shop）の所在の要求レベルは低である");
  const auto page = shop.explain({"presence", "--format", "markdown", "--all"}).out;
  CHECK_THAT(page, ContainsSubstring("field/manifest.yaml:65, with shop.yaml:4"));
  CHECK_THAT(page, ContainsSubstring("They are not"));  // why the criteria say so

  CHECK(shop.step({"secrecy"}, "level-by-criterion")["answers"].empty());
}

TEST_CASE("a level that the service gives has its line in every form", "[cli][explain]") {
  Scratch folder;
  const auto service = folder.write("strict.yaml", "id: strict\nlevels:\n  presence: high\ncase: small\n");
  const std::vector<std::string> words{
      "explain", "--catalog", "tests/golden/cli/field", "--catalog", "catalogs/step-wording", "presence",
      "--for",   service};
  CHECK_THAT(Program{}.run(words).out, ContainsSubstring("(the service itself) strict.yaml:3"));
  auto json = words;
  json.insert(json.end(), {"--format", "json"});
  CHECK(Json::parse(Program{}.run(json).out)["steps"][0]["at"] == "strict.yaml:3");
}

TEST_CASE("what holds of a proposal is told with the service's line, too", "[cli][why-not]") {
  const Shop shop;
  const auto said = shop.explain({"till", "disk", "--why-not", "--format", "json"});
  REQUIRE(said.status == 0);
  std::vector<std::string> places;
  const auto json = Json::parse(said.out);
  for (const auto& proposal : json["proposals"]) {
    for (const auto& premise : proposal["steps"]) {
      if (premise["rule"] == "component-own" && premise["holds"].get<bool>()) places.push_back(premise["at"]["file"]);
    }
  }
  REQUIRE_FALSE(places.empty());
  CHECK_THAT(places.front(), Catch::Matchers::StartsWith("shop.yaml:"));
}

TEST_CASE("a step that names nothing is told by its name alone where the catalogues have no words for it",
          "[cli][explain]") {
  const Scratch scratch;
  scratch.write(
      "field/manifest.yaml",
      "catalog: {schema: 1, id: field, version: 1.0.0, released: 2026-01-01, title: Field, licence: CC0-1.0,\n"
      "  sources: [{id: report, title: R, published: 2008-01, where: x}]}\n"
      "basis: {stated: report}\nthreats: [{id: fire}]\nmeasures: [{id: alarms}]\n"
      "links: [{kind: counters, from: [alarms], to: [fire], because: x}]\n");
  const auto service = scratch.write("one.yaml", "{id: one}");
  const auto ran = Program{}.run({"explain", "alarms", "--for", service, "--catalog", scratch.path("field")});
  CHECK_THAT(ran.out, ContainsSubstring("| asset-of-service\n") && !ContainsSubstring("()"));
}
