#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/catalog.hpp"
#include "model/diagnostic.hpp"

namespace michibiki {

/// Which catalogues to load. A folder with a `manifest.yaml` is one catalogue; another folder holds catalogues in its folders, of
/// which those of published figures are left out, and overlays unless another catalogue depends on them; an overlay is a folder or one file.
struct CatalogPaths {
  std::vector<std::string> folders;
  std::vector<std::string> overlays;
};

/// What is read as if it had never been written: so it shows what it changes, and what cannot do without it.
struct LeftOut {
  std::set<std::string> catalogs;      ///< by their ids
  std::optional<SourceLocation> edit;  ///< the edit at that place
};

/// Reads, resolves and decodes. The catalogue is there only when nothing is wrong; all that is wrong is in `diagnostics`, sorted.
struct LoadedCatalog {
  std::optional<Catalog> catalog;
  std::vector<Diagnostic> diagnostics;
};
LoadedCatalog load_catalog(const CatalogPaths& paths, const LeftOut& left_out = {});

/// The same from texts in memory, each one whole catalogue in one file; for tests and tools.
struct NamedText {
  std::string name;
  std::string text;
};
LoadedCatalog load_catalog(const std::vector<NamedText>& catalogs, const LeftOut& left_out = {});

}  // namespace michibiki
