#include "engine/statements.hpp"

namespace michibiki {
namespace {

class Collector {
 public:
  explicit Collector(const Catalog& catalog) : catalog_(catalog) {}

  std::vector<Statement> collect() {
    add_entries();
    add_links();
    add_threat_attributes();
    add_control_attributes();
    add_measure_attributes();
    add_rules();
    return std::move(found_);
  }

 private:
  void add(std::string_view sort, FactId fact, std::optional<EntryRef> about = std::nullopt,
           std::optional<PropertyId> property = std::nullopt) {
    found_.push_back({sort, fact, about, std::nullopt, property});
  }

  void add_entries() {
    for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
      if (static_cast<EntryKind>(kind) == EntryKind::step) continue;  // how a step is told is a text
      for (std::size_t i = 0; i < catalog_.size(static_cast<EntryKind>(kind)); ++i) {
        const EntryRef entry(static_cast<EntryKind>(kind), i);
        if (!catalog_.entry(entry).group) add(section_of(entry.kind), catalog_.entry(entry).fact, entry);
      }
    }
  }

  void add_links() {
    for (std::size_t kind = 0; kind < link_kind_count; ++kind) {
      for (std::size_t i = 0; i < catalog_.links.size(); ++i) {
        const auto& link = catalog_.links[i];
        if (link.kind != static_cast<LinkKind>(kind)) continue;
        found_.push_back({name_of(link.kind), link.fact, std::nullopt, LinkId{i}, std::nullopt});
      }
    }
  }

  template <typename T, typename Each>
  void add_each(std::string_view sort, const Table<T>& table, Each each) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      const auto about = ref(Id<T>{i});
      each(table.at(i),
           [&](FactId fact, std::optional<PropertyId> property = std::nullopt) { add(sort, fact, about, property); });
    }
  }

  void add_threat_attributes() {
    add_each("threat-origins", catalog_.threats, [](const Threat& threat, const auto& note) {
      if (threat.origin) note(threat.origin->fact);
    });
    add_each("threat-harms", catalog_.threats, [](const Threat& threat, const auto& note) {
      for (const auto& harm : threat.harms) note(harm.fact, harm.value);
    });
  }

  void add_control_attributes() {
    add_each("control-patterns", catalog_.controls, [](const Control& control, const auto& note) {
      for (const auto& pattern : control.patterns) note(pattern.fact);
    });
  }

  void add_measure_attributes() {
    add_each("measure-numbers", catalog_.measures, [](const Measure& measure, const auto& note) {
      if (measure.number) note(measure.number->fact);
    });
    add_each("measure-classes", catalog_.measures, [](const Measure& measure, const auto& note) {
      if (measure.measure_class) note(measure.measure_class->fact);
    });
    add_each("measure-patterns", catalog_.measures, [](const Measure& measure, const auto& note) {
      for (const auto& pattern : measure.patterns) note(pattern.fact);
    });
    add_each("indicators", catalog_.measures, [](const Measure& measure, const auto& note) {
      for (const auto& indicator : measure.indicators) note(indicator.fact);
    });
    add_each("reference-values", catalog_.measures, [](const Measure& measure, const auto& note) {
      for (const auto& indicator : measure.indicators) {
        for (const auto& [pattern, value] : indicator.values) note(value.fact);
        if (indicator.single) note(indicator.single->fact);
      }
    });
  }

  void add_rules() {
    add_each("service-type-levels", catalog_.service_types, [](const ServiceType& type, const auto& note) {
      for (const auto& [property, level] : type.levels) note(level.fact, property);
    });
    for (const auto& criterion : catalog_.level_criteria) {
      for (const auto& rule : criterion.rules) add("level-rules", rule.fact);
    }
    for (const auto& rule : catalog_.placement) add("placement-rules", rule.fact);
  }

  const Catalog& catalog_;
  std::vector<Statement> found_;
};

}  // namespace

std::vector<Statement> statements(const Catalog& catalog) { return Collector(catalog).collect(); }

}  // namespace michibiki
