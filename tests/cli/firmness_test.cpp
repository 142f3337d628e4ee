// `explain --firmness` where other statements take the place of those that carry a conclusion.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

/// Of a table the first line that fits decides: the second does once that is gone, and the last where both are.
std::string field_with(const std::string& last) {
  return R"(
catalog: {schema: 1, id: field, version: 1.0.0, released: 2026-01-01, title: Field, licence: CC0-1.0, sources: [{id: report, title: R, published: 2008-01, where: x}]}
basis: {stated: report}
levels: [{id: low}, {id: high}]
properties: [{id: presence, levels: [low, high]}]
level-criteria:
  - property: presence
    rules:
      - {then: high, basis: {judgement: ours}}
      - {then: high, basis: unverified}
      - )" +
         last;
}

std::vector<std::string> places_of(const Json& statements) {
  std::vector<std::string> places;
  for (const auto& statement : statements) {
    const auto place = statement["at"].get<std::string>();
    places.push_back(place.substr(place.rfind(':') + 1));
  }
  return places;
}

}  // namespace

TEST_CASE("where another line of a table decides the same, it has to go, too, before something falls",
          "[cli][firmness]") {
  const Scratch scratch;
  const auto service = scratch.write("one.yaml", "{id: one}");
  const auto asked = [&](const std::string& last, std::vector<std::string> more) {
    scratch.write("field/manifest.yaml", field_with(last));
    more.insert(more.begin(),
                {"explain", "presence", "high", "--firmness", "--for", service, "--catalog", scratch.path("field")});
    return Program{}.run(more).out;
  };
  const std::string falls = "{then: low}";
  const auto json = Json::parse(asked(falls, {"--format", "json"}))["hangs_on"][0];
  CHECK(places_of(json["carried_by"]) == std::vector<std::string>{"9"});
  CHECK(json["without"] == "stands");
  CHECK(places_of(json["dropped_by"]) == std::vector<std::string>{"9", "10"});
  CHECK_THAT(asked(falls, {"--format", "markdown"}),
             ContainsSubstring("With what takes their place, it takes 2 statements away"));
  CHECK_THAT(asked(falls, {"--format", "markdown", "--lang", "ja"}),
             ContainsSubstring("次の2件の記述をすべて除けば成り立たない。"));

  const std::string stands = "{then: high}";
  const auto never = Json::parse(asked(stands, {"--format", "json"}))["hangs_on"][0];
  CHECK(never["without"] == "stands");
  CHECK(never["dropped_by"].is_null());
  CHECK_FALSE(never["cut"].get<bool>());
  CHECK_THAT(asked(stands, {"--format", "markdown"}),
             ContainsSubstring("A derivation without anything judged or unverified does not rule it out either."));
}
