#include "tests/support/catalog_rows.hpp"

#include <algorithm>
#include <set>
#include <type_traits>

namespace michibiki::testing {
namespace {

std::string quoted(const Wording& text) { return '"' + text.ja + '|' + text.en + '"'; }

class Rows {
 public:
  explicit Rows(const Catalog& catalog) : catalog_(catalog) {}

  Strings all() {
    for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
      visit_table(catalog_, static_cast<EntryKind>(kind), [&](const auto& table) {
        for (std::size_t i = 0; i < table.size(); ++i) add({static_cast<EntryKind>(kind), i}, table.at(i));
      });
    }
    for (const auto& link : catalog_.links) add(link);
    for (const auto& criterion : catalog_.level_criteria) add(criterion);
    for (const auto& rule : catalog_.placement) add(rule);
    for (const auto& gone : withdrawn_) {
      if (!standing_.contains(gone)) rows_.push_back("withdrawn " + gone);
    }
    std::ranges::sort(rows_);
    return rows_;
  }

 private:
  /// Why a statement is believed, in full.
  std::string why(FactId fact) const {
    const auto& basis = catalog_.fact(fact).basis;
    return " (" + std::string(name_of(basis.kind)) + ' ' + basis.source + ' ' + basis.at + ' ' + quoted(basis.reason) +
           ')';
  }
  std::string kind(FactId fact) const { return " (" + std::string(name_of(catalog_.fact(fact).basis.kind)) + ')'; }

  template <typename T>
  std::string code(Id<T> id) const {
    return catalog_.entry(ref(id)).code;
  }
  template <typename T>
  std::string list(const std::vector<Id<T>>& ids) const {
    std::string text = " [";
    for (const auto id : ids) text += code(id) + ' ';
    return text + ']';
  }
  /// In any order: of a limit, or of the ends of a link, none has a meaning.
  template <typename T>
  std::string any_order(const std::vector<Id<T>>& ids) const {
    std::set<std::string> codes;
    for (const auto id : ids) codes.insert(code(id));
    return set(codes);
  }
  std::string any_order(const std::vector<EntryRef>& entries) const {
    std::set<std::string> codes;
    for (const auto entry : entries) codes.insert(std::string(name_of(entry.kind)) + '/' + catalog_.entry(entry).code);
    return set(codes);
  }
  static std::string set(const std::set<std::string>& words) {
    std::string text = " {";
    for (const auto& word : words) text += word + ' ';
    return text + '}';
  }

  void add(EntryRef self, const auto& entry) {
    const auto name = std::string(name_of(self.kind)) + ' ' + entry.code;
    if (catalog_.withdrawn.contains(self)) {
      withdrawn_.insert(name);
      return;
    }
    standing_.insert(name);
    name_ = name;
    row("", kind(entry.fact) + (entry.group ? " group" : "") +
                (entry.parent ? " under " + catalog_.entry({self.kind, *entry.parent}).code : std::string()));
    text("title", entry.title);
    text("note", entry.note);
    row("replaces", set({entry.replaces.begin(), entry.replaces.end()}));
    row("tags", set({entry.tags.begin(), entry.tags.end()}));
    own(entry);
  }

  void row(const std::string& what, const std::string& says) { rows_.push_back(name_ + ' ' + what + ':' + says); }
  void text(const std::string& what, const Bilingual& said) {
    if (said.empty()) return;
    row(what,
        ' ' + quoted(said) + (said.ja.empty() ? "" : why(said.ja_fact)) + (said.en.empty() ? "" : why(said.en_fact)));
  }
  template <typename T>
  void members(const std::string& what, const std::vector<Sourced<Id<T>>>& all) {
    for (const auto& one : all) row(what, ' ' + code(one.value) + why(one.fact));
  }

  void own(const Entry&) {}
  void own(const Property& property) { row("levels", list(property.levels)); }
  void own(const Unit& unit) { row("unit", ' ' + unit.dimension + ' ' + std::to_string(unit.factor.numerator())); }
  void own(const Threat& threat) {
    if (threat.origin) row("origin", ' ' + code(threat.origin->value) + why(threat.origin->fact));
    members("harms", threat.harms);
  }
  void own(const Vulnerability& vulnerability) {
    members("assets", vulnerability.assets);
    members("threats", vulnerability.threats);
  }
  void own(const Stakeholder& stakeholder) {
    if (stakeholder.always) row("always", why(*stakeholder.always));
  }
  void own(const Exclusion& exclusion) { members("components", exclusion.components); }
  void own(const Pattern& pattern) {
    for (const auto& [property, level] : pattern.levels) {
      row("level", ' ' + code(property) + ' ' + code(level.value) + why(level.fact));
    }
  }
  void own(const Measure& measure) {
    text("summary", measure.summary);
    if (measure.measure_class)
      row("class", ' ' + code(measure.measure_class->value) + why(measure.measure_class->fact));
    const auto outer = name_;
    for (const auto& indicator : measure.indicators) {
      name_ = outer + '.' + indicator.key;
      row("", kind(indicator.fact));
      text("title", indicator.title);
      row("stricter", std::to_string(static_cast<int>(indicator.stricter.value)));
      for (const auto& [pattern, value] : indicator.values) {
        row("value", ' ' + code(pattern) + ' ' + value_text(catalog_, value.value) + why(value.fact));
      }
    }
  }

  void add(const Link& link) {
    if (catalog_.fact(link.fact).withdrawn) return;
    // A link within an entry is a statement of its own; its code tells the ends in the order written.
    const bool within = link.code.find(' ') != std::string::npos;
    name_ = "link " + (within ? std::string("-") : link.code);
    const auto& limits = link.limits;
    row(std::string(name_of(link.kind)), any_order(link.from) + " to" + any_order(link.to) +
                                             (link.join == Join::any ? " any" : "") + any_order(limits.properties) +
                                             any_order(limits.origins) + any_order(limits.natures) +
                                             any_order(limits.components) + any_order(limits.assets) +
                                             any_order(limits.threats) + any_order(limits.vulnerabilities) + ' ' +
                                             quoted(link.because) + (within ? why(link.fact) : kind(link.fact)));
  }

  void add(const LevelCriterion& criterion) {
    name_ = "criterion " + code(criterion.property);
    int position = 0;
    for (const auto& rule : criterion.rules) {
      std::string when;
      for (const auto& [question, answer] : rule.when) when += ' ' + code(question) + (answer ? " yes" : " no");
      row(std::to_string(++position) + ' ' + rule.code, when + " then " + code(rule.then) + kind(rule.fact));
    }
  }
  void add(const PlacementRule& rule) {
    name_ = "placement " + rule.code;
    row("", any_order(rule.counters_origins) + " then " + code(rule.then) + kind(rule.fact));
  }

  const Catalog& catalog_;
  std::string name_;
  std::set<std::string> withdrawn_;
  std::set<std::string> standing_;
  Strings rows_;
};

}  // namespace

Strings catalog_rows(const Catalog& catalog) { return Rows(catalog).all(); }

}  // namespace michibiki::testing
