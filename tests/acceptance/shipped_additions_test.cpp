// The acceptance report of every overlay that is shipped, as its maintainer gets it. MICHIBIKI_UPDATE_GOLDEN=1 writes them anew.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "engine/appraise.hpp"
#include "model/knowledge_graph.hpp"
#include "model/yaml/load_catalog.hpp"
#include "reports/acceptance_report.hpp"

#include "tests/catch.hpp"
#include "tests/support/golden.hpp"

using namespace michibiki;
using namespace michibiki::testing;

namespace {

namespace fs = std::filesystem;

constexpr std::ptrdiff_t most_lines_of_a_page = 75;  // every third of them empty

const std::vector<std::string> overlays{"consultation-draft-2007", "csa-top-threats-2010", "generative-ai", "iaas-paas",
                                        "interprovider-security",  "iot-platform",         "only-the-seven"};

KnowledgeGraph load(const CatalogPaths& paths, const LeftOut& left_out) {
  auto loaded = load_catalog(paths, left_out);
  CHECK(loaded.diagnostics.empty());
  REQUIRE(loaded.catalog.has_value());
  return KnowledgeGraph(std::move(*loaded.catalog));  // NOLINT: just required
}

void check_acceptance(const std::string& overlay) {
  const CatalogPaths paths{{"catalogs"}, {"catalogs/" + overlay}};
  const auto before = load(paths, {{overlay}, {}});
  const auto after = load(paths, {});
  const View view(after);
  const auto appraisal = appraise(View(before), view, {{overlay}, [&](const SourceLocation& edit) {
                                                         return load_catalog(paths, {{}, edit}).catalog;
                                                       }});
  const AcceptanceReport report{view, appraisal};
  for (const auto language : {Language::ja, Language::en}) {
    const auto* suffix = language == Language::ja ? ".ja.md" : ".en.md";
    const auto page = acceptance_markdown(report, language, Extent::page);
    check_golden("tests/golden/acceptance/" + overlay + suffix, page);
    CHECK(std::ranges::count(page, '\n') <= most_lines_of_a_page);
  }
  // Nothing that is shipped is inconsistent, in one language only, or without a reason.
  for (const auto& verdict : appraisal.verdicts()) {
    const bool always = verdict.criterion == Criterion::consistent || verdict.criterion == Criterion::worded;
    INFO(name_of(verdict.criterion));
    if (always) CHECK(verdict.count == 0);
  }
}

}  // namespace

TEST_CASE("every overlay that is shipped has its acceptance report", "[acceptance]") {
  std::vector<std::string> shipped;
  for (const auto& entry : fs::directory_iterator("catalogs")) {
    if (content_of(entry.path() / "manifest.yaml").find("kind: overlay") != std::string::npos)
      shipped.push_back(entry.path().filename().string());
  }
  std::ranges::sort(shipped);
  CHECK(shipped == overlays);
}

TEST_CASE("acceptance of the consultation draft of 2007", "[acceptance]") {
  check_acceptance("consultation-draft-2007");
}
TEST_CASE("acceptance of the top threats of 2010", "[acceptance]") { check_acceptance("csa-top-threats-2010"); }
TEST_CASE("acceptance of those threats alone", "[acceptance]") { check_acceptance("only-the-seven"); }
TEST_CASE("acceptance of security between providers", "[acceptance]") { check_acceptance("interprovider-security"); }
TEST_CASE("acceptance of IaaS and PaaS", "[acceptance]") { check_acceptance("iaas-paas"); }
TEST_CASE("acceptance of an IoT platform", "[acceptance]") { check_acceptance("iot-platform"); }
TEST_CASE("acceptance of a generative-AI service", "[acceptance]") { check_acceptance("generative-ai"); }
