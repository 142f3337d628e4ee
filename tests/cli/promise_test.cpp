// What a service promises beside the reference values: what is told on both streams, and in JSON.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

const std::string field = "tests/golden/cli/field";

std::string depot(const std::string& promises) {
  return "id: depot\ntype: depot\nanswers: {precious: true}\ncase: large\npromises:\n" + promises;
}

Ran run(const std::string& command, const std::string& service, std::vector<std::string> more) {
  const Scratch scratch;
  const auto file = scratch.write("depot.yaml", service);
  std::vector<std::string> words{command, "--catalog", field};
  if (command == "derive") {
    words.push_back(file);
  } else {
    words.insert(words.end(), {"--for", file});
  }
  words.insert(words.end(), more.begin(), more.end());
  auto ran = Program{}.run(words);
  for (auto at = ran.err.find(file); at != std::string::npos; at = ran.err.find(file))
    ran.err.replace(at, file.size(), "depot.yaml");
  return ran;
}

Json levels_of(const Json& derivation, const std::string& measure) {
  for (const auto& one : derivation["measures"]) {
    if (one["id"] == measure) return one["levels"];
  }
  return {};
}

}  // namespace

TEST_CASE("a derivation shows beside each reference value what is promised", "[cli][promise]") {
  const auto service = depot(
      "- {measure: locks, indicator: a, value: 30 hour, because: By contract}\n"
      "- {measure: locks, indicator: b, value: 2 hour}\n");
  const auto json = Json::parse(run("derive", service, {"--format", "json"}).out);
  const auto levels = levels_of(json, "locks");
  REQUIRE(levels.size() == 2);
  CHECK(levels[0]["value"] == "at most 1 hour");
  REQUIRE(levels[0]["promises"].size() == 1);
  CHECK(levels[0]["promises"][0]["service"] == "depot");
  CHECK(levels[0]["promises"][0]["value"] == "30 hour");
  CHECK(levels[0]["promises"][0]["standing"] == "laxer");
  CHECK(levels[0]["promises"][0]["not_comparable"].is_null());
  CHECK(levels[0]["promises"][0]["because"]["en"] == "By contract");
  CHECK(levels[0]["promises"][0]["stricter"]["at"] == "field/manifest.yaml:52");
  CHECK(levels[0]["holds"] == Json({{"is", "reference"}, {"service", nullptr}, {"value", "at most 1 hour"}}));
  CHECK(levels[1]["promises"][0]["standing"] == "stricter");
  CHECK(levels[1]["holds"] == Json({{"is", "promise"}, {"service", "depot"}, {"value", "2 hour"}}));
  CHECK(json["services"][0]["promises"][0]["called_for"] == true);
  CHECK_THAT(run("derive", service, {"--format", "markdown"}).out,
             ContainsSubstring("| 30 hours (laxer) |") &&
                 ContainsSubstring("Promised for a: 30 hours (depot.yaml:6: ") && ContainsSubstring("By contract)"));
}

TEST_CASE("a service without promises is derived to the same bytes, but for what is promised", "[cli][promise]") {
  const auto without =
      run("derive", "id: depot\ntype: depot\nanswers: {precious: true}\ncase: large\n", {"--format", "json"});
  CHECK_THAT(without.out, !ContainsSubstring("promises") && !ContainsSubstring("\"holds\": {"));
  CHECK(run("derive", depot("  []\n"), {"--format", "json"}).out == without.out);
  auto json =
      Json::parse(run("derive", depot("- {measure: locks, indicator: a, value: 1 hour}\n"), {"--format", "json"}).out);
  json["services"][0].erase("promises");
  for (auto& measure : json["measures"]) {
    for (auto& level : measure["levels"]) {
      level.erase("promises");
      level.erase("holds");
    }
  }
  CHECK(json == Json::parse(without.out));
}

