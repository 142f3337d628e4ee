#include "engine/supports.hpp"

#include <algorithm>

namespace michibiki {

Circumstance circumstance_of(const View& view, const Inventory& inventory, const Exposure& exposure) {
  const auto& where = inventory.assets[exposure.asset];
  Circumstance found{exposure.property, std::nullopt, where.asset, exposure.threat, exposure.vulnerability, {}};
  if (where.component) found.component = inventory.components[*where.component].instance.type;
  // A limit by nature asks which natures of the asset are harmed, not which it has: an earthquake shakes the server, not its operating
  // system.
  // What is stated outright of an asset concerns it as whatever it is, or as what the statement itself is limited to.
  const std::vector<NatureId> any;
  for (const auto& ground : exposure.grounds) {
    if (ground.nature) {
      found.natures.push_back({*ground.nature, ground.basis});
    } else if (where.asset) {
      const auto& limit = ground.exposes ? view.catalog().link(*ground.exposes).limits.natures : any;
      for (auto concerned : natures_of(view, *where.asset)) {
        const auto named = among(view, limit, std::optional(concerned.nature));
        if (!named) continue;
        concerned.basis = std::min({concerned.basis, ground.basis, *named});
        found.natures.push_back(concerned);
      }
    }
  }
  return found;
}

}  // namespace michibiki
