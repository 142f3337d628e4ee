// The shipped controls, as the standard has them, and what became of each.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <utility>

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;
namespace fs = std::filesystem;

// Controls (JIS Q 27001:2006, Annex A)

TEST_CASE("there are 133 controls under 39 objectives in 11 clauses, as the standard has them", "[catalogs]") {
  const std::map<std::string, std::pair<int, int>> of_the_standard{
      {"A.5", {1, 2}},   {"A.6", {2, 11}},  {"A.7", {2, 5}},  {"A.8", {3, 9}},  {"A.9", {2, 13}}, {"A.10", {10, 32}},
      {"A.11", {7, 25}}, {"A.12", {6, 16}}, {"A.13", {2, 5}}, {"A.14", {1, 5}}, {"A.15", {3, 10}}};
  const auto& controls = shipped().controls;
  std::map<std::string, std::pair<int, int>> found;
  int clauses = 0;
  for (const auto& control : controls) {
    if (!control.parent) {
      ++clauses;
      CHECK(control.group);
      continue;
    }
    const auto& above = controls.at(*control.parent);
    CHECK(control.code.starts_with(above.code + "."));
    if (control.group) {
      ++found[above.code].first;
    } else {
      REQUIRE(above.parent.has_value());
      ++found[controls.at(above.parent.value()).code].second;
    }
  }
  CHECK(clauses == 11);
  CHECK(found == of_the_standard);
  CHECK(items(controls).size() == 133);
  CHECK(groups(controls) == 11 + 39);
}

TEST_CASE("every control mitigates a threat, is where a measure comes from, or is said to be neither and why",
          "[catalogs]") {
  std::set<EntryRef> disposed;
  for (const auto* link : links(LinkKind::mitigates)) disposed.insert(link->from.begin(), link->from.end());
  for (const auto* link : links(LinkKind::originates_from)) {
    for (const auto to : link->to) {
      const auto below = items_under(to);
      disposed.insert(below.begin(), below.end());
    }
  }
  Codes open;
  for (std::size_t i = 0; i < shipped().controls.size(); ++i) {
    const auto& control = shipped().controls.at(i);
    if (!control.group && !disposed.contains({EntryKind::control, i})) open.insert(control.code);
  }
  // The format has no place for the reason: it stands in the comments that close the files.
  static const std::regex remark(R"re(#   (A\.[0-9.]+[0-9]):? .*)re");
  Codes explained;
  for (const auto* name : {"mitigates-organisation.yaml", "mitigates-technical.yaml"}) {
    std::ifstream file(fs::path(shipped_folder()) / "asp-saas-2008-links" / name);
    std::smatch match;
    for (std::string line; std::getline(file, line);) {
      if (std::regex_match(line, match, remark)) explained.insert(match[1]);
    }
  }
  CHECK(std::ranges::includes(explained, open));
}

TEST_CASE("what became of each control is said once, and follows from the measures that originate from it",
          "[catalogs]") {
  std::map<EntryRef, std::set<EntryRef>> controls_of;
  std::map<EntryRef, std::set<EntryRef>> measures_of;
  for (const auto* link : links(LinkKind::originates_from)) {
    for (const auto measure : link->from) {
      for (const auto to : link->to) {
        if (to.kind != EntryKind::control) continue;
        controls_of[measure].insert(to);
        measures_of[to].insert(measure);
      }
    }
  }
  std::map<std::string, Codes> said;
  for (const auto* link : links(LinkKind::disposed_as)) {
    REQUIRE(link->from.size() == 1);
    CHECK(said.emplace(shipped().entry(link->from.front()).code, Codes{}).second);
    for (const auto to : link->to) said[shipped().entry(link->from.front()).code].insert(shipped().entry(to).code);
  }
  std::size_t controls = 0;
  for (std::size_t i = 0; i < shipped().controls.size(); ++i) {
    const auto& control = shipped().controls.at(i);
    if (control.group) continue;
    ++controls;
    INFO(control.code);
    Codes follows;
    for (const auto measure : measures_of[{EntryKind::control, i}]) {
      const auto& code = shipped().entry(measure).code;
      const bool organisational = code.starts_with("II.");
      if (organisational) follows.insert("organisational");
      if (controls_of[measure].size() > 1) follows.insert("merged");
      if (controls_of[measure].size() == 1 && !organisational) follows.insert("rewritten");
      if (code.starts_with("III.1.")) follows.insert("made-common");
    }
    if (follows.empty()) {
      CHECK((said[control.code] == Codes{"dropped"} || said[control.code] == Codes{"not-used"}));
    } else {
      CHECK(said[control.code] == follows);
    }
  }
  CHECK(controls == said.size());
}

}  // namespace
