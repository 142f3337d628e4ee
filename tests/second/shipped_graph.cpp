#include "tests/second/shipped_graph.hpp"

#include "model/yaml/read_file.hpp"
#include "model/yaml/read_service.hpp"

#include "tests/catch.hpp"

namespace michibiki::testing {

const std::shared_ptr<const KnowledgeGraph>& shipped_graph() {
  static const auto graph = [] {
    auto loaded = load_catalog(CatalogPaths{{std::string(MICHIBIKI_SOURCE_DIR) + "/catalogs"}, {}});
    REQUIRE(loaded.catalog.has_value());
    return std::make_shared<const KnowledgeGraph>(std::move(*loaded.catalog));  // NOLINT: just required
  }();
  return graph;
}

Derived shipped_example(const std::string& name, BasisKind trust) {
  const auto file = std::string(MICHIBIKI_SOURCE_DIR) + "/examples/" + name + ".yaml";
  const auto text = read_file(file).bytes.value();
  auto reading = read_service(shipped_graph()->catalog(), text, file);
  REQUIRE(reading.portfolio.has_value());
  return {shipped_graph(), View(*shipped_graph(), trust), std::move(*reading.portfolio)};  // NOLINT: just required
}

}  // namespace michibiki::testing
