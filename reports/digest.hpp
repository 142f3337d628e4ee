#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "reports/derivation_report.hpp"

namespace michibiki {

// What every form of the report counts or groups alike. Nothing is decided here: all of it can be read off the derivation.

/// One link that makes a measure or control necessary: `counters` or `mitigates`.
struct LinkReason {
  LinkId link;
  std::size_t exposures = 0;
  BasisKind basis = BasisKind::unverified;  ///< of the firmest of those exposures' supports
};

/// Whether a statement may be shown.
enum class Shown { yes, withheld, not_stated };

/// A selected measure with what its lines in a report say.
struct MeasureDigest {
  std::vector<LinkReason> reasons;       ///< by link, in catalogue order
  std::vector<LinkReason> open_reasons;  ///< those for which it is only open whether it is called for
  BasisKind selection =
      BasisKind::unverified;  ///< of the firmest reason, obligation or requirement; of open ones where all are
  Shown class_shown = Shown::not_stated;
  BasisKind number = BasisKind::unverified;  ///< of the published number
  bool number_doubtful = false;              ///< its number is unverified, or withheld
  std::vector<std::size_t> grades;           ///< positions in Grading::grades
};

/// Parallel to Selection::measures.
std::vector<MeasureDigest> digest_measures(const DerivationReport& report);
/// Why each control is there; parallel to Selection::controls. Of one that is open: why it may be.
std::vector<std::vector<LinkReason>> control_reasons(const DerivationReport& report);

/// How well the value of an indicator is known; of several grades of one indicator the worst counts.
enum class ValueState { confirmed, unverified, unknown, withheld };
inline constexpr std::size_t value_state_count = 4;
ValueState value_state(const DerivationReport& report, const MeasureDigest& digest, std::size_t indicator);

/// How many of something have which basis, by BasisKind; `none` where nothing is stated, `withheld` where the view hides it.
struct BasisCount {
  std::array<std::size_t, 3> by_kind{};
  std::size_t none = 0;
  std::size_t withheld = 0;

  void add(BasisKind kind) { ++by_kind[static_cast<std::size_t>(kind)]; }
  std::size_t of(BasisKind kind) const { return by_kind[static_cast<std::size_t>(kind)]; }
  std::size_t total() const { return by_kind[0] + by_kind[1] + by_kind[2] + none + withheld; }
};
BasisCount count_exposures(const DerivationReport& report);
BasisCount count_measures(const std::vector<MeasureDigest>& digests);
BasisCount count_classes(const DerivationReport& report, const std::vector<MeasureDigest>& digests);
BasisCount count_values(const DerivationReport& report);

/// Exposures that differ only in the property: one line of a list.
struct ExposureGroup {
  std::vector<std::size_t> exposures;  ///< positions in Analysis::exposures; never empty
};
/// The exposures whose coverage is wanted, in order, those of one asset, threat and vulnerability together.
template <typename Wanted>
std::vector<ExposureGroup> group_exposures(const DerivationReport& report, Wanted wanted) {
  std::vector<ExposureGroup> groups;
  const auto& exposures = report.derivation.analysis.exposures;
  for (std::size_t i = 0; i < exposures.size(); ++i) {
    if (!wanted(report.derivation.coverage.exposures[i])) continue;
    // Of one asset and threat, exposures come by property and then by vulnerability: look back among the group's neighbours.
    ExposureGroup* mine = nullptr;
    for (auto group = groups.rbegin(); group != groups.rend() && mine == nullptr; ++group) {
      const auto& first = exposures[group->exposures.front()];
      if (first.asset != exposures[i].asset || first.threat != exposures[i].threat) break;
      if (first.vulnerability == exposures[i].vulnerability) mine = &*group;
    }
    if (mine == nullptr) mine = &groups.emplace_back();
    mine->exposures.push_back(i);
  }
  return groups;
}

/// The measures, or controls, that answer an exposure: each once, in catalogue order.
std::vector<MeasureId> measures_of(const Answer& answer);
std::vector<ControlId> controls_of(const Answer& answer);

/// Whether controls cover because the catalogue has no measures.
bool controls_cover(const DerivationReport& report);

}  // namespace michibiki
