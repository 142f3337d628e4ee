#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "model/view.hpp"

namespace michibiki {

/// Where a new component type can stand, and what an asset of its own can be, so that the catalogues already say what threatens the
/// asset and, as far as they can, what answers.
struct ComponentStart {
  std::optional<ComponentId> parent;  ///< the heading to put it under; none: it stands by itself
  std::optional<NatureId> nature;     ///< none only in catalogues without natures
  std::set<ThreatId> threats;         ///< that reach the asset
  std::set<EntryRef> answers;         ///< measures (of catalogues without any, controls) that cover exposures of it
  std::set<ThreatId>
      open;  ///< threats of exposures that nothing covers; in catalogues where nothing answers anything, none
};

/// Tries every heading with every nature on a component type that does not exist. Of the places where some threat reaches the asset the
/// one with the fewest open exposures, and of those the first: no heading before the headings, each in catalogue order. None where no
/// threat reaches such an asset.
std::optional<ComponentStart> start_component(const View& view);

/// Levels of the first pattern that tell it from all others, and no more of them than that takes; in catalogues without patterns none.
std::map<PropertyId, LevelId> start_levels(const View& view);

/// An exposure that a new measure can answer, and what the catalogues have that fits such a measure.
struct MeasureStart {
  ThreatId threat;
  std::optional<PropertyId> property;
  std::optional<NatureId> nature;  ///< by which the threat reaches the asset
  std::optional<AssetId> asset;
  std::optional<ComponentId> component;  ///< that the asset is on
  std::optional<ControlId> control;      ///< that mitigates the threat there
  bool open = false;                     ///< no measure covers the exposure yet
};

/// Looks at the exposures of all typical compositions: the first that a control mitigates and no measure covers; else the first that a
/// control mitigates; else the first that nothing covers; else the first.
std::optional<MeasureStart> start_measure(const View& view);

/// The first purpose at which a measure that answers the exposure there can aim to be placed in a chapter: those come first that measures
/// which answer the threat aim at, and of those the ones that are put in place on the component. `chapter` is none where the placement
/// table has no line for it whatever its aim.
struct PlacementStart {
  std::optional<PurposeId> purpose;
  std::optional<ChapterId> chapter;
};
PlacementStart start_placement(const View& view, const MeasureStart& start);

}  // namespace michibiki
