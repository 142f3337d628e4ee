// The published figures are what results are compared with. These tests show that no derivation can see them.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "model/yaml/load_catalog.hpp"
#include "model/yaml/load_figures.hpp"

#include "tests/catch.hpp"

namespace {

using namespace michibiki;
namespace fs = std::filesystem;

const fs::path root = MICHIBIKI_SOURCE_DIR;
const std::string shipped = (root / "catalogs").string();
const std::string published = (root / "catalogs" / "mic-2008-figures").string();

std::vector<std::string> kinds_of(const LoadedCatalog& loaded) {
  std::vector<std::string> kinds;
  for (const auto& diagnostic : loaded.diagnostics) kinds.emplace_back(name(diagnostic.kind));
  return kinds;
}

/// The catalogues that were loaded, each with its digest.
std::map<std::string, std::string> layers_of(const LoadedCatalog& loaded) {
  std::map<std::string, std::string> layers;
  REQUIRE(loaded.catalog.has_value());
  for (const auto& layer : loaded.catalog->layers) layers[layer.code] = layer.sha256;  // NOLINT: just required
  return layers;
}

const FigureCatalog& figures() {
  static const auto loaded = load_figures({published});
  for (const auto& diagnostic : loaded.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
  REQUIRE(loaded.diagnostics.empty());
  REQUIRE(loaded.catalogs.size() == 1);
  return loaded.catalogs.front();
}

const PublishedFigure& figure(const std::string& id) {
  const auto found = std::ranges::find(figures().figures, id, &PublishedFigure::id);
  REQUIRE(found != figures().figures.end());
  return *found;
}

/// The parts of a cell's id between strokes.
std::vector<std::string> parts_of(const PublishedCell& cell, char separator = '/') {
  std::vector<std::string> parts;
  std::istringstream stream(cell.id);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// No derivation can load them

TEST_CASE("the published figures are no catalogue that can be derived from", "[catalogs][figures]") {
  const auto loaded = load_catalog(CatalogPaths{{published}, {}});
  CHECK_FALSE(loaded.catalog.has_value());
  CHECK(kinds_of(loaded) == std::vector<std::string>{"wrong-catalog-kind"});
  REQUIRE(loaded.diagnostics.size() == 1);
  CHECK(loaded.diagnostics.front().message ==
        "catalogue 'mic-2008-figures' holds published figures; no derivation may read what it is compared with");
}

TEST_CASE("the published figures are no overlay either", "[catalogs][figures]") {
  const auto loaded = load_catalog(CatalogPaths{{shipped}, {published}});
  CHECK_FALSE(loaded.catalog.has_value());
  CHECK(kinds_of(loaded) == std::vector<std::string>{"wrong-catalog-kind"});
}

TEST_CASE("a folder of catalogues is loaded without the published figures and the overlays in it",
          "[catalogs][figures]") {
  std::vector<std::string> others;
  for (const auto& entry : fs::directory_iterator(shipped)) {
    const auto manifest = read(entry.path() / "manifest.yaml");
    const bool apart =
        manifest.find("kind: figures") != std::string::npos || manifest.find("kind: overlay") != std::string::npos;
    if (!manifest.empty() && !apart) others.push_back(entry.path().string());
  }
  std::ranges::sort(others);
  const auto all = load_catalog(CatalogPaths{{shipped}, {}});
  CHECK(all.diagnostics.empty());
  CHECK_FALSE(layers_of(all).contains("mic-2008-figures"));
  CHECK(layers_of(all) == layers_of(load_catalog(CatalogPaths{others, {}})));
}

TEST_CASE("a catalogue that brings a figure of its own is refused", "[catalogs][figures]") {
  const auto loaded =
      load_catalog(std::vector<NamedText>{{"a.yaml",
                                           "catalog: {schema: 1, id: a, version: 1.0.0, released: 2026-11-22}\n"
                                           "basis: unverified\n"
                                           "origins: [{id: o, title: {ja: 起因, en: Origin}}]\n"
                                           "figures: [{id: f, form: table, cells: [{id: x, is: y}]}]\n"}});
  CHECK_FALSE(loaded.catalog.has_value());
  CHECK(kinds_of(loaded) == std::vector<std::string>{"wrong-catalog-kind"});
}

TEST_CASE("nothing that derives includes a published figure, directly or by way of other headers",
          "[catalogs][figures][architecture]") {
  static const std::regex include(R"re(#\s*include\s*"([^"]+)")re");
  std::set<std::string> seen;
  std::vector<std::string> open;
  for (const auto& entry : fs::directory_iterator(root / "engine")) {  // engine/compare comes after deriving
    const auto extension = entry.path().extension();
    if (extension == ".cpp" || extension == ".hpp")
      open.push_back(entry.path().lexically_relative(root).generic_string());
  }
  REQUIRE(open.size() > 10);
  while (!open.empty()) {
    const auto path = open.back();
    open.pop_back();
    if (!seen.insert(path).second || !fs::exists(root / path)) continue;
    const auto text = read(root / path);
    for (std::sregex_iterator match(text.begin(), text.end(), include), end; match != end; ++match) {
      open.push_back((*match)[1]);
    }
  }
  CHECK(seen.contains("model/catalog.hpp"));
  CHECK_FALSE(seen.contains("model/figures.hpp"));
  CHECK_FALSE(seen.contains("model/judgements.hpp"));
  CHECK(std::ranges::none_of(seen, [](const auto& path) { return path.starts_with("model/yaml/"); }));
  CHECK(std::ranges::none_of(seen, [](const auto& path) { return path.starts_with("engine/compare/"); }));
}

TEST_CASE("the model of a catalogue does not know the published figures", "[catalogs][figures][architecture]") {
  static const std::regex include(R"re(#\s*include\s*"model/figures\.hpp")re");
  std::vector<std::string> known_to;
  for (const auto* folder : {"model", "engine", "reports", "cli"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const auto path = entry.path().lexically_relative(root).generic_string();
      const bool reader = path.starts_with("model/yaml/load_figures.") ||
                          path.starts_with("model/yaml/read_figures.") || path == "model/figures.cpp";
      if (entry.is_regular_file() && !reader && path.starts_with("model/") &&
          std::regex_search(read(entry.path()), include)) {
        known_to.push_back(path);
      }
    }
  }
  CHECK(known_to == std::vector<std::string>{});
}

// What they hold

TEST_CASE("the published figures are those of chapter 3, in their numbers", "[catalogs][figures]") {
  std::map<std::string, std::size_t> cells;
  std::set<std::string> images;
  for (const auto& published_figure : figures().figures) {
    cells[published_figure.id] = published_figure.cells.size();
    if (published_figure.form == FigureForm::image) images.insert(published_figure.id);
    INFO(published_figure.id);
    CHECK_FALSE(published_figure.title.ja.empty());
    CHECK_FALSE(published_figure.title.en.empty());
    if (published_figure.id == "sections") continue;  // of numbers, most of which the report does not print
    CHECK(published_figure.basis.kind == BasisKind::stated);
    CHECK(published_figure.basis.source == "mic-2008-report");
    CHECK(published_figure.basis.line > 0);
    for (const auto& cell : published_figure.cells) CHECK(cell.line >= published_figure.basis.line);
  }
  CHECK(images == std::set<std::string>{"25", "26", "27", "28", "29", "32", "35", "39", "42"});
  CHECK(cells == std::map<std::string, std::size_t>{
                     {"20", 9},  {"21", 3}, {"22", 18},   {"23", 230},   {"24", 58},     {"25", 0},       {"26", 0},
                     {"27", 0},  {"28", 0}, {"29", 0},    {"30", 18},    {"31", 24},     {"32", 0},       {"33", 63},
                     {"34", 63}, {"35", 0}, {"36", 2},    {"37", 24},    {"38", 12},     {"39", 0},       {"40", 21},
                     {"41", 18}, {"42", 0}, {"3.3.5", 1}, {"25-28", 15}, {"34-note", 3}, {"sections", 68}});
}

TEST_CASE("the README of the published figures counts their cells", "[catalogs][figures][readme]") {
  static const std::regex row(R"re(\| (?:図表)?([0-9a-z.-]+) \|.*\| ([0-9]+) \|)re");
  std::istringstream readme(read(fs::path(published) / "README.md"));
  std::map<std::string, std::size_t> counted;
  for (std::string line; std::getline(readme, line);) {
    std::smatch match;
    if (std::regex_match(line, match, row)) counted[match[1]] = std::stoul(match[2]);
  }
  std::map<std::string, std::size_t> cells;
  std::map<BasisKind, std::size_t> by_basis;
  std::size_t all = 0;
  for (const auto& published_figure : figures().figures) {
    cells[published_figure.id] = published_figure.cells.size();
    by_basis[published_figure.basis.kind] += published_figure.cells.size();
    all += published_figure.cells.size();
  }
  CHECK(counted == cells);
  CHECK(read(fs::path(published) / "README.md").find(std::to_string(all) + " cells") != std::string::npos);
  const auto bases = std::to_string(by_basis[BasisKind::stated]) + " stated, " +
                     std::to_string(by_basis[BasisKind::judgement]) + " judgement, " +
                     std::to_string(by_basis[BasisKind::unverified]) + " unverified";
  CHECK(read(fs::path(published) / "README.md").find(bases) != std::string::npos);
}

TEST_CASE("図表33 prints 63 labels, and 図表34 has 20 of them", "[catalogs][figures]") {
  std::set<std::string> listed, compared;
  std::map<std::string, int> values;
  for (const auto& cell : figure("33").cells) {
    listed.insert(cell.id);
    CHECK(cell.value == "present");
  }
  for (const auto& cell : figure("34").cells) {
    compared.insert(cell.id);
    ++values[cell.value];
    if (cell.id.starts_with("non-human.")) CHECK(cell.value == "absent");
  }
  CHECK(compared == listed);
  CHECK(values == std::map<std::string, int>{{"present", 20}, {"absent", 43}});
}

TEST_CASE("図表23 judges 63 service types and 図表24 places each of them once", "[catalogs][figures]") {
  const auto loaded = load_catalog(CatalogPaths{{shipped}, {}});
  REQUIRE(loaded.catalog.has_value());
  std::set<std::string> types, judged, reasons;
  for (const auto& type : loaded.catalog->service_types) {  // NOLINT: just required
    if (!type.group) types.insert(type.code);
  }
  for (const auto& reason : loaded.catalog->reasons) reasons.insert(reason.code);  // NOLINT
  for (const auto& cell : figure("23").cells) {
    judged.insert(parts_of(cell).front());
    if (cell.value != "○") CHECK(reasons.contains(cell.value));
  }
  CHECK(judged == types);
  std::multiset<std::string> placed;
  std::map<std::string, int> by_pattern;
  for (const auto& cell : figure("24").cells) {
    for (const auto& type : parts_of(cell, ':')) placed.insert(type);
    ++by_pattern[cell.value];
  }
  CHECK(placed == std::multiset<std::string>(types.begin(), types.end()));
  CHECK(by_pattern ==
        std::map<std::string, int>{{"1", 12}, {"2", 12}, {"3", 11}, {"4", 1}, {"5", 1}, {"6", 8}, {"※", 13}});
}

TEST_CASE("what a cell names is an entry of the catalogues", "[catalogs][figures]") {
  const auto loaded = load_catalog(CatalogPaths{{shipped}, {}});
  REQUIRE(loaded.catalog.has_value());
  const auto& catalog = *loaded.catalog;  // NOLINT: just required
  const auto known = [&](const std::string& id) {
    for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
      if (catalog.find(static_cast<EntryKind>(kind), id)) return true;
    }
    for (const auto& measure : catalog.measures) {
      for (const auto& indicator : measure.indicators) {
        if (id == measure.code + '.' + indicator.key) return true;
      }
    }
    return false;
  };
  // Printed columns and criteria that no catalogue has as an entry.
  const std::set<std::string> printed{"reason", "definition", "column-12",    "heading",  "class",
                                      "item-1", "item-2",     "shared-asset", "measures", "answered"};
  std::set<std::string> unknown;
  for (const auto& published_figure : figures().figures) {
    for (const auto& cell : published_figure.cells) {
      for (const auto& part : parts_of(cell)) {
        std::istringstream stream(part);
        for (std::string id; std::getline(stream, id, ':');) {
          if (!known(id) && !printed.contains(id)) unknown.insert(published_figure.id + ": " + id);
        }
      }
    }
  }
  for (const auto& id : {"20", "22", "30", "31", "40", "41", "21", "36"}) {
    for (const auto& cell : figure(id).cells) {
      if (!known(cell.value)) unknown.insert(std::string(id) + ": " + cell.value);
    }
  }
  CHECK(unknown == std::set<std::string>{});
}

// How they are loaded

TEST_CASE("other catalogues are passed over when figures are loaded", "[catalogs][figures]") {
  const auto loaded = load_figures({(root / "catalogs" / "mic-2008-threats").string()});
  CHECK(loaded.catalogs.empty());
  CHECK(loaded.diagnostics.empty());
  CHECK(load_figures({published}).catalogs.size() == 1);
}

TEST_CASE("a folder that is none, and figures given twice, are refused", "[catalogs][figures]") {
  const auto missing = load_figures({"nowhere"});
  REQUIRE(missing.diagnostics.size() == 1);
  CHECK(
      to_string(missing.diagnostics.front()) ==
      "nowhere:1:1: error: this is no folder that can be read; give the folder of a catalogue, or one in a single file with `--overlay` [unreadable-file]");
  const auto twice = load_figures({published, published});
  CHECK(std::ranges::any_of(twice.diagnostics, [](const auto& it) { return it.kind == DiagnosticKind::duplicate_id; }));
}

TEST_CASE("a catalogue of figures is named by id, version and digest like any other", "[catalogs][figures]") {
  CHECK(figures().info.code == "mic-2008-figures");
  CHECK(figures().info.version == "1.1.0");
  CHECK(figures().info.sha256.size() == 64);
}

}  // namespace
