#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/yaml/read_layer.hpp"

namespace michibiki {

/// A folder that holds one catalogue.
struct CatalogFolder {
  std::string path;
  bool asked_for = false;  ///< named itself, not found in a folder of catalogues
};

/// A folder with a `manifest.yaml` is one catalogue; another folder holds catalogues in its folders, in the order of their names.
std::vector<CatalogFolder> find_catalogs(const std::string& folder, std::vector<Diagnostic>& diagnostics);

/// YAML by its name, in whatever case.
bool is_yaml(const std::filesystem::path& path);

/// The YAML files of one catalogue in the order of their names, so that the order of a file system never shows; without hidden ones.
struct FolderContent {
  std::vector<CatalogFile> files;
  std::vector<std::string> names;  ///< without the folder: what enters the digest
};
FolderContent read_catalog_folder(const std::string& folder, std::vector<Diagnostic>& diagnostics);

}  // namespace michibiki
