// What the program prints, to the last byte: tests/golden/cli has a file per call with its arguments, exit status and both streams.
// MICHIBIKI_UPDATE_GOLDEN=1 writes them anew; the difference is for reviewers to read.
#include <cstdlib>
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
  static const std::vector<Story> all{
      {"check.en", {"check", "--catalog", field, "--overlay", overlay}},
      {"check.ja", {"check", "--catalog", field, "--overlay", overlay, "--lang", "ja"}},
      {"check.markdown", {"check", "--catalog", field, "--format", "markdown", "--lang", "ja"}},
      {"check.json", {"check", "--catalog", field, "--format", "json"}},
      {"check.overlay", {"check", overlay, "--catalog", field}},
      {"classify.en", {"classify", "--catalog", field, "--type", "depot"}},
      {"classify.ja", {"classify", "--catalog", field, "--answer", "precious=no", "--lang", "ja"}},
      {"classify.json", {"classify", "--catalog", field, "--type", "depot", "--format", "json"}},
      {"questions.ja", {"classify", "--catalog", field, "--list", "--lang", "ja"}},
      {"derive.en", {"derive", folder + "service.yaml", "--catalog", field, "--overlay", overlay}},
      {"derive.ja", {"derive", folder + "service.yaml", "--catalog", field, "--lang", "ja"}},
      {"derive.judgement", {"derive", folder + "service.yaml", "--catalog", field, "--trust", "judgement"}},
      {"derive.wrong", {"derive", folder + "wrong.yaml", "--catalog", field}},
  };
  return all;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string told(const Story& story) {
  std::string text = "$ michibiki";
  for (const auto& word : story.arguments) text += ' ' + word;
  const auto ran = Program{}.run(story.arguments);
  text += "\n# exit " + std::to_string(ran.status) + '\n';
  if (!ran.err.empty()) text += "# standard error\n" + ran.err;
  return text + "# standard output\n" + ran.out;
}

}  // namespace

TEST_CASE("what the program prints has not changed", "[cli][golden]") {
  const bool update = std::getenv("MICHIBIKI_UPDATE_GOLDEN") != nullptr;
  for (const auto& story : stories()) {
    const auto path = folder + story.name + ".txt";
    const auto now = told(story);
    if (update) std::ofstream(path, std::ios::binary) << now;
    INFO(path);
    CHECK(now == content_of(path));
  }
}
