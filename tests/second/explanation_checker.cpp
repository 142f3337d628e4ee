#include "tests/second/explanation_checker.hpp"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include <nlohmann/json.hpp>

namespace michibiki::testing {
namespace {

using Json = nlohmann::json;
using Id = long;

/// What a conclusion of each kind may be about.
const std::map<std::string, Texts> parts_of_kind{
    {"may-require-level", {"service", "property", "level"}},
    {"may-be-of-pattern", {"service", "pattern"}},
    {"has-component", {"service", "component", "component-type"}},
    {"has-stakeholder", {"service", "stakeholder", "or-under"}},
    {"has-asset", {"component", "component-type", "asset"}},
    {"is-of-nature", {"asset", "nature"}},
    {"harms-property", {"threat", "property"}},
    {"works-by", {"threat", "mechanism", "property"}},
    {"acts-on", {"mechanism", "nature", "property"}},
    {"is-weak", {"vulnerability", "asset", "threat"}},
    {"is-exposed", {"component", "component-type", "asset", "threat", "property", "vulnerability", "within"}},
    {"is-called-for",
     {"measure", "control", "component", "component-type", "asset", "threat", "property", "vulnerability"}},
    {"is-drawn-from", {"measure", "origin"}},
    {"is-of-class", {"measure", "class"}},
    {"is-placed", {"measure", "chapter"}},
    {"has-value", {"service", "measure", "indicator", "pattern", "value"}}};

/// The form of a step; what it says is looked at by sql/sound.sql.
struct Rule {
  std::string concludes;
  std::regex premises;  ///< their kinds in order, each with a space behind it
  bool by_link = false;
  bool may_be_open = false;
};

const std::map<std::string, Rule> rules = [] {
  const std::regex none("");
  const std::string exposed = "has-asset harms-property (is-weak )?";
  const auto patterns = [](const std::string& first) { return std::regex(first + "(may-be-of-pattern )*"); };
  return std::map<std::string, Rule>{
      {"level-given", {"may-require-level", none}},
      {"level-by-criterion", {"may-require-level", none, false, true}},
      {"level-by-type", {"may-require-level", none, false, true}},
      {"level-open", {"may-require-level", none, false, true}},
      {"pattern-fits", {"may-be-of-pattern", std::regex("(may-require-level )*"), false, true}},
      {"component-listed", {"has-component", none}},
      {"component-own", {"has-component", none}},
      {"stakeholder-always", {"has-stakeholder", none}},
      {"stakeholder-operates", {"has-stakeholder", std::regex("has-component ")}},
      {"asset-carried", {"has-asset", std::regex("has-component "), true}},
      {"asset-of-service", {"has-asset", none}},
      {"nature", {"is-of-nature", none, true}},
      {"harm", {"harms-property", none}},
      {"mechanism", {"works-by", none, true}},
      {"direct-harm", {"acts-on", none, true}},
      {"weakness", {"is-weak", none}},
      {"exposed-by-mechanism", {"is-exposed", std::regex(exposed + "works-by is-of-nature acts-on ")}},
      {"exposed-outright", {"is-exposed", std::regex(exposed + "(is-of-nature )?"), true}},
      {"exposed-to-all", {"is-exposed", std::regex(exposed + "(is-of-nature )?")}},
      {"counters", {"is-called-for", patterns("is-exposed "), true, true}},
      {"mitigates", {"is-called-for", patterns("is-exposed "), true, true}},
      {"involves", {"is-called-for", patterns("(has-stakeholder )+"), true, true}},
      {"requires", {"is-called-for", std::regex("(is-called-for )+(is-exposed )?"), true, true}},
      {"lineage", {"is-drawn-from", none, true}},
      {"class", {"is-of-class", none}},
      {"placed", {"is-placed", none}},
      {"value-published", {"has-value", patterns("is-called-for "), false, true}},
      {"value-strictest", {"has-value", patterns("is-called-for "), false, true}}};
}();

struct PrintedStep {
  Id id = 0;
  std::string rule;
  std::map<std::string, std::string> conclusion;
  std::vector<Id> premises;
  Text link;
  bool open = false;

