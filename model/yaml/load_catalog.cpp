#include "model/yaml/load_catalog.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "model/resolve.hpp"
#include "model/text.hpp"
#include "model/yaml/catalog_folder.hpp"
#include "model/yaml/decode.hpp"
#include "model/yaml/read_file.hpp"
#include "model/yaml/read_layer.hpp"
#include "model/yaml/settle.hpp"

namespace michibiki {
namespace {

namespace fs = std::filesystem;

class Loader {
 public:
  explicit Loader(const LeftOut& left_out) : left_out_(left_out) {}

  LoadedCatalog load(const CatalogPaths& paths) {
    for (const auto& folder : paths.folders) find_in(folder);
    std::error_code problem;
    for (const auto& overlay : paths.overlays) {
      if (fs::is_directory(overlay, problem)) find_in(overlay);
    }
    for (const auto& [place, folder] : folders_) load_folder(folder);
    for (const auto& overlay : paths.overlays) {
      if (!fs::is_directory(overlay, problem)) load_file(overlay);
    }
    return finish();
  }

  LoadedCatalog load(const std::vector<NamedText>& catalogs) {
    for (const auto& [name, text] : catalogs) add(read_layer({{name, text}}, {name}, diagnostics_), true);
    return finish();
  }

 private:
  /// One that is named as well as found in a folder of catalogues is one.
  void find_in(const std::string& folder) {
    const auto catalogs = find_catalogs(folder, diagnostics_);
    if (catalogs.empty()) gaps_.anywhere = true;
    for (const auto& found : catalogs) {
      std::error_code problem;
      const auto place = fs::weakly_canonical(found.path, problem);
      const auto same = std::ranges::find_if(folders_, [&](const auto& known) {
        return known.first == place && (!known.second.asked_for || !found.asked_for);
      });
      if (same == folders_.end()) {
        folders_.emplace_back(place, found);
      } else {
        same->second.asked_for = same->second.asked_for || found.asked_for;
      }
    }
  }

  void load_folder(const CatalogFolder& folder) {
    const auto content = read_catalog_folder(folder.path, diagnostics_);
    add(read_layer(content.files, content.names, diagnostics_), folder.asked_for);
  }

  void load_file(const std::string& path) {
    auto content = read_file(path);
    diagnostics_.insert(diagnostics_.end(), content.diagnostics.begin(), content.diagnostics.end());
    if (!content.bytes) {
      gaps_.anywhere = true;
      return;
    }
    add(read_layer({{path, std::move(*content.bytes)}}, {fs::path(path).filename().string()}, diagnostics_), true);
  }

  void add(LayerReading reading, bool asked_for) {
    if (!reading.layer) return;
    if (reading.kind == CatalogKind::figures) {
      if (asked_for) {
        diagnostics_.push_back(
            make_error(DiagnosticKind::wrong_catalog_kind, reading.layer->info.location,
                       "catalogue " + quote(reading.layer->info.code) +
                           " holds published figures; no derivation may read what it is compared with"));
      }
      return;
    }
    if (reading.kind == CatalogKind::overlay && !asked_for) {
      left_aside_.push_back(std::move(*reading.layer));
      return;
    }
    layers_.push_back(std::move(*reading.layer));
  }

  /// An overlay that another catalogue depends on is asked for by that one.
  void take_needed_overlays() {
    for (std::size_t i = 0; i < layers_.size(); ++i) {
      const auto needed = layers_[i].info.depends_on;
      const auto is_needed = [&](const Layer& layer) { return std::ranges::count(needed, layer.info.code) > 0; };
      const auto wanted =
          std::stable_partition(left_aside_.begin(), left_aside_.end(), [&](const Layer& l) { return !is_needed(l); });
      std::move(wanted, left_aside_.end(), std::back_inserter(layers_));
      left_aside_.erase(wanted, left_aside_.end());
    }
  }

  void leave_out() {
    std::erase_if(layers_, [&](const Layer& layer) { return left_out_.catalogs.contains(layer.info.code); });
    for (auto& layer : layers_) {
      std::erase_if(layer.edits, [&](const Edit& edit) { return left_out_.edit == edit.at; });
    }
  }

  LoadedCatalog finish() {
    take_needed_overlays();
    leave_out();
    LoadedCatalog loaded;
    if (layers_.empty() && diagnostics_.empty()) {
      diagnostics_.push_back(make_error(DiagnosticKind::empty_catalog, {},
                                        "there is no catalogue to derive from; give the folder of one",
                                        "catalogues of published figures do not count: nothing is derived from them"));
    }
    auto catalog = decode(resolve(std::move(layers_), diagnostics_, std::move(gaps_)), diagnostics_);
    settle(diagnostics_);
    if (!has_errors(diagnostics_)) loaded.catalog = std::move(catalog);
    loaded.diagnostics = std::move(diagnostics_);
    return loaded;
  }

  const LeftOut& left_out_;
  std::vector<std::pair<fs::path, CatalogFolder>> folders_;  ///< with where they really are
  std::vector<Layer> layers_;
  std::vector<Layer> left_aside_;  ///< overlays that nobody asked for
  Gaps gaps_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

LoadedCatalog load_catalog(const CatalogPaths& paths, const LeftOut& left_out) { return Loader(left_out).load(paths); }
LoadedCatalog load_catalog(const std::vector<NamedText>& catalogs, const LeftOut& left_out) {
  return Loader(left_out).load(catalogs);
}

}  // namespace michibiki
