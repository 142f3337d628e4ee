#include "tests/second/random_field.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "tests/support/pick.hpp"

namespace michibiki::testing {
namespace {

/// Some of them, in their order.
Strings some_of(const Strings& items, int most) {
  Strings chosen;
  for (int i = 0; i < most && !items.empty(); ++i) {
    const auto& one = any_of(items);
    if (std::ranges::find(chosen, one) == chosen.end()) chosen.push_back(one);
  }
  return chosen;
}

std::string joined(const Strings& items) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

std::string mapping(const Strings& items) { return '{' + joined(items) + '}'; }
std::string list(const Strings& items) { return '[' + joined(items) + ']'; }

void add(Strings& parts, const Strings& more) { parts.insert(parts.end(), more.begin(), more.end()); }
void add_list(Strings& parts, const std::string& key, const Strings& items) {
  if (!items.empty()) parts.push_back(key + ": " + list(items));
}

/// The entries of one kind: all, and those that are no headings.
struct Kind {
  Strings all;
  Strings items;
};

class FieldMaker {
 public:
  explicit FieldMaker(bool plain) : plain_(plain) {}

  RandomField make() {
    RandomField field;
    field.catalogs = {catalog("z-things", "", things()), catalog("m-threats", "z-things", threats()),
                      catalog("a-answers", "m-threats", answers())};
    const auto edited = edits();
    if (!edited.empty()) field.catalogs.push_back(catalog("0-edits", "a-answers", edited));
    std::swap(field.catalogs[0], field.catalogs[pick<std::size_t>(3)]);
    field.portfolio = portfolio();
    field.service = text_of(field.portfolio);
    return field;
  }

 private:
  /// Mostly none of its own.
  Strings any_basis() const {
    if (firm_ && !one_in(8)) return {};
    static const Strings bases{"", "", "", "", "", "{judgement: ours}", "unverified", "{stated: report}"};
    const auto& basis = any_of(bases);
    return basis.empty() ? Strings{} : Strings{"basis: " + basis};
  }

  /// Plain, or as a statement of its own.
  std::string said(const std::string& value, const Strings& more = {}) const {
    Strings parts{"is: " + value};
    parts.insert(parts.end(), more.begin(), more.end());
    const auto basis = any_basis();
    if (basis.empty() && more.empty()) return value;
    parts.insert(parts.end(), basis.begin(), basis.end());
    return mapping(parts);
  }

  Strings each_said(const Strings& values) const {
    Strings all;
    for (const auto& value : values) all.push_back(said(value));
    return all;
  }

  NamedText catalog(const std::string& id, const std::string& depends_on, const std::string& sections) const {
    static const Strings bases{"{stated: report}", "{stated: report}", "{stated: report}",  "{stated: report}",
                               "{stated: report}", "{stated: report}", "{judgement: ours}", "unverified"};
    auto text = "catalog:\n  schema: 1\n  id: " + id + "\n  version: 1.0.0\n  released: 2026-11-22\n";
    text += depends_on.empty() ? "  sources: [{id: report}]\n" : "  depends-on: [" + depends_on + "]\n";
    return {id + ".yaml", text + "basis: " + (firm_ ? bases[0] : any_of(bases)) + '\n' + sections};
  }

  /// A tree of entries, each with what `rest` says of it. The last one is no heading, so there always is an item.
  std::string section(
      const std::string& name, const std::string& letter, int least, int most,
      const std::function<Strings(bool heading)>& rest = [](bool) { return Strings(); }) {
    auto& kind = kinds_[letter];
    const int size = least + pick(most - least + 1);
    std::string text;
    for (int i = 0; i < size; ++i) {
      const auto id = letter + std::to_string(i);
      const bool heading = i < size - 1 && one_in(5);
      Strings parts{"id: " + id};
      if (i > 0 && !one_in(3)) {
        const auto& parent = one_in(2) ? kind.all.back() : any_of(kind.all);
        parts.push_back("parent: " + parent);
        std::erase_if(whole_, [&](const std::string& target) { return target.ends_with(' ' + parent); });
      }
      if (heading) parts.emplace_back("group: true");
      // Patterns are hidden beside others, though the rest be firm.
      add(parts, letter == "y" && one_in(3) ? Strings{"basis: {judgement: ours}"} : any_basis());
      add(parts, rest(heading));
      kind.all.push_back(id);
      // Nothing but links needs these, so they may be withdrawn as long as nothing lies under them.
      for (const auto* one : {"control k", "measure g", "exclusion x"}) {
        if (std::string(one).ends_with(' ' + letter))
          whole_.push_back(std::string(one).substr(0, std::string(one).size() - 1) + id);
      }
      if (!heading) kind.items.push_back(id);
      text += "  - " + mapping(parts) + '\n';
    }
    return text.empty() ? text : name + ":\n" + text;
  }
  const Strings& all(const std::string& letter) { return kinds_[letter].all; }
  const Strings& items(const std::string& letter) { return kinds_[letter].items; }

