// What both derivations of a what-if call for or answer, and how it is otherwise.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

Ran what_if(const std::string& service, std::vector<std::string> words) {
  words.insert(words.begin(), {"what-if", service, "--catalog", "catalogs/step-wording"});
  return Program{}.run(words);
}

Ran of_depot(std::vector<std::string> words) {
  words.insert(words.end(), {"--catalog", "tests/golden/cli/field"});
  return what_if("tests/golden/cli/service.yaml", std::move(words));
}

Ran of_shipped(std::vector<std::string> words) {
  return Program{}.run([&] {
    words.insert(words.begin(), {"what-if", "examples/accounting.yaml", "--catalog", "catalogs"});
    return words;
  }());
}

Json json(Ran (*of)(std::vector<std::string>), std::vector<std::string> words) {
  words.insert(words.end(), {"--format", "json"});
  return Json::parse(of(std::move(words)).out);
}

}  // namespace

TEST_CASE("what requires a measure or control now is told", "[cli][what-if]") {
  const std::vector<std::string> required{"--with", "locks requires alarms", "--with",
                                          "fire-safety requires entry-control"};
  const auto told = json(of_depot, required);
  const auto change = [](const char* before_after) { return Json::parse(before_after); };
  CHECK(told["called_for_otherwise"]["measures"] ==
        change(R"([{"id": "alarms", "required_by": {"before": [], "after": ["locks"]}}])"));
  CHECK(told["called_for_otherwise"]["controls"] ==
        change(R"([{"id": "entry-control", "required_by": {"before": [], "after": ["fire-safety"]}}])"));
  CHECK(told["measures"]["otherwise"] == Json({"alarms"}));
  CHECK_THAT(of_depot(required).out,
             ContainsSubstring("- Alarms (alarms)\n    required by: none -> Locks (locks)\n") &&
                 ContainsSubstring("Controls called for otherwise\n-----------------------------\n- Entry control "
                                   "(entry-control)\n    required by: none -> Fire safety (fire-safety)\n"));
}

TEST_CASE("where a measure is put otherwise, and whom it involves no longer, is told", "[cli][what-if][catalogs]") {
  const auto without = [](const std::string& stakeholder) {
    const auto told = json(of_shipped, {"--without", "stakeholder " + stakeholder});
    const auto& all = told["called_for_otherwise"]["measures"];
    CHECK(all.size() == told["measures"]["otherwise"].size());
    return all;
  };
  const auto moved = without("partner-provider");
  REQUIRE(!moved.empty());
  for (const auto& measure : moved) CHECK(measure["chapter"]["before"] != measure["chapter"]["after"]);
  const auto uninvolved = without("internal");
  REQUIRE(!uninvolved.empty());
  for (const auto& measure : uninvolved) {
    CHECK(!measure.contains("chapter"));
    CHECK(measure["involved"]["before"].size() > measure["involved"]["after"].size());
  }
  CHECK_THAT(of_shipped({"--without", "stakeholder partner-provider", "--lang", "ja"}).out,
             ContainsSubstring("扱いの変わる対策項目\n") && ContainsSubstring("    章："));
  CHECK_THAT(of_shipped({"--without", "stakeholder internal", "--lang", "ja"}).out,
             ContainsSubstring("    関わるステークホルダ："));
}

TEST_CASE("whether a measure is called for for certain may be otherwise", "[cli][what-if]") {
  const Scratch scratch;
  const auto overlay = scratch.write(
      "more.yaml",
      "catalog: {schema: 1, id: more, version: 1.0.0, released: 2026-01-01, title: More, licence: CC0-1.0, "
      "depends-on: [field]}\n"
      "basis: {judgement: we think so, by: us, on: 2026-01-01}\n"
      "measures: [{id: guards, title: {ja: 警備, en: Guards}, patterns: [\"1\"]}]\n"
      "links: [{kind: counters, from: guards, to: theft, because: they watch}]\n");
  const auto told = json(of_depot, {"--overlay", overlay, "--with", "presence=high"});
  CHECK(told["called_for_otherwise"]["measures"] ==
        Json::parse(R"([{"id": "guards", "open": {"before": true, "after": false}}])"));
  CHECK_THAT(of_depot({"--overlay", overlay, "--with", "presence=high"}).out,
             ContainsSubstring("called for: in some of the possible patterns only -> for certain\n"));
  CHECK_THAT(of_depot({"--overlay", overlay, "--with", "presence=high", "--lang", "ja"}).out,
             ContainsSubstring("求められるか：ありうる一部のパターンでだけ → 確定\n"));
}

TEST_CASE("exposures answered otherwise are counted by what makes them so", "[cli][what-if]") {
  CHECK_THAT(of_depot({"--without", "locks"}).out,
             ContainsSubstring("Exposures answered otherwise\n----------------------------\n- no longer: measure Locks "
                               "(locks) (field/manifest.yaml:46)\n    2 exposures\n"));
  // What is proposed only, when nothing answers.
  CHECK_THAT(of_depot({"--with", "patrols treats fire"}).out,
             ContainsSubstring("- answered by the same, with another status or other treatments proposed\n"));
  CHECK_THAT(of_depot({"--with", "patrols treats fire", "--lang", "ja"}).out,
             ContainsSubstring("- 応じる対策は変わらず、状況又は提案する対応案が変わる\n"));
}

TEST_CASE("controls that go are told with their reasons", "[cli][what-if]") {
  const auto out = of_depot({"--without", "fire-safety mitigates fire"}).out;
  CHECK_THAT(out,
             ContainsSubstring("Controls that go\n----------------\n- Fire safety (fire-safety)\n    no longer: "));
}
