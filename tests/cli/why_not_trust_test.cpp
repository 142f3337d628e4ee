// `explain --why-not` where trust hides what is missing.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Json = nlohmann::json;

namespace {

/// A pattern that is judged, of which measures have values that are stated.
const std::string field = R"(
catalog: {schema: 1, id: field, version: 1.0.0, released: 2026-01-01, title: Field, licence: CC0-1.0, sources: [{id: report, title: R, published: 2008-01, where: x}]}
basis: {stated: report}
natures: [{id: paper}]
assets: [{id: letters, natures: [paper]}]
components: [{id: desk, carries: [letters]}]
threats: [{id: theft}]
patterns: [{id: calm}, {id: strict, basis: {judgement: ours}}]
units: [{id: day, dimension: time, factor: 24}]
measures: [{id: locks, indicators: [{key: kept, stricter: lower, values: {strict: "3 day"}}]}]
links:
  - {kind: exposes, from: [theft], to: [letters], because: x}
  - {kind: counters, from: [locks], to: [theft], because: x}
)";

}  // namespace

TEST_CASE("a value of a pattern that trust hides comes where that pattern is believed in", "[cli][why-not]") {
  const Scratch scratch;
  scratch.write("field/manifest.yaml", field);
  const auto one = scratch.write("one.yaml", "{id: one, instances: [{id: here, type: desk}]}");
  const auto two = scratch.write(
      "two.yaml",
      "{id: two, shared: [{id: here, type: desk}], services: [{id: a, uses: [here]}, {id: b, uses: [here]}]}");
  const auto asked = [&](std::vector<std::string> words, const std::string& service) {
    words.insert(words.begin(), "explain");
    words.insert(words.end(), {"--why-not", "--for", service, "--catalog", scratch.path("field"), "--trust", "stated",
                               "--format", "json"});
    return Json::parse(Program{}.run(words).out);
  };
  for (const auto& service : {one, two}) {
    for (const auto& words :
         std::vector<std::vector<std::string>>{{"locks", "strict"}, {"locks.kept"}, {"locks.kept", "strict"}}) {
      CAPTURE(service, words);
      const auto json = asked(words, service);
      CHECK(json["holds"] == false);
      REQUIRE(json["proposals"].size() == 1);
      REQUIRE(json["proposals"][0]["edits"].size() == 1);
      CHECK(json["proposals"][0]["edits"][0]["what_if"] == Json{"--with", "pattern strict"});
    }
  }
}
