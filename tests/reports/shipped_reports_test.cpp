// What the reports of the shipped examples have to say, whatever the terminal and the language.
#include <filesystem>
#include <set>

#include "model/text.hpp"
#include "model/yaml/load_catalog.hpp"
#include "model/yaml/read_file.hpp"
#include "model/yaml/read_service.hpp"
#include "reports/derivation_json.hpp"
#include "reports/derivation_markdown.hpp"
#include "reports/derivation_text.hpp"
#include "reports/digest.hpp"
#include "reports/markdown_page.hpp"
#include "reports/statements.hpp"
#include "reports/value_text.hpp"

#include "tests/catch.hpp"
#include "tests/reports/sample.hpp"

namespace michibiki::testing {
namespace {

namespace fs = std::filesystem;

const fs::path root = MICHIBIKI_SOURCE_DIR;

std::shared_ptr<const KnowledgeGraph> shipped() {
  static const auto graph = [] {
    auto loaded = load_catalog(CatalogPaths{{(root / "catalogs").string()}, {}});
    REQUIRE(loaded.catalog);
    return std::make_shared<const KnowledgeGraph>(std::move(*loaded.catalog));
  }();
  return graph;
}

/// Each example by its name, derived once.
const std::map<std::string, Derived>& examples() {
  static const auto all = [] {
    std::map<std::string, Derived> derived;
    for (const auto& entry : fs::directory_iterator(root / "examples")) {
      if (entry.path().extension() != ".yaml") continue;
      const auto text = read_file(entry.path().string()).bytes.value();
      auto reading = read_service(shipped()->catalog(), text, entry.path().filename().string());
      REQUIRE(reading.portfolio);
      derived.emplace(entry.path().stem().string(), Derived(shipped(), View(*shipped()), *reading.portfolio));
    }
    REQUIRE(derived.size() > 5);
    return derived;
  }();
  return all;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The links that the derivation of a service rests on.
std::set<LinkId> links_used(const Derived& derived) {
  const auto report = report_of(derived);
  std::set<LinkId> links;
  for (const auto& [link, exposures] : statements_behind(report).links) links.insert(link);
  for (const auto& answer : derived.derivation.selection.answers) {
    for (const auto link : answering_links(answer)) links.insert(link);
  }
  for (const auto& obligation : derived.derivation.selection.obligations) links.insert(obligation.link);
  for (const auto& selected : derived.derivation.selection.measures) {
    for (const auto kind : {LinkKind::originates_from, LinkKind::considers}) {
      for (const auto link : derived.view.links_from(ref(selected.measure), kind)) links.insert(link);
    }
  }
  return links;
}

}  // namespace

TEST_CASE("the examples have the patterns they are examples of", "[reports][examples]") {
  const std::map<std::string, std::vector<Strings>> expected{
      {"accounting", {{"1"}}},
      {"groupware", {{"2"}}},
      {"customer-relations", {{"3"}}},
      {"network-monitoring", {{"4"}}},
      {"farm-shop", {{"5"}}},
      {"web-conference", {{"6"}}},
      {"online-storage", {{"1", "2", "3"}}},
      {"video-delivery", {{"5"}}},
      {"shared-operations", {{"3"}, {"5"}}},
  };
  std::map<std::string, std::vector<Strings>> found;
  for (const auto& [name, derived] : examples()) {
    for (std::size_t service = 0; service < derived.portfolio.services.size(); ++service)
      found[name].push_back(derived.patterns(service));
  }
  CHECK(found == expected);
}

TEST_CASE("what services of patterns 3 and 5 share takes the published 3 days, not the 24 hours of their join",
          "[reports][examples]") {
  const auto& derived = examples().at("shared-operations");
  const auto& catalog = derived.catalog();
  std::size_t shared = 0;
  for (const auto& grade : derived.derivation.grading.grades) {
    const auto& measure = catalog.measures[grade.measure];
    if (measure.code != "III.5.2.1" || measure.indicators[grade.indicator].key != "a") continue;
    ++shared;
    CHECK(grade.services.size() == 2);
    Strings compared;
    for (const auto pattern : grade.compared) compared.push_back(catalog.patterns[pattern].code);
    CHECK(compared == Strings{"3", "5"});
    CHECK(contains(value_text(catalog, measure.indicators[grade.indicator], grade.value, Language::en), "3 d"));
  }
  CHECK(shared == 1);
}

TEST_CASE("accepted exposures are no findings, the others still are", "[reports][examples]") {
  const auto& coverage = examples().at("customer-relations").derivation.coverage;
  CHECK(coverage.accepted >= 2);
  CHECK(coverage.open > 0);
  CHECK(coverage.open + coverage.accepted == coverage.control_only + coverage.uncovered);
}

TEST_CASE("the first screen fits, cuts nothing and leaves nothing essential out", "[reports][examples]") {
  for (const auto& [name, derived] : examples()) {
    const auto report = report_of(derived);
    const auto& coverage = derived.derivation.coverage;
    for (const auto language : {Language::ja, Language::en}) {
      for (const std::size_t width : {80U, 100U, 140U}) {
        const auto summary = derivation_summary(report, language, {false, width});
        INFO(name << ' ' << width << '\n' << summary);
        CHECK(std::ranges::count(summary, '\n') <= 23);
        CHECK_FALSE(contains(summary, "..."));
        std::size_t begin = 0;
        for (auto end = summary.find('\n'); end != std::string::npos; end = summary.find('\n', begin)) {
          CHECK(display_width(summary.substr(begin, end - begin)) <= width);
          begin = end + 1;
        }
        for (const auto& classification : derived.derivation.classifications) {
          for (const auto& level : classification.levels)
            CHECK(contains(summary, derived.catalog().properties[level.property].title.in(language)));
          for (const auto pattern : classification.patterns)
            CHECK(contains(summary, derived.catalog().patterns[pattern].code));
        }
        for (const auto count : {coverage.exposures.size(), coverage.covered, coverage.control_only, coverage.uncovered,
                                 coverage.single_point, coverage.accepted, coverage.open, derived.measures().size(),
                                 derived.unreached().size()})
          CHECK(contains(summary, std::to_string(count)));
        for (const auto& placement : derived.derivation.placements) {
          REQUIRE(placement.chapter);
          const auto& chapter = derived.catalog().chapters[*placement.chapter].code;
          CHECK(contains(summary, chapter.substr(0, chapter.rfind('.'))));
        }
      }
    }
  }
}

TEST_CASE("an open pattern shows on the first screen what decides it", "[reports][examples]") {
  const auto report = report_of(examples().at("online-storage"));
  CHECK(contains(derivation_summary(report, Language::en, {false, 80}), "1, 2 or 3 (open)"));
  CHECK(contains(derivation_summary(report, Language::en, {false, 80}), "Must it, as a rule, always be running"));
  CHECK(contains(derivation_summary(report, Language::ja, {false, 80}), "1・2・3のいずれか（未定）"));
  CHECK(contains(derivation_summary(report, Language::ja, {false, 80}), "原則として必ず動いていること"));
}

TEST_CASE("every reason of the catalogues that a derivation uses is in its Markdown and its JSON",
          "[reports][examples]") {
  const auto& derived = examples().at("accounting");
  const auto& catalog = derived.catalog();
  const auto report = report_of(derived);
  const auto ja = derivation_markdown(report, Language::ja);
  const auto en = derivation_markdown(report, Language::en);
  const auto json = derivation_json(report);
  const auto told = [&](const Wording& reason, const std::string& at) {
    INFO(at << ' ' << reason.en);
    CHECK(contains(ja, markdown_text(at)));
    CHECK(contains(json, at));
    if (reason.empty()) return;
    CHECK(contains(ja, markdown_text(reason.in(Language::ja))));
    CHECK(contains(en, markdown_text(reason.in(Language::en))));
    CHECK(contains(json, reason.en.substr(0, reason.en.find('"'))));
  };
  const auto at = [&](FactId fact) {
    const auto& stated = catalog.fact(fact);
    const auto& file = stated.location.file_name();
    return stated.catalog + '/' + file.substr(file.rfind('/') + 1) + ':' + std::to_string(stated.location.line);
  };
  std::map<LinkKind, std::size_t> kinds;
  for (const auto link : links_used(derived)) {
    ++kinds[catalog.link(link).kind];
    if (catalog.link(link).kind == LinkKind::considers || catalog.link(link).kind == LinkKind::originates_from) {
      told(reason_of(catalog, link), std::string());  // said of several at once, it stands at the place of the first
    } else {
      told(reason_of(catalog, link), at(catalog.link(link).fact));
    }
  }
  CHECK(kinds[LinkKind::acts_on] > 150);
  CHECK(kinds[LinkKind::works_by] > 50);
  CHECK(kinds[LinkKind::mitigates] > 200);
  CHECK(kinds[LinkKind::counters] > 90);
  CHECK(kinds[LinkKind::originates_from] > 100);
  CHECK(kinds[LinkKind::considers] > 10);
  for (const auto& harm : statements_behind(report).harms) told({}, at(harm.fact));
  std::set<std::string> rules;
  for (const auto& placement : derived.derivation.placements) {
    REQUIRE(placement.rule);
    told(reason_of(catalog, *placement.rule), at(*placement.rule));
    rules.insert(reason_of(catalog, *placement.rule).en);
  }
  CHECK(rules.size() > 10);  // each rule says why it, not why the table
  std::size_t summaries = 0;
  std::size_t remarks = 0;
  for (const auto& selected : derived.derivation.selection.measures) {
    const auto& measure = catalog.measures[selected.measure];
    if (!measure.summary.empty()) told(measure.summary, std::string());
    if (!measure.summary.empty()) ++summaries;
  }
  for (const auto& grade : derived.derivation.grading.grades) {
    if (!grade.fact) continue;
    told(reason_of(catalog, *grade.fact), at(*grade.fact));
    if (!reason_of(catalog, *grade.fact).empty()) ++remarks;
  }
  CHECK(summaries > 10);
  CHECK(remarks > 5);
}

}  // namespace michibiki::testing
