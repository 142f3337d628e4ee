#include "engine/identify.hpp"

#include <algorithm>

#include "engine/basis_through.hpp"

namespace michibiki {
namespace {

std::optional<ExclusionId> exclusion_of(const View& view, const Instance& instance) {
  const auto& catalog = view.catalog();
  for (std::size_t i = 0; i < catalog.exclusions.size(); ++i) {
    const ExclusionId id{i};
    const auto& exclusion = catalog.exclusions[id];
    if (!view.holds(ref(id))) continue;
    const bool by_type =
        std::any_of(exclusion.components.begin(), exclusion.components.end(),
                    [&](ComponentId component) { return view.graph().lies_under(ref(instance.type), ref(component)); });
    const bool by_operator =
        instance.operated_by &&
        std::any_of(exclusion.operators.begin(), exclusion.operators.end(), [&](StakeholderId operator_id) {
          return view.graph().lies_under(ref(*instance.operated_by), ref(operator_id));
        });
    if (by_type || by_operator) return id;
  }
  return std::nullopt;
}

void add(const View& view, Inventory& inventory, const Instance& instance, std::vector<std::size_t> used_by) {
  if (!view.holds(ref(instance.type))) return;
  if (const auto exclusion = exclusion_of(view, instance)) {
    inventory.out_of_scope.push_back({instance, *exclusion});
    return;
  }
  inventory.components.push_back({instance, std::move(used_by)});
}

/// The assets that a type carries, itself or by its ancestors, each by the firmest link that says so; in the order of those links.
std::vector<std::pair<AssetId, LinkId>> carried_by(const View& view, EntryRef type) {
  std::vector<std::pair<AssetId, LinkId>> carried;
  for (const auto link : view.links_from_upwards(type, LinkKind::carries)) {
    for (const auto to : view.catalog().link(link).to) {
      for (const auto item : view.items_of(to)) {
        const AssetId asset{item.index};
        const auto known =
            std::find_if(carried.begin(), carried.end(), [&](const auto& c) { return c.first == asset; });
        if (known == carried.end()) {
          carried.emplace_back(asset, link);
        } else if (basis_through(view, link, type, item) > basis_through(view, known->second, type, item)) {
          known->second = link;
        }
      }
    }
  }
  return carried;
}

void add_assets(const View& view, Inventory& inventory) {
  for (std::size_t i = 0; i < inventory.components.size(); ++i) {
    for (const auto& [asset, link] : carried_by(view, ref(inventory.components[i].instance.type))) {
      inventory.assets.push_back({i, asset, link});
    }
  }
  if (view.catalog().assets.empty()) inventory.assets.push_back({std::nullopt, std::nullopt, std::nullopt});
}

std::vector<StakeholderId> present(const View& view, const Inventory& inventory) {
  const auto& catalog = view.catalog();
  std::vector<StakeholderId> stakeholders;
  for (std::size_t i = 0; i < catalog.stakeholders.size(); ++i) {
    const StakeholderId id{i};
    const auto& stakeholder = catalog.stakeholders[id];
    if (stakeholder.group || !view.holds(ref(id))) continue;
    const bool operates =
        std::any_of(inventory.components.begin(), inventory.components.end(), [&](const InventoryComponent& c) {
          return c.instance.operated_by && view.graph().lies_under(ref(id), ref(*c.instance.operated_by));
        });
    if (stakeholder.always || operates) stakeholders.push_back(id);
  }
  return stakeholders;
}

}  // namespace

Inventory identify(const View& view, const Portfolio& portfolio) {
  Inventory inventory;
  for (const auto& shared : portfolio.shared) {
    std::vector<std::size_t> used_by;
    for (std::size_t s = 0; s < portfolio.services.size(); ++s) {
      const auto& uses = portfolio.services[s].uses;
      if (std::find(uses.begin(), uses.end(), shared.code) != uses.end()) used_by.push_back(s);
    }
    add(view, inventory, shared, std::move(used_by));
  }
  for (std::size_t s = 0; s < portfolio.services.size(); ++s) {
    for (const auto& instance : portfolio.services[s].instances) add(view, inventory, instance, {s});
  }
  add_assets(view, inventory);
  inventory.stakeholders = present(view, inventory);
  return inventory;
}

}  // namespace michibiki