TEST_CASE("a promise that is laxer than the reference value is warned of", "[cli][promise]") {
  const auto service = depot(
      "- {measure: locks, indicator: a, value: 30 hour}\n"
      "- {measure: locks, indicator: b, value: 40 hour}\n");
  const std::string of_a =
      "depot.yaml:6:3: this promise for 'locks.a' is laxer than the reference value, `at most 1 hour` of pattern 1; it does not "
      "override that";
  CHECK_THAT(run("derive", service, {}).err, ContainsSubstring(of_a) && ContainsSubstring("'locks.b'"));
  // Of an explanation, only what was asked about; and only where it is about values.
  const auto explained = run("explain", service, {"locks.a", "--value"});
  CHECK(explained.status == 0);
  CHECK_THAT(explained.err, ContainsSubstring(of_a) && !ContainsSubstring("'locks.b'"));
  CHECK_THAT(explained.out, ContainsSubstring("is laxer than the reference value and does"));
  CHECK(run("explain", service, {"locks.a"}).err.empty());
  // Where the pattern is open, of each whose value is stricter.
  const auto open =
      run("derive", "id: d\ntype: depot\ncase: large\npromises: [{measure: locks, indicator: b, value: 8 hour}]\n",
          {"--format", "markdown"});
  CHECK_THAT(open.err, ContainsSubstring("the reference value, `at most 7 hour` of pattern 2; it"));
  CHECK_THAT(open.out, ContainsSubstring("8 hours (Pattern 1:"));
}

TEST_CASE("a promise beside no reference value is warned of", "[cli][promise]") {
  const auto ran = run("derive", depot("- {measure: locks, indicator: a, value: 1 hour}\n"), {"--trust", "stated"});
  CHECK_THAT(ran.err,
             ContainsSubstring("depot.yaml:6:3: no reference value stands beside this promise: measure 'locks' is not "
                               "called for under --trust stated"));
  CHECK_THAT(ran.out, ContainsSubstring("Promises       1 (for measures that are not called for 1)"));
}

TEST_CASE("an explanation says which of reference value and promise holds", "[cli][promise]") {
  const auto explained = [](const std::string& value, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"locks.a", "--value", "--format", "markdown"});
    return run("explain", depot("- {measure: locks, indicator: a, value: " + value + "}\n"), more).out;
  };
  CHECK_THAT(explained("30 hour"), ContainsSubstring("at most 1 hour \\*, the reference value"));
  CHECK_THAT(explained("0.5 hour"), ContainsSubstring("5 hours: the promise of depot overrides the reference value"));
  CHECK_THAT(explained("1 hour"), ContainsSubstring("1 hour, by depot: equal to the reference value"));
  const auto json = Json::parse(run("explain", depot("- {measure: locks, indicator: a, value: 0.5 hour}\n"),
                                    {"locks.a", "--value", "--format", "json"})
                                    .out);
  CHECK(json["values"][0]["promises"][0]["standing"] == "stricter");
  CHECK(json["values"][0]["holds"]["service"] == "depot");
}

TEST_CASE("a promise that cannot be compared with the reference value is warned of, with the reason",
          "[cli][promise]") {
  const Scratch scratch;
  const auto overlay = scratch.write("overlay.yaml", R"(
catalog: {schema: 1, id: doubts, version: 1.0.0, released: 2026-01-01, depends-on: [field]}
basis: {judgement: ours}
measures:
  - id: bars
    class: later
    indicators:
      - {key: a, title: {ja: 間隔, en: Interval}, stricter: {is: lower, basis: unverified}, values: {1: 5 hour, 2: 6 hour}}
      - {key: b, title: {ja: 間隔, en: Interval}, values: {1: 5 hour, 2: 5 hour}}
      - {key: c, title: {ja: 間隔, en: Interval}, stricter: lower, values: {1: unknown, 2: "-"}}
links: [{id: bars/theft, kind: counters, from: bars, to: theft, components: [rack]}]
)");
  const auto of = [](const std::string& key) {
    return depot("- {measure: bars, indicator: " + key + ", value: 2 hour}\n");
  };
  const auto warned = [&](const std::string& service, std::vector<std::string> more = {}) {
    more.insert(more.end(), {"--overlay", overlay});
    return run("derive", service, more).err;
  };
  CHECK(warned(of("a")).empty());
  CHECK_THAT(warned(of("a"), {"--trust", "judgement"}),
             ContainsSubstring(
                 "depot.yaml:6:3: this promise for 'bars.a' cannot be compared with the reference value: what says "
                 "which value is stricter is hidden under --trust judgement"));
  CHECK_THAT(warned(of("b")), ContainsSubstring("reference value: the catalogues do not say which value is stricter"));
  CHECK_THAT(warned(of("c")), ContainsSubstring("reference value: that is not known"));
  const auto hidden = depot("- {measure: locks, indicator: a, value: 0.5 hour}\n");
  CHECK_THAT(warned(hidden, {"--trust", "judgement"}),
             ContainsSubstring("reference value: that is hidden under --trust judgement"));
  CHECK_THAT(run("explain", hidden, {"locks.a", "--value", "--trust", "judgement"}).err,
             ContainsSubstring("'locks.a' cannot be compared with the reference value: that is hidden"));
  const auto told = run("explain", of("a"),
                        {"bars.a", "--value", "--overlay", overlay, "--trust", "judgement", "--format", "markdown"});
  CHECK_THAT(told.out, ContainsSubstring("not comparable, as what says which is stricter is withheld") &&
                           ContainsSubstring("not decided, as it cannot be told which is the strictest"));
  CHECK_THAT(run("derive", of("c"), {"--overlay", overlay, "--format", "markdown"}).out,
             ContainsSubstring("2 hours (not comparable, as the reference value is unknown)"));
}

