#pragma once

#include <optional>
#include <vector>

#include "model/view.hpp"

namespace michibiki {

/// A statement by which a mechanism harms a property of things of a nature, and how firm it is: no firmer than that nothing nearer
/// spares them.
struct DirectHarm {
  LinkId link;
  EntryRef source;  ///< the mechanism, or one above it, that the link starts from
  EntryRef level;   ///< the nature, or one above it, that the link names
  BasisKind basis = BasisKind::stated;
};

/// All that say so, nearest first: by nature, from the nature itself upwards, then by mechanism, as far as nothing is spared. At the same
/// place `spares` beats `acts-on`; one below the wanted trust spares nothing, but what it may spare is harmed no more firmly than that.
std::vector<DirectHarm> direct_harms(const View& view, EntryRef mechanism, EntryRef nature,
                                     std::optional<PropertyId> property);

/// Of those the nearest, which decide; behind them only firmer statements matter, as they say the same.
std::vector<DirectHarm> deciding(const std::vector<DirectHarm>& harms);

}  // namespace michibiki
