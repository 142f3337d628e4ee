#include "engine/supports.hpp"

namespace michibiki {

Circumstance circumstance_of(const View& view, const Inventory& inventory, const Exposure& exposure) {
  const auto& where = inventory.assets[exposure.asset];
  Circumstance found{exposure.property, std::nullopt, where.asset, exposure.threat, exposure.vulnerability, {}};
  if (where.component) found.component = inventory.components[*where.component].instance.type;
  // A limit by nature asks which natures of the asset are harmed, not which it has: an earthquake shakes the server, not its operating
  // system.
  for (const auto& ground : exposure.grounds) {
    if (ground.nature) found.natures.push_back({*ground.nature, ground.basis});
  }
  if (found.natures.empty() && where.asset) found.natures = natures_of(view, *where.asset);
  return found;
}

}  // namespace michibiki
