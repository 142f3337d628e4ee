#include "tests/second/second_derivation.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace michibiki::testing {
namespace {

using Row = std::vector<Text>;

const std::string& cell(const Row& row, std::size_t column) { return row.at(column).value(); }

/// The parties that answer one exposure by one kind of link: members, and how firm each party's answer is.
struct Party {
  std::set<std::string> members;
  int basis = 0;
};
using Parties = std::map<std::string, Party>;

/// "a+b (basis)": of parties with the same members the firmest.
Texts told(const Parties& parties) {
  std::map<std::string, int> firmest;
  for (const auto& [link, party] : parties) {
    std::string text;
    for (const auto& member : party.members) text += (text.empty() ? "" : "+") + member;
    firmest.try_emplace(text, party.basis).first->second = std::max(firmest[text], party.basis);
  }
  Texts lines;
  for (const auto& [text, basis] : firmest) lines.insert(with_basis(text, static_cast<BasisKind>(basis)));
  return lines;
}

/// "a+b".
Texts members_of(const Parties& parties) {
  Texts lines;
  for (const auto& [link, party] : parties) {
    std::string text;
    for (const auto& member : party.members) text += (text.empty() ? "" : "+") + member;
    lines.insert(text);
  }
  return lines;
}

Texts in_all(const Parties& parties) {
  Texts needed;
  if (!parties.empty()) needed = parties.begin()->second.members;
  for (const auto& party : parties) {
    const auto& members = party.second.members;
    std::erase_if(needed, [&](const std::string& member) { return !members.contains(member); });
  }
  return needed;
}

const std::string fitting_patterns =
    "SELECT service || ': ' || pattern || CASE WHEN hidden THEN ' withheld' ELSE '' END FROM fitting_pattern";

/// SQL for the name of an exposure.
const std::string exposure_name =
    "place || '/' || asset || ' ' || threat || CASE property WHEN '-' THEN '' ELSE ' ' || property END || "
    "coalesce(' ' || vulnerability, '')";

/// SQL for the word of a basis.
const std::string basis_word = "CASE basis WHEN 0 THEN 'unverified' WHEN 1 THEN 'judgement' ELSE 'stated' END";

}  // namespace

const std::string& sql(const std::string& name) {
  static std::map<std::string, std::string> known;  // each is read once
  auto& text = known[name];
  if (!text.empty()) return text;
  const auto path = std::string(MICHIBIKI_SOURCE_DIR) + "/tests/second/sql/" + name + ".sql";
  std::ifstream file(path, std::ios::binary);
  text.assign(std::istreambuf_iterator<char>(file), {});
  if (text.empty()) throw std::logic_error("there is no " + path);
  return text;
}

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

void SecondComputation::fill(const SecondPortfolio& portfolio) {
  database_.run("DELETE FROM service; DELETE FROM instance; DELETE FROM uses; DELETE FROM acceptance");
  const auto put = [&](const std::string& home, const SecondInstance& instance) {
    database_.put("INSERT INTO instance VALUES (?, ?, ?, ?, ?, 2)",
                  {home, instance.code, instance.type, instance.operated_by, instance.part_of});
  };
  for (const auto& instance : portfolio.shared) put("", instance);
  for (const auto& service : portfolio.services) {
    database_.put("INSERT INTO service VALUES (?, NULL)", {service.code});
    for (const auto& instance : service.instances) put(service.code, instance);
    database_.put(
        "INSERT INTO instance SELECT ?, instance, type, operator, part_of, basis FROM said_case WHERE system_case = ?",
        {service.code, service.system_case});
    for (const auto& shared : service.uses) database_.put("INSERT INTO uses VALUES (?, ?)", {service.code, shared});
    for (const auto& accepted : service.accepted) {
      database_.put("INSERT INTO acceptance VALUES (?, ?, ?, ?, ?)",
                    {service.code, accepted.asset, accepted.threat, accepted.property, accepted.component});
    }
  }
}

Database& SecondComputation::lay_out(const SecondPortfolio& portfolio) {
  fill(portfolio);
  database_.run(sql("scope"));
  database_.run(sql("harms"));
  require(portfolio.services);
  return database_;
}

SecondDerivation SecondComputation::derive(const SecondPortfolio& portfolio) {
  fill(portfolio);
  // Limits are held against what `exposes` links name, and then against what is exposed.
  for (const auto* stage :
       {"scope", "assets", "harms", "candidates", "limits", "exposures", "limits", "answers", "people"})
    database_.run(sql(stage));
  require(portfolio.services);
  call();
  database_.run(sql("accepted"));
  SecondDerivation result;
  result.components = ask("SELECT place || ' (' || " + basis_word + " || ')' FROM component");
  result.exposures = exposures();
  result.unreached = ask("SELECT id FROM threat WHERE id NOT IN (SELECT threat FROM exposure)");
  const auto at_work = [&](const std::string& kind) {
    return ask("SELECT id || ' (' || " + basis_word +
               " || ')' FROM (SELECT id, max(basis) basis FROM at_work WHERE sure AND kind = '" + kind +
               "' GROUP BY id)");
  };
  const auto maybe_at_work = [&](const std::string& kind) {
    return ask("SELECT id FROM at_work WHERE kind = '" + kind +
               "' AND id NOT IN (SELECT id FROM at_work WHERE sure AND kind = '" + kind + "')");
  };
  result.measures = at_work("measure");
  result.controls = at_work("control");
  result.open_measures = maybe_at_work("measure");
  result.open_controls = maybe_at_work("control");
  result.requirements = requirements();
  result.obligations = ask("SELECT stakeholder || ': ' || measure || ' in ' || service || ' (' || " + basis_word +
                           " || ')' FROM obligation");
  result.open_obligations = ask("SELECT stakeholder || ': ' || measure || ' in ' || service FROM open_obligation");
  result.grades = grades();
  return result;
}

