#include "engine/compositions.hpp"

namespace michibiki {

Composition all_components(const View& view) {
  const auto& catalog = view.catalog();
  Composition composition;
  auto& service = composition.portfolio.services.emplace_back();
  for (std::size_t i = 0; i < catalog.components.size(); ++i) {
    const ComponentId id{i};
    if (catalog.components[id].group || !view.holds(ref(id))) continue;
    Instance instance;
    instance.code = catalog.components[id].code;
    instance.type = id;
    service.instances.push_back(std::move(instance));
  }
  return composition;
}

std::vector<Composition> typical_compositions(const View& view) {
  const auto& catalog = view.catalog();
  std::vector<Composition> all;
  for (std::size_t i = 0; i < catalog.system_cases.size(); ++i) {
    const SystemCaseId id{i};
    if (catalog.system_cases[id].group || !view.holds(ref(id))) continue;
    auto& composition = all.emplace_back();
    composition.system_case = id;
    auto& service = composition.portfolio.services.emplace_back();
    service.system_case = id;
    service.instances = catalog.system_cases[id].instances;
  }
  if (all.empty()) all.push_back(all_components(view));
  return all;
}

}  // namespace michibiki
