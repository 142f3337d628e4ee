#include "engine/carrying.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/basis_through.hpp"

namespace michibiki {

std::vector<Carrying> carryings(const View& view, EntryRef type) {
  const auto& catalog = view.catalog();
  std::vector<Carrying> found;
  std::set<AssetId> lacking;
  std::map<AssetId, BasisKind> doubted;
  for (const auto level : view.graph().linked_from_upwards(type)) {
    for (const auto id : view.graph().links_from(level, LinkKind::lacks)) {
      for (const auto to : catalog.link(id).to) {
        const auto standing = std::max({view.standing(catalog.link(id).fact), view.standing(level), view.standing(to)});
        if (standing == Standing::holds) lacking.insert(AssetId{to.index});
        if (standing != Standing::distrusted) continue;
        auto& doubt = doubted.try_emplace(AssetId{to.index}, BasisKind::stated).first->second;
        doubt = std::min(doubt, basis_through(view, id, level, to));
      }
    }
    for (const auto id : view.links_from(level, LinkKind::carries)) {
      for (const auto to : catalog.link(id).to) {
        const AssetId asset{to.index};
        if (!view.holds(to) || lacking.contains(asset)) continue;
        auto basis = basis_through(view, id, type, to);
        if (const auto doubt = doubted.find(asset); doubt != doubted.end()) basis = std::min(basis, doubt->second);
        found.push_back({asset, id, level, basis});
      }
    }
  }
  return found;
}

}  // namespace michibiki
