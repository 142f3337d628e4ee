// What the READMEs of the shipped catalogues count is what is there.

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/catalogs/shipped_entries.hpp"

namespace {

using namespace michibiki;
using namespace michibiki::testing;
namespace fs = std::filesystem;

/// How many facts rest on what.
struct Tally {
  std::size_t stated = 0;
  std::size_t judgement = 0;
  std::size_t unverified = 0;

  void add(FactId fact) {
    switch (basis(fact).kind) {
      case BasisKind::stated:
        ++stated;
        break;
      case BasisKind::judgement:
        ++judgement;
        break;
      case BasisKind::unverified:
        ++unverified;
        break;
    }
  }
  std::size_t all() const { return stated + judgement + unverified; }
  /// As the tables that have all four columns.
  std::vector<std::size_t> row() const { return {all(), stated, judgement, unverified}; }
};

template <typename T>
Tally tally(const Table<T>& table, std::string_view catalog) {
  Tally result;
  for (const auto& entry : table) {
    if (shipped().fact(entry.fact).catalog == catalog) result.add(entry.fact);
  }
  return result;
}

Tally tally(LinkKind kind) {
  Tally result;
  for (const auto* link : links(kind)) result.add(link->fact);
  return result;
}

std::string text_of_readme(const std::string& catalog) {
  std::ifstream file(fs::path(shipped_folder()) / catalog / "README.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The rows of the tables in a catalogue's README: the first cell, up to a bracket or a stroke, and the numbers that the others start with.
using Rows = std::map<std::string, std::vector<std::size_t>>;
Rows rows_of_readme(const std::string& catalog) {
  std::ifstream file(fs::path(shipped_folder()) / catalog / "README.md");
  Rows rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("| ")) continue;
    std::vector<std::string> cells;
    std::istringstream stream(line.substr(2));
    for (std::string cell; std::getline(stream, cell, '|');) cells.push_back(cell);
    if (cells.empty()) continue;
    auto name = cells.front().substr(
        0, std::min({cells.front().find(" /"), cells.front().find(" ("), cells.front().find(',')}));
    std::erase(name, '`');
    while (name.ends_with(' ')) name.pop_back();
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const auto start = cells[i].find_first_not_of(' ');
      if (start != std::string::npos && cells[i][start] >= '0' && cells[i][start] <= '9') {
        rows[name].push_back(std::stoul(cells[i].substr(start)));
      }
    }
  }
  return rows;
}

TEST_CASE("the threats' README counts what is there", "[catalogs][readme]") {
  const auto rows = rows_of_readme("mic-2008-threats");
  const auto& catalog = shipped();
  const auto check = [&](const std::string& name, const Tally& count) {
    INFO(name);
    REQUIRE(rows.contains(name));
    CHECK(rows.at(name) == std::vector{count.stated, count.judgement});
    CHECK(count.unverified == 0);
  };
  Tally threats, headings, harms, mechanisms;
  for (const auto& threat : catalog.threats) {
    (threat.group ? headings : threats).add(threat.fact);
    for (const auto& harm : threat.harms) harms.add(harm.fact);
  }
  for (const auto* mechanism : items(catalog.mechanisms)) mechanisms.add(mechanism->fact);
  check("threats", threats);
  check("headings of threats", headings);
  check("properties harmed", harms);
  check("threat works by mechanism", tally(LinkKind::works_by));
  check("natures", tally(catalog.natures, "mic-2008-threats"));
  check("mechanisms", mechanisms);
  check("acts-on items", tally(LinkKind::acts_on));
  check("spares items", tally(LinkKind::spares));
}

