// `classify`: questions on a terminal, or answers as options.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using Json = nlohmann::json;

namespace {

struct Field : Scratch {
  Field() { write("thieves/manifest.yaml", field_of_thieves()); }

  Ran classify(std::vector<std::string> more, const Program& program = {}) const {
    std::vector<std::string> all{"classify", "--catalog", path("thieves")};
    all.insert(all.end(), more.begin(), more.end());
    return program.run(all);
  }
  std::vector<std::string> patterns(std::vector<std::string> more) const {
    more.insert(more.end(), {"--format", "json"});
    std::vector<std::string> ids;
    const auto json = Json::parse(classify(more).out);
    for (const auto& pattern : json["patterns"]) ids.push_back(pattern["id"]);
    return ids;
  }
};

using Patterns = std::vector<std::string>;

}  // namespace

TEST_CASE("a type, an answer or a level decides the pattern", "[cli][classify]") {
  const Field field;
  CHECK(field.patterns({}) == Patterns{"1", "2"});
  CHECK(field.patterns({"--type", "plain"}) == Patterns{"2"});
  CHECK(field.patterns({"--type", "kind-of"}) == Patterns{"1", "2"});
  CHECK(field.patterns({"--type", "kind-of", "--answer", "precious=yes"}) == Patterns{"1"});
  CHECK(field.patterns({"--answer", "precious=no"}) == Patterns{"2"});
  CHECK(field.patterns({"--answer", "precious=はい"}) == Patterns{"1"});
  CHECK(field.patterns({"--answer", "ｐｒｅｃｉｏｕｓ=ＹＥＳ"}) == Patterns{"1"});
  CHECK(field.patterns({"--level", "presence=high"}) == Patterns{"1"});
  CHECK(field.patterns({"--level", "ｐｒｅｓｅｎｃｅ=ｈｉｇｈ"}) == Patterns{"1"});
}

TEST_CASE("what is open is told with the question that decides it", "[cli][classify]") {
  const Field field;
  const auto json = Json::parse(field.classify({"--type", "kind-of", "--format", "json"}).out);
  CHECK(json["format"] == "michibiki-classification");
  CHECK(json["version"] == 1);
  CHECK(json["decided"] == false);
  CHECK(json["type"] == "kind-of");
  CHECK(json["open_questions"] == Json::array({"precious"}));
  CHECK(json["levels"][0]["possible"].size() == 2);
  CHECK_THAT(field.classify({}).out, ContainsSubstring("Is it precious? (precious)"));
  CHECK_THAT(field.classify({"--lang", "ja", "--format", "markdown"}).out, ContainsSubstring("貴重ですか"));
}

TEST_CASE("levels that no pattern has are refused, wherever they come from", "[cli][classify]") {
  const Field field;
  const auto overlay = field.write("fewer.yaml", R"(
catalog: {schema: 1, id: fewer, version: 1.0.0, released: 2026-01-01, title: {ja: 少, en: Fewer}, licence: CC0-1.0, depends-on: [thieves]}
basis: unverified
edits: [{withdraw: pattern 2}]
)");
  const std::vector<std::pair<std::string, std::string>> given{
      {"--type", "plain"}, {"--answer", "precious=no"}, {"--level", "presence=low"}};
  for (const auto& [flag, value] : given) {
    const auto ran = field.classify({flag, value, "--overlay", overlay});
    CHECK(ran.status == 2);
    CHECK(ran.err == "michibiki: error: " + flag +
                         ": no pattern has these levels; the lattice is listed under `patterns` of the catalogue\n");
  }
}

TEST_CASE("levels that only a hidden pattern has are not refused: there is nothing to check by", "[cli][classify]") {
  const Field field;
  const auto overlay = field.write("doubted.yaml", R"(
catalog: {schema: 1, id: doubted, version: 1.0.0, released: 2026-01-01, title: {ja: 疑, en: Doubted}, licence: CC0-1.0, depends-on: [thieves]}
basis: unverified
edits: [{withdraw: pattern 2}]
patterns: [{id: 3, title: {ja: パターン3, en: Pattern 3}, levels: {presence: low}}]
)");
  CHECK(field.classify({"--level", "presence=low", "--overlay", overlay}).status == 0);
  const auto ran = field.classify({"--level", "presence=low", "--overlay", overlay, "--trust", "stated"});
  CHECK(ran.status == 4);
  CHECK(ran.err == "michibiki: error: --level: every pattern that has these levels is hidden under --trust stated\n");
}