std::map<std::string, SecondExposure> SecondComputation::exposures() {
  std::map<std::pair<std::string, std::string>, Parties> parties;
  for (const auto& row : database_.rows("SELECT number, kind, party, member, basis FROM line")) {
    auto& party = parties[{cell(row, 0), cell(row, 1)}][cell(row, 2)];
    party.members.insert(cell(row, 3));
    party.basis = std::stoi(cell(row, 4));
  }
  std::map<std::string, Parties> open;
  for (const auto& row : database_.rows("SELECT number, kind || ' ' || party, member FROM open_line"))
    open[cell(row, 0)][cell(row, 1)].members.insert(cell(row, 2));
  const auto accepted = ask("SELECT number FROM accepted");
  const bool controls_cover = ask("SELECT 1 FROM said_entry WHERE kind = 'measure'").empty();
  std::map<std::string, SecondExposure> found;
  for (const auto& row : database_.rows("SELECT number, " + exposure_name + ", " + basis_word + " FROM exposure")) {
    const auto& measures = parties[{cell(row, 0), "counters"}];
    const auto& controls = parties[{cell(row, 0), "mitigates"}];
    const auto& covering = controls_cover ? controls : measures;
    SecondExposure exposure{cell(row, 2),
                            told(measures),
                            told(controls),
                            {},
                            accepted.contains(cell(row, 0)),
                            in_all(covering),
                            members_of(open[cell(row, 0)])};
    exposure.status = !covering.empty() ? "covered" : !controls.empty() ? "control-only" : "uncovered";
    found.emplace(cell(row, 1), std::move(exposure));
  }
  return found;
}

std::map<std::string, SecondRequirement> SecondComputation::requirements() {
  std::map<std::string, SecondRequirement> found;
  // Firmest first, what is certain before all that is open.
  for (
      const auto& row : database_.rows(
          "SELECT (SELECT group_concat(id, '+') FROM (SELECT id FROM requirer r WHERE r.link = q.link AND r.party = "
          "q.party ORDER BY id)) || ' require ' || id || ' by ' || link, coalesce((SELECT " +
          exposure_name + " FROM exposure x WHERE q.sort = 'exposure' AND x.number = q.place), q.place), sure, " +
          basis_word +
          " FROM requirement q WHERE sure OR (link, party, kind, id, sort, place) NOT IN (SELECT link, party, kind, id, "
          "sort, place FROM requirement WHERE sure) ORDER BY sure DESC, basis DESC")) {
    auto& requirement = found.try_emplace(cell(row, 0), SecondRequirement{cell(row, 3), {}, {}}).first->second;
    (cell(row, 2) == "1" ? requirement.places : requirement.open_places).insert(cell(row, 1));
  }
  return found;
}

Texts SecondComputation::patterns(const std::vector<SecondService>& services) {
  fill({services, {}});
  require(services);
  return ask(fitting_patterns);
}

void SecondComputation::require(const std::vector<SecondService>& services) {
  database_.run("DELETE FROM given; DELETE FROM answer");
  for (const auto& service : services) {
    database_.put("UPDATE service SET type = ? WHERE id = ?", {service.type, service.code});
    for (const auto& [property, level] : service.given)
      database_.put("INSERT INTO given VALUES (?, ?, ?)", {service.code, property, level});
    for (const auto& [question, says] : service.answers)
      database_.put("INSERT INTO answer VALUES (?, ?, ?)", {service.code, question, says ? "true" : "false"});
  }
  database_.run(sql("levels"));
}

void SecondComputation::call() {
  database_.run("DELETE FROM possible_at");
  if (!ask("SELECT 1 FROM said_call").empty()) {
    const auto wanted = std::stoi(*ask("SELECT trust FROM wanted").begin());
    for (int level = static_cast<int>(BasisKind::stated); level >= wanted; --level) {
      trust(static_cast<BasisKind>(level));
      database_.run(sql("levels"));
      database_.run("INSERT INTO possible_at SELECT trust, service, pattern FROM wanted JOIN fitting_pattern");
    }
  }
  database_.run(sql("called"));
  database_.run(sql("required"));
  do database_.run(sql("bring"));
  while (ask("SELECT changes()") != Texts{"0"});
}

SecondGrades SecondComputation::grade(const std::vector<SecondService>& services) {
  require(services);
  call();
  return grades();
}

SecondGrades SecondComputation::grades() {
  database_.run(sql("grades"));
  SecondGrades result;
  result.patterns = ask(fitting_patterns);
  for (const auto& row : database_.rows("SELECT measure || '.' || \"key\" || ' for ' || users, text, pattern, " +
                                        basis_word + ", state, incomplete, alternative FROM grade")) {
    const bool known = cell(row, 4) == "known";
    auto text = cell(row, 0) + ": " + (known ? normal_value(cell(row, 1)) : cell(row, 4));
    if (row[2]) text += " of " + *row[2];
    if (known) text += " (" + cell(row, 3) + ')';
    result.values.insert(text + (cell(row, 5) == "1" ? " incomplete" : "") +
                         (cell(row, 6) == "1" ? " alternative" : ""));
  }
  return result;
}

std::map<std::string, int> SecondComputation::features() {
  std::map<std::string, int> times;
  for (const auto& row : database_.rows(sql("features"))) times[cell(row, 0)] += std::stoi(cell(row, 1));
  return times;
}

Texts SecondComputation::ask(const std::string& query) {
  Texts found;
  for (const auto& row : database_.rows(query)) found.insert(cell(row, 0));
  return found;
}

std::string with_basis(const std::string& text, BasisKind basis) {
  return text + " (" + std::string(name_of(basis)) + ')';
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
