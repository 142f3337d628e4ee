// How far the study group's figures follow from the shipped catalogues, and that the comparison cannot cheat.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>

#include "engine/compare/reproduce.hpp"
#include "engine/derive.hpp"
#include "model/yaml/load_catalog.hpp"

#include "tests/catalogs/shipped.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;
namespace fs = std::filesystem;

/// The verdict of every cell, by "figure cell".
std::map<std::string, Verdict> verdicts_of(const Reproduction& result) {
  std::map<std::string, Verdict> verdicts;
  for (const auto& figure : result.figures) {
    for (std::size_t i = 0; i < figure.cells.size(); ++i)
      verdicts[figure.figure->id + ' ' + figure.figure->cells[i].id] = figure.cells[i].verdict;
  }
  return verdicts;
}

const Reproduction& shipped_result() {
  static const auto result = reproduce(View(shipped_graph()), shipped_figures());
  return result;
}

std::size_t count(const std::string& figure, Verdict verdict) {
  const auto& all = shipped_result().figures;
  const auto found = std::ranges::find_if(all, [&](const auto& it) { return it.figure->id == figure; });
  REQUIRE(found != all.end());
  return found->count(verdict);
}

/// A copy of the shipped catalogues in which one text stands for another.
class Altered {
 public:
  Altered(const std::string& file, const std::string& was, const std::string& is) {
    fs::remove_all(folder_);
    fs::copy(shipped_folder(), folder_, fs::copy_options::recursive);
    const auto path = folder_ / file;
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto at = text.find(was);
    REQUIRE(at != std::string::npos);
    text.replace(at, was.size(), is);
    std::ofstream(path, std::ios::binary) << text;
  }
  ~Altered() { fs::remove_all(folder_); }
  Altered(const Altered&) = delete;
  Altered& operator=(const Altered&) = delete;

  /// Which cells have another verdict now.
  std::vector<std::string> changed() const {
    auto loaded = load_catalog(CatalogPaths{{folder_.string()}, {}});
    for (const auto& diagnostic : loaded.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
    REQUIRE(loaded.catalog.has_value());
    const KnowledgeGraph altered(std::move(*loaded.catalog));  // NOLINT: just required
    const auto before = verdicts_of(shipped_result());
    std::vector<std::string> cells;
    for (const auto& [cell, verdict] : verdicts_of(reproduce(View(altered), shipped_figures()))) {
      if (before.at(cell) != verdict) cells.push_back(cell);
    }
    return cells;
  }

 private:
  fs::path folder_ = fs::temp_directory_path() / "michibiki-altered-catalogs";
};

}  // namespace

TEST_CASE("of the placements of 図表24 at least 39 are derived outright, and each of the 58 has its verdict",
          "[catalogs][reproduce]") {
  CHECK(count("24", Verdict::derived) >= 39);
  CHECK(count("24", Verdict::settled) == 4);
  CHECK(count("24", Verdict::differs) == 5);
  CHECK(count("24", Verdict::derived) + count("24", Verdict::repaired) + count("24", Verdict::calibrated) == 49);
}

TEST_CASE("only these four placements are settled by 図表24 itself, and only these five differ from it",
          "[catalogs][reproduce]") {
  std::vector<std::string> settled;
  std::vector<std::string> differ;
  for (const auto& [cell, verdict] : verdicts_of(shipped_result())) {
    if (verdict == Verdict::settled) settled.push_back(cell);
    if (verdict == Verdict::differs && cell.starts_with("24 ")) differ.push_back(cell);
  }
  CHECK(settled == std::vector<std::string>{"24 industry.life-insurance", "24 industry.lodging",
                                            "24 industry.public-departments",
                                            "24 platform.location-time-certification"});
  CHECK(differ == std::vector<std::string>{"24 common.gis-data:common.gis-applications",
                                           "24 common.workflow-confidential:common.workflow-other",
                                           "24 middle-office.documents-important:middle-office.documents-other",
                                           "24 middle-office.e-learning:middle-office.e-learning-personal-data",
                                           "24 security.large-scale:security.low-cost-antivirus"});
}

TEST_CASE("all 63 cells of 図表34 are compared, and none of them is calibrated", "[catalogs][reproduce]") {
  CHECK(count("34", Verdict::derived) + count("34", Verdict::repaired) + count("34", Verdict::differs) == 63);
}

