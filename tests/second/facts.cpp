#include "tests/second/facts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include "model/yaml/parse.hpp"

namespace michibiki::testing {
namespace {

namespace fs = std::filesystem;

constexpr int unverified = 0;
constexpr int judged = 1;
constexpr int stated = 2;

/// The sections whose items are entries, and what kind of entry.
const std::map<std::string, std::string> kinds{{"properties", "property"},
                                               {"levels", "level"},
                                               {"origins", "origin"},
                                               {"natures", "nature"},
                                               {"mechanisms", "mechanism"},
                                               {"components", "component"},
                                               {"assets", "asset"},
                                               {"threats", "threat"},
                                               {"vulnerabilities", "vulnerability"},
                                               {"controls", "control"},
                                               {"measures", "measure"},
                                               {"stakeholders", "stakeholder"},
                                               {"patterns", "pattern"},
                                               {"service-types", "type"},
                                               {"system-cases", "case"},
                                               {"exclusions", "exclusion"},
                                               {"questions", "question"},
                                               {"classes", "class"},
                                               {"purposes", "purpose"},
                                               {"chapters", "chapter"},
                                               {"documents", "document"},
                                               {"considerations", "consideration"}};

/// Where an attribute that edits may change stands: the table, and its columns of the entry and of the value.
struct Attribute {
  std::string table;
  std::string entry;
  std::string value;
  std::string kind;  ///< of a row, where a table holds several attributes
};
const std::map<std::string, Attribute> attributes{
    {"component carries", {"said_pair", "\"from\"", "\"to\"", "carries"}},
    {"component lacks", {"said_pair", "\"from\"", "\"to\"", "lacks"}},
    {"asset natures", {"said_pair", "\"from\"", "\"to\"", "has-nature"}},
    {"threat mechanisms", {"said_pair", "\"from\"", "\"to\"", "works-by"}},
    {"threat harms", {"said_harm", "threat", "property", {}}},
    {"threat origin", {"said_origin", "threat", "origin", {}}},
    {"control patterns", {"said_call", "id", "pattern", "control"}},
    {"measure patterns", {"said_call", "id", "pattern", "measure"}}};

/// A value with its basis, whether it stands plain or in `{is: …, basis: …}`.
struct Said {
  const Node* value = nullptr;
  int basis = stated;
};

int basis_in(const Node& node, int otherwise) {
  const auto* basis = node.is_mapping() ? node.find("basis") : nullptr;
  if (basis == nullptr) return otherwise;
  if (basis->is_scalar() || basis->find("unverified") != nullptr) return unverified;
  return basis->find("judgement") != nullptr ? judged : stated;
}

Said unwrapped(const Node& node, int otherwise) {
  const auto* is = node.is_mapping() ? node.find("is") : nullptr;
  return is != nullptr ? Said{is, basis_in(node, otherwise)} : Said{&node, otherwise};
}

/// The members of a list, or a single value as a list of one.
std::vector<Said> members(const Node& entry, const std::string& key, int basis) {
  std::vector<Said> found;
  const auto* node = entry.find(key);
  if (node == nullptr || node->is_null()) return found;
  const auto list = unwrapped(*node, basis);
  if (!list.value->is_sequence()) return {list};
  for (const auto& item : list.value->items) found.push_back(unwrapped(item, list.basis));
  return found;
}

std::string joined(const std::vector<Said>& list, const std::string& between) {
  std::string text;
  for (const auto& one : list) text += (text.empty() ? "" : between) + one.value->text;
  return text;
}

std::string text_in(const Node& entry, const std::string& key) {
  const auto* node = entry.find(key);
  return node != nullptr && node->is_scalar() ? node->text : std::string();
}

Text or_null(const std::string& text) { return text.empty() ? Text() : Text(text); }

/// One catalogue: its files as trees.
struct Told {
  std::string id;
  std::set<std::string> depends_on;
  std::vector<Node> roots;
};

Told parsed(const CatalogTexts& texts) {
  Told told;
  for (const auto& text : texts) {
    auto reading = parse_yaml(text, std::make_shared<const std::string>("text.yaml"));
    if (!reading.root || has_errors(reading.diagnostics)) throw std::logic_error("not YAML:\n" + text);
    told.roots.push_back(std::move(*reading.root));
  }
  for (const auto& root : told.roots) {
    const auto* manifest = root.find("catalog");
    if (manifest == nullptr) continue;
    told.id = text_in(*manifest, "id");
    for (const auto& other : members(*manifest, "depends-on", stated)) told.depends_on.insert(other.value->text);
  }
  return told;
}

/// In the order of their ids, each after those it depends on.
std::vector<Told> in_order(std::vector<Told> catalogs) {
  std::vector<Told> ordered;
  std::set<std::string> left;
  for (const auto& catalog : catalogs) left.insert(catalog.id);
  std::ranges::sort(catalogs, {}, &Told::id);
  while (!catalogs.empty()) {
    const auto next = std::ranges::find_if(catalogs, [&](const Told& catalog) {
      return std::ranges::none_of(catalog.depends_on, [&](const std::string& id) { return left.contains(id); });
    });
    if (next == catalogs.end()) throw std::logic_error("catalogues depend on each other in a circle");
    left.erase(next->id);
    ordered.push_back(std::move(*next));
    catalogs.erase(next);
  }
  return ordered;
}

/// A number as a fraction: "1.5" is 15 / 10.
struct Fraction {
  Text number;
  Text over;
};

Fraction fraction(const std::string& decimal) {
  const auto point = decimal.find('.');
  if (point == std::string::npos) return {decimal, "1"};
  return {decimal.substr(0, point) + decimal.substr(point + 1), '1' + std::string(decimal.size() - point - 1, '0')};
}

class Teller {
 public:
  explicit Teller(Database& database) : database_(database) {}

