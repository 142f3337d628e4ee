#pragma once

#include <optional>
#include <vector>

#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki {

/// A component of the services in scope, with the services that use it (positions in the portfolio, in order; never none).
struct InventoryComponent {
  Instance instance;
  std::vector<std::size_t> used_by;
  BasisKind basis = BasisKind::stated;  ///< how firm it is that the service has it, and that it is in scope
};

/// An asset of one component: the component itself, or information that passes through it. In catalogues without components every asset
/// stands on the service as a whole. A catalogue without assets has one implicit asset, the service itself, without an id.
struct InventoryAsset {
  std::optional<std::size_t> component;  ///< position in Inventory::components
  std::optional<AssetId> asset;
  std::optional<LinkId> carried;
  BasisKind carried_basis = BasisKind::stated;  ///< how firm it is that a component of that type has it
};

/// A component that the guideline leaves out, and the exclusion that says so.
struct OutOfScope {
  Instance instance;
  ExclusionId exclusion;
};

/// A component that is not derived from because what says that the service has it, or what its type is, is below the wanted trust.
struct WithheldComponent {
  Instance instance;
  std::vector<std::size_t> used_by;
  FactId distrusted;
};

/// In which service (position in the portfolio) something is so, and how firm that is.
struct InService {
  std::size_t service = 0;
  BasisKind basis = BasisKind::stated;
};

/// Who is present, and in which services, in order: always, or as the operator of a component.
struct PresentStakeholder {
  StakeholderId stakeholder;
  std::vector<InService> services;
};

/// Components, also those left out or withheld, stand in the order of their types in the catalogue, then of their ids; the assets of
/// each in the order of the catalogue.
struct Inventory {
  std::vector<InventoryComponent> components;
  std::vector<InventoryAsset> assets;
  std::vector<OutOfScope> out_of_scope;
  std::vector<WithheldComponent> withheld;
  std::vector<PresentStakeholder> stakeholders;  ///< in catalogue order
};

/// The assets that a component of the type has: what it carries itself or inherits, without what it lacks; in catalogue order.
std::vector<AssetId> assets_of(const View& view, ComponentId type);

/// 図表29-31: component instances, and the assets that their types carry.
Inventory identify(const View& view, const Portfolio& portfolio);

}  // namespace michibiki