TEST_CASE("the controls' README counts what is there", "[catalogs][readme]") {
  const auto rows = rows_of_readme("jis-q-27001-2006");
  std::array<Tally, 3> en, ja;  // clauses, objectives, controls
  for (const auto& control : shipped().controls) {
    const std::size_t depth = !control.parent ? 0 : control.group ? 1 : 2;
    en.at(depth).add(control.title.en_fact);
    ja.at(depth).add(control.title.ja_fact);
    CHECK(is(control.fact, BasisKind::stated));
  }
  const std::array<std::string, 3> names{"clauses", "objectives", "controls"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    INFO(names.at(i));
    REQUIRE(rows.contains(names.at(i)));
    CHECK(rows.at(names.at(i)) ==
          std::vector{en.at(i).all(), en.at(i).stated, en.at(i).unverified, ja.at(i).stated, ja.at(i).unverified});
  }
}

TEST_CASE("the guideline's README counts what is there", "[catalogs][readme]") {
  const std::string name = "asp-saas-2008";
  const auto rows = rows_of_readme(name);
  const auto& catalog = shipped();
  std::map<std::string, Tally> counts{{"classes", tally(catalog.classes, name)},
                                      {"roles", tally(catalog.roles, name)},
                                      {"questions", tally(catalog.questions, name)},
                                      {"patterns", tally(catalog.patterns, name)},
                                      {"reasons", tally(catalog.reasons, name)},
                                      {"service types", tally(catalog.service_types, name)},
                                      {"components", tally(catalog.components, name)},
                                      {"what they carry", tally(LinkKind::carries)},
                                      {"assets", tally(catalog.assets, name)},
                                      {"their natures", tally(LinkKind::has_nature)},
                                      {"system cases", tally(catalog.system_cases, name)},
                                      {"exclusions", tally(catalog.exclusions, name)},
                                      {"stakeholders", tally(catalog.stakeholders, name)},
                                      {"considerations", tally(catalog.considerations, name)},
                                      {"documents", tally(catalog.documents, name)},
                                      {"chapters", tally(catalog.chapters, name)}};
  for (const auto& criterion : catalog.level_criteria) {
    for (const auto& rule : criterion.rules) counts["rules of the level criteria"].add(rule.fact);
  }
  for (const auto& type : catalog.service_types) {
    for (const auto& [property, level] : type.levels) counts["their levels"].add(level.fact);
  }
  for (const auto& system_case : catalog.system_cases) {
    for (const auto& instance : system_case.instances) counts["their instances"].add(instance.fact.value());
  }
  for (const auto& entry : catalog.measures) {
    if (entry.group) {
      for (const auto& indicator : entry.indicators) {
        counts["indicators of the example of 図表37"].add(indicator.fact);
        for (const auto& [pattern, value] : indicator.values) counts["its values"].add(value.fact);
      }
      continue;
    }
    counts["measures"].add(entry.fact);
    counts["their numbers"].add(entry.number.value().fact);
    counts["their titles"].add(entry.title.ja_fact);
    counts["their classes"].add(entry.measure_class.value().fact);
    for (const auto& indicator : entry.indicators) {
      counts["indicators"].add(indicator.fact);
      for (const auto& [pattern, value] : indicator.values) counts["their values"].add(value.fact);
    }
  }
  counts["where measures are put in place"] = tally(LinkKind::implemented_on);
  counts["what measures aim at"] = tally(LinkKind::aims_at);
  counts["what measures consider"] = tally(LinkKind::considers);
  counts["purposes"] = tally(catalog.purposes, name);
  counts["units"] = tally(catalog.units, name);
  counts["scales"] = tally(catalog.scales, name);
  for (const auto& rule : catalog.placement) counts["rules of placement"].add(rule.fact);
  each_entry([&](EntryKind, const Entry& entry) {
    if (!entry.note.empty() && catalog.fact(entry.fact).catalog == name) counts["notes"].add(entry.note.ja_fact);
  });
  for (const auto& [row, count] : counts) {
    INFO(row);
    REQUIRE(rows.contains(row));
    CHECK(rows.at(row) == count.row());
  }
  const auto always = static_cast<std::size_t>(
      std::ranges::count_if(items(catalog.stakeholders), [](const auto* who) { return who->always.has_value(); }));
  REQUIRE(rows.contains("always part of a service"));
  CHECK(rows.at("always part of a service").front() == always);
}

