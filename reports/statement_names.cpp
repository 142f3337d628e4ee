#include "reports/statement_names.hpp"

namespace michibiki {

StatementNames::StatementNames(const Catalog& catalog) : catalog_(catalog) {
  // The lines of tables first: the counts do not say what these are about.
  add_lines();
  for (const auto& statement : statements(catalog)) statements_.emplace(statement.fact, statement);
  add_headings();
}

void StatementNames::add(std::string_view sort, FactId fact, std::optional<EntryRef> about,
                         std::optional<PropertyId> property) {
  statements_.emplace(fact, Statement{sort, fact, about, std::nullopt, property});
}

void StatementNames::add_headings() {
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    for (std::size_t i = 0; i < catalog_.size(static_cast<EntryKind>(kind)); ++i) {
      const EntryRef entry(static_cast<EntryKind>(kind), i);
      if (catalog_.entry(entry).group) add(section_of(entry.kind), catalog_.entry(entry).fact, entry);
    }
  }
}

void StatementNames::add_lines() {
  const auto each = [](const auto& table, const auto& visit) {
    for (std::size_t i = 0; i < table.size(); ++i) visit(table.at(i), EntryRef(table.at(i).kind, i));
  };
  each(catalog_.stakeholders, [&](const Stakeholder& stakeholder, EntryRef about) {
    if (stakeholder.always) add("stakeholder-always", *stakeholder.always, about);
  });
  each(catalog_.measures, [&](const Measure& measure, EntryRef about) {
    for (const auto& indicator : measure.indicators) {
      if (indicator.stricter.value != Indicator::Stricter::unstated)
        add("indicator-directions", indicator.stricter.fact, about);
    }
  });
  each(catalog_.patterns, [&](const Pattern& pattern, EntryRef about) {
    for (const auto& [property, level] : pattern.levels) add("pattern-levels", level.fact, about, property);
  });
  each(catalog_.system_cases, [&](const SystemCase& system_case, EntryRef about) {
    for (const auto& instance : system_case.instances) {
      if (!instance.fact) continue;
      add("system-case-components", *instance.fact, about);
      components_.emplace(*instance.fact, instance.code);
    }
  });
  for (const auto& criterion : catalog_.level_criteria) {
    for (const auto& rule : criterion.rules) add("level-rules", rule.fact, std::nullopt, criterion.property);
  }
  for (const auto& rule : catalog_.placement) add("placement-rules", rule.fact, ref(rule.then));
}

Json StatementNames::of(FactId fact) const {
  Json json = Json::object();
  const auto found = statements_.find(fact);
  if (found == statements_.end()) return json;
  const auto& [sort, stated, about, link, property] = found->second;
  json["sort"] = sort;
  if (about) json["about"] = catalog_.entry(*about).code;
  if (property) json["property"] = catalog_.properties[*property].code;
  if (link) json["link"] = catalog_.link(*link).code;
  if (const auto component = components_.find(fact); component != components_.end())
    json["component"] = component->second;
  return json;
}

}  // namespace michibiki
