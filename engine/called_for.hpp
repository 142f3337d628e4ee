#pragma once

#include <cstdint>
#include <vector>

#include "engine/classify.hpp"
#include "model/view.hpp"

namespace michibiki {

/// How surely a measure or control is called for, least first.
enum class Call : std::uint8_t {
  none,  ///< in no pattern that is still possible
  open,  ///< in some of those patterns, or a statement that trust hides may call for it: a pattern that is decided decides
  certain  ///< in all of them
};

struct Called {
  Call call = Call::certain;
  BasisKind basis = BasisKind::stated;  ///< of what is certain: how firm it is that it is called for
};

/// The patterns that a measure or control is limited to; none for entries of other kinds.
const std::vector<Sourced<PatternId>>& patterns_of(const Catalog& catalog, EntryRef entry);

/// Whether an entry that is limited to these patterns is called for in that one. What trust hides leaves it open: a hidden member may call
/// for it there, and where all members are hidden it may not be limited at all. A member that is not there at all limits to nothing.
Called called_in(const View& view, const std::vector<Sourced<PatternId>>& limit, PatternId pattern);

/// Whether any measure or control is limited to patterns: else patterns select values, never measures.
bool patterns_select(const View& view);

/// What the services call for, as far as measures and controls are limited to patterns.
class Calls {
 public:
  Calls(const View& view, const std::vector<Classification>& classifications)
      : view_(view), classifications_(classifications) {}

  /// Of what these services share (positions in the portfolio) the one that calls for it most surely decides, as it has to satisfy each.
  /// A service that is of no pattern at all may need what any of them calls for.
  Called called(EntryRef entry, const std::vector<std::size_t>& services) const;
  Called called(EntryRef entry, std::size_t service) const;
  /// How many there are.
  std::size_t services() const { return classifications_.size(); }

 private:
  Called by(const std::vector<Sourced<PatternId>>& limit, const Classification& classification) const;

  const View& view_;
  const std::vector<Classification>& classifications_;
};

}  // namespace michibiki