  void tell(const Told& catalog) {
    int whole = stated;
    for (const auto& root : catalog.roots) {
      if (root.find("catalog") != nullptr) whole = basis_in(root, stated);
    }
    for (const auto& root : catalog.roots) {
      const int basis = basis_in(root, whole);
      for (const auto& section : root.entries) {
        for (const auto& item : section.value.items) tell_item(section.key, item, basis_in(item, basis));
      }
    }
  }

 private:
  void put(const std::string& table, const std::vector<Text>& values) {
    std::string gaps;
    for (std::size_t i = 0; i < values.size(); ++i) gaps += i == 0 ? "?" : ", ?";
    database_.put("INSERT INTO " + table + " VALUES (" + gaps + ")", values);
  }
  static Text number(int value) { return std::to_string(value); }

  void tell_item(const std::string& section, const Node& item, int basis) {
    if (section == "links") return tell_link(item, basis);
    if (section == "edits") return tell_edit(item, basis);
    if (section == "level-criteria") return tell_rules(item, basis);
    if (section == "units") return tell_unit(item);
    if (section == "scales") return tell_choices(item);
    if (section == "placement") return tell_placement(item, basis);
    const auto kind = kinds.find(section);
    if (kind == kinds.end()) return;
    const auto id = text_in(item, "id");
    put("said_entry", {kind->second, id, or_null(text_in(item, "parent")), number(text_in(item, "group") == "true"),
                       number(basis), number(entries_++)});
    if (section == "properties") tell_scale(id, item);
    if (section == "components") {
      for (const auto* key : {"carries", "lacks"}) tell_pairs(key, id, item, key, basis);
    }
    if (section == "assets") tell_pairs("has-nature", id, item, "natures", basis);
    if (section == "mechanisms") tell_effects(id, item, basis);
    if (section == "threats") tell_threat(id, item, basis);
    if (section == "vulnerabilities") tell_weaknesses(id, item, basis);
    if (section == "stakeholders") tell_always(id, item, basis);
    if (section == "exclusions") tell_exclusion(id, item, basis);
    if (section == "patterns") tell_pattern(id, item, basis);
    if (section == "service-types") tell_type(id, item, basis);
    if (section == "system-cases") tell_case(id, item, basis);
    if (section == "controls" || section == "measures") tell_calls(kind->second, id, item, basis);
    if (section == "measures") tell_measure(id, item, basis);
  }

  void tell_calls(const std::string& kind, const std::string& id, const Node& item, int basis) {
    for (const auto& pattern : members(item, "patterns", basis))
      put("said_call", {kind, id, pattern.value->text, number(pattern.basis)});
  }

