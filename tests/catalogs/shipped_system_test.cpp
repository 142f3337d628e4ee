// What a service is made of in the shipped catalogues: components, assets, stakeholders, cases.

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;

// Components, assets, services (図表20 to 31)

TEST_CASE("15 types of components are in scope, and carry the 24 assets", "[catalogs]") {
  const auto& catalog = shipped();
  std::set<std::size_t> excluded;
  for (const auto& exclusion : catalog.exclusions) {
    for (const auto& component : exclusion.components) excluded.insert(component.value.index());
  }
  Codes in_scope;
  for (std::size_t i = 0; i < catalog.components.size(); ++i) {
    if (!catalog.components.at(i).group && !excluded.contains(i)) in_scope.insert(catalog.components.at(i).code);
  }
  CHECK(in_scope == Codes{"air-conditioning", "application", "building", "database", "external-network", "medium",
                          "network-equipment", "operation-terminal", "physical-boundary", "platform", "power",
                          "security-equipment", "server", "server-room", "storage"});

  std::map<std::size_t, int> carried;
  Codes carriers;
  for (const auto* link : links(LinkKind::carries)) {
    for (const auto from : link->from) carriers.insert(catalog.entry(from).code);
    for (const auto to : link->to) ++carried[to.index];
  }
  CHECK(carriers == in_scope);
  CHECK(carried.size() == 24);
  CHECK(catalog.assets.size() == 24);
  CHECK(std::ranges::all_of(carried, [](const auto& asset) { return asset.second == 1; }));
}

TEST_CASE("the assets are 17 printed entries and seven logs, each with a nature", "[catalogs]") {
  const auto& catalog = shipped();
  Codes logs;
  std::set<std::size_t> with_nature;
  for (const auto* link : links(LinkKind::has_nature)) {
    for (const auto to : link->to) {
      CHECK_FALSE(catalog.entry(to).group);
      if (catalog.entry(to).code == "log") logs.insert(catalog.entry(link->from.front()).code);
    }
    with_nature.insert(link->from.front().index);
  }
  CHECK(logs.size() == 7);
  CHECK(std::ranges::all_of(logs, [](const auto& code) { return code.ends_with("-log"); }));
  CHECK(with_nature.size() == catalog.assets.size());
}

TEST_CASE("there are nine stakeholders, four system cases, 13 chapters and 26 sections", "[catalogs]") {
  CHECK(items(shipped().stakeholders).size() == 9);
  CHECK(shipped().system_cases.size() == 4);
  CHECK(items(shipped().chapters).size() == 26);
  CHECK(groups(shipped().chapters) == 2 + 13);
}

}  // namespace