  std::string things() {
    auto text =
        "levels: [{id: l0}, {id: l1}, " + mapping({"id: l2", one_in(8) ? "basis: unverified" : "tags: []"}) + "]\n";
    text +=
        "units:\n  - {id: h, dimension: time, factor: 1}\n  - {id: d, dimension: time, factor: 24}\n"
        "  - {id: times, dimension: count, factor: 1}\n  - {id: percent, dimension: share, factor: 0.01}\n"
        "scales: [{id: strength, choices: [{id: none}, {id: some}, {id: full}]}]\n";
    text += section("properties", "p", one_in(5) ? 0 : 1, 3, [&](bool heading) {
      const auto id = 'p' + std::to_string(all("p").size());
      if (one_in(6)) return Strings();
      scales_[id] = one_in(2) ? Strings{"l0", "l1", "l2"} : Strings{"l0", "l1"};
      if (!heading) graded_.push_back(id);
      return Strings{"levels: " + list(scales_[id])};
    });
    text += section("natures", "n", one_in(6) ? 0 : 1, 4);
    text += section("mechanisms", "m", one_in(6) ? 0 : 1, 4, [&](bool) {
      Strings parts;
      add_list(parts, "acts-on", effects(2));
      if (one_in(2)) add_list(parts, "spares", effects(1));
      return parts;
    });
    text +=
        section("assets", "a", one_in(6) ? 0 : 1, 4, [&](bool) { return editable("asset", "natures", items("n"), 3); });
    if (!one_in(8))
      text += section("components", "c", 1, 4, [&](bool) {
        auto parts = editable("component", "carries", items("a"), 3);
        if (one_in(2)) add(parts, editable("component", "lacks", items("a"), 2));
        return parts;
      });
    return text;
  }

  /// What edits may change of an entry.
  struct Attribute {
    std::string target;  ///< "threat t0"
    std::string field;
    Strings values;  ///< of a list, or the one
    Strings others;  ///< that it could have
  };

  /// A list of the entry that is being made.
  Strings editable(const std::string& kind, const std::string& field, const Strings& of, int most) {
    Attribute attribute{
        kind + ' ' + kind[0] + std::to_string(all(kind.substr(0, 1)).size()), field, some_of(of, most), {}};
    for (const auto& one : of) {
      if (std::ranges::find(attribute.values, one) == attribute.values.end()) attribute.others.push_back(one);
    }
    Strings parts;
    add_list(parts, field, each_said(attribute.values));
    lists_.push_back(std::move(attribute));
    return parts;
  }

  /// The patterns in which the entry that is being made is called for, mostly all.
  Strings limits(const std::string& kind, const std::string& letter) {
    if (items("y").empty() || !one_in(2)) return {};
    auto parts = editable(kind, "patterns", items("y"), 2);
    lists_.back().target = kind + ' ' + letter + std::to_string(all(letter).size());
    if (parts.empty()) lists_.pop_back();
    return parts;
  }

  /// Edits of what the other catalogues say, none twice.
  std::string edits() {
    std::set<std::string> told;
    std::string text;
    for (int i = one_in(3) ? 0 : 6 + pick(8); i > 0; --i) {
      const auto edit = any_edit();
      if (edit.empty() || !told.insert(edit.substr(edit.find(' '), edit.find(',') - edit.find(' '))).second) continue;
      text += "  - {" + edit + (one_in(3) ? ", basis: {judgement: ours}}\n" : "}\n");
    }
    return text.empty() ? text : "edits:\n" + text;
  }

