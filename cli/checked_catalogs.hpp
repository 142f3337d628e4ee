#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/yaml/load_catalog.hpp"

namespace michibiki::cli {

/// What a check of some catalogues has to read.
struct CheckedCatalogs {
  CatalogPaths paths;                       ///< those named and those they depend on
  std::set<std::string> only;               ///< ids of those named; empty: all are
  std::vector<std::string> figure_folders;  ///< catalogues of published figures among those named: only readable or not
};

/// Finds the catalogues behind the arguments of a check (folders, folders of catalogues, single files) and, in `folders`, those they
/// depend on. Without arguments: everything in `folders`. Says when a folder is none; what is wrong inside is said when it is loaded.
CheckedCatalogs find_checked(const std::vector<std::string>& arguments, const std::vector<std::string>& folders,
                             const std::vector<std::string>& overlays, std::vector<Diagnostic>& diagnostics);

}  // namespace michibiki::cli
