#include "model/yaml/load_figures.hpp"

#include <algorithm>
#include <map>

#include "model/text.hpp"
#include "model/yaml/catalog_folder.hpp"
#include "model/yaml/parse.hpp"
#include "model/yaml/read_figures.hpp"
#include "model/yaml/read_judgements.hpp"

namespace michibiki {
namespace {

/// Whether the manifest says so: the other catalogues, which are large, need not be read to know that they are none.
bool holds_figures(const FolderContent& content) {
  const auto name = std::ranges::find(content.names, "manifest.yaml");
  if (name == content.names.end()) return false;
  const auto& file = content.files[static_cast<std::size_t>(name - content.names.begin())];
  const auto parsed = parse_yaml(file.text, make_file_name(file.name));
  const auto* manifest = parsed.root ? parsed.root->find("catalog") : nullptr;
  const auto* kind = manifest != nullptr ? manifest->find("kind") : nullptr;
  return kind != nullptr && kind->text == "figures";
}

void refuse_repeated(const std::vector<FigureCatalog>& catalogs, std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, SourceLocation> seen;
  for (const auto& catalog : catalogs) {
    for (const auto& figure : catalog.figures) {
      const auto [first, added] = seen.emplace(figure.id, figure.location);
      if (added) continue;
      auto error = make_error(DiagnosticKind::duplicate_id, figure.location,
                              "figure " + quote(figure.id) + " is in two catalogues; keep one");
      error.related.push_back({first->second, "the other one"});
      diagnostics.push_back(std::move(error));
    }
  }
}

}  // namespace

LoadedFigures load_figures(const std::vector<std::string>& folders) {
  LoadedFigures loaded;
  for (const auto& folder : folders) {
    for (const auto& found : find_catalogs(folder, loaded.diagnostics)) {
      std::vector<Diagnostic> problems;
      const auto content = read_catalog_folder(found.path, problems);
      if (!holds_figures(content)) continue;
      auto reading = read_layer(content.files, content.names, problems);
      auto figures = read_figures(reading, problems);
      auto judgements = read_judgements(reading, problems);
      loaded.diagnostics.insert(loaded.diagnostics.end(), problems.begin(), problems.end());
      if (reading.layer)
        loaded.catalogs.push_back({std::move(reading.layer->info), std::move(figures), std::move(judgements)});
    }
  }
  refuse_repeated(loaded.catalogs, loaded.diagnostics);
  sort_and_deduplicate(loaded.diagnostics);
  return loaded;
}

}  // namespace michibiki
