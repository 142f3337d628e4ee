#include "engine/component_names.hpp"

#include <algorithm>

namespace michibiki {

std::vector<NameInService> names_in_services(const Portfolio& portfolio, const std::string& name) {
  std::vector<NameInService> found;
  for (std::size_t s = 0; s < portfolio.services.size(); ++s) {
    const auto before = portfolio.services[s].code + '/';
    if (name.size() > before.size() && name.starts_with(before)) found.push_back({s, name.substr(before.size())});
  }
  return found;
}

bool is_shared(const Portfolio& portfolio, const InventoryComponent& component) {
  const auto& uses = portfolio.services[component.used_by.front()].uses;
  return std::ranges::count(uses, component.instance.code) != 0;
}

std::string code_in_portfolio(const Portfolio& portfolio, const InventoryComponent& component) {
  const auto& code = component.instance.code;
  if (portfolio.services.size() == 1 || is_shared(portfolio, component)) return code;
  return portfolio.services[component.used_by.front()].code + '/' + code;
}

bool is_called(const View& view, const Portfolio& portfolio, const InventoryComponent& component,
               const std::string& name) {
  if (component.instance.code == name) return true;
  const auto in_service = names_in_services(portfolio, name);
  return std::ranges::any_of(in_service, [&](const NameInService& one) {
    if (std::ranges::count(component.used_by, one.service) == 0) return false;
    const auto type = view.catalog().components.find(one.name);
    return component.instance.code == one.name ||
           (type && view.graph().lies_under(ref(component.instance.type), ref(*type)));
  });
}

std::vector<std::string> component_ids(const Service& service) {
  std::vector<std::string> ids;
  for (const auto& instance : service.instances) ids.push_back(instance.code);
  ids.insert(ids.end(), service.uses.begin(), service.uses.end());
  return ids;
}

}  // namespace michibiki