  void tell_scale(const std::string& id, const Node& item) {
    for (const auto& level : members(item, "levels", stated)) put("said_scale", {id, level.value->text});
  }

  void tell_pairs(const std::string& kind, const std::string& id, const Node& item, const std::string& key, int basis) {
    for (const auto& to : members(item, key, basis)) put("said_pair", {kind, id, to.value->text, number(to.basis)});
  }

  void tell_effects(const std::string& id, const Node& item, int basis) {
    for (const auto* key : {"acts-on", "spares"}) {
      for (const auto& statement : members(item, key, basis)) {
        const auto own = number(basis_in(*statement.value, statement.basis));
        const auto spares = number(std::string(key) == "spares");
        const auto at = number(effects_++);
        const auto natures = members(*statement.value, "natures", stated);
        const auto properties = members(*statement.value, "properties", stated);
        const auto link =
            id + ' ' + key + ' ' + joined(natures, "+") + (properties.empty() ? "" : " ") + joined(properties, " ");
        for (const auto& nature : natures) {
          if (properties.empty()) put("said_effect", {at, id, spares, nature.value->text, Text(), own, link});
          for (const auto& property : properties)
            put("said_effect", {at, id, spares, nature.value->text, property.value->text, own, link});
        }
      }
    }
  }

  void tell_threat(const std::string& id, const Node& item, int basis) {
    for (const auto& harm : members(item, "harms", basis)) put("said_harm", {id, harm.value->text, number(harm.basis)});
    for (const auto& origin : members(item, "origin", basis))
      put("said_origin", {id, origin.value->text, number(origin.basis)});
    tell_pairs("works-by", id, item, "mechanisms", basis);
  }

  void tell_weaknesses(const std::string& id, const Node& item, int basis) {
    for (const auto& asset : members(item, "assets", basis))
      put("said_weakness", {id, "asset", asset.value->text, number(asset.basis)});
    for (const auto& threat : members(item, "threats", basis))
      put("said_weakness", {id, "threat", threat.value->text, number(threat.basis)});
  }

  void tell_always(const std::string& id, const Node& item, int basis) {
    for (const auto& always : members(item, "always", basis)) {
      if (always.value->text == "true") put("said_always", {id, number(always.basis)});
    }
  }

  void tell_exclusion(const std::string& id, const Node& item, int basis) {
    for (const auto* sort : {"components", "operators"}) {
      for (const auto& named : members(item, sort, basis))
        put("said_exclusion", {id, sort, named.value->text, number(named.basis)});
    }
  }

  void tell_pattern(const std::string& id, const Node& item, int basis) {
    const auto* levels = item.find("levels");
    if (levels == nullptr) return;
    const auto all = unwrapped(*levels, basis);
    for (const auto& level : all.value->entries) {
      const auto said = unwrapped(level.value, all.basis);
      put("said_pattern_level", {id, level.key, said.value->text, number(said.basis)});
    }
  }

  /// A level, or the levels among which it is open.
  void tell_type(const std::string& id, const Node& item, int basis) {
    const auto* levels = item.find("levels");
    if (levels == nullptr) return;
    const auto all = unwrapped(*levels, basis);
    for (const auto& level : all.value->entries) {
      const auto said = unwrapped(level.value, all.basis);
      const bool open = said.value->text == "open";
      const auto among = open ? members(level.value, "among", said.basis) : std::vector{said};
      for (const auto& one : among) put("said_type_level", {id, level.key, one.value->text, number(said.basis)});
      if (among.empty()) put("said_type_level", {id, level.key, Text(), number(said.basis)});
    }
  }

  void tell_rules(const Node& item, int basis) {
    const auto property = text_in(item, "property");
    const auto* rules = item.find("rules");
    if (rules == nullptr) return;
    for (const auto& rule : rules->items) {
      const auto at = number(rules_[property]++);
      put("said_rule", {property, at, text_in(rule, "then"), number(basis_in(rule, basis))});
      const auto* when = rule.find("when");
      if (when == nullptr) continue;
      for (const auto& asked : when->entries) put("said_condition", {property, at, asked.key, asked.value.text});
    }
  }

