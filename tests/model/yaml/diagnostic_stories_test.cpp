// tests/golden/diagnostics has a folder per story: a catalogue or a service with something wrong, and in `expected` all that is said
// of it. MICHIBIKI_UPDATE_GOLDEN=1 writes `expected` anew.
//
//   *.yaml      each a whole catalogue, in the order of their names; without any, ../tiny.yaml
//   catalogs/   or: a folder of catalogues in folders, with the *.yaml beside it as overlays
//   folders     or: names of folders to load, one in a line
//   service.yaml, read against them when nothing is wrong with them

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/yaml/load_catalog.hpp"
#include "model/yaml/read_service.hpp"

#include "tests/catch.hpp"
#include "tests/support/golden.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;
namespace fs = std::filesystem;

const fs::path stories = fs::path(MICHIBIKI_SOURCE_DIR) / "tests/golden/diagnostics";

std::vector<fs::path> sorted(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<fs::path> all_stories() {
  auto paths = sorted(stories);
  std::erase_if(paths, [](const fs::path& path) { return !fs::is_directory(path); });
  return paths;
}

LoadedCatalog load(const fs::path& story) {
  std::vector<NamedText> texts;
  CatalogPaths paths;
  for (const auto& path : sorted(story)) {
    if (path.extension() != ".yaml" || path.filename() == "service.yaml") continue;
    texts.push_back({path.filename().string(), content_of(path)});
    paths.overlays.push_back(path.string());
  }
  if (fs::exists(story / "catalogs")) paths.folders.push_back((story / "catalogs").string());
  std::ifstream folders(story / "folders");
  for (std::string line; std::getline(folders, line);) paths.folders.push_back((story / line).string());
  if (!paths.folders.empty()) return load_catalog(paths);
  if (texts.empty()) texts.push_back({"tiny.yaml", content_of(stories / "tiny.yaml")});
  return load_catalog(texts);
}

/// All that is said of a story, the folder of the story left out of the names of files.
std::string told(const fs::path& story) {
  auto loaded = load(story);
  auto diagnostics = loaded.diagnostics;
  if (loaded.catalog && fs::exists(story / "service.yaml")) {
    const auto reading = read_service(*loaded.catalog, content_of(story / "service.yaml"), "service.yaml");
    REQUIRE(reading.portfolio.has_value() == !has_errors(reading.diagnostics));
    diagnostics.insert(diagnostics.end(), reading.diagnostics.begin(), reading.diagnostics.end());
  }
  REQUIRE(loaded.catalog.has_value() == !has_errors(loaded.diagnostics));
  std::string text;
  for (const auto& diagnostic : diagnostics) text += to_string(diagnostic) + '\n';
  const std::string prefix = story.string() + '/';
  for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at)) text.erase(at, prefix.size());
  return text;
}

}  // namespace

TEST_CASE("what is wrong with a catalogue or a service is said at once, each mistake once and in its place",
          "[yaml][diagnostics][golden]") {
  const bool update = std::getenv("MICHIBIKI_UPDATE_GOLDEN") != nullptr;
  REQUIRE(all_stories().size() > 40);
  for (const auto& story : all_stories()) {
    DYNAMIC_SECTION(story.filename().string()) {
      const auto now = told(story);
      if (update) std::ofstream(story / "expected", std::ios::binary) << now;
      CHECK(now == content_of(story / "expected"));
      // A story is named after the kind that it is about; one of the fine is silent.
      const auto about = story.filename().string().substr(0, story.filename().string().find('.'));
      if (about == "fine") CHECK(now.empty());
      if (diagnostic_kind_from_name(about)) CHECK(now.find('[' + about + ']') != std::string::npos);
    }
  }
}

TEST_CASE("every kind of diagnostic that reading can give has a story", "[yaml][diagnostics][golden]") {
  // Files that are too large and lists of errors that are too long are made by tests in code.
  const std::set<std::string> told_elsewhere{"too-large", "too-many-errors"};
  std::string all;
  for (const auto& story : all_stories()) all += content_of(story / "expected");
  for (const auto& info : diagnostic_kinds()) {
    INFO(info.name);
    const bool has_story = all.find('[' + std::string(info.name) + "]\n") != std::string::npos;
    CHECK(has_story != told_elsewhere.contains(std::string(info.name)));
  }
}