TEST_CASE("the README of the sentences for steps counts what is there", "[catalogs][readme]") {
  const auto rows = rows_of_readme("step-wording");
  REQUIRE(rows.contains("sentences"));
  CHECK(rows.at("sentences") == tally(shipped().steps, "step-wording").row());
}

TEST_CASE("the links' README counts what is there", "[catalogs][readme]") {
  const auto rows = rows_of_readme("asp-saas-2008-links");
  std::map<std::string, std::set<std::pair<EntryRef, EntryRef>>> pairs;
  std::map<std::string, Tally> count;
  for (const auto& link : shipped().links) {
    const auto& fact = shipped().fact(link.fact);
    if (fact.catalog != "asp-saas-2008-links") continue;
    const auto file = fs::path(fact.location.file_name()).filename().string();
    count[file].add(link.fact);
    for (const auto from : link.from) {
      for (const auto to : link.to) {
        for (const auto start : items_under(from)) {
          for (const auto end : items_under(to)) pairs[file].emplace(start, end);
        }
      }
    }
  }
  CHECK(count.size() == 7);
  std::size_t further = 0;
  for (const auto* link : links(LinkKind::counters)) further += link->stands_because.empty() ? 0U : 1U;
  const auto text = text_of_readme("asp-saas-2008-links");
  CHECK(text.find("in " + std::to_string(further) + " links; each says") != std::string::npos);
  CHECK(text.find("リンクが" + std::to_string(further) + "あり") != std::string::npos);
  for (const auto& [file, tally_of_file] : count) {
    INFO(file);
    REQUIRE(rows.contains(file));
    CHECK(rows.at(file) ==
          std::vector{tally_of_file.all(), pairs[file].size(), tally_of_file.stated, tally_of_file.judgement});
  }
}

TEST_CASE(
    "the links' README counts what other sources say of each link, and a link that none supports says why it stands",
    "[catalogs][readme]") {
  const auto rows = rows_of_readme("asp-saas-2008-links");
  std::map<std::string, std::vector<std::size_t>> said;  // three columns for each kind of link
  const std::vector kinds{LinkKind::mitigates, LinkKind::counters};
  const auto count = [&](const std::vector<std::string>& sources, std::size_t column) {
    for (const auto& source : sources) {
      auto& counts = said[source];
      counts.resize(3 * kinds.size());
      ++counts[column];
    }
  };
  Codes unasked;
  Codes without_reason;
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    for (const auto* link : links(kinds[kind])) {
      const auto& evidence = link->evidence;
      count(evidence.agree, 3 * kind);
      count(evidence.disagree, 3 * kind + 1);
      count(evidence.silent, 3 * kind + 2);
      if (!evidence.given()) unasked.insert(link->code);
      const bool reason = !evidence.alone.ja.empty() && !evidence.alone.en.empty();
      if (evidence.agree.empty() != reason) without_reason.insert(link->code);
    }
  }
  CHECK(unasked == nothing);
  CHECK(without_reason == nothing);
  std::vector<std::size_t> alone;
  for (const auto kind : kinds) {
    alone.push_back(static_cast<std::size_t>(
        std::ranges::count_if(links(kind), [](const Link* link) { return link->evidence.agree.empty(); })));
  }
  const auto text = text_of_readme("asp-saas-2008-links");
  CHECK(text.find(std::to_string(alone[0]) + " links of controls and " + std::to_string(alone[1]) + " of measures") !=
        std::string::npos);
  CHECK(text.find("管理策" + std::to_string(alone[0]) + "、対策項目" + std::to_string(alone[1])) != std::string::npos);
  CHECK(said.size() == 3);
  for (const auto& [source, counts] : said) {
    INFO(source);
    REQUIRE(rows.contains(source));
    CHECK(rows.at(source) == counts);
  }
}

}  // namespace
