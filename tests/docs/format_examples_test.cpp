// Every example of the two format documents can be read: those of docs/catalog-format.md together are one catalogue, an overlay of it and
// published figures; those of docs/service-format.md are services for the catalogues that come with the program.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "model/step_kind.hpp"
#include "model/yaml/load_catalog.hpp"
#include "model/yaml/read_figures.hpp"
#include "model/yaml/read_judgements.hpp"
#include "model/yaml/read_service.hpp"

#include "tests/catch.hpp"
#include "tests/support/texts.hpp"

using namespace michibiki;
using michibiki::testing::catalog_of;
using michibiki::testing::told;

namespace {

const std::filesystem::path root = MICHIBIKI_SOURCE_DIR;

std::vector<std::string> lines_of(const std::string& document) {
  std::ifstream stream(root / "docs" / document);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// An ellipsis is a text like any other, but no basis.
std::string without_ellipsis(std::string text) {
  for (const std::string elided : {"basis: …", "basis: {…}"}) {
    for (auto at = text.find(elided); at != std::string::npos; at = text.find(elided, at)) {
      text.replace(at, elided.size(), "basis: unverified");
    }
  }
  return text;
}

std::vector<std::string> examples_in(const std::string& document) {
  std::vector<std::string> found;
  bool inside = false;
  for (const auto& line : lines_of(document)) {
    if (line.starts_with("```")) {
      inside = line == "```yaml";
      if (inside) found.emplace_back();
    } else if (inside) {
      found.back() += line + '\n';
    }
  }
  for (auto& text : found) text = without_ellipsis(text);
  return found;
}

/// What stands between backquotes in a line.
std::vector<std::string> quoted_in(const std::string& line) {
  std::vector<std::string> found;
  for (auto start = line.find('`'); start != std::string::npos;) {
    const auto end = line.find('`', start + 1);
    if (end == std::string::npos) break;
    found.push_back(line.substr(start + 1, end - start - 1));
    start = line.find('`', end + 1);
  }
  return found;
}

}  // namespace

TEST_CASE("the examples of the catalogue format are a catalogue, an overlay of it and published figures", "[docs]") {
  const auto examples = examples_in("catalog-format.md");
  REQUIRE(examples.size() == 5);
  const NamedText whole{"sections.yaml", "basis: unverified\n" + examples[0] + examples[1]};
  const auto overlay = catalog_of(examples[2], "overlay", "mic-2008-threats");
  const auto loaded = load_catalog({whole, overlay});
  CHECK(told(loaded.diagnostics) == "");

  std::vector<Diagnostic> diagnostics;
  const std::string manifest =
      "catalog: {schema: 1, id: printed, kind: figures, version: 1.0.0, released: 2026-01-01, sources: [{id: mic-2008-report}]}\nbasis: unverified\n";
  const auto reading =
      read_layer({{"figures.yaml", manifest + examples[3] + examples[4]}}, {"figures.yaml"}, diagnostics);
  CHECK(read_figures(reading, diagnostics).size() == 1);
  CHECK(read_judgements(reading, diagnostics).size() == 1);
  CHECK(told(diagnostics) == "");
}

TEST_CASE("the values and bases that the catalogue format names can be written", "[docs]") {
  std::string values;
  std::string threats;
  int count = 0;
  bool of_values = false;
  for (const auto& line : lines_of("catalog-format.md")) {
    of_values = of_values || line.starts_with("`-` the provider chooses");
    if (line.empty()) of_values = false;
    for (const auto& text : quoted_in(line)) {
      const bool example = text.find_first_of("0123456789") != std::string::npos || text == "hot-standby";
      const auto number = std::to_string(++count);
      if (of_values && example && text.find(':') == std::string::npos) {
        values += "      - {key: k" + number + ", stricter: " + (text.starts_with("at least") ? "higher" : "lower") +
                  ", scale: standby, value: \"" + text + "\"}\n";
      } else if (text.starts_with("basis: ") && text.find("…") == std::string::npos) {
        threats += "  - {id: t" + number + ", " + text + "}\n";
      }
    }
  }
  CHECK(std::count(values.begin(), values.end(), '\n') == 5);
  CHECK(std::count(threats.begin(), threats.end(), '\n') == 4);
  const std::string manifest = R"(
catalog: {schema: 1, id: field, version: 1.0.0, released: 2026-01-01, sources: [{id: SOURCE}]}
basis: unverified
units: [{id: percent}, {id: time}, {id: min}, {id: h}, {id: generation}]
scales: [{id: standby, choices: [{id: hot-standby}]}]
)";
  const NamedText field{"field.yaml",
                        manifest + "measures:\n  - id: m\n    indicators:\n" + values + "threats:\n" + threats};
  const auto loaded = load_catalog(std::vector{field});
  CHECK(told(loaded.diagnostics) == "");
}

TEST_CASE("the table of steps has every kind in its order, with the parts that it has", "[docs]") {
  std::vector<std::vector<std::string>> rows;
  bool of_steps = false;
  for (const auto& line : lines_of("catalog-format.md")) {
    if (line.starts_with("## ")) of_steps = line == "## How steps are told";
    if (of_steps && line.starts_with("| `")) rows.push_back(quoted_in(line));
  }
  REQUIRE(rows.size() == step_kind_count);
  for (std::size_t i = 0; i < step_kind_count; ++i) {
    const auto kind = static_cast<StepKind>(i);
    std::vector<std::string> row{std::string(name_of(kind))};
    for (const auto part : parts_of(kind)) row.emplace_back(part);
    CHECK(rows[i] == row);
  }
}

TEST_CASE("the examples of the service format are services for the shipped catalogues", "[docs]") {
  const auto loaded = load_catalog(CatalogPaths{{(root / "catalogs").string()}, {}});
  REQUIRE(loaded.catalog);
  const auto examples = examples_in("service-format.md");
  REQUIRE(examples.size() == 5);
  const std::string start_of_parts = "id: s\ninstances: [{id: web-server, type: server}]\n";
  for (const auto& text : {examples[0], "id: s\ninstances:\n- {id: platform, type: server}\n" + examples[1],
                           start_of_parts + examples[2], start_of_parts + examples[3], examples[4]}) {
    INFO(text);
    CHECK(told(read_service(*loaded.catalog, text, "service.yaml").diagnostics) == "");
  }
}
