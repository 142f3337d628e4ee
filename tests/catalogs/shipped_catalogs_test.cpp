// What the shipped catalogues have to say, whoever edits them: the files beside this one say how much there is of everything, and what
// may be called stated. The numbers are the report's, the standard's and, where nothing states them, our own.

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;

TEST_CASE("the shipped catalogues load and nothing is wrong with them", "[catalogs]") {
  const auto loaded = load_catalog(CatalogPaths{{shipped_folder()}, {}});
  for (const auto& diagnostic : loaded.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
  CHECK(loaded.diagnostics.empty());
  Codes codes;
  for (const auto& layer : shipped().layers) {
    codes.insert(layer.code);
    const bool first_version = layer.code == "jis-q-27001-2006" || layer.code == "step-wording";
    CHECK(layer.version == (first_version ? "1.0.0" : "1.1.0"));
    CHECK(layer.licence == "CC-BY-4.0");
    CHECK_FALSE(layer.title.ja.empty());
    CHECK_FALSE(layer.title.en.empty());
  }
  CHECK(codes == Codes{"asp-saas-2008", "asp-saas-2008-links", "jis-q-27001-2006", "mic-2008-threats", "step-wording"});
}

}  // namespace
