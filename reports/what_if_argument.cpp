#include "reports/what_if_argument.hpp"

#include <algorithm>

#include "engine/statements.hpp"

namespace michibiki {
namespace {

std::string of_service(const Portfolio& portfolio, const ProposedEdit& edit) {
  return portfolio.services.size() == 1 ? std::string() : portfolio.services[edit.service].code + '/';
}

std::string added_component(const Catalog& catalog, const Portfolio& portfolio, const ProposedEdit& edit) {
  const auto instance = added_instance(catalog, portfolio, edit);
  auto words = instance.code + '=' + catalog.components[instance.type].code;
  if (instance.operated_by) words += '@' + catalog.stakeholders[*instance.operated_by].code;
  return words;
}

std::optional<std::string> words_of_link(const Catalog& catalog, const Link& link, bool anew) {
  if (!anew) return "link " + link.code;
  if (link.limits.properties.size() > 1) return std::nullopt;
  auto words = catalog.entry(link.from.front()).code + ' ' + std::string(name_of(link.kind)) + ' ' +
               catalog.entry(link.to.front()).code;
  for (const auto property : link.limits.properties) words += ' ' + catalog.properties[property].code;
  return words;
}

/// "MEASURE.KEY", with a pattern for its value there.
std::optional<std::string> words_of_value(const Catalog& catalog, const Measure& measure, FactId fact) {
  for (const auto& indicator : measure.indicators) {
    const auto name = measure.code + '.' + indicator.key;
    if (indicator.fact == fact) return name;
    for (const auto& [pattern, value] : indicator.values) {
      if (value.fact == fact) return name + ' ' + catalog.patterns[pattern].code;
    }
  }
  return std::nullopt;
}

/// "THREAT harms PROPERTY", "MEASURE classes": where there is one such statement alone.
std::optional<std::string> words_of_attribute(const Catalog& catalog, const std::vector<Statement>& all,
                                              const Statement& statement) {
  const auto alike = [&](const Statement& other) {
    return other.about == statement.about && other.sort == statement.sort && other.property == statement.property;
  };
  const auto dash = statement.sort.find('-');
  if (dash == std::string_view::npos || std::ranges::count_if(all, alike) != 1) return std::nullopt;
  auto words = catalog.entry(*statement.about).code + ' ' + std::string(statement.sort.substr(dash + 1));
  if (statement.property) words += ' ' + catalog.properties[*statement.property].code;
  return words;
}

std::optional<std::string> words_of_statement(const Catalog& catalog, FactId fact, bool anew) {
  const auto all = statements(catalog);
  const auto found = std::ranges::find(all, fact, &Statement::fact);
  if (found == all.end()) return std::nullopt;
  if (found->link) return words_of_link(catalog, catalog.link(*found->link), anew);
  if (!found->about) return std::nullopt;
  const auto& entry = catalog.entry(*found->about);
  if (entry.fact == fact) return std::string(name_of(found->about->kind)) + ' ' + entry.code;
  if (found->about->kind == EntryKind::measure) {
    if (auto words = words_of_value(catalog, catalog.measures.at(found->about->index), fact)) return words;
  }
  return words_of_attribute(catalog, all, *found);
}

}  // namespace

std::optional<WhatIfArgument> what_if_argument(const Catalog& catalog, const Portfolio& portfolio,
                                               const ProposedEdit& edit) {
  if (edit.kind == EditKind::require_level) {
    return WhatIfArgument{"--with", of_service(portfolio, edit) + catalog.properties[edit.property.value()].code + '=' +
                                        catalog.levels[edit.level.value()].code};
  }
  if (edit.kind == EditKind::add_component)
    return WhatIfArgument{"--with", of_service(portfolio, edit) + added_component(catalog, portfolio, edit)};
  auto words = words_of_statement(catalog, edit.fact.value(), edit.kind == EditKind::state);
  if (!words) return std::nullopt;
  return WhatIfArgument{edit.kind == EditKind::take_away ? "--without" : "--with", std::move(*words)};
}

}  // namespace michibiki