  std::string any_edit() {
    const auto sort = pick(4);
    if (sort == 0 && !whole_.empty()) return "withdraw: " + any_of(whole_);
    // Of each sort of list as often, however many there are of it.
    std::map<std::string, std::vector<const Attribute*>> sorts;
    for (const auto& attribute : sort == 1 ? single_ : lists_)
      sorts[sort == 1 ? "" : attribute.target.substr(0, attribute.target.find(' ')) + attribute.field].push_back(
          &attribute);
    if (sorts.empty()) return {};
    const auto& attributes = std::next(sorts.begin(), pick(std::ssize(sorts)))->second;
    const auto& [target, field, values, others] = *any_of(attributes);
    const auto named = target + ", field: " + field;
    if (sort == 1) return others.empty() ? "" : "replace: " + named + ", was: " + values[0] + ", is: " + any_of(others);
    if (sort == 2 && !others.empty()) return "add: " + named + ", is: " + any_of(others);
    return values.size() < 2 ? "" : "withdraw: " + named + ", was: " + any_of(values);
  }

  Strings effects(int most) {
    Strings found;
    std::set<std::string> told;
    for (int i = one_in(4) ? 0 : 1 + pick(most); i > 0 && !all("n").empty(); --i) {
      Strings parts;
      add_list(parts, "natures", some_of(all("n"), 2));
      if (one_in(3)) add_list(parts, "properties", some_of(items("p"), 2));
      if (!told.insert(joined(parts)).second) continue;  // such a statement is called by what it says
      add(parts, any_basis());
      found.push_back(mapping(parts));
    }
    return found;
  }

  Strings statements(const std::string& key, const Strings& of, int most) const {
    Strings parts;
    add_list(parts, key, each_said(some_of(of, most)));
    return parts;
  }

  std::string threats() {
    auto text = section("origins", "o", 0, 3);
    text += section("threats", "t", 1, 4, [&](bool) {
      auto parts = editable("threat", "harms", items("p"), 3);
      add(parts, editable("threat", "mechanisms", items("m"), 2));
      if (!items("o").empty() && !one_in(4)) {
        const auto& origin = any_of(items("o"));
        parts.push_back("origin: " + said(origin));
        single_.push_back({"threat t" + std::to_string(all("t").size()), "origin", {origin}, items("o")});
      }
      return parts;
    });
    text += section("vulnerabilities", "v", 0, plain_ ? 0 : 3, [&](bool) {
      auto parts = statements("assets", all("a"), 2);
      add(parts, statements("threats", all("t"), 2));
      return parts;
    });
    return text + "questions: [{id: q0}, {id: q1}, " +
           mapping({"id: q2", one_in(6) ? "basis: unverified" : "tags: []"}) + "]\n";
  }

  std::string answers() {
    auto text = patterns();
    text += section("controls", "k", one_in(6) ? 0 : 2, 4, [&](bool) { return limits("control", "k"); });
    text += section("measures", "g", one_in(6) ? 0 : 2, 5, [&](bool) {
      auto parts = limits("measure", "g");
      add_list(parts, "indicators", indicators());
      return parts;
    });
    text += section("stakeholders", "s", 0, 4,
                    [&](bool) { return one_in(3) ? Strings{"always: " + said("true")} : Strings(); });
    const bool any_excluded = !all("c").empty() || !all("s").empty();
    text += section("exclusions", "x", 0, any_excluded && one_in(2) ? 4 : 0, [&](bool heading) {
      Strings parts;
      if (one_in(3)) add(parts, statements("components", all("c"), 1));
      if (one_in(2)) add(parts, statements("operators", all("s"), 2));
      if (parts.empty() && !heading)  // which is refused
        add(parts, all("s").empty() ? statements("components", all("c"), 1) : statements("operators", all("s"), 1));
      return parts;
    });
    return text + criteria() + types() + cases() + links();
  }

