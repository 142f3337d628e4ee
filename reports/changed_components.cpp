#include "reports/changed_components.hpp"

#include "engine/what_if/counterparts.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

Workings workings_of(const DerivationReport& of) { return {of.view, of.portfolio, of.derivation}; }

}  // namespace

std::vector<std::string> components_only_in(const DerivationReport& here, const DerivationReport& there) {
  const auto one = workings_of(here);
  const auto other = workings_of(there);
  const Counterparts counterparts(one, other);
  std::vector<std::string> only;
  for (std::size_t i = 0; i < here.derivation.inventory.components.size(); ++i) {
    if (!counterparts(HasComponent{i})) only.push_back(component_label(here, i));
  }
  return only;
}

std::vector<std::string> components_used_otherwise(const WhatIfReport& report) {
  std::vector<std::string> used;
  for (const auto& one : report.result.otherwise_used) used.push_back(component_label(report.before, one.before));
  return used;
}

}  // namespace michibiki
