#pragma once

#include <optional>
#include <vector>

#include "model/view.hpp"

namespace michibiki {

/// What a link's limits are held against: one asset where it stands, one threat, what it harms.
struct Circumstance {
  std::optional<PropertyId> property;
  std::optional<ComponentId> component;
  std::optional<AssetId> asset;
  ThreatId threat;
  std::optional<VulnerabilityId> vulnerability;
  std::vector<NatureId> natures;
};

/// Whether a property is among those that a statement is limited to; it is, too, where one above it is named. Without a limit every one is.
bool within(const View& view, const std::vector<PropertyId>& limit, std::optional<PropertyId> property);

/// Whether every limit given holds; a named entry stands for everything under it.
bool within(const View& view, const Limits& limits, const Circumstance& circumstance);

/// The natures of an asset: its own and those of the assets above it.
std::vector<NatureId> natures_of(const View& view, AssetId asset);

}  // namespace michibiki
