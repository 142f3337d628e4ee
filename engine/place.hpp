#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/select.hpp"

namespace michibiki {

/// The chapter of a selected measure and the line of the placement table that gave it.
struct Placement {
  std::optional<ChapterId> chapter;
  std::optional<FactId> rule;
  std::optional<FactId> withheld;  ///< a line below the wanted trust that may decide: then no chapter is known
};

/// Where a measure is placed where that is known already; null: not known.
using KnownPlacements = std::function<const Placement*(MeasureId measure)>;

/// 図表40-41, reconstructed: a measure belongs where it is implemented, common ones are factored out (report 1123-1125, 1271).
/// Reads where a measure is implemented, what it aims at and whom it involves; never its id. Lines that trust hides, or that may hold
/// or not because it hides what they ask for, decide nothing and leave nothing to later lines.
std::vector<Placement> place(const View& view, const Selection& selection, const KnownPlacements& known = {});

/// The placement of any measure, selected or not.
Placement place(const View& view, MeasureId measure);

}  // namespace michibiki
