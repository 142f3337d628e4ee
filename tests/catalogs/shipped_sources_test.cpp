// What the statements of the shipped catalogues rest on.

#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "model/yaml/catalog_folder.hpp"
#include "model/yaml/read_layer.hpp"

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;

// Facts and texts

TEST_CASE("what is stated says which declared source and where in it, what is judged says why, by whom and when",
          "[catalogs]") {
  Codes wrong;
  for (const auto& fact : shipped().facts) {
    const auto& why = fact.basis;
    bool right = true;
    if (why.kind == BasisKind::stated) {
      // A list of titles or a short article needs no place.
      right = shipped().sources.contains(why.source) && why.reason.empty() &&
              (!why.at.empty() || why.source != "mic-2008-report");
    } else if (why.kind == BasisKind::judgement) {
      right = why.source.empty() && !why.reason.ja.empty() && !why.reason.en.empty() && why.by == "michibiki" &&
              (why.on == "2026-11-22" || why.on == "2026-11-28");
    } else {
      right = why.source.empty();
    }
    if (!right) wrong.insert(to_string(fact.location));
  }
  CHECK(wrong == nothing);
}

TEST_CASE("a figure of the report is cited by a number that the report has", "[catalogs]") {
  static const std::regex figure("図表([0-9]+)");
  Codes wrong;
  for (const auto& fact : shipped().facts) {
    std::smatch match;
    const auto& at = fact.basis.at;
    if (fact.basis.source != "mic-2008-report" || !std::regex_search(at, match, figure)) continue;
    if (std::stoi(match[1]) < 1 || std::stoi(match[1]) > 42) wrong.insert(to_string(fact.location) + ": " + at);
  }
  CHECK(wrong == nothing);
}

TEST_CASE("a source is called the same in every catalogue that cites it", "[catalogs]") {
  std::vector<Diagnostic> diagnostics;
  std::map<std::string, std::set<std::string>> titles;
  const auto catalogs = find_catalogs(shipped_folder(), diagnostics);
  CHECK(catalogs.size() == 14);  // the published figures, the tables judged twice and the overlays too
  for (const auto& catalog : catalogs) {
    const auto content = read_catalog_folder(catalog.path, diagnostics);
    const auto reading = read_layer(content.files, content.names, diagnostics);
    REQUIRE(reading.layer.has_value());
    for (const auto& source : reading.layer.value().sources) {
      titles[source.code].insert(source.title.ja + " / " + source.title.en + " / " + source.published + " / " +
                                 source.where);
    }
  }
  CHECK(diagnostics.empty());
  for (const auto& [source, names] : titles) {
    INFO(source);
    CHECK(names.size() == 1);
  }
}

}  // namespace
