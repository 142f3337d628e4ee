#include "model/yaml/catalog_folder.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <system_error>
#include <utility>

#include "model/yaml/read_file.hpp"

namespace michibiki {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> listing(const fs::path& folder, std::error_code& problem) {
  std::vector<fs::path> paths;
  for (auto i = fs::directory_iterator(folder, problem); !problem && i != fs::directory_iterator();
       i.increment(problem)) {
    paths.push_back(i->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// A file of a catalogue. What is none is refused unopened: reading a pipe would wait for ever.
FileContent read_part(const fs::path& path) {
  std::error_code problem;
  const auto status = fs::status(path, problem);
  if (!fs::is_other(status)) return read_file(path.string());
  FileContent content;
  content.diagnostics.push_back(make_error(DiagnosticKind::unreadable_file, {make_file_name(path.string()), 1, 1},
                                           "this is no regular file; keep only files in the folder of a catalogue"));
  return content;
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// What an author may take for a part of the catalogue: YAML by a name that differs in case, or in a folder below, however deep.
bool is_left_out(const fs::path& path) {
  std::error_code problem;
  if (!fs::is_directory(path, problem)) return is_yaml(path);
  const auto options = fs::directory_options::skip_permission_denied;
  for (auto i = fs::recursive_directory_iterator(path, options, problem);
       !problem && i != fs::recursive_directory_iterator(); i.increment(problem)) {
    if (is_hidden(i->path())) {
      i.disable_recursion_pending();
    } else if (is_yaml(i->path())) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_yaml(const fs::path& path) {
  auto extension = path.extension().string();
  std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return std::tolower(c); });
  return extension == ".yaml" || extension == ".yml";
}

std::vector<CatalogFolder> find_catalogs(const std::string& folder, std::vector<Diagnostic>& diagnostics) {
  std::error_code problem;
  const auto error = [&](DiagnosticKind kind, std::string message) {
    diagnostics.push_back(make_error(kind, {make_file_name(folder), 1, 1}, std::move(message)));
  };
  if (!fs::is_directory(folder, problem)) {
    error(
        DiagnosticKind::unreadable_file,
        "this is no folder that can be read; give the folder of a catalogue, or one in a single file with `--overlay`");
    return {};
  }
  if (fs::exists(fs::path(folder) / "manifest.yaml", problem)) return {{folder, true}};
  std::vector<CatalogFolder> found;
  for (const auto& path : listing(folder, problem)) {
    if (fs::exists(path / "manifest.yaml", problem)) found.push_back({path.string(), false});
  }
  if (found.empty()) {
    error(DiagnosticKind::missing_manifest,
          "there is no `manifest.yaml` here, nor in a folder below; a catalogue is a folder with one");
  }
  return found;
}

FolderContent read_catalog_folder(const std::string& folder, std::vector<Diagnostic>& diagnostics) {
  std::error_code problem;
  FolderContent content;
  for (const auto& path : listing(folder, problem)) {
    // Hidden files are other programs': the lock of an editor, the copy that a system makes.
    if (is_hidden(path)) continue;
    if (path.extension() != ".yaml" && path.extension() != ".yml") {
      if (is_left_out(path)) {
        diagnostics.push_back(
            make_error(DiagnosticKind::unreadable_file, {make_file_name(path.string()), 1, 1},
                       "this would not be read: files of a catalogue stand beside its manifest, and their "
                       "names end in `.yaml` or `.yml`"));
      }
      continue;
    }
    auto file = read_part(path);
    diagnostics.insert(diagnostics.end(), file.diagnostics.begin(), file.diagnostics.end());
    content.files.push_back({path.string(), std::move(file.bytes).value_or(std::string()), file.bytes.has_value()});
    content.names.push_back(path.filename().string());
  }
  return content;
}

}  // namespace michibiki
