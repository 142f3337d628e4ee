#include "model/yaml/load_catalog.hpp"

#include <algorithm>
#include <filesystem>

#include "model/resolve.hpp"
#include "model/text.hpp"
#include "model/yaml/decode.hpp"
#include "model/yaml/read_file.hpp"
#include "model/yaml/read_layer.hpp"

namespace michibiki {
namespace {

namespace fs = std::filesystem;

/// The names in a folder, sorted, so that the order of a file system never shows.
std::vector<fs::path> listing(const fs::path& folder, std::error_code& problem) {
  std::vector<fs::path> paths;
  for (auto i = fs::directory_iterator(folder, problem); !problem && i != fs::directory_iterator();
       i.increment(problem)) {
    paths.push_back(i->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

class Loader {
 public:
  LoadedCatalog load(const CatalogPaths& paths) {
    for (const auto& folder : paths.folders) load_folder(folder);
    for (const auto& overlay : paths.overlays) load_overlay(overlay);
    return finish();
  }

  LoadedCatalog load(const std::vector<NamedText>& catalogs) {
    for (const auto& [name, text] : catalogs) add(read_layer({{name, text}}, {name}, diagnostics_), true);
    return finish();
  }

 private:
  void error(DiagnosticKind kind, const std::string& path, std::string message, std::string hint = {}) {
    diagnostics_.push_back(make_error(kind, {make_file_name(path), 1, 1}, std::move(message), std::move(hint)));
  }

  void load_folder(const std::string& folder) {
    std::error_code problem;
    if (!fs::is_directory(folder, problem)) {
      error(DiagnosticKind::unreadable_file, folder,
            "this is no folder that can be read; give the folder of a catalogue");
      return;
    }
    if (fs::exists(fs::path(folder) / "manifest.yaml", problem)) {
      load_one(folder, true);
      return;
    }
    bool any = false;
    for (const auto& path : listing(folder, problem)) {
      if (!fs::exists(path / "manifest.yaml", problem)) continue;
      any = true;
      load_one(path, false);
    }
    if (!any) {
      error(DiagnosticKind::missing_manifest, folder,
            "there is no `manifest.yaml` here, nor in a folder below; a catalogue is a folder with one");
    }
  }

  void load_overlay(const std::string& path) {
    std::error_code problem;
    if (fs::is_directory(path, problem)) {
      load_folder(path);
      return;
    }
    auto content = read_file(path);
    diagnostics_.insert(diagnostics_.end(), content.diagnostics.begin(), content.diagnostics.end());
    if (!content.bytes) return;
    add(read_layer({{path, *content.bytes}}, {fs::path(path).filename().string()}, diagnostics_), true);
  }

  void load_one(const fs::path& folder, bool asked_for) {
    std::error_code problem;
    std::vector<CatalogFile> files;
    std::vector<std::string> names;
    for (const auto& path : listing(folder, problem)) {
      if (path.extension() != ".yaml" && path.extension() != ".yml") continue;
      auto content = read_file(path.string());
      diagnostics_.insert(diagnostics_.end(), content.diagnostics.begin(), content.diagnostics.end());
      if (!content.bytes) continue;
      files.push_back({path.string(), std::move(*content.bytes)});
      names.push_back(path.filename().string());
    }
    add(read_layer(files, names, diagnostics_), asked_for);
  }

  void add(LayerReading reading, bool asked_for) {
    if (!reading.layer) return;
    if (reading.kind == CatalogKind::figures) {
      if (asked_for) {
        diagnostics_.push_back(
            make_error(DiagnosticKind::wrong_catalog_kind, reading.layer->at,
                       "catalogue " + quote(reading.layer->info.code) +
                           " holds published figures; no derivation may read what it is compared with"));
      }
      return;
    }
    layers_.push_back(std::move(*reading.layer));
  }

  LoadedCatalog finish() {
    LoadedCatalog loaded;
    auto catalog = decode(resolve(std::move(layers_), diagnostics_), diagnostics_);
    sort_and_deduplicate(diagnostics_);
    if (!has_errors(diagnostics_)) loaded.catalog = std::move(catalog);
    loaded.diagnostics = std::move(diagnostics_);
    return loaded;
  }

  std::vector<Layer> layers_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

LoadedCatalog load_catalog(const CatalogPaths& paths) { return Loader().load(paths); }
LoadedCatalog load_catalog(const std::vector<NamedText>& catalogs) { return Loader().load(catalogs); }

}  // namespace michibiki
