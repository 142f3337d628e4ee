// What the shipped catalogues require of service types: levels and patterns.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;

TEST_CASE("63 service types have a level, or several possible ones, of confidentiality and availability",
          "[catalogs]") {
  const auto& catalog = shipped();
  const auto types = items(catalog.service_types);
  CHECK(types.size() == 63);
  CHECK(groups(catalog.service_types) == 9);
  int open = 0;
  for (const auto* type : types) {
    INFO(type->code);
    Codes rated;
    for (const auto& [property, level] : type->levels) {
      rated.insert(catalog.properties[property].code);
      CHECK_FALSE(level.possible.empty());
      open += level.possible.size() > 1 ? 1 : 0;
    }
    CHECK(rated == Codes{"confidentiality", "availability"});
  }
  CHECK(open == 18);
}

TEST_CASE("the six patterns are the whole lattice of required levels", "[catalogs]") {
  const auto& catalog = shipped();
  std::set<std::vector<std::string>> points{{}};
  for (const auto& property : catalog.properties) {
    std::set<std::vector<std::string>> longer;
    for (const auto& point : points) {
      for (const auto level : property.levels) {
        auto next = point;
        next.push_back(catalog.levels[level].code);
        longer.insert(std::move(next));
      }
    }
    points = std::move(longer);
  }
  std::set<std::vector<std::string>> patterns;
  for (const auto& pattern : catalog.patterns) {
    std::vector<std::string> point;
    for (const auto& [property, level] : pattern.levels) point.push_back(catalog.levels[level.value].code);
    patterns.insert(std::move(point));
  }
  CHECK(catalog.patterns.size() == 6);
  CHECK(points.size() == 2 * 1 * 3);
  CHECK(patterns == points);
}

TEST_CASE("wherever a level is low, a note says that low is relative", "[catalogs]") {
  const auto low = shipped().levels.find("low");
  REQUIRE(low.has_value());
  CHECK_FALSE(shipped().levels[low.value()].note.empty());
  for (const auto& pattern : shipped().patterns) {
    const bool has_low =
        std::ranges::any_of(pattern.levels, [&](const auto& level) { return level.second.value == *low; });
    INFO(pattern.code);
    CHECK(has_low != pattern.note.empty());
  }
}

TEST_CASE("of the levels of the service types, 25 are restored, four of them from the figure that they lead to",
          "[catalogs][readme]") {
  std::map<std::string, int> restored;
  for (const auto& type : shipped().service_types) {
    for (const auto& [property, level] : type.levels) {
      if (!basis(level.fact).restored.empty()) ++restored[basis(level.fact).restored];
    }
  }
  CHECK(restored ==
        std::map<std::string, int>{{"reason column", 19}, {"comment table, row 報告書 3.2.3", 2}, {"図表24", 4}});
}

}  // namespace
