// What the readers say of texts, for tests/schemas/test_schemas.py, which holds the JSON Schemas against it: many texts in one run, as
// loading a folder of catalogues takes longer than reading a thousand small files.
//
//   read_texts < requests > answers
//
// A request is {"as": "catalogs" | "figures" | "services", "on": folder of catalogues or "", "files": [{"name": …, "text": …}]}. Catalogues
// are loaded together, each file one whole catalogue above those of the folder; figures and services each for itself, services for the
// catalogues of the folder. The answer is {"kinds": [the name of every kind of diagnostic], "words": {the words of the tool, by what they
// name}, "read": [for each request what was said]}.

#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/diagnostic.hpp"
#include "model/entry.hpp"
#include "model/figures.hpp"
#include "model/link.hpp"
#include "model/resolve.hpp"
#include "model/step_kind.hpp"
#include "model/yaml/catalog_folder.hpp"
#include "model/yaml/decode.hpp"
#include "model/yaml/load_catalog.hpp"
#include "model/yaml/read_figures.hpp"
#include "model/yaml/read_judgements.hpp"
#include "model/yaml/read_layer.hpp"
#include "model/yaml/read_service.hpp"
#include "model/yaml/settle.hpp"

namespace {

using namespace michibiki;
using Json = nlohmann::json;

std::vector<Layer> layers_in(const std::string& folder, std::vector<Diagnostic>& diagnostics) {
  std::vector<Layer> layers;
  for (const auto& found : find_catalogs(folder, diagnostics)) {
    const auto content = read_catalog_folder(found.path, diagnostics);
    auto reading = read_layer(content.files, content.names, diagnostics);
    if (reading.layer && reading.kind == CatalogKind::catalog) layers.push_back(std::move(*reading.layer));
  }
  return layers;
}

std::vector<Diagnostic> read_catalogs(const std::vector<NamedText>& files, std::vector<Layer> layers,
                                      std::vector<Diagnostic> diagnostics) {
  for (const auto& [name, text] : files) {
    auto reading = read_layer({{name, text}}, {name}, diagnostics);
    if (reading.layer && reading.kind != CatalogKind::figures) layers.push_back(std::move(*reading.layer));
  }
  (void)decode(resolve(std::move(layers), diagnostics), diagnostics);
  settle(diagnostics);
  return diagnostics;
}

std::vector<Diagnostic> read_compared(const NamedText& file) {
  std::vector<Diagnostic> diagnostics;
  const auto reading = read_layer({{file.name, file.text}}, {file.name}, diagnostics);
  (void)read_figures(reading, diagnostics);
  (void)read_judgements(reading, diagnostics);
  settle(diagnostics);
  return diagnostics;
}

Json as_json(const std::vector<Diagnostic>& diagnostics) {
  auto list = Json::array();
  for (const auto& diagnostic : diagnostics) {
    list.push_back({{"file", diagnostic.location.file_name()},
                    {"line", diagnostic.location.line},
                    {"column", diagnostic.location.column},
                    {"severity", name(diagnostic.severity)},
                    {"kind", name(diagnostic.kind)},
                    {"message", diagnostic.message}});
  }
  return list;
}

Json words() {
  Json all{{"links", Json::array()}, {"entries", Json::array()}, {"sections", Json::array()}, {"steps", Json::array()}};
  for (std::size_t i = 0; i < link_kind_count; ++i) all["links"].push_back(name_of(static_cast<LinkKind>(i)));
  for (std::size_t i = 0; i < entry_kind_count; ++i) {
    all["entries"].push_back(name_of(static_cast<EntryKind>(i)));
    all["sections"].push_back(section_of(static_cast<EntryKind>(i)));
  }
  for (std::size_t i = 0; i < step_kind_count; ++i) all["steps"].push_back(name_of(static_cast<StepKind>(i)));
  all["comparisons"] = comparison_names();
  return all;
}

std::vector<NamedText> files_of(const Json& request) {
  std::vector<NamedText> files;
  for (const auto& file : request.at("files")) {
    files.push_back({file.at("name").get<std::string>(), file.at("text").get<std::string>()});
  }
  return files;
}

/// The catalogues of a folder, loaded when they are asked for first.
class Folder {
 public:
  explicit Folder(const std::string& path) : path_(path) {
    if (!path.empty()) layers_ = layers_in(path, problems_);
  }

  std::vector<Diagnostic> read(const std::string& as, const std::vector<NamedText>& files) {
    if (as == "catalogs") return read_catalogs(files, layers_, problems_);
    std::vector<Diagnostic> all;
    for (const auto& file : files) {
      const auto some =
          as == "figures" ? read_compared(file) : read_service(catalog(), file.text, file.name).diagnostics;
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }

 private:
  const Catalog& catalog() {
    if (!catalog_) catalog_ = load_catalog(CatalogPaths{{path_}, {}}).catalog;
    return catalog_.value();
  }

  std::string path_;
  std::vector<Diagnostic> problems_;
  std::vector<Layer> layers_;
  std::optional<Catalog> catalog_;
};

}  // namespace

int main() {
  const auto requests = Json::parse(std::cin);
  Json answer{{"kinds", Json::array()}, {"words", words()}, {"read", Json::array()}};
  for (const auto& info : diagnostic_kinds()) answer["kinds"].push_back(info.name);
  std::map<std::string, Folder> folders;
  for (const auto& request : requests) {
    const auto on = request.at("on").get<std::string>();
    auto& folder = folders.try_emplace(on, on).first->second;
    answer["read"].push_back(as_json(folder.read(request.at("as").get<std::string>(), files_of(request))));
  }
  std::cout << answer << '\n';
  return 0;
}
