#include "tests/second/second_derivation.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace michibiki::testing {
namespace {

std::string sql(const std::string& name) {
  const auto path = std::string(MICHIBIKI_SOURCE_DIR) + "/tests/second/sql/" + name + ".sql";
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.empty()) throw std::logic_error("there is no " + path);
  return text;
}

using Row = std::vector<Text>;

const std::string& cell(const Row& row, std::size_t column) { return row.at(column).value(); }

/// The members of lines as "a+b", by exposure and kind of link.
using Lines = std::map<std::pair<std::string, std::string>, std::map<std::string, std::set<std::string>>>;

std::set<std::string> told(const std::map<std::string, std::set<std::string>>& parties) {
  std::set<std::string> lines;
  for (const auto& [party, members] : parties) {
    std::string text;
    for (const auto& member : members) text += (text.empty() ? "" : "+") + member;
    lines.insert(text);
  }
  return lines;
}

std::set<std::string> in_all(const std::map<std::string, std::set<std::string>>& parties) {
  std::set<std::string> needed;
  for (const auto& party : parties) {
    const auto& members = party.second;
    if (party.first == parties.begin()->first) needed = members;
    std::erase_if(needed, [&](const std::string& member) { return !members.contains(member); });
  }
  return needed;
}

}  // namespace

SecondComputation::SecondComputation(const std::vector<CatalogTexts>& catalogs) {
  database_.run(sql("schema"));
  database_.run("INSERT INTO wanted VALUES (0)");
  put_facts(database_, catalogs);
  trust(BasisKind::unverified);
}

void SecondComputation::trust(BasisKind level) {
  database_.put("UPDATE wanted SET trust = ?", {std::to_string(static_cast<int>(level))});
  database_.run(sql("trust"));
}

SecondDerivation SecondComputation::derive(const std::vector<SecondInstance>& instances) {
  database_.run("DELETE FROM instance");
  for (const auto& instance : instances) {
    database_.put("INSERT INTO instance VALUES (?, ?, ?, ?, 2)",
                  {instance.code, instance.type, instance.operated_by, instance.part_of});
  }
  return derive_instances();
}

SecondDerivation SecondComputation::derive_case(const std::string& system_case) {
  database_.run("DELETE FROM instance");
  database_.put(
      "INSERT INTO instance SELECT instance, type, operator, part_of, basis FROM said_case WHERE system_case = ?",
      {system_case});
  return derive_instances();
}

SecondDerivation SecondComputation::derive_instances() {
  database_.run(sql("exposures"));
  database_.run(sql("answers"));
  Lines lines;
  for (const auto& row : database_.rows("SELECT number, kind, party, member FROM line"))
    lines[{cell(row, 0), cell(row, 1)}][cell(row, 2)].insert(cell(row, 3));
  const bool controls_cover = database_.rows("SELECT 1 FROM said_entry WHERE kind = 'measure'").empty();
  SecondDerivation result;
  for (const auto& row : database_.rows(
           "SELECT number, place || '/' || asset || ' ' || threat || CASE property WHEN '-' THEN '' ELSE ' ' || "
           "property END || coalesce(' ' || vulnerability, '') FROM exposure")) {
    SecondExposure exposure;
    const auto& measures = lines[{cell(row, 0), "counters"}];
    const auto& controls = lines[{cell(row, 0), "mitigates"}];
    exposure.measures = told(measures);
    exposure.controls = told(controls);
    const auto& covering = controls_cover ? controls : measures;
    exposure.status = !covering.empty() ? "covered" : !controls.empty() ? "control-only" : "uncovered";
    exposure.needed = in_all(covering);
    result.exposures.emplace(cell(row, 1), std::move(exposure));
  }
  const auto gather = [&](std::set<std::string>& found, const std::string& query) {
    for (const auto& row : database_.rows(query)) found.insert(cell(row, 0));
  };
  gather(result.unreached, "SELECT id FROM threat WHERE id NOT IN (SELECT threat FROM exposure)");
  gather(result.controls, "SELECT member FROM line WHERE kind = 'mitigates'");
  gather(result.measures, "SELECT member FROM line WHERE kind = 'counters' UNION SELECT measure FROM obligation");
  gather(result.obligations, "SELECT stakeholder || ': ' || measure FROM obligation");
  return result;
}

std::set<std::string> SecondComputation::patterns(const SecondLevels& levels) {
  database_.run("DELETE FROM given");
  for (const auto& [property, level] : levels.given)
    database_.put("INSERT INTO given VALUES (?, ?)", {property, level});
  database_.run("DROP TABLE IF EXISTS type_line; CREATE TABLE type_line(property TEXT, level TEXT, believed INTEGER)");
  database_.put(
      "INSERT INTO type_line SELECT l.property, l.level, l.basis >= (SELECT trust FROM wanted) AND EXISTS "
      "(SELECT 1 FROM entry e WHERE e.kind = 'type' AND e.id = l.type) FROM said_type_level l WHERE l.type = ?",
      {levels.type});
  database_.run(sql("patterns"));
  std::set<std::string> found;
  for (const auto& row : database_.rows("SELECT id FROM possible_pattern")) found.insert(cell(row, 0));
  return found;
}

std::set<std::string> SecondComputation::values(const std::set<std::string>& measures,
                                                const std::set<std::string>& patterns) {
  std::set<std::string> found;
  for (const auto& row :
       database_.rows("SELECT measure, \"key\", pattern, CASE WHEN basis >= (SELECT trust FROM wanted) "
                      "THEN value ELSE 'unknown' END FROM said_value")) {
    if (measures.contains(cell(row, 0)) && patterns.contains(cell(row, 2)))
      found.insert(cell(row, 0) + '.' + cell(row, 1) + ' ' + cell(row, 2) + ": " + normal_value(cell(row, 3)));
  }
  return found;
}

std::string normal_value(std::string text) {
  constexpr std::string_view within = "within ";
  if (text.starts_with(within)) text = "at most " + text.substr(within.size());
  const auto star = text.find('*');
  if (star == std::string::npos) return text;
  text.erase(star);
  while (text.ends_with(' ')) text.pop_back();
  return text + " *";
}

}  // namespace michibiki::testing
