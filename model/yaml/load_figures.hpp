#pragma once

#include <string>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/figures.hpp"

namespace michibiki {

/// The catalogues of published figures among those in these folders (given as to load_catalog); the others are passed over. For
/// comparing finished results only. All that is wrong is in `diagnostics`, sorted.
struct LoadedFigures {
  std::vector<FigureCatalog> catalogs;
  std::vector<Diagnostic> diagnostics;
};
LoadedFigures load_figures(const std::vector<std::string>& folders);

}  // namespace michibiki