  void tell_case(const std::string& id, const Node& item, int basis) {
    for (const auto& listed : members(item, "components", basis)) {
      if (listed.value->is_scalar()) {
        put("said_case",
            {id, listed.value->text, listed.value->text, Text(), Text(), number(std::min(listed.basis, basis))});
      } else {
        put("said_case", {id, text_in(*listed.value, "id"), text_in(*listed.value, "type"),
                          or_null(text_in(*listed.value, "operator")), or_null(text_in(*listed.value, "parent")),
                          number(std::min(basis_in(*listed.value, listed.basis), basis))});
      }
    }
  }

  void tell_unit(const Node& item) {
    const auto factor = text_in(item, "factor");
    const auto [number_of, over] = fraction(factor.empty() ? "1" : factor);
    put("said_unit", {text_in(item, "id"), number_of, over});
  }

  void tell_choices(const Node& item) {
    int at = 0;
    for (const auto& choice : members(item, "choices", stated))
      put("said_choice", {text_in(item, "id"), text_in(*choice.value, "id"), number(at++)});
  }

  /// A line of the table by which measures are put into chapters.
  void tell_placement(const Node& item, int basis) {
    const auto at = number(placements_++);
    put("said_placement", {at, text_in(item, "then"), number(basis)});
    const auto* when = item.find("when");
    if (when == nullptr) return;
    for (const auto* sort :
         {"aims-at", "implemented-within", "implemented-on-any", "obliges-any", "counters-origins"}) {
      for (const auto& wanted : members(*when, sort, basis)) put("said_place_of", {at, sort, wanted.value->text});
    }
  }

  void tell_measure(const std::string& id, const Node& item, int basis) {
    for (const auto& of : members(item, "class", basis)) put("said_class", {id, of.value->text, number(of.basis)});
    for (const auto* key : {"aims-at", "implemented-on"}) tell_pairs(key, id, item, key, basis);
    tell_indicators(id, item, basis);
  }

  void tell_indicators(const std::string& id, const Node& item, int basis) {
    for (const auto& indicator : members(item, "indicators", basis)) {
      const int own = basis_in(*indicator.value, indicator.basis);
      const auto key = text_in(*indicator.value, "key");
      const auto stricter = members(*indicator.value, "stricter", own);
      put("said_indicator", {id, key, or_null(text_in(*indicator.value, "scale")), number(own),
                             stricter.empty() ? Text() : Text(stricter.front().value->text),
                             number(stricter.empty() ? own : stricter.front().basis)});
      for (const auto& single : members(*indicator.value, "value", own)) tell_value({id, key, Text()}, single);
      const auto* values = indicator.value->find("values");
      if (values == nullptr) continue;
      const auto all = unwrapped(*values, own);
      for (const auto& value : all.value->entries) tell_value({id, key, value.key}, unwrapped(value.value, all.basis));
    }
  }

  /// `[at least|at most|within] NUMBER UNIT [per NUMBER UNIT] [*]`, or one word.
  void tell_value(std::vector<Text> row, const Said& said) {
    std::istringstream stream(said.value->text);
    std::vector<std::string> words{std::istream_iterator<std::string>(stream), {}};
    row.emplace_back(said.value->text);
    const bool starred = words.size() > 1 && words.back() == "*";
    if (starred) words.pop_back();
    const auto is_bound = [](const std::string& word) {
      return word == "at" || word == "least" || word == "most" || word == "within";
    };
    std::erase_if(words, is_bound);
    const bool word = words.size() == 1;
    row.emplace_back(!word ? "number" : words[0] == "-" ? "free" : words[0]);
    row.push_back(number(starred));
    const auto put_number = [&](std::size_t at) {
      const bool there = !word && words.size() > at + 1;
      const auto amount = there ? fraction(words[at]) : Fraction();
      row.insert(row.end(), {amount.number, amount.over, there ? Text(words[at + 1]) : Text()});
    };
    put_number(0);
    put_number(3);  // after `per`
    row.push_back(number(said.basis));
    put("said_value", row);
  }

