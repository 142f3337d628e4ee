#include "engine/propose.hpp"

#include <algorithm>

#include "engine/supports.hpp"

namespace michibiki {
namespace {

template <typename Fits>
std::vector<Proposal> proposals(const View& view, ThreatId threat, BasisKind basis, const Fits& fits) {
  return supports<Proposal, TreatmentId>(view, threat, basis, LinkKind::treats, fits);
}

/// A threat that reaches nothing still harms what it harms; a limit by asset, component, nature or vulnerability is about something that
/// it does not reach.
std::optional<BasisKind> fits_unreached(const View& view, const Limits& limits, ThreatId threat) {
  Circumstance nowhere{std::nullopt, std::nullopt, std::nullopt, threat, std::nullopt, {}};
  auto firmest = within(view, limits, nowhere);
  if (firmest) return firmest;
  for (const auto& harm : harms_of(view, threat)) {
    nowhere.property = harm.property;
    if (const auto basis = within(view, limits, nowhere))
      firmest = std::max(firmest, std::optional(std::min(*basis, harm.basis)));
  }
  return firmest;
}

}  // namespace

Proposals propose(const View& view, const Inventory& inventory, const Analysis& analysis, const Coverage& coverage) {
  Proposals result;
  result.exposures.resize(analysis.exposures.size());
  result.unreached.resize(analysis.unreached.size());
  if (view.catalog().treatments.empty()) return result;
  for (std::size_t i = 0; i < analysis.exposures.size(); ++i) {
    if (coverage.exposures[i].status == CoverageStatus::covered) continue;
    const auto& exposure = analysis.exposures[i];
    const auto circumstance = circumstance_of(view, inventory, exposure);
    result.exposures[i] = proposals(view, exposure.threat, exposure.basis,
                                    [&](const Limits& limits) { return within(view, limits, circumstance); });
  }
  for (std::size_t i = 0; i < analysis.unreached.size(); ++i) {
    const auto threat = analysis.unreached[i];
    result.unreached[i] = proposals(view, threat, basis_of(view, ref(threat)),
                                    [&](const Limits& limits) { return fits_unreached(view, limits, threat); });
  }
  return result;
}

}  // namespace michibiki