TEST_CASE("what is promised beside a value that is not known is told, though nothing is concluded about that",
          "[cli][promise]") {
  const Scratch scratch;
  const auto overlay = scratch.write("overlay.yaml", R"(
catalog: {schema: 1, id: doubts, version: 1.0.0, released: 2026-01-01, depends-on: [field]}
basis: {judgement: ours}
edits: [{replace: measure locks, field: indicators.b.values.1, was: within 9 hour, is: unknown}]
)");
  const auto promising = depot("- {measure: locks, indicator: b, value: 2 hour, because: {ja: 約款, en: Terms}}\n");
  const auto told = [&](std::vector<std::string> more, const std::string& what = "locks.b") {
    more.insert(more.begin(), {what, "--value", "--overlay", overlay});
    return run("explain", promising, more);
  };
  const auto ran = told({"--format", "markdown"});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, ContainsSubstring("**Reference value** unknown (Pattern 1)\n") &&
                          ContainsSubstring(
                              "**Promised** 2 hours, by depot: not comparable, as the reference value is unknown\n") &&
                          ContainsSubstring("depot.yaml:6: Terms") &&
                          ContainsSubstring("not decided, as it cannot be told which is the strictest") &&
                          !ContainsSubstring("Conclusions"));
  CHECK_THAT(told({"--format", "markdown", "--lang", "ja"}).out,
             ContainsSubstring("**約束値** 2時間（対策参照値が不明のため比較できない）、depotによる\n"));
  // Beside those of the measure that are known.
  CHECK_THAT(told({"--format", "markdown"}, "locks").out,
             ContainsSubstring("## Where the value comes from: locks.a") &&
                 ContainsSubstring("## Where the value comes from: locks.b"));
  const auto json = Json::parse(told({"--format", "json"}).out);
  CHECK(json["roots"].empty());
  REQUIRE(json["values"].size() == 1);
  CHECK(json["values"][0]["promises"][0]["standing"] == "not-comparable");
  CHECK(json["values"][0]["holds"]["is"] == "undecided");
  // Nothing is told of one that is neither known nor promised.
  const auto nothing = run("explain", depot("- {measure: locks, indicator: a, value: 2 hour}\n"),
                           {"locks.b", "--value", "--overlay", overlay});
  CHECK(nothing.status == 4);
  CHECK_THAT(nothing.err, ContainsSubstring("nothing is concluded about locks.b"));
  // The same of one that trust hides.
  const auto hidden = run("explain", depot("- {measure: locks, indicator: a, value: 0.5 hour}\n"),
                          {"locks.a", "--value", "--trust", "judgement", "--format", "markdown"});
  CHECK(hidden.status == 0);
  CHECK_THAT(hidden.out, ContainsSubstring("**Reference value** withheld (Pattern 1)\n") &&
                             ContainsSubstring("not comparable, as the reference value is withheld"));
}

TEST_CASE("of a shared component the strictest promise of those who share it holds", "[cli][promise]") {
  const std::string service = R"(
id: both
shared: [rack]
services:
  - {id: x, type: depot, answers: {precious: true}, uses: [rack], promises: [{measure: locks, indicator: b, value: 6 hour}]}
  - {id: y, type: depot, answers: {precious: false}, uses: [rack], promises: [{measure: locks, indicator: b, value: 8 hour}]}
)";
  const auto ran = run("explain", service, {"locks.b", "--value", "--format", "markdown", "--lang", "ja"});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, ContainsSubstring("6時間（xの約束値が対策参照値に優先する）") &&
                          ContainsSubstring("yの約束値は対策参照値より緩い。"));
  CHECK_THAT(run("derive", service, {"--format", "markdown"}).out,
             ContainsSubstring("x: 6 hours (stricter), y: 8 hours (laxer)"));
}
