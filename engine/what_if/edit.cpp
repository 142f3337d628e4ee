#include "engine/what_if/edit.hpp"

#include <algorithm>
#include <string>

namespace michibiki {

std::string_view name_of(EditKind kind) {
  switch (kind) {
    case EditKind::require_level:
      return "require-level";
    case EditKind::add_component:
      return "add-component";
    case EditKind::believe:
      return "believe";
    case EditKind::restore:
      return "restore";
    case EditKind::state:
      return "state";
    case EditKind::take_away:
      return "take-away";
  }
  return {};
}

Instance added_instance(const Catalog& catalog, const Portfolio& portfolio, const ProposedEdit& edit) {
  Instance instance;
  instance.type = edit.component.value();
  instance.operated_by = edit.operated_by;
  instance.code = catalog.components[instance.type].code;
  if (instance.operated_by) instance.code += '-' + catalog.stakeholders[*instance.operated_by].code;
  const auto taken = [&](const std::string& code) {
    const auto in = [&](const std::vector<Instance>& instances) {
      return std::ranges::count(instances, code, &Instance::code) != 0;
    };
    return in(portfolio.shared) ||
           std::ranges::any_of(portfolio.services, [&](const Service& service) { return in(service.instances); });
  };
  while (taken(instance.code)) instance.code += "-new";
  return instance;
}

View edited(const View& view, const std::vector<ProposedEdit>& edits) {
  std::vector<FactId> with;
  std::vector<FactId> without;
  for (const auto& edit : edits) {
    if (edit.fact) (edit.kind == EditKind::take_away ? without : with).push_back(*edit.fact);
  }
  return view.with(with).without(without);
}

Portfolio edited(const Catalog& catalog, Portfolio portfolio, const std::vector<ProposedEdit>& edits) {
  // All ids are chosen from what was there before: they are the same whatever else is added.
  std::vector<std::pair<std::size_t, Instance>> added;
  for (const auto& edit : edits) {
    if (edit.kind == EditKind::add_component)
      added.emplace_back(edit.service, added_instance(catalog, portfolio, edit));
    if (edit.kind == EditKind::require_level)
      portfolio.services[edit.service].levels[edit.property.value()] = {edit.level.value()};
  }
  for (auto& [service, instance] : added) portfolio.services[service].instances.push_back(std::move(instance));
  return portfolio;
}

}  // namespace michibiki
