// `reproduce`, `agreement` and `sensitivity`: what they compare with, how they end, and that no derivation notices.
#include <fstream>
#include <iterator>
#include <regex>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/golden.hpp"

using namespace michibiki::testing;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

namespace fs = std::filesystem;

/// The thieves' catalogue with a figure that was published about them, and a table judged twice.
struct Compared : Scratch {
  Compared() {
    write("all/thieves/manifest.yaml", field_of_thieves());
    write("all/printed/manifest.yaml", R"(
catalog: {schema: 1, id: printed, kind: figures, version: 1.0.0, released: 2026-01-01, title: {ja: 図, en: Figures},
          sources: [{id: book, title: {ja: 本, en: Book}}]}
basis: {stated: book, at: figure 1}
figures:
  - id: "1"
    title: {ja: 脅威, en: Threats}
    form: table
    compare: parents
    of: threat
    cells: [{id: unheard-of, is: nothing, incomparable: {ja: 欠け, en: lost}}]
judgements:
  - id: counters
    title: {ja: 対策項目と脅威, en: Measures and threats}
    rows: [lock, guard]
    columns: [theft, fire]
    first: {lock: [theft]}
    second: {lock: [theft, fire]}
    settled: [{row: lock, column: fire, holds: false, because: {ja: 鍵は燃える, en: a lock burns}, dissent: {ja: 扉は残る, en: the door holds}}]
)");
  }
  Ran run(std::vector<std::string> words) const {
    words.insert(words.end(), {"--catalog", path("all")});
    return Program{}.run(words);
  }
};

}  // namespace

TEST_CASE("without published figures there is nothing to reproduce", "[cli][reproduce]") {
  Scratch scratch;
  scratch.write("all/thieves/manifest.yaml", field_of_thieves());
  const auto ran = Program{}.run({"reproduce", "--catalog", scratch.path("all")});
  CHECK(ran.status == 4);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring("there is nothing to compare: no catalogue of `kind: figures` is here"));
}

TEST_CASE("a figure that is not there is told, with the one that may be meant", "[cli][reproduce]") {
  const Compared compared;
  const auto ran = compared.run({"reproduce", "--figure", "11"});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring("unknown figure '11'"));
  CHECK(compared.run({"reproduce", "--figure", "1"}).status == 0);
}

TEST_CASE("a cell that differs is a finding, and the JSON counts every cell once", "[cli][reproduce]") {
  const auto ran = Program{}.run({"reproduce", "--catalog", "catalogs", "--format", "json"});
  CHECK(ran.status == 1);
  CHECK(ran.err.empty());
  const auto json = Json::parse(ran.out);
  CHECK(json["format"] == "michibiki-reproduction");
  CHECK(json["version"] == 1);
  for (const auto& figure : json["figures"]) {
    INFO(figure["figure"]);
    std::size_t sum = 0;
    for (const auto* count :
         {"derived", "repaired", "calibrated", "settled", "transcribed", "not_comparable", "differ"})
      sum += figure[count].get<std::size_t>();
    CHECK(sum == figure["cells"].get<std::size_t>());
    CHECK(figure["differences"].size() == figure["differ"].get<std::size_t>());
    CHECK(figure["verdicts"].size() == figure["cells"].get<std::size_t>());
    for (const auto& difference : figure["differences"]) CHECK(difference["explanation"].is_string());
  }
}

TEST_CASE("a reproduction is told in both languages, also as Markdown", "[cli][reproduce]") {
  for (const std::string language : {"en", "ja"}) {
    for (const std::string format : {"text", "markdown"}) {
      const auto ran =
          Program{}.run({"reproduce", "--catalog", "catalogs", "--lang", language, "--format", format, "--verbose"});
      CHECK(ran.status == 1);
      CHECK_THAT(ran.out,
                 ContainsSubstring(language == "ja" ? "報告書の不整合と、その読み方" : "Oddities of the report"));
      CHECK_THAT(ran.out, ContainsSubstring(language == "ja" ? "逃雷" : "taken as a misread of"));
    }
  }
}

