#include <algorithm>
#include <set>

#include "engine/check_parts.hpp"
#include "engine/place.hpp"

namespace michibiki::checks {
namespace {

/// Every entry that some statement refers to, other than as a parent.
class Users {
 public:
  explicit Users(const View& view) : view_(view), catalog_(view.catalog()) {
    note_links();
    note_attributes();
    note_measures();
    note_rules();
    note_trees();
  }

  bool use(EntryRef entry) const { return used_.contains(entry); }

 private:
  template <typename T>
  void note(Id<T> id) {
    used_.insert(ref(id));
  }
  template <typename T>
  void note(const std::vector<Id<T>>& ids) {
    for (const auto id : ids) note(id);
  }
  template <typename T>
  void note(const std::vector<Sourced<Id<T>>>& ids) {
    for (const auto& id : ids) note(id.value);
  }
  template <typename T>
  void note(const std::optional<Id<T>>& id) {
    if (id) note(*id);
  }

  void note_links() {
    for (std::size_t i = 0; i < catalog_.links.size(); ++i) {
      const auto& link = catalog_.links[i];
      if (!view_.holds(LinkId{i})) continue;
      used_.insert(link.from.begin(), link.from.end());
      used_.insert(link.to.begin(), link.to.end());
      note(link.role);
      const auto named = link.limits.named();
      used_.insert(named.begin(), named.end());
    }
  }

  void note_attributes() {
    for (const auto& threat : catalog_.threats) {
      if (threat.origin) note(threat.origin->value);
      for (const auto& harm : threat.harms) note(harm.value);
    }
    for (const auto& vulnerability : catalog_.vulnerabilities) {
      note(vulnerability.assets);
      note(vulnerability.threats);
      if (!vulnerability.assets.empty() && !vulnerability.threats.empty()) {
        used_.insert(*catalog_.find(EntryKind::vulnerability, vulnerability.code));
      }
    }
    for (const auto& control : catalog_.controls) note(control.standard);
    for (const auto& property : catalog_.properties) note(property.levels);
    for (const auto& pattern : catalog_.patterns) {
      for (const auto& [property, level] : pattern.levels) note(property);
    }
    for (const auto& type : catalog_.service_types) {
      for (const auto& [property, level] : type.levels) note(level.reason);
    }
    for (const auto& system_case : catalog_.system_cases) {
      for (const auto& instance : system_case.instances) {
        note(instance.type);
        note(instance.operated_by);
      }
    }
    for (const auto& exclusion : catalog_.exclusions) {
      note(exclusion.components);
      note(exclusion.operators);
    }
  }

  void note_measures() {
    for (std::size_t i = 0; i < catalog_.measures.size(); ++i) {
      const auto& measure = catalog_.measures.at(i);
      if (measure.measure_class) note(measure.measure_class->value);
      if (const auto placed = place(view_, MeasureId{i}); !measure.group) note(placed.chapter);
      for (const auto& indicator : measure.indicators) {
        note(indicator.scale);
        for (const auto& [pattern, value] : indicator.values) note_value(value.value);
        if (indicator.single) note_value(indicator.single->value);
      }
    }
  }

  void note_value(const Value& value) {
    if (const auto* quantity = std::get_if<Quantity>(&value.what)) {
      note(quantity->unit);
      note(quantity->per_unit);
    }
  }

  void note_rules() {
    for (const auto& criterion : catalog_.level_criteria) {
      for (const auto& rule : criterion.rules) {
        for (const auto& [question, answer] : rule.when) note(question);
      }
    }
    for (const auto& rule : catalog_.placement) note(rule.then);
  }

  /// An entry under a used one is used with it, and so is what stands above one.
  void note_trees() {
    const auto named = used_;
    for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
      for (std::size_t i = 0; i < catalog_.size(static_cast<EntryKind>(kind)); ++i) {
        const EntryRef entry(static_cast<EntryKind>(kind), i);
        const auto path = view_.graph().upwards(entry);
        if (named.contains(entry)) used_.insert(path.begin(), path.end());
        const auto is_named = [&](EntryRef above) { return named.contains(above); };
        if (std::ranges::any_of(path, is_named)) used_.insert(entry);
      }
    }
  }

  const View& view_;
  const Catalog& catalog_;
  std::set<EntryRef> used_;
};

/// Kinds that nothing in a catalogue has to refer to: services do, or readers.
constexpr std::array stands_alone{EntryKind::pattern, EntryKind::service_type, EntryKind::system_case,
                                  EntryKind::exclusion, EntryKind::step};
/// Kinds whose isolated entries are reported under a name of their own.
constexpr std::array looked_at_elsewhere{EntryKind::threat,   EntryKind::mechanism, EntryKind::nature,
                                         EntryKind::asset,    EntryKind::control,   EntryKind::measure,
                                         EntryKind::treatment};

bool any_of_kind_used(const View& view, const Users& users, EntryKind kind) {
  return std::ranges::any_of(items(view, kind), [&](EntryRef entry) { return users.use(entry); });
}

}  // namespace

void check_orphans(Findings& findings) {
  const auto& view = findings.view();
  const Users users(view);
  for (std::size_t index = 0; index < entry_kind_count; ++index) {
    const auto kind = static_cast<EntryKind>(index);
    std::set<std::size_t> parents;
    for (const auto entry : items(view, kind)) {
      for (const auto above : view.graph().upwards(entry)) parents.insert(above.index);
    }
    for (std::size_t i = 0; i < view.catalog().size(kind); ++i) {
      const EntryRef group(kind, i);
      if (view.catalog().entry(group).group && view.holds(group) && !parents.contains(i)) {
        findings.add(FindingKind::empty_group, group);
      }
    }
    if (std::ranges::count(stands_alone, kind) != 0 || std::ranges::count(looked_at_elsewhere, kind) != 0) continue;
    // Where nothing of the kind is used, the catalogues are not about using it.
    if (!any_of_kind_used(view, users, kind)) continue;
    for (const auto entry : items(view, kind)) {
      if (!users.use(entry)) findings.add(FindingKind::orphan, entry);
    }
  }
}

}  // namespace michibiki::checks