  /// Some of the points that the levels make, no two alike. A pattern may say nothing of a property.
  std::string patterns() {
    std::size_t points = 1;
    for (const auto& property : graded_) points *= scales_[property].size() + 1;
    auto point = pick(points);
    const auto most = static_cast<int>(std::min<std::size_t>(points, 5));
    return section("patterns", "y", one_in(4) ? 0 : std::min(most, 2), most, [&](bool) {
      Strings levels;
      auto& here = points_.emplace_back();
      auto rest = point++ % points;
      for (const auto& property : graded_) {
        const auto& scale = scales_[property];
        const auto level = rest % (scale.size() + 1);
        rest /= scale.size() + 1;
        if (level == scale.size()) continue;
        // A pattern that trust hides is what it is said to be, also where a level of it is hidden sooner: plain fields leave that out.
        levels.push_back(property + ": " + (plain_ ? scale[level] : said(scale[level])));
        here[property] = scale[level];
      }
      return levels.empty() ? Strings() : Strings{"levels: " + mapping(levels)};
    });
  }

  Strings indicators() {
    struct Sort {
      std::string head;
      std::string direction;
      Strings values;
    };
    static const std::vector<Sort> sorts{
        {"", "lower", {"within 12 h *", "2 d", "1 d", "30 h", "'-'"}},
        {"", "lower", {"within 24 h *", "1 d", "36 h", "1.5 d", "at most 2 d", "48 h *", "3 d", "'-'", "unknown"}},
        {"",
         "higher",
         {"1 times per 2 d", "12 times per 24 h", "at least 3 times per 1 d *", "2 times per 36 h", "'-'"}},
        {"", "higher", {"at least 99.5 percent *", "99 percent", "at least 99 percent", "unknown", "'-'"}},
        {"scale: strength", "", {"none", "some", "some *", "full", "'-'", "unknown"}},
        {"", "", {"done", "done *", "'-'", "unknown"}}};
    Strings found;
    for (int i = one_in(4) ? 0 : 1 + pick(3); i > 0; --i) {
      // Mostly numbers, which need a direction.
      const auto& sort = sorts[pick(one_in(3) ? sorts.size() : 4)];
      Strings parts{"key: " + std::string(1, static_cast<char>('a' + found.size()))};
      if (!sort.head.empty()) parts.push_back(sort.head);
      if (!sort.direction.empty())
        parts.push_back("stricter: " +
                        (one_in(2) ? "{is: " + sort.direction + ", basis: unverified}" : said(sort.direction)));
      if (all("y").empty()) {
        parts.push_back("value: " + said(quoted(any_of(sort.values))));
      } else {
        Strings values;
        for (const auto& pattern : items("y")) {
          if (one_in(8)) continue;
          const auto value = quoted(any_of(sort.values));
          values.push_back(pattern + ": " + said(value));
          Strings others;
          for (const auto& other : sort.values) others.push_back(quoted(other));
          single_.push_back(
              {"measure g" + std::to_string(all("g").size()),
               "indicators." + std::string(1, static_cast<char>('a' + found.size())) + ".values." + pattern,
               {value},
               others});
        }
        if (!values.empty()) parts.push_back("values: " + mapping(values));
      }
      add(parts, any_basis());
      found.push_back(mapping(parts));
    }
    return found;
  }
  static std::string quoted(const std::string& value) { return value[0] == '\'' ? value : '"' + value + '"'; }

  std::string criteria() {
    std::string text;
    for (const auto& property : graded_) {
      if (one_in(4)) continue;
      text += "  - property: " + property + "\n    rules:\n";
      for (int i = pick(3); i >= 0; --i) {
        Strings when;
        for (const auto* question : {"q0", "q1", "q2"}) {
          if (one_in(3)) when.push_back(question + std::string(one_in(2) ? ": true" : ": false"));
        }
        Strings parts;
        if (!when.empty()) parts.push_back("when: " + mapping(when));
        parts.push_back("then: " + any_of(scales_[property]));
        add(parts, any_basis());
        text += "      - " + mapping(parts) + '\n';
      }
    }
    return text.empty() ? text : "level-criteria:\n" + text;
  }

  std::string types() {
    return section("service-types", "u", 0, 3, [&](bool) {
      Strings levels;
      for (const auto& property : graded_) {
        const auto& scale = scales_[property];
        if (one_in(4)) continue;
        if (!one_in(3)) {
          levels.push_back(property + ": " + said(any_of(scale)));
        } else {
          Strings more;
          if (one_in(2)) add_list(more, "among", some_of(scale, 2));
          levels.push_back(property + ": " + said("open", more));
        }
      }
      return levels.empty() ? Strings() : Strings{"levels: " + mapping(levels)};
    });
  }

