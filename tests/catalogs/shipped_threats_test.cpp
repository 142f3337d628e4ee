// The shipped threats: how many, of what origin, as the report prints them, and what they do.

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;

// Threats (図表33)

TEST_CASE("there are 44 threats, 16 from malice, 11 from negligence, 17 not from people", "[catalogs]") {
  const auto& catalog = shipped();
  std::map<std::string, int> by_origin;
  for (const auto* threat : items(catalog.threats)) {
    REQUIRE(threat->origin.has_value());
    ++by_origin[catalog.origins[threat->origin->value].code];
    CHECK(is(threat->fact, BasisKind::stated));
    CHECK(is(threat->origin->fact, BasisKind::stated));
  }
  CHECK(by_origin == std::map<std::string, int>{{"malicious", 16}, {"negligent", 11}, {"non-human", 17}});
}

TEST_CASE("the printed list has 63 labels: 46 under a property and 17 without one", "[catalogs]") {
  const auto& catalog = shipped();
  std::map<std::string, int> printed;
  int without_property = 0;
  for (const auto* threat : items(catalog.threats)) {
    const auto stated =
        std::ranges::count_if(threat->harms, [](const auto& harm) { return is(harm.fact, BasisKind::stated); });
    const bool human = catalog.origins[threat->origin.value().value].code != "non-human";
    CHECK((stated > 0) == human);
    without_property += human ? 0 : 1;
    for (const auto& harm : threat->harms) {
      if (is(harm.fact, BasisKind::stated)) ++printed[catalog.properties[harm.value].code];
    }
  }
  CHECK(printed == std::map<std::string, int>{{"confidentiality", 15}, {"integrity", 12}, {"availability", 19}});
  CHECK(without_property == 17);
}

TEST_CASE("the two separators that the text has lost are noted where they were restored", "[catalogs]") {
  const auto& catalog = shipped();
  std::set<std::pair<int, std::string>> restored;
  for (const auto& threat : catalog.threats) {
    for (const auto& harm : threat.harms) {
      if (!basis(harm.fact).restored.empty()) restored.emplace(basis(harm.fact).line, threat.code);
    }
  }
  CHECK(restored == std::set<std::pair<int, std::string>>{{1185, "negligent.breach"},
                                                          {1185, "negligent.virus"},
                                                          {1186, "negligent.resource-waste"},
                                                          {1186, "negligent.staff-absence"}});
}

TEST_CASE("every threat harms something and works by a mechanism", "[catalogs]") {
  Codes without;
  std::set<EntryRef> working;
  for (const auto* link : links(LinkKind::works_by)) working.insert(link->from.begin(), link->from.end());
  for (std::size_t i = 0; i < shipped().threats.size(); ++i) {
    const auto& threat = shipped().threats.at(i);
    if (threat.group) continue;
    if (threat.harms.empty() || !working.contains({EntryKind::threat, i})) without.insert(threat.code);
  }
  CHECK(without == nothing);
}

}  // namespace
