#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "engine/compare/agreement.hpp"
#include "model/view.hpp"

namespace michibiki {

/// A count over many trials.
struct Spread {
  std::size_t least = 0;
  std::size_t most = 0;
  std::size_t total = 0;  ///< over all trials
};

/// What a typical system looks like when judged links of one sort are taken away at random.
struct SensitivityPoint {
  std::size_t links = 0;    ///< judged links of the sort
  std::size_t removed = 0;  ///< of those, taken away in each trial
  /// The agreement between two judges at which the second would lack as many of the first's; none where a share was asked for.
  std::optional<Ratio> kappa;
  std::size_t percent = 0;  ///< the share that was asked for, rounded; of a κ the share that it comes to
  Spread exposures;
  Spread covered;
  Spread uncovered;  ///< answered by nothing: those that only a control mitigates are neither
  Spread single_point;
  Spread measures;  ///< selected through exposures
  Spread controls;
};

/// One sort of judged links, or all of them together.
struct SensitivitySeries {
  std::vector<LinkKind> kinds;
  SensitivityPoint whole;  ///< with nothing removed
  std::vector<SensitivityPoint> points;
};

struct Sensitivity {
  std::size_t trials = 0;
  std::vector<SensitivitySeries> series;  ///< all kinds together first, then kind by kind in the order of LinkKind
};

/// Which points to look at.
struct SensitivityPlan {
  std::size_t trials = 200;
  std::uint64_t seed = 1;
  std::vector<std::size_t> percents{1, 5, 10, 20};
  /// For a kind of link, how far two judges agreed on it.
  std::map<LinkKind, Agreement> agreements;
};

/// Derives a system with every component again and again, each time without some of the links whose basis is a judgement. The same plan
/// gives the same numbers on every machine. `progress` is told how many of how many trials are done.
Sensitivity sensitivity(const View& view, const SensitivityPlan& plan,
                        const std::function<void(std::size_t done, std::size_t all)>& progress = {});

}  // namespace michibiki