  /// A component: its type, who runs it, what it is part of.
  SecondInstance instance(const std::string& code, const Strings& before) {
    SecondInstance made{code, any_of(items("c")), {}, {}};
    if (!all("s").empty() && one_in(2)) made.operated_by = any_of(all("s"));
    if (!before.empty() && one_in(3)) made.part_of = any_of(before);
    return made;
  }
  static std::string text_of(const SecondInstance& instance, const Strings& basis = {}) {
    Strings parts{"id: " + instance.code, "type: " + instance.type};
    if (instance.operated_by) parts.push_back("operator: " + *instance.operated_by);
    if (instance.part_of) parts.push_back("parent: " + *instance.part_of);
    add(parts, basis);
    return mapping(parts);
  }

  std::string cases() {
    if (items("c").empty()) return {};
    return section("system-cases", "z", 0, 4, [&](bool heading) {
      if (heading) return Strings();
      Strings before;
      Strings listed;
      if (one_in(2)) {
        before.push_back(any_of(items("c")));
        listed.push_back(said(before.back()));
      }
      for (int i = pick(3); i >= 0; --i) {
        const auto made = instance('b' + std::to_string(before.size()), before);
        before.push_back(made.code);
        listed.push_back(text_of(made, any_basis()));
      }
      return Strings{"components: " + list(listed)};
    });
  }

  std::string links() {
    struct Sort {
      std::string kind, from, to;
      bool headings;  ///< may it start from a heading?
    };
    static const std::vector<Sort> answering{{"counters", "g", "t", false},  {"counters", "g", "t", false},
                                             {"counters", "g", "t", false},  {"mitigates", "k", "t", false},
                                             {"mitigates", "k", "t", false}, {"exposes", "t", "a", true},
                                             {"involves", "s", "g", true},   {"involves", "s", "g", true}};
    static const std::vector<Sort> requiring{{"requires", "g", "g", false}, {"requires", "k", "k", false}};
    std::string text;
    const int required = pick(10);
    for (int i = required + 4 + pick(14); i > 0; --i) {
      const auto& sorts = i > required ? answering : requiring;
      const auto& sort = any_of(sorts);
      const auto from = some_of(sort.headings ? all(sort.from) : items(sort.from), 2);
      auto to = some_of(all(sort.to), 3);
      std::erase_if(to, [&](const std::string& one) { return std::ranges::count(from, one) != 0; });  // refused
      if (from.empty() || to.empty()) continue;
      Strings parts{"id: link" + std::to_string(i), "kind: " + sort.kind, "from: " + list(from), "to: " + list(to)};
      if (one_in(2)) parts.emplace_back("join: any");
      if (sort.kind != "involves") {
        for (const auto& [key, letter] : std::vector<std::pair<std::string, std::string>>{{"properties", "p"},
                                                                                          {"origins", "o"},
                                                                                          {"natures", "n"},
                                                                                          {"components", "c"},
                                                                                          {"assets", "a"},
                                                                                          {"threats", "t"},
                                                                                          {"vulnerabilities", "v"}}) {
          if (one_in(9)) add_list(parts, key, some_of(all(letter), 2));
        }
      }
      add(parts, any_basis());
      whole_.push_back("link link" + std::to_string(i));
      text += "  - " + mapping(parts) + '\n';
    }
    return text.empty() ? "considerations: [{id: no-links}]\n" : "links:\n" + text;
  }

  SecondPortfolio portfolio() {
    SecondPortfolio made;
    const bool several = !one_in(4);
    Strings shared;
    if (several && !items("c").empty()) {
      for (int i = 1 + pick(2); i > 0; --i) {
        made.shared.push_back(instance('h' + std::to_string(shared.size()), shared));
        shared.push_back(made.shared.back().code);
      }
    }
    for (int i = several ? 1 + pick(2) : 0; i >= 0; --i)
      made.services.push_back(service('w' + std::to_string(made.services.size()), shared));
    // What is shared is accepted by all who share it.
    if (one_in(2)) {
      const auto accepted = acceptance();
      for (auto& one : made.services) one.accepted.push_back(accepted);
    }
    return made;
  }

  SecondAcceptance acceptance() {
    SecondAcceptance made{{}, any_of(items("t")), {}, {}};
    if (!all("a").empty()) made.asset = any_of(items("a"));
    if (!items("p").empty() && one_in(4)) made.property = any_of(items("p"));
    return made;
  }