TEST_CASE("options that fit nothing are all told", "[cli][classify]") {
  const Field field;
  const auto ran = field.classify({"--type", "plian", "--answer", "precious=perhaps", "--answer", "precius=yes",
                                   "--answer", "precious", "--level", "presence=higher", "--level", "absence=high"});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err,
             ContainsSubstring("--type: 'plian' is no service type; did you mean 'plain'?") &&
                 ContainsSubstring("--answer: 'perhaps' is neither yes nor no") &&
                 ContainsSubstring("--answer: 'precius' is no question; did you mean 'precious'?") &&
                 ContainsSubstring("--answer: 'precious' is not of the form QUESTION=yes or QUESTION=no") &&
                 ContainsSubstring("--level: 'higher' is not a level of 'presence'; its levels are low, high") &&
                 ContainsSubstring("--level: 'absence' is no property"));
  const auto contrary = field.classify({"--answer", "precious=yes", "--answer", "precious=no"});
  CHECK(contrary.status == 2);
  CHECK_THAT(contrary.err, ContainsSubstring("'precious' is answered both yes and no"));
  CHECK_THAT(field.classify({"--type", "zzzzzzzz"}).err,
             ContainsSubstring("'zzzzzzzz' is no service type; `michibiki classify --list` shows them"));
  const auto both = field.classify({"--level", "presence=high", "--level", "presence=low"});
  CHECK(both.status == 2);
  CHECK_THAT(both.err, ContainsSubstring("--level: 'presence' is said to be both 'high' and 'low'"));
}

TEST_CASE("a heading is no service type", "[cli][classify]") {
  const Field field;
  field.write("thieves/more.yaml", "service-types: [{id: kinds, group: true, title: {ja: 種別, en: Kinds}}]\n");
  const auto ran = field.classify({"--type", "kinds"});
  CHECK(ran.status == 2);
  CHECK(ran.err ==
        "michibiki: error: --type: 'kinds' is a heading, no service type; `michibiki classify --list` shows them\n");
}

TEST_CASE("what has another id now is followed, with a warning", "[cli][classify]") {
  const Field field;
  field.write("thieves/more.yaml", "service-types: [{id: fancy, replaces: gaudy, title: {ja: 派手, en: Fancy}}]\n");
  const auto ran = field.classify({"--type", "gaudy"});
  CHECK(ran.status == 0);
  CHECK(ran.err ==
        "michibiki: warning: --type: service type 'gaudy' is called 'fancy' now; it is followed, but better use the "
        "new id\n");
  CHECK(ran.out == field.classify({"--type", "fancy"}).out);
}

TEST_CASE("questions are asked on a terminal, in the language wanted", "[cli][classify]") {
  const Field field;
  Program terminal;
  terminal.in_is_terminal = true;
  terminal.input = "what?\nY\n";
  const auto ran = field.classify({}, terminal);
  CHECK(ran.status == 0);
  CHECK_THAT(ran.err, StartsWith("y = yes, n = no, empty = I don't know\n") &&
                          ContainsSubstring("Is it precious? [y/n]") &&
                          ContainsSubstring("Please answer y or n, or just press Enter.\n"));
  CHECK_THAT(ran.out, ContainsSubstring("Pattern 1") && !ContainsSubstring("Pattern 2"));
  terminal.input = "たぶん\nいいえ\n";
  const auto japanese = field.classify({"--lang", "ja"}, terminal);
  CHECK_THAT(japanese.err, StartsWith("y = はい、n = いいえ、空のまま = わからない\n") &&
                               ContainsSubstring("貴重ですか [y/n]") &&
                               ContainsSubstring("y か n で答えるか、空のまま Enter を押してください。\n"));
  CHECK_THAT(japanese.out, ContainsSubstring("パターン2") && !ContainsSubstring("パターン1"));
}

TEST_CASE("an empty answer means not known, and the end of the input ends the questions", "[cli][classify]") {
  const Field field;
  Program terminal;
  terminal.in_is_terminal = true;
  for (const auto* input : {"\n", "  \n", ""}) {
    terminal.input = input;
    const auto ran = field.classify({"--format", "json"}, terminal);
    CHECK(ran.status == 0);
    CHECK(Json::parse(ran.out)["patterns"].size() == 2);
  }
}

TEST_CASE("nothing is asked without a terminal, or when something is told by options", "[cli][classify]") {
  const Field field;
  Program program;
  program.input = "y\n";
  CHECK(field.classify({}, program).err.empty());
  program.in_is_terminal = true;
  CHECK(field.classify({"--type", "kind-of"}, program).err.empty());
}

TEST_CASE("the list shows what can be said", "[cli][classify]") {
  const Field field;
  const auto text = field.classify({"--list"});
  CHECK(text.status == 0);
  CHECK_THAT(text.out, ContainsSubstring("precious") && ContainsSubstring("plain") && ContainsSubstring("presence"));
  const auto json = Json::parse(field.classify({"--list", "--format", "json"}).out);
  CHECK(json["format"] == "michibiki-questions");
  CHECK(json["questions"][0]["id"] == "precious");
  CHECK(json["service_types"][1]["levels"]["presence"] == Json::array({"low", "high"}));
  CHECK_THAT(field.classify({"--list", "--format", "markdown"}).out, ContainsSubstring("| plain |"));
}

TEST_CASE("catalogues without patterns have nothing to classify by", "[cli][classify]") {
  const Scratch scratch;
  scratch.write("bare/manifest.yaml", R"(
catalog: {schema: 1, id: bare, version: 1.0.0, released: 2026-01-01, title: {ja: 素, en: Bare}, licence: CC0-1.0}
basis: unverified
threats: [{id: theft, title: {ja: 盗難, en: Theft}}]
)");
  const auto ran = Program{}.run({"classify", "--catalog", scratch.path("bare")});
  CHECK(ran.status == 4);
  CHECK(ran.err == "michibiki: error: there is nothing to classify by: the catalogues have no patterns\n");
}