  void tell_link(const Node& item, int basis) {
    static const std::vector<std::string> sorts{"properties", "origins", "natures",        "components",
                                                "assets",     "threats", "vulnerabilities"};
    const auto kind = text_in(item, "kind");
    auto id = text_in(item, "id");
    if (id.empty())
      id = joined(members(item, "from", basis), "+") + ' ' + kind + ' ' + joined(members(item, "to", basis), "+");
    put("said_link", {id, kind, number(text_in(item, "join") != "any"), number(basis)});
    for (const auto& from : members(item, "from", basis)) put("said_start", {id, from.value->text});
    for (const auto& to : members(item, "to", basis)) put("said_end", {id, to.value->text});
    for (const auto& sort : sorts) {
      for (const auto& limit : members(item, sort, basis)) put("said_limit", {id, sort, limit.value->text});
    }
  }

  /// An edit of what the catalogues before say: of an entry or a link as a whole, of a member of a list, or of the one value of an attribute.
  void tell_edit(const Node& item, int basis) {
    for (const std::string sort : {"add", "replace", "withdraw"}) {
      const auto target = text_in(item, sort);
      if (target.empty()) continue;
      const auto kind = target.substr(0, target.find(' '));
      const auto id = target.substr(kind.size() + 1);
      const auto field = text_in(item, "field");
      const auto what = kind + (field.empty() ? "" : ' ' + field.substr(0, field.find('.')));
      put("said_edit", {sort + ' ' + what});
      if (kind == "link") database_.put("UPDATE said_link SET basis = -1 WHERE id = ?", {id});
      if (kind == "measure" && field.starts_with("indicators")) {
        tell_other_value(id, field, {item.find("is"), basis});
      } else if (field.empty()) {
        database_.put("UPDATE said_entry SET basis = -1 WHERE kind = ? AND id = ?", {kind, id});
      } else {
        tell_other(attributes.at(what), id, text_in(item, "was"), text_in(item, "is"), basis);
      }
    }
  }

  void tell_other(const Attribute& attribute, const std::string& id, const std::string& was, const std::string& is,
                  int basis) {
    if (!was.empty()) {
      database_.put("DELETE FROM " + attribute.table + " WHERE " + attribute.entry + " = ? AND " + attribute.value +
                        " = ?" + (attribute.kind.empty() ? "" : " AND kind = '" + attribute.kind + "'"),
                    {id, was});
    }
    if (is.empty()) return;
    std::vector<Text> row{id, is, number(basis)};
    if (!attribute.kind.empty()) row.insert(row.begin(), attribute.kind);
    put(attribute.table, row);
  }

  /// `indicators.KEY.values.PATTERN`.
  void tell_other_value(const std::string& measure, const std::string& field, const Said& said) {
    std::istringstream stream(field);
    std::vector<std::string> parts;
    for (std::string part; std::getline(stream, part, '.');) parts.push_back(part);
    database_.put("DELETE FROM said_value WHERE measure = ? AND \"key\" = ? AND pattern = ?",
                  {measure, parts.at(1), parts.at(3)});
    tell_value({measure, parts.at(1), parts.at(3)}, said);
  }

  Database& database_;
  std::map<std::string, int> rules_;  ///< how many each property has by now
  int entries_ = 0;
  int effects_ = 0;
  int placements_ = 0;
};

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

void put_facts(Database& database, const std::vector<CatalogTexts>& catalogs) {
  std::vector<Told> all;
  for (const auto& texts : catalogs) all.push_back(parsed(texts));
  database.run("BEGIN");
  Teller teller(database);
  for (const auto& catalog : in_order(std::move(all))) teller.tell(catalog);
  database.run("COMMIT");
}

std::vector<CatalogTexts> catalogs_under(const std::string& folder) {
  std::vector<CatalogTexts> catalogs;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto manifest = content_of(entry.path() / "manifest.yaml");
    const bool apart =
        manifest.find("kind: figures") != std::string::npos || manifest.find("kind: overlay") != std::string::npos;
    if (manifest.empty() || apart) continue;
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(entry.path())) {
      if (file.path().extension() == ".yaml") files.push_back(file.path());
    }
    std::ranges::sort(files);
    auto& texts = catalogs.emplace_back();
    for (const auto& file : files) texts.push_back(content_of(file));
  }
  return catalogs;
}

}  // namespace michibiki::testing
