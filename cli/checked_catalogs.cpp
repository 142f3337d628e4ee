#include "cli/checked_catalogs.hpp"

#include <filesystem>
#include <map>

#include "model/text.hpp"
#include "model/yaml/catalog_folder.hpp"
#include "model/yaml/parse.hpp"
#include "model/yaml/read_file.hpp"

namespace michibiki::cli {
namespace {

namespace fs = std::filesystem;

/// As much of a manifest as tells which other catalogues are needed. Whatever is wrong with it is said when it is loaded.
struct Manifest {
  std::string id;
  std::vector<std::string> depends_on;
  bool figures = false;
  bool overlay = false;
};

Manifest read_manifest(const std::string& path) {
  Manifest manifest;
  const auto content = read_file(path);
  if (!content.bytes) return manifest;
  const auto parsed = parse_yaml(*content.bytes, make_file_name(path));
  const auto* section = parsed.root ? parsed.root->find("catalog") : nullptr;
  if (section == nullptr) return manifest;
  if (const auto* id = section->find("id")) manifest.id = normalise_id(id->text).id;
  if (const auto* kind = section->find("kind")) {
    manifest.figures = kind->text == "figures";
    manifest.overlay = kind->text == "overlay";
  }
  if (const auto* needed = section->find("depends-on")) {
    for (const auto& item : needed->items) manifest.depends_on.push_back(item.text);
    if (needed->is_scalar()) manifest.depends_on.push_back(needed->text);
  }
  return manifest;
}

std::string manifest_in(const std::string& folder) { return (fs::path(folder) / "manifest.yaml").string(); }

/// The catalogues of published figures in these folders. Whether a folder is one is said when the others are loaded.
std::vector<std::string> figures_in(const std::vector<std::string>& folders) {
  std::vector<std::string> found;
  std::vector<Diagnostic> told_later;
  for (const auto& folder : folders) {
    for (const auto& catalog : find_catalogs(folder, told_later)) {
      if (!catalog.asked_for && read_manifest(manifest_in(catalog.path)).figures) found.push_back(catalog.path);
    }
  }
  return found;
}

class Finder {
 public:
  Finder(const std::vector<std::string>& folders, std::vector<Diagnostic>& diagnostics)
      : folders_(folders), diagnostics_(diagnostics) {}

  void name(const std::string& argument) {
    std::error_code problem;
    if (!fs::exists(argument, problem)) {
      diagnostics_.push_back(make_error(DiagnosticKind::unreadable_file, {make_file_name(argument), 1, 1},
                                        "there is nothing of this name; give the folder of a catalogue, a folder of "
                                        "such folders, or a catalogue in a single file"));
      return;
    }
    if (!fs::is_directory(argument, problem)) {
      checked_.paths.overlays.push_back(argument);
      take(read_manifest(argument), true);
      return;
    }
    for (const auto& found : find_catalogs(argument, diagnostics_)) {
      const auto manifest = read_manifest(manifest_in(found.path));
      if (manifest.figures) {
        checked_.figure_folders.push_back(found.path);
      } else if (found.asked_for || !manifest.overlay) {
        checked_.paths.folders.push_back(found.path);
        take(manifest, true);
      }
    }
  }

  void overlay(const std::string& path) {
    std::error_code problem;
    checked_.paths.overlays.push_back(path);
    take(read_manifest(fs::is_directory(path, problem) ? manifest_in(path) : path), false);
  }

  CheckedCatalogs finish() {
    if (!wanted_.empty()) {
      index();
      while (!wanted_.empty()) follow();
    }
    return std::move(checked_);
  }

 private:
  void take(const Manifest& manifest, bool named) {
    if (!manifest.id.empty()) have_.insert(manifest.id);
    if (named && !manifest.id.empty()) checked_.only.insert(manifest.id);
    wanted_.insert(manifest.depends_on.begin(), manifest.depends_on.end());
  }

  void index() {
    for (const auto& folder : folders_) {
      for (const auto& found : find_catalogs(folder, diagnostics_)) {
        const auto manifest = read_manifest(manifest_in(found.path));
        if (!manifest.figures) known_.emplace(manifest.id, std::pair(found.path, manifest));
      }
    }
  }

  /// One of the catalogues that are still wanted; that there is none is said when the others are loaded.
  void follow() {
    const auto id = *wanted_.begin();
    wanted_.erase(wanted_.begin());
    if (have_.contains(id)) return;
    have_.insert(id);
    const auto found = known_.find(id);
    if (found == known_.end()) return;
    checked_.paths.folders.push_back(found->second.first);
    take(found->second.second, false);
  }

  const std::vector<std::string>& folders_;
  std::vector<Diagnostic>& diagnostics_;
  CheckedCatalogs checked_;
  std::set<std::string> have_;
  std::set<std::string> wanted_;
  std::map<std::string, std::pair<std::string, Manifest>> known_;
};

}  // namespace

CheckedCatalogs find_checked(const std::vector<std::string>& arguments, const std::vector<std::string>& folders,
                             const std::vector<std::string>& overlays, std::vector<Diagnostic>& diagnostics) {
  if (arguments.empty()) return {{folders, overlays}, {}, figures_in(folders)};
  Finder finder(folders, diagnostics);
  for (const auto& argument : arguments) finder.name(argument);
  for (const auto& path : overlays) finder.overlay(path);
  return finder.finish();
}

}  // namespace michibiki::cli
