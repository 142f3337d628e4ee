#include "model/yaml/read_layer.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/support/texts.hpp"

using namespace michibiki;
using michibiki::testing::told;

namespace {

const std::string manifest =
    "catalog: {schema: 1, id: field, version: 1.0.0, released: 2026-01-01}\nbasis: unverified\n";

LayerReading reading(const std::vector<CatalogFile>& files, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> names;
  for (const auto& file : files) names.push_back(file.name);
  return read_layer(files, names, diagnostics);
}

Layer layer_of(const std::vector<CatalogFile>& files) {
  std::vector<Diagnostic> diagnostics;
  auto read = reading(files, diagnostics);
  INFO(told(diagnostics));
  REQUIRE(diagnostics.empty());
  REQUIRE(read.layer);
  return *read.layer;
}

std::vector<std::string> codes(const Layer& layer) {
  std::vector<std::string> all;
  for (const auto& record : layer.records) all.push_back(record.section + ' ' + record.code);
  return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("records stand in the order of the files and of each file", "[yaml][layer]") {
  const auto layer = layer_of({{"a.yaml", "threats: [{id: theft}]\nassets: [{id: letter}]\n"},
                               {"b.yaml", manifest + "threats: [{id: ｆｉｒｅ}]\nplacement: [{then: I.1}]\n"},
                               {"c.yaml", ""}});
  CHECK(codes(layer) == Strings{"threats theft", "assets letter", "threats fire", "placement "});
  CHECK(layer.info.code == "field");
  CHECK(layer.records.front().catalog == "field");
}

TEST_CASE("a record takes the basis of its file, else that of the manifest", "[yaml][layer]") {
  const auto layer = layer_of({{"a.yaml", "basis: {judgement: ours}\nthreats: [{id: theft}]\n"},
                               {"b.yaml", manifest},
                               {"c.yaml", "threats: [{id: fire}]\n"}});
  REQUIRE(layer.records.size() == 2);
  CHECK(to_line(*layer.records[0].default_basis) == "{judgement: ours}");
  CHECK(to_line(*layer.records[1].default_basis) == "unverified");
}

TEST_CASE("a link without an id is known by what it connects", "[yaml][layer]") {
  const auto layer = layer_of({{"a.yaml", manifest + R"(links:
  - {kind: mitigates, from: Ａ.1, to: [theft]}
  - {id: x, kind: mitigates, from: A.1, to: [theft, fire]}
)"}});
  CHECK(codes(layer) == Strings{"links A.1 mitigates theft", "links x"});
}

TEST_CASE("an edit names a link by its id, or by what it connects", "[yaml][layer]") {
  const auto layer = layer_of({{"a.yaml", manifest + R"(edits:
  - {withdraw: link III.2.3.1/alteration}
  - {withdraw: link Ａ.1 mitigates theft}
  - {replace: service-type office.mail, field: title, was: a, is: b}
)"}});
  REQUIRE(layer.edits.size() == 3);
  CHECK(layer.edits[0].section == "links");
  CHECK(layer.edits[0].code == "III.2.3.1/alteration");
  CHECK(layer.edits[1].code == "A.1 mitigates theft");
  CHECK(layer.edits[2].section == "service-types");
  CHECK(layer.edits[2].action == Edit::Action::replace);
}

TEST_CASE("the digest knows the names and the contents of the files and where they end", "[yaml][layer]") {
  const auto digest = [](const std::vector<CatalogFile>& files) { return layer_of(files).info.sha256; };
  const std::string threats = "threats: [{id: theft}]\n";
  const auto one = digest({{"manifest.yaml", manifest}, {"threats.yaml", threats}});
  CHECK(one.size() == 64);
  CHECK(one == digest({{"manifest.yaml", manifest}, {"threats.yaml", threats}}));
  CHECK(one != digest({{"manifest.yaml", manifest}, {"other.yaml", threats}}));
  CHECK(one != digest({{"manifest.yaml", manifest}, {"threats.yaml", threats + "\n"}}));
  const std::string comment = "# of which file?\n";
  CHECK(digest({{"manifest.yaml", manifest + comment}, {"threats.yaml", threats}}) !=
        digest({{"manifest.yaml", manifest}, {"threats.yaml", comment + threats}}));
}

TEST_CASE("the digest does not depend on where a catalogue lies", "[yaml][layer]") {
  std::vector<Diagnostic> diagnostics;
  const auto here =
      read_layer({{"/here/manifest.yaml", manifest + "threats: [{id: theft}]\n"}}, {"manifest.yaml"}, diagnostics);
  const auto there =
      read_layer({{"manifest.yaml", manifest + "threats: [{id: theft}]\n"}}, {"manifest.yaml"}, diagnostics);
  CHECK(here.layer->info.sha256 == there.layer->info.sha256);
}

TEST_CASE("what a broken file was about is told by the sections it names", "[yaml][layer][gaps]") {
  std::vector<Diagnostic> diagnostics;
  const auto gaps = [&](const std::string& text, bool readable = true) {
    return reading({{"a.yaml", manifest + "assets: [{id: letter}]\n"}, {"b.yaml", text, readable}}, diagnostics)
        .layer->gaps;
  };
  const auto threats = gaps("# about threats: some\nthreats:\n  - {id: theft\ncontrols: []\n");
  CHECK(threats.in("threats"));
  CHECK(threats.in("controls"));
  CHECK_FALSE(threats.in("assets"));
  CHECK_FALSE(threats.in("sources"));
  CHECK(gaps("catalog: {").in("sources"));
  CHECK(gaps("{threats: [").in("assets"));
  CHECK(gaps("", false).in("assets"));
}

TEST_CASE("a catalogue may say that it is an overlay", "[yaml][layer]") {
  std::vector<Diagnostic> diagnostics;
  const auto read = reading({{"a.yaml",
                              "catalog: {schema: 1, id: more, kind: overlay, version: 1.0.0, released: 2026-01-01}\n"
                              "basis: unverified\nthreats: [{id: theft}]\n"}},
                            diagnostics);
  CHECK(told(diagnostics).empty());
  CHECK(read.kind == CatalogKind::overlay);
  CHECK(read.layer->records.size() == 1);
}

TEST_CASE("figures that are published stay apart from what is derived from", "[yaml][layer][figures]") {
  std::vector<Diagnostic> diagnostics;
  const auto read = reading({{"a.yaml",
                              "catalog: {schema: 1, id: printed, kind: figures, version: 1.0.0, released: "
                              "2026-01-01}\nfigures: [{id: \"22\", form: table, cells: []}]\n"}},
                            diagnostics);
  CHECK(told(diagnostics).empty());
  CHECK(read.kind == CatalogKind::figures);
  CHECK(read.figures.size() == 1);
  CHECK(read.layer->records.empty());
}