TEST_CASE("no derivation notices what is printed: other figures, the same bytes", "[cli][reproduce][thorough]") {
  Scratch scratch;
  const fs::path altered = scratch.path("catalogs");
  fs::copy("catalogs", altered, fs::copy_options::recursive);
  // Every printed cell says something else.
  for (const auto& file : fs::directory_iterator(altered / "mic-2008-figures")) {
    if (file.path().extension() != ".yaml" || file.path().filename() == "manifest.yaml") continue;
    const auto text =
        std::regex_replace(content_of(file.path()), std::regex("(\\{id: [^ ]+, is: )[^,}]+"), "$1altered");
    std::ofstream(file.path(), std::ios::binary) << text;
  }
  const auto reproduced = Program{}.run({"reproduce", "--catalog", altered.string(), "--format", "json"});
  CHECK(reproduced.status == 1);
  std::size_t agreeing = 0;
  const auto json = Json::parse(reproduced.out);
  for (const auto& figure : json["figures"])
    agreeing += figure["cells"].get<std::size_t>() - figure["differ"].get<std::size_t>() -
                figure["not_comparable"].get<std::size_t>();
  CHECK(agreeing == 0);
  for (const auto& example : fs::directory_iterator("examples")) {
    if (example.path().extension() != ".yaml") continue;
    const auto derive = [&](const std::string& catalogs) {
      return Program{}.run({"derive", example.path().string(), "--catalog", catalogs, "--format", "json"}).out;
    };
    const auto shipped = derive("catalogs");
    CHECK(shipped.size() > 1000);
    CHECK((derive(altered.string()) == shipped));
  }
}

TEST_CASE("the agreement of two judges is told with how they were settled", "[cli][agreement]") {
  const Compared compared;
  const auto text = compared.run({"agreement", "--verbose"});
  CHECK(text.status == 0);
  CHECK_THAT(text.out, ContainsSubstring("Measures and threats") && ContainsSubstring("0.750") &&
                           ContainsSubstring("a lock burns") && ContainsSubstring("the door holds"));
  const auto json = Json::parse(compared.run({"agreement", "--format", "json"}).out);
  CHECK(json["format"] == "michibiki-agreement");
  const auto& table = json["tables"][0];
  CHECK(table["cells"] == 4);
  CHECK(table["both"] == 1);
  CHECK(table["second_only"] == 1);
  CHECK(table["agree"] == "0.7500");
  CHECK(table["kappa"] == "0.5000");
  CHECK(table["settled_as_first"] == 1);
  CHECK(table["disagreements"][0]["holds"] == false);
  const auto japanese = compared.run({"agreement", "--format", "markdown", "--lang", "ja"});
  CHECK_THAT(japanese.out, ContainsSubstring("鍵は燃える"));
}

TEST_CASE("without tables that were judged twice there is no agreement to tell", "[cli][agreement]") {
  Scratch scratch;
  scratch.write("all/thieves/manifest.yaml", field_of_thieves());
  const auto ran = Program{}.run({"agreement", "--catalog", scratch.path("all")});
  CHECK(ran.status == 4);
  CHECK_THAT(ran.err,
             ContainsSubstring("there is nothing to compare: no catalogue here holds tables that were judged twice"));
}

TEST_CASE("sensitivity is told as a table, as JSON and as a plot, the same every time", "[cli][sensitivity]") {
  const auto run = [](std::vector<std::string> more) {
    std::vector<std::string> words{"sensitivity", "--catalog", "catalogs", "--trials", "3"};
    words.insert(words.end(), more.begin(), more.end());
    const auto ran = Program{}.run(words);
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());  // nobody watches: no progress
    return ran.out;
  };
  const auto json = Json::parse(run({"--format", "json"}));
  CHECK(json["format"] == "michibiki-sensitivity");
  CHECK(json["trials"] == 3);
  CHECK(json["series"].size() > 2);
  CHECK(json["series"][0]["whole"]["covered"]["least"] == json["series"][0]["whole"]["covered"]["most"]);
  CHECK_THAT(run({"--lang", "ja"}), ContainsSubstring("判断したリンクを除いたときの変化"));
  const auto plot = run({"--plot"});
  CHECK(plot.starts_with("<svg xmlns="));
  CHECK(plot == run({"--plot"}));
  CHECK(plot != run({"--plot", "--seed", "2"}));
}

TEST_CASE("where nothing is judged nothing can be removed", "[cli][sensitivity]") {
  const auto ran = Program{}.run({"sensitivity", "--catalog", "catalogs", "--trust", "stated", "--trials", "1"});
  CHECK(ran.status == 4);
  CHECK_THAT(ran.err, ContainsSubstring("there is nothing to remove: no link that decides an exposure or its answer is "
                                        "judged under --trust stated"));
}

TEST_CASE("whoever watches is told how far a long calculation has come", "[cli][sensitivity][thorough]") {
  Program program;
  program.err_is_terminal = true;
  const auto ran = program.run({"sensitivity", "--catalog", "catalogs", "--trials", "60"});
  CHECK(ran.status == 0);
  // Nothing of it is left on the line when it is done; a machine that is fast enough tells nothing at all.
  if (!ran.err.empty()) {
    CHECK_THAT(ran.err, ContainsSubstring("deriving without some of the links: "));
    CHECK(ran.err.ends_with("\r\x1b[K"));
  }
}