  bool either() const { return rule == "either"; }
};

/// One or several, joined by '+' in the order of their names.
std::string code_in(const Json& value) {
  if (!value.is_array()) return value.get<std::string>();
  std::string text;
  for (const auto& one : value.get<Texts>()) text += (text.empty() ? "" : "+") + one;
  return text;
}

PrintedStep read_step(const Json& json) {
  PrintedStep step;
  step.id = json.at("id").get<Id>();
  step.rule = json.at("rule").get<std::string>();
  for (const auto& [name, value] : json.at("conclusion").items()) step.conclusion[name] = code_in(value);
  step.premises = json.at("premises").get<std::vector<Id>>();
  if (step.either()) return step;
  if (!json.at("link").is_null()) step.link = json.at("link").get<std::string>();
  step.open = json.at("open").get<bool>();
  return step;
}

class Check {
 public:
  Check(Database& database, const Json& json) : database_(database), json_(json) {
    for (const auto& one : json.at("steps")) {
      auto step = read_step(one);
      if (!steps_.try_emplace(step.id, step).second) complain(step, "its id is another's, too");
    }
  }

  Texts complaints() {
    if (json_.at("format") != "michibiki-explanation" || json_.at("version") != 1) complaints_.insert("another format");
    if (!all_are_there()) return complaints_;
    name_conclusions();
    for (const auto& [id, step] : steps_) check_form(step);
    for (const auto& root : roots()) {
      if (stands_for(root) != root) complaints_.insert("root " + std::to_string(root) + " is one of several ways");
    }
    check_statements();
    check_order();
    for (const auto& reason : json_.at("reasons")) check_reason(reason);
    return complaints_;
  }

 private:
  using Premises = std::vector<Id>;

  void complain(const PrintedStep& step, const std::string& what) {
    auto text = std::to_string(step.id) + ": " + step.rule;
    for (const auto& [name, code] : step.conclusion) text.append(", ").append(name).append(" ").append(code);
    if (step.link) text += ", by " + *step.link;
    for (const auto premise : step.premises) text += ' ' + std::to_string(premise);
    complaints_.insert(text + ": " + what);
  }
  Premises roots() const { return json_.at("roots").get<Premises>(); }

  /// Without that nothing else can be looked at.
  bool all_are_there() {
    const auto missing = [&](Id id) { return !steps_.contains(id); };
    for (const auto& [id, step] : steps_) {
      if (std::ranges::any_of(step.premises, missing)) complain(step, "rests on a step that is not there");
    }
    for (const auto root : roots()) {
      if (missing(root)) complaints_.insert("root " + std::to_string(root) + " is not there");
    }
    return complaints_.empty();
  }

  void name_conclusions() {
    for (const auto& [id, step] : steps_) {
      auto& told = told_[id];
      for (const auto& [name, code] : step.conclusion) told.append(name).append(" ").append(code).append(", ");
      (step.either() ? eithers_ : ways_)[told].push_back(id);
    }
  }

  /// The step that the others are to rest on: of several ways to its conclusion the one that stands for all.
  Id stands_for(Id id) const {
    const auto either = eithers_.find(told_.at(id));
    return either == eithers_.end() ? ways_.at(told_.at(id)).front() : either->second.front();
  }

  void check_form(const PrintedStep& step) {
    const auto kind = parts_of_kind.find(kind_of(step));
    if (kind == parts_of_kind.end()) return complain(step, "concludes something unknown");
    for (const auto& [name, code] : step.conclusion) {
      if (name != "is" && !kind->second.contains(name)) complain(step, "is about " + name);
    }
    if (step.either()) {
      const auto& ways = ways_[told_.at(step.id)];
      const bool all = Premises(step.premises.begin(), step.premises.end()) == ways;
      if (ways.size() < 2 || !all || eithers_.at(told_.at(step.id)).size() > 1)
        complain(step, "is not all the ways to its conclusion");
      return;
    }
    const auto& ways = ways_.at(told_.at(step.id));
    if (ways.size() > 1 && !eithers_.contains(told_.at(step.id))) complain(step, "is one of several ways, apart");
    const auto rule = rules.find(step.rule);
    if (rule == rules.end()) return complain(step, "nobody knows this rule");
    std::string kinds;
    for (const auto premise : step.premises) {
      kinds += kind_of(steps_.at(premise)) + ' ';
      if (stands_for(premise) != premise) complain(step, "rests on one of several ways");
    }
    if (kind_of(step) != rule->second.concludes) complain(step, "does not conclude such");
    if (!std::regex_match(kinds, rule->second.premises)) complain(step, "rests on " + kinds);
    if (step.link.has_value() != rule->second.by_link) complain(step, "by a link or none");
    if (step.open && !rule->second.may_be_open) complain(step, "is never open");
  }

  static std::string kind_of(const PrintedStep& step) {
    const auto is = step.conclusion.find("is");
    return is == step.conclusion.end() ? "" : is->second;
  }

