#pragma once

#include <optional>
#include <vector>

#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki {

/// A component of the services in scope, with the services that use it (positions in the portfolio).
struct InventoryComponent {
  Instance instance;
  std::vector<std::size_t> used_by;
};

/// An asset of one component: the component itself, or information that passes through it. A catalogue without assets has one
/// implicit asset, the service itself, without an id.
struct InventoryAsset {
  std::optional<std::size_t> component;  ///< position in Inventory::components
  std::optional<AssetId> asset;
  std::optional<LinkId> carried;
};

/// A component that the guideline leaves out, and the exclusion that says so.
struct OutOfScope {
  Instance instance;
  ExclusionId exclusion;
};

struct Inventory {
  std::vector<InventoryComponent> components;
  std::vector<InventoryAsset> assets;
  std::vector<OutOfScope> out_of_scope;
  std::vector<StakeholderId> stakeholders;  ///< who is present: always, or as the operator of a component
};

/// 図表29-31: component instances, and the assets that their types carry.
Inventory identify(const View& view, const Portfolio& portfolio);

}  // namespace michibiki
