#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/select.hpp"

namespace michibiki {

/// What stands against an exposure, always relative to the threat list used.
enum class CoverageStatus {
  covered,       ///< a selected measure counters it (in a catalogue without measures: a control mitigates it)
  control_only,  ///< a control mitigates it in general, no measure of the guideline does
  uncovered      ///< nothing in the catalogues answers it
};

/// The word of reports for a status: "control-only".
std::string_view name_of(CoverageStatus status);

/// An acceptance: the position of its service in the portfolio, and its own in that service.
struct AcceptanceRef {
  std::size_t service = 0;
  std::size_t acceptance = 0;
  auto operator<=>(const AcceptanceRef&) const = default;
};

struct ExposureCoverage {
  CoverageStatus status = CoverageStatus::uncovered;
  std::size_t depth = 0;                   ///< how many supports answer it independently of one another
  bool depth_is_lower_bound = false;       ///< the supports are too entangled to count them exactly
  std::vector<EntryRef> indispensable;     ///< measures, or controls where those cover, without which it would not be
  bool accepted = false;                   ///< not covered, and every service that uses the component accepts it
  std::vector<AcceptanceRef> acceptances;  ///< all that name it, be they enough or not
};

struct Coverage {
  std::vector<ExposureCoverage> exposures;  ///< parallel to Analysis::exposures
  std::size_t covered = 0;
  std::size_t control_only = 0;
  std::size_t uncovered = 0;
  std::size_t single_point = 0;  ///< covered exposures that would open if one measure (or control) fell away
  std::size_t accepted = 0;      ///< of those not covered
  /// Exposures that no measure covers and nobody accepted: step ③ of 5(b) asks experts about them.
  std::size_t open = 0;
};

/// How an exposure (a position in the analysis) is covered where that is known already; null: not known.
using KnownCoverage = std::function<const ExposureCoverage*(std::size_t exposure)>;

/// 5(b)③: is any threat left without a measure?
Coverage cover(const View& view, const Portfolio& portfolio, const Inventory& inventory, const Analysis& analysis,
               const Selection& selection, const KnownCoverage& known = {});

}  // namespace michibiki
