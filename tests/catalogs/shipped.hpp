#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "model/knowledge_graph.hpp"
#include "model/yaml/load_catalog.hpp"
#include "model/yaml/load_figures.hpp"

#include "tests/catch.hpp"

namespace michibiki::testing {

// The catalogues that are shipped, each kind loaded once for all tests of a program.

inline const std::string& shipped_folder() {
  static const auto folder = (std::filesystem::path(MICHIBIKI_SOURCE_DIR) / "catalogs").string();
  return folder;
}

inline const KnowledgeGraph& shipped_graph() {
  static const KnowledgeGraph frozen([] {
    auto loaded = load_catalog(CatalogPaths{{shipped_folder()}, {}});
    REQUIRE(loaded.catalog.has_value());
    return std::move(*loaded.catalog);  // NOLINT: just required
  }());
  return frozen;
}

/// Published figures and tables judged twice: what is compared with, and never derived from.
inline const std::vector<FigureCatalog>& shipped_figures() {
  static const auto loaded = load_figures({shipped_folder()});
  REQUIRE(loaded.diagnostics.empty());
  return loaded.catalogs;
}

}  // namespace michibiki::testing
