// What the program prints, to the last byte: tests/golden/cli has a file per call with its arguments, exit status and both streams.
// Whole reports are of a small made-up catalogue; of the shipped examples, the first screen. MICHIBIKI_UPDATE_GOLDEN=1 writes them anew;
// the difference is for reviewers to read.
#include "tests/support/golden.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace michibiki::testing;

namespace {

const std::string folder = "tests/golden/cli/";  // tests run in the project's folder

struct Story {
  std::string name;
  std::vector<std::string> arguments;
};

const std::vector<Story>& stories() {
  const auto field = folder + "field";
  const auto overlay = folder + "overlay.yaml";
  const auto addition = folder + "addition.yaml";
  const auto service = folder + "service.yaml";
  const auto promising = folder + "promising.yaml";
  const std::string wording = "catalogs/step-wording";
  const std::string conference = "examples/web-conference.yaml";
  static const std::vector<Story> all{
      {"check.en", {"check", "--catalog", field, "--overlay", overlay}},
      {"check.ja", {"check", "--catalog", field, "--overlay", overlay, "--lang", "ja"}},
      {"check.markdown", {"check", "--catalog", field, "--format", "markdown", "--lang", "ja"}},
      {"check.json", {"check", "--catalog", field, "--format", "json"}},
      {"check.overlay", {"check", overlay, "--catalog", field}},
      {"accept.en", {"check", "--added", addition, "--catalog", field}},
      {"accept.verbose", {"check", "--added", addition, "--catalog", field, "--lang", "ja", "--verbose"}},
      {"accept.markdown", {"check", "--added", addition, "--catalog", field, "--format", "markdown", "--lang", "ja"}},
      {"accept.json", {"check", "--added", addition, "--catalog", field, "--format", "json"}},
      {"accept.type", {"check", "--service-type", "courier", "--catalog", field, "--overlay", addition}},
      {"classify.en", {"classify", "--catalog", field, "--type", "depot"}},
      {"classify.ja", {"classify", "--catalog", field, "--answer", "precious=no", "--lang", "ja"}},
      {"classify.json", {"classify", "--catalog", field, "--type", "depot", "--format", "json"}},
      {"explain.en", {"explain", "locks", "--catalog", field, "--for", service, "--overlay", overlay}},
      {"explain.ja",
       {"explain", "locks.a", "--catalog", field, "--catalog", wording, "--for", service, "--lang", "ja"}},
      {"explain.all", {"explain", "locks", "--catalog", field, "--catalog", wording, "--for", service, "--all"}},
      {"explain.by", {"explain", "locks", "--catalog", field, "--for", service, "--by", "control"}},
      {"explain.tree", {"explain", "disk", "theft", "--catalog", field, "--catalog", wording, "--depth", "9"}},
      {"explain.inverted",
       {"explain", "-i", "rack", "--catalog", field, "--catalog", wording, "--for", service, "--depth", "2"}},
      {"explain.markdown",
       {"explain", "--all-measures", "--catalog", field, "--catalog", wording, "--format", "markdown", "--lang", "ja"}},
      {"explain.value", {"explain", "locks.a", "--catalog", field, "--catalog", wording, "--for", service, "--value"}},
      {"explain.promises",
       {"explain", "locks", "--catalog", field, "--catalog", wording, "--for", promising, "--value"}},
      {"explain.promises.ja",
       {"explain", "locks", "--catalog", field, "--catalog", wording, "--for", promising, "--value", "--lang", "ja"}},
      {"explain.firmness",
       {"explain", "locks", "--catalog", field, "--catalog", wording, "--for", service, "--firmness"}},
      {"explain.json", {"explain", "alarms", "--catalog", field, "--for", service, "--format", "json"}},
      {"explain.dot", {"explain", "alarms", "--catalog", field, "--catalog", wording, "--for", service, "--dot"}},
      {"why-not.en", {"explain", "III.5.3.1", "--why-not", "--catalog", "catalogs", "--for", conference}},
      {"why-not.ja",
       {"explain", "III.5.3.1", "--why-not", "--catalog", "catalogs", "--for", conference, "--lang", "ja"}},
      {"why-not.link.en",
       {"explain", "III.5.3.1", "non-human.fire", "--why-not", "--catalog", "catalogs", "--for", conference}},
      {"why-not.link.ja",
       {"explain", "III.5.3.1", "non-human.fire", "--why-not", "--catalog", "catalogs", "--for", conference, "--lang",
        "ja"}},
      {"why-not.threat.en", {"explain", "absence", "--why-not", "--catalog", field, "--for", service}},
      {"why-not.threat.ja",
       {"explain", "absence", "--why-not", "--catalog", field, "--catalog", wording, "--for", service, "--lang", "ja"}},
      {"why-not.markdown",
       {"explain", "absence", "--why-not", "--catalog", field, "--catalog", wording, "--for", service, "--format",
        "markdown"}},
      {"why-not.json",
       {"explain", "alarms", "fire", "--why-not", "--catalog", field, "--catalog", wording, "--for", service,
        "--format", "json"}},
      {"why-not.never.en", {"explain", "control", "A.10.8", "--why-not", "--catalog", "catalogs", "--for", conference}},
      {"why-not.never.ja",
       {"explain", "control", "A.10.8", "--why-not", "--catalog", "catalogs", "--for", conference, "--lang", "ja"}},
      {"why-not.holds", {"explain", "III.2.3.1", "--why-not", "--catalog", "catalogs", "--for", conference}},
      {"why-not.unknown", {"explain", "III.2.3.11", "--why-not", "--catalog", "catalogs", "--for", conference}},
      {"what-if.en", {"what-if", service, "--catalog", field, "--catalog", wording, "--without", "locks"}},
      {"what-if.ja",
       {"what-if", service, "--catalog", field, "--catalog", wording, "--with", "shelf=rack", "--with", "presence=low",
        "--without", "desk", "--lang", "ja"}},
      {"what-if.markdown",
       {"what-if", service, "--catalog", field, "--catalog", wording, "--without", "fire", "--without",
        "theft harms secrecy", "--format", "markdown", "--lang", "ja"}},
      {"what-if.json",
       {"what-if", service, "--catalog", field, "--catalog", wording, "--with", "measure guards", "--with",
        "guards counters absence", "--with", "guards counters theft", "--without", "locks.a", "--format", "json"}},
      {"what-if.overlay",
       {"what-if", service, "--catalog", field, "--catalog", wording, "--with", overlay, "--verbose"}},
      {"what-if.promises.en",
       {"what-if", promising, "--catalog", field, "--catalog", wording, "--with", "presence=low"}},
      {"what-if.promises.ja",
       {"what-if", promising, "--catalog", field, "--catalog", wording, "--with", "precious=no", "--without", "alarms",
        "--format", "markdown", "--lang", "ja"}},
      {"what-if.blamed",
       {"what-if", promising, "--catalog", field, "--without", "pattern 2", "--with", "presence=low"}},
      {"what-if.wrong",
       {"what-if", service, "--catalog", field, "--without", "lokcs", "--with", "presence=medium", "--with",
        "rack counters theft"}},
      {"dispositions.en", {"dispositions", "--catalog", field}},
      {"dispositions.markdown", {"dispositions", "--catalog", field, "--format", "markdown", "--lang", "ja"}},
      {"dispositions.json", {"dispositions", "--catalog", field, "--format", "json"}},
      {"questions.ja", {"classify", "--catalog", field, "--list", "--lang", "ja"}},
      {"derive.en", {"derive", folder + "service.yaml", "--catalog", field, "--overlay", overlay}},
      {"derive.markdown.en", {"derive", folder + "service.yaml", "--catalog", field, "--format", "markdown"}},
      {"derive.markdown.ja",
       {"derive", folder + "service.yaml", "--catalog", field, "--format", "markdown", "--lang", "ja"}},
      {"derive.json",
       {"derive", folder + "service.yaml", "--catalog", field, "--overlay", overlay, "--format", "json"}},
      {"derive.ja", {"derive", folder + "service.yaml", "--catalog", field, "--lang", "ja"}},
      {"derive.judgement", {"derive", folder + "service.yaml", "--catalog", field, "--trust", "judgement"}},
      {"derive.promises.en", {"derive", promising, "--catalog", field, "--format", "markdown"}},
      {"derive.promises.ja", {"derive", promising, "--catalog", field, "--lang", "ja"}},
      {"new.service-type", {"new", "service-type", "kiosk", "--catalog", field, "-o", "-"}},
      {"new.component", {"new", "component", "kiosk", "--catalog", field, "-o", "-"}},
      {"new.measure", {"new", "measure", "kiosk", "--catalog", field, "-o", "-"}},
      {"new.overlay", {"new", "overlay", "kiosk", "--catalog", field, "-o", "-"}},
      {"new.taken", {"new", "component", "rack", "--catalog", field, "-o", "-"}},
      {"derive.wrong", {"derive", folder + "wrong.yaml", "--catalog", field}},
  };
  return all;
}

std::string told(const Story& story) {
  std::string text = "$ michibiki";
  for (const auto& word : story.arguments) text += ' ' + word;
  const auto ran = Program{}.run(story.arguments);
  text += "\n# exit " + std::to_string(ran.status) + '\n';
  if (!ran.err.empty()) text += "# standard error\n" + ran.err;
  return text + "# standard output\n" + ran.out;
}

std::vector<std::string> examples() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator("examples")) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("what the program prints has not changed", "[cli][golden]") {
  for (const auto& story : stories()) check_golden(folder + story.name + ".txt", told(story));
}

TEST_CASE("the files of a new catalogue have not changed", "[cli][golden][new]") {
  const Scratch scratch;
  const auto ran = Program{}.run(
      {"new", "catalog", "kiosk", "--catalog", folder + "field", "--output", scratch.path("kiosk"), "--quiet"});
  CHECK(ran.status == 0);
  std::string all;
  for (const auto& name : scratch.files()) all += "==== " + name + '\n' + scratch.read(name);
  check_golden(folder + "new.catalog.txt", all);
}

TEST_CASE("the first screen of every example has not changed, in both languages", "[cli][golden][thorough]") {
  const auto names = examples();
  REQUIRE_FALSE(names.empty());
  for (const std::string language : {"en", "ja"}) {
    std::string screens;
    for (const auto& name : names) {
      const auto ran = Program{}.run(
          {"derive", "examples/" + name + ".yaml", "--catalog", "catalogs", "--lang", language, "--summary"});
      CHECK(ran.err.empty());
      screens += ran.out + "# exit " + std::to_string(ran.status) + "\n\n";
    }
    check_golden(folder + "examples." + language + ".txt", screens);
  }
}