  void check_statements() {
    database_.run("BEGIN");
    database_.run(sql("explained"));
    for (const auto& [id, step] : steps_) put(step);
    for (const auto& row : database_.rows("SELECT measure, \"key\", pattern, text, min(v.basis) FROM said_value v"
                                          " GROUP BY measure, \"key\", pattern, text")) {
      database_.put("INSERT INTO value_text VALUES (?, ?, ?, ?, ?)",
                    {row[0], row[1], row[2], normal_value(row[3].value()), row[4]});
    }
    database_.run(sql("sound"));
    database_.run("COMMIT");
    for (const auto& row : database_.rows("SELECT id FROM explained WHERE rule <> 'either' AND id NOT IN sound"))
      complain(steps_.at(std::stol(row[0].value())), "is not so");
    for (const auto& row : database_.rows(
             "SELECT id FROM explained s WHERE component IS NOT NULL AND NOT EXISTS (SELECT 1 FROM labelled c WHERE "
             "c.label = s.component AND s.\"component-type\" IS CASE WHEN c.code <> c.type THEN c.type END)"))
      complain(steps_.at(std::stol(row[0].value())), "there is no such component");
  }

  void put(const PrintedStep& step) {
    std::string columns = "id, rule, link, open, told";
    std::string gaps = "?, ?, ?, CAST(? AS INTEGER), ?";
    std::vector<Text> values{std::to_string(step.id), step.rule, step.link, step.open ? "1" : "0", told_.at(step.id)};
    const auto kind = parts_of_kind.find(kind_of(step));
    for (const auto& [name, code] : step.conclusion) {
      if (name != "is" && (kind == parts_of_kind.end() || !kind->second.contains(name))) continue;
      columns += ", \"" + name + '"';
      gaps += ", ?";
      values.emplace_back(name == "value" ? normal_value(code) : code);
    }
    database_.put("INSERT INTO explained (" + columns + ") VALUES (" + gaps + ')', values);
    for (const auto premise : step.premises)
      database_.put("INSERT INTO premise VALUES (?, ?)", {std::to_string(step.id), std::to_string(premise)});
  }

  bool follows(const PrintedStep& step, const std::set<Id>& known) const {
    const auto is_known = [&](Id id) { return known.contains(id); };
    return step.either() ? std::ranges::any_of(step.premises, is_known) : std::ranges::all_of(step.premises, is_known);
  }

  /// The least set of steps that follow: each from some of them that were there before it.
  void check_order() {
    std::set<Id> known;
    for (std::size_t before = 1; before != known.size();) {
      before = known.size();
      for (const auto& [id, step] : steps_) {
        if (!known.contains(id) && follows(step, known)) known.insert(id);
      }
    }
    for (const auto& [id, step] : steps_) {
      if (!known.contains(id)) complain(step, "rests on itself alone");
    }
  }

  /// The steps of the reason that is told first, each after those it rests on, and its conclusion last.
  void check_reason(const Json& reason) {
    const auto root = reason.at("root").get<Id>();
    const auto name = "the shortest reason of " + std::to_string(root);
    if (std::ranges::count(roots(), root) == 0) complaints_.insert(name + " is of no root");
    Texts concluded;
    std::string last;
    for (const auto id : reason.at("shortest").get<Premises>()) {
      const auto step = steps_.find(id);
      if (step == steps_.end() || step->second.either()) {
        complaints_.insert(name + " has a step that is not there");
        continue;
      }
      for (const auto premise : step->second.premises) {
        if (!concluded.contains(told_.at(premise))) complaints_.insert(name + " is out of order");
      }
      last = told_.at(id);
      concluded.insert(last);
    }
    if (!told_.contains(root) || last != told_.at(root)) complaints_.insert(name + " leads elsewhere");
  }

  Database& database_;
  const Json& json_;
  std::map<Id, PrintedStep> steps_;
  std::map<Id, std::string> told_;           ///< the conclusion of each
  std::map<std::string, Premises> ways_;     ///< by conclusion the steps that come to it
  std::map<std::string, Premises> eithers_;  ///< and those that stand for several such
  Texts complaints_;
};

}  // namespace

void ExplanationChecker::lay_out(const SecondPortfolio& portfolio, BasisKind trust) {
  computation_.trust(trust);
  auto& database = computation_.lay_out(portfolio);
  database.run("DROP TABLE IF EXISTS made_of; CREATE TABLE made_of(service TEXT, system_case TEXT)");
  for (const auto& service : portfolio.services)
    database.put("INSERT INTO made_of VALUES (?, ?)", {service.code, service.system_case});
  database_ = &database;
}

Texts ExplanationChecker::complaints(const std::string& json) {
  try {
    const auto parsed = Json::parse(json);
    return Check(*database_, parsed).complaints();
  } catch (const Json::exception& what) {
    return {what.what()};
  }
}

}  // namespace michibiki::testing
