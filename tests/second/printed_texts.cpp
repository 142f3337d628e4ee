#include "tests/second/printed_texts.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace michibiki::testing {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Not figures, nor an overlay that has to be asked for.
bool is_knowledge(const fs::path& folder) {
  const auto manifest = content_of(folder / "manifest.yaml");
  return !manifest.empty() && manifest.find("kind: figures") == std::string::npos &&
         manifest.find("kind: overlay") == std::string::npos;
}

}  // namespace

PrintedFiles files_in(const std::vector<NamedText>& catalogs) {
  PrintedFiles files;
  for (const auto& catalog : catalogs)
    files[catalog.name.substr(0, catalog.name.rfind('.')) + '/' + catalog.name] = catalog.text;
  return files;
}

PrintedFiles files_under(const std::string& folder) {
  PrintedFiles files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto& path = entry.path();
    if (path.extension() != ".yaml" || !is_knowledge(path.parent_path())) continue;
    files[path.parent_path().filename().string() + '/' + path.filename().string()] = content_of(path);
  }
  return files;
}

NamedText step_wording() {
  static const auto files = files_under(std::string(MICHIBIKI_SOURCE_DIR) + "/catalogs/step-wording");
  return {"step-wording.yaml", files.at("step-wording/manifest.yaml") + files.at("step-wording/steps.yaml")};
}

}  // namespace michibiki::testing