  SecondService service(const std::string& code, const Strings& shared) {
    SecondService made;
    made.code = code;
    if (!items("u").empty() && one_in(2)) made.type = any_of(items("u"));
    for (const auto* question : {"q0", "q1", "q2"}) {
      if (one_in(4)) made.answers[question] = one_in(2);
    }
    // Levels that no pattern has are refused.
    const int less_often = one_in(2) ? 2 : 4;
    if (!points_.empty()) {
      for (const auto& level : any_of(points_)) {
        if (one_in(less_often)) made.given.insert(level);
      }
    }
    for (int i = one_in(2) ? 1 + pick(2) : 0; i > 0; --i) made.accepted.push_back(acceptance());
    if (items("c").empty()) return made;
    made.uses = some_of(shared, 3);
    if (!items("z").empty() && one_in(3)) {
      made.system_case = any_of(items("z"));
    } else {
      Strings before;
      for (int i = made.uses.empty() ? 1 + pick(3) : pick(3); i > 0; --i) {
        auto whole = before;
        add(whole, made.uses);
        made.instances.push_back(instance('i' + std::to_string(before.size()), whole));
        before.push_back(made.instances.back().code);
      }
    }
    auto own = made.uses;
    for (const auto& one : made.instances) own.push_back(one.code);
    for (auto& accepted : made.accepted) {
      if (!own.empty() && one_in(4)) accepted.component = any_of(own);
    }
    return made;
  }

  static std::string text_of(const SecondPortfolio& portfolio) {
    std::string text = "id: portfolio\n";
    Strings shared;
    for (const auto& instance : portfolio.shared) shared.push_back(text_of(instance));
    if (!shared.empty()) text += "shared: " + list(shared) + '\n';
    text += "services:\n";
    for (const auto& service : portfolio.services) {
      Strings parts{"id: " + service.code};
      if (!service.type.empty()) parts.push_back("type: " + service.type);
      Strings levels;
      for (const auto& [property, level] : service.given) levels.push_back(property + ": " + level);
      if (!levels.empty()) parts.push_back("levels: " + mapping(levels));
      Strings answers;
      for (const auto& [question, says] : service.answers) answers.push_back(question + (says ? ": true" : ": false"));
      if (!answers.empty()) parts.push_back("answers: " + mapping(answers));
      if (!service.system_case.empty()) parts.push_back("case: " + service.system_case);
      Strings instances;
      for (const auto& instance : service.instances) instances.push_back(text_of(instance));
      add_list(parts, "instances", instances);
      add_list(parts, "uses", service.uses);
      Strings accepted;
      for (const auto& [asset, threat, property, component] : service.accepted) {
        Strings one{"threat: " + threat, "reason: small", "by: Sato", "on: 2026-11-22"};
        if (asset) one.push_back("asset: " + *asset);
        if (property) one.push_back("property: " + *property);
        if (component) one.push_back("instance: " + *component);
        accepted.push_back(mapping(one));
      }
      add_list(parts, "accepted", accepted);
      text += "  - " + mapping(parts) + '\n';
    }
    return text;
  }

  bool plain_;
  bool firm_ = one_in(3);  ///< nearly all is stated, so that what takes many steps may be too
  std::map<std::string, Kind> kinds_;
  std::map<std::string, Strings> scales_;                   ///< levels by property
  std::vector<std::map<std::string, std::string>> points_;  ///< the levels of each pattern
  std::vector<Attribute> lists_;
  std::vector<Attribute> single_;
  Strings whole_;   ///< entries and links that may be withdrawn: "link link3"
  Strings graded_;  ///< the properties that have levels and are no headings
};

}  // namespace

rc::Gen<RandomField> random_field() {
  return rc::gen::exec([] { return FieldMaker(false).make(); });
}

rc::Gen<RandomField> random_plain_field() {
  return rc::gen::exec([] { return FieldMaker(true).make(); });
}

std::ostream& operator<<(std::ostream& stream, const RandomField& field) {
  for (const auto& text : field.catalogs) stream << "--- " << text.name << '\n' << text.text;
  return stream << "--- service\n" << field.service;
}

}  // namespace michibiki::testing
