#pragma once

#include <optional>
#include <vector>

#include "model/view.hpp"

namespace michibiki {

/// A nature by which an asset is concerned, and how firm it is that it is.
struct ConcernedNature {
  NatureId nature;
  BasisKind basis = BasisKind::stated;
};

/// What a link's limits are held against: one asset where it stands, one threat, what it harms.
struct Circumstance {
  std::optional<PropertyId> property;
  std::optional<ComponentId> component;
  std::optional<AssetId> asset;
  ThreatId threat;
  std::optional<VulnerabilityId> vulnerability;
  std::vector<ConcernedNature> natures;
};

/// Whether a property is among those that a statement is limited to; it is, too, where one above it is named. Without a limit every one is.
bool within(const View& view, const std::vector<PropertyId>& limit, std::optional<PropertyId> property);

/// How firmly every limit given holds, by the origin of the threat and the natures concerned; none where a limit does not hold. A named
/// entry stands for everything under it.
std::optional<BasisKind> within(const View& view, const Limits& limits, const Circumstance& circumstance);

/// The natures of an asset, each once: its own and those of the assets above it.
std::vector<ConcernedNature> natures_of(const View& view, AssetId asset);

}  // namespace michibiki