TEST_CASE("every difference is explained", "[catalogs][reproduce]") {
  for (const auto& figure : shipped_result().figures) {
    for (std::size_t i = 0; i < figure.cells.size(); ++i) {
      const auto& cell = figure.figure->cells[i];
      INFO(figure.figure->id << ' ' << cell.id);
      if (figure.cells[i].verdict == Verdict::differs) {
        CHECK_FALSE(cell.explanation.ja.empty());
        CHECK_FALSE(cell.explanation.en.empty());
      } else {
        CHECK(cell.explanation.empty());
      }
      if (figure.cells[i].verdict == Verdict::not_comparable) CHECK_FALSE(cell.incomparable.empty());
    }
  }
}

TEST_CASE("changing any printed cell that can be compared makes exactly that cell differ", "[catalogs][reproduce]") {
  const auto before = verdicts_of(shipped_result());
  const View view(shipped_graph());
  auto altered = shipped_figures();
  std::size_t tried = 0;
  for (auto& catalog : altered) {
    for (auto& figure : catalog.figures) {
      // One figure at a time: by its type, a comparison sees no other.
      for (auto& cell : figure.cells) {
        const auto name = figure.id + ' ' + cell.id;
        if (before.at(name) == Verdict::not_comparable) continue;
        const auto printed = std::exchange(cell.value, cell.value + " and more");
        ++tried;
        const auto result = reproduce(view, figure);
        for (std::size_t i = 0; i < result.cells.size(); ++i) {
          const auto other = figure.id + ' ' + figure.cells[i].id;
          const auto expected = other == name ? Verdict::differs : before.at(other);
          if (result.cells[i].verdict != expected) FAIL_CHECK(name << " changed, and so did " << other);
        }
        cell.value = printed;
      }
    }
  }
  CHECK(tried > 500);
}

TEST_CASE("changing an input changes what follows from it, and nothing else", "[catalogs][reproduce]") {
  SECTION("a level of 図表23") {
    const Altered altered(
        "asp-saas-2008/service-types.yaml",
        "title: {ja: 購買支援, en: Purchasing support}\n    basis: {stated: mic-2008-report, at: 図表23, "
        "line: 950}\n    levels:\n      confidentiality: {is: high, reason: trade-secrets}\n      "
        "availability: low",
        "title: {ja: 購買支援, en: Purchasing support}\n    basis: {stated: mic-2008-report, at: 図表23, "
        "line: 950}\n    levels:\n      confidentiality: {is: high, reason: trade-secrets}\n      "
        "availability: mid");
    CHECK(altered.changed() == std::vector<std::string>{"23 front-office.purchasing-support/availability/low",
                                                        "24 front-office.purchasing-support"});
  }
  SECTION("how a threat works") {
    const Altered altered("mic-2008-threats/threats.yaml", "      - is: interception", "      - is: wrecking");
    CHECK(altered.changed() == std::vector<std::string>{"34 malicious.eavesdropping/confidentiality"});
  }
  SECTION("where a measure is implemented") {
    const Altered altered("asp-saas-2008/measures-technical.yaml", "implemented-on: {is: [operation-terminal],",
                          "implemented-on: {is: [building],");
    const auto changed = altered.changed();
    CHECK(changed.size() == 1);
    CHECK(std::ranges::all_of(changed, [](const auto& cell) { return cell.starts_with("sections "); }));
  }
}

TEST_CASE("the same measures under ids dealt out at random stand in the same chapters", "[catalogs][reproduce]") {
  // Ids are read by nobody who places: measures change ids with each other, and each takes its chapter along.
  const auto& catalog = shipped_graph().catalog();
  const View before(shipped_graph());
  std::vector<std::string> codes;
  for (const auto& measure : catalog.measures) codes.push_back(measure.code);
  const auto printed = codes;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    std::shuffle(codes.begin(), codes.end(), std::mt19937(seed));
    REQUIRE(codes != printed);
    auto renamed = catalog;
    Table<Measure> measures;
    for (std::size_t i = 0; i < catalog.measures.size(); ++i) {
      auto measure = catalog.measures.at(i);
      measure.code = codes[i];
      measures.add(std::move(measure));
    }
    renamed.measures = std::move(measures);
    const KnowledgeGraph other(std::move(renamed));
    const View after(other);
    for (std::size_t i = 0; i < catalog.measures.size(); ++i) {
      INFO(printed[i] << " called " << codes[i]);
      CHECK(place(before, MeasureId{i}).chapter == place(after, MeasureId{i}).chapter);
    }
  }
}
