#pragma once

#include <vector>

#include "model/view.hpp"

namespace michibiki {

/// A statement by which components of a type carry an asset, and how firm it is: no firmer than that no nearer type lacks the asset.
struct Carrying {
  AssetId asset;
  LinkId link;
  EntryRef level;  ///< the type, or one above it, that the link starts from
  BasisKind basis = BasisKind::stated;
};

/// All that say so, nearest first: from the type itself upwards, as far as no type `lacks` the asset; at the same place `lacks` beats
/// `carries`. One below the wanted trust takes nothing away, but what it may take away is there no more firmly than that.
std::vector<Carrying> carryings(const View& view, EntryRef type);

}  // namespace michibiki
