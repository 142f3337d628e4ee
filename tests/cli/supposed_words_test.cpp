// `what-if`: the words that suppose something: what is near them where they are wrong, and what becomes of them said twice or both ways; and
// what they leave nothing of, or withdraw.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

Ran of_example(const std::string& example, std::vector<std::string> words) {
  words.insert(words.begin(), {"what-if", "examples/" + example + ".yaml", "--catalog", "catalogs"});
  return Program{}.run(words);
}

std::string wrong(std::vector<std::string> words) {
  const auto ran = of_example("accounting", std::move(words));
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  return ran.err;
}

}  // namespace

TEST_CASE("of both sides of an equals sign the one that is wrong is told", "[cli][what-if]") {
  CHECK(wrong({"--with", "avalability=low"}) ==
        "michibiki: error: --with: nothing is called 'avalability'; did you mean 'availability'?\n");
  CHECK(wrong({"--with", "hold-personal-data=no"}) ==
        "michibiki: error: --with: nothing is called 'hold-personal-data'; did you mean 'holds-personal-data'?\n");
  CHECK(wrong({"--with", "second=storag"}) ==
        "michibiki: error: --with: nothing is called 'storag'; did you mean 'storage'?\n");
  CHECK_THAT(wrong({"--with", "zzz=low"}),
             ContainsSubstring("nothing is called 'zzz'; name a property or a question of the level criteria: ") &&
                 ContainsSubstring("confidentiality, integrity, availability, "));
  CHECK(wrong({"--with", "foo=bar"}) ==
        "michibiki: error: --with: 'foo=bar' supposes nothing: neither is 'foo' a property or a question, nor 'bar' a "
        "type of component; their ids are in the catalogues\n");
}

TEST_CASE("who does not run anything is told with those who may", "[cli][what-if]") {
  CHECK_THAT(wrong({"--with", "x=storage@partner-providr"}), ContainsSubstring("did you mean 'partner-provider'?"));
  CHECK_THAT(wrong({"--with", "x=storage@nobody"}), ContainsSubstring("'nobody' is no stakeholder; name one: ") &&
                                                        ContainsSubstring("partner-provider") &&
                                                        !ContainsSubstring("classify"));
}

TEST_CASE("of several words each is told as it may be meant", "[cli][what-if]") {
  CHECK(wrong({"--without", "component storag"}) ==
        "michibiki: error: --without: nothing is called 'component storag'; did you mean 'component storage'?\n");
  CHECK_THAT(wrong({"--without", "III.2.3.1 counters malicious.thef"}),
             ContainsSubstring("; did you mean 'III.2.3.1 counters malicious.theft'?"));
  CHECK_THAT(wrong({"--without", "III.2.3.1 counter malicious.theft"}),
             ContainsSubstring("; did you mean 'III.2.3.1 counters malicious.theft'?"));
  CHECK_THAT(wrong({"--without", "malicious.theft orign"}),
             ContainsSubstring("did you mean 'malicious.theft origin'?"));
}

TEST_CASE("what is supposed away twice is away", "[cli][what-if]") {
  for (const std::string thing : {"web-server", "III.2.3.1"}) {
    const auto once = of_example("web-conference", {"--without", thing});
    const auto twice = of_example("web-conference", {"--without", thing, "--without", thing});
    CHECK(twice.err == once.err);
    CHECK(twice.out == once.out);
  }
  CHECK(of_example("accounting", {"--without", "storage", "--without", "storage"}).err.empty());
  const auto level = of_example("accounting", {"--with", "availability=mid", "--with", "availability=mid"});
  CHECK(level.out == of_example("accounting", {"--with", "availability=mid"}).out);
}

TEST_CASE("what contradicts itself is not supposed", "[cli][what-if]") {
  CHECK(wrong({"--with", "availability=low", "--with", "availability=mid"}) ==
        "michibiki: error: --with availability=low and --with availability=mid contradict each other; suppose one of "
        "them\n");
  CHECK(wrong({"--with", "holds-personal-data=no", "--with", "holds-personal-data=yes"}) ==
        "michibiki: error: --with holds-personal-data=no and --with holds-personal-data=yes contradict each other; "
        "suppose one of them\n");
  CHECK(wrong({"--without", "III.2.3.1", "--with", "III.2.3.1"}) ==
        "michibiki: error: --without III.2.3.1 and --with III.2.3.1 contradict each other; suppose one of them\n");
}

TEST_CASE("where nothing is left to check it is not all clear", "[cli][what-if]") {
  const auto after = of_example("accounting", {"--without", "data-centre"});
  CHECK(after.status == 4);
  CHECK(
      after.err ==
      "michibiki: error: as supposed by --without data-centre, there is nothing to check: no threat reaches any asset "
      "of the service; that is not \"all clear\"\n");
  const auto both = of_example("accounting", {"--without", "III.2.3.1", "--trust", "stated"});
  CHECK(both.status == 4);
  CHECK_THAT(both.err,
             ContainsSubstring("warning: before anything is supposed, there is nothing to check: no threat") &&
                 ContainsSubstring("error: as supposed by --without III.2.3.1, there is nothing to check"));
}

TEST_CASE("what an overlay withdraws is told with the place that withdraws it", "[cli][what-if]") {
  const Scratch scratch;
  const auto overlay = scratch.write("gone.yaml",
                                     "catalog: {schema: 1, id: gone, version: 1.0.0, released: 2026-01-01, depends-on: "
                                     "[asp-saas-2008]}\nbasis: {judgement: ours}\nedits: [{withdraw: measure "
                                     "III.2.3.2, because: ours}]\n");
  const auto withdrawn = of_example("accounting", {"--with", overlay});
  CHECK_THAT(withdrawn.out, ContainsSubstring("(withdrawn at\n    gone/gone.yaml:3)") && !ContainsSubstring(":983"));
  const auto json =
      nlohmann::ordered_json::parse(of_example("accounting", {"--with", overlay, "--format", "json"}).out);
  REQUIRE(!json["no_longer"].empty());
  for (const auto& turn : json["no_longer"]) {
    for (const auto& because : turn["because"]) CHECK(because["at"] == "gone/gone.yaml:3");
  }
  CHECK_THAT(of_example("accounting", {"--without", "gone", "--overlay", overlay}).out,
             ContainsSubstring("was withdrawn at gone/gone.yaml:3"));
}
