#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "engine/basis_through.hpp"

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

/// How firmly an item is among those that a statement is limited to: it is, too, where one above it is named. As the firmest of those named
/// that hold; none where it is not. Without a limit everything is.
template <typename T>
std::optional<BasisKind> among(const View& view, const std::vector<Id<T>>& limit, std::optional<Id<T>> item) {
  if (limit.empty()) return BasisKind::stated;
  std::optional<BasisKind> firmest;
  for (const auto named : limit) {
    if (item && view.holds(ref(named)) && view.graph().lies_under(ref(*item), ref(named)))
      firmest = std::max(firmest, std::optional(basis_of(view, ref(named))));
  }
  return firmest;
}

/// Whether a property is among those that a statement is limited to.
inline bool within(const View& view, const std::vector<PropertyId>& limit, std::optional<PropertyId> property) {
  return among(view, limit, property).has_value();
}

/// How firmly every limit given holds: by what it names, the origin of the threat and the natures concerned; none where a limit does not
/// hold.
std::optional<BasisKind> within(const View& view, const Limits& limits, const Circumstance& circumstance);

/// The natures of an asset, each once: its own and those of the assets above it.
std::vector<ConcernedNature> natures_of(const View& view, AssetId asset);

}  // namespace michibiki
