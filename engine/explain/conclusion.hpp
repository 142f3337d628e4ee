#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <variant>

#include "model/catalog.hpp"

namespace michibiki {

// What a derivation concludes on its way, each a thing that is so for reasons. Services are positions in the portfolio, components and
// assets in the inventory, exposures in the analysis, values in the grading.

/// 図表22-24: while a question is open, several levels of a property and several patterns may be required.
struct MayRequireLevel {
  std::size_t service = 0;
  PropertyId property;
  LevelId level;
  auto operator<=>(const MayRequireLevel&) const = default;
};
struct MayBeOfPattern {
  std::size_t service = 0;
  PatternId pattern;
  auto operator<=>(const MayBeOfPattern&) const = default;
};

/// 図表29-31.
struct HasComponent {
  std::size_t component = 0;
  auto operator<=>(const HasComponent&) const = default;
};
struct HasStakeholder {
  std::size_t service = 0;
  StakeholderId stakeholder;
  bool or_under = false;  ///< or somebody under it
  auto operator<=>(const HasStakeholder&) const = default;
};
struct HasAsset {
  std::size_t asset = 0;
  auto operator<=>(const HasAsset&) const = default;
};

/// 図表32-34.
struct IsOfNature {
  AssetId asset;
  NatureId nature;
  auto operator<=>(const IsOfNature&) const = default;
};
struct HarmsProperty {
  ThreatId threat;
  std::optional<PropertyId> property;  ///< none in a catalogue without properties
  auto operator<=>(const HarmsProperty&) const = default;
};
struct WorksBy {
  ThreatId threat;
  MechanismId mechanism;
  std::optional<PropertyId> property;
  auto operator<=>(const WorksBy&) const = default;
};
struct ActsOn {
  MechanismId mechanism;
  NatureId nature;
  std::optional<PropertyId> property;
  auto operator<=>(const ActsOn&) const = default;
};
struct IsWeak {
  VulnerabilityId vulnerability;
  AssetId asset;
  ThreatId threat;
  auto operator<=>(const IsWeak&) const = default;
};
struct IsExposed {
  std::size_t exposure = 0;
  std::optional<LinkId> within;  ///< as a thing of a nature that this link is limited to; none: in any way
  auto operator<=>(const IsExposed&) const = default;
};

/// 図表35: a measure or control answers an exposure, involves somebody, or is required by another.
struct IsCalledFor {
  EntryRef entry;
  std::optional<std::size_t> exposure;  ///< there; none: anywhere
  auto operator<=>(const IsCalledFor&) const = default;
};
struct IsDrawnFrom {
  MeasureId measure;
  EntryRef origin;
  auto operator<=>(const IsDrawnFrom&) const = default;
};
struct IsOfClass {
  MeasureId measure;
  auto operator<=>(const IsOfClass&) const = default;
};

/// 図表40-41.
struct IsPlaced {
  MeasureId measure;
  auto operator<=>(const IsPlaced&) const = default;
};

/// 図表37-38.
struct HasValue {
  std::size_t grade = 0;
  auto operator<=>(const HasValue&) const = default;
};

using Conclusion =
    std::variant<MayRequireLevel, MayBeOfPattern, HasComponent, HasStakeholder, HasAsset, IsOfNature, HarmsProperty,
                 WorksBy, ActsOn, IsWeak, IsExposed, IsCalledFor, IsDrawnFrom, IsOfClass, IsPlaced, HasValue>;

}  // namespace michibiki
