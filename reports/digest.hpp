#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "reports/derivation_report.hpp"

namespace michibiki {

// What every form of the report counts or groups alike. Nothing is decided here: all of it can be read off the derivation.

/// One `counters` link that makes a measure necessary, alone or together with other measures.
struct MeasureReason {
  LinkId link;
  std::vector<MeasureId> together_with;
  std::size_t exposures = 0;
  BasisKind basis = BasisKind::unverified;  ///< of the firmest of those exposures' supports
};

/// Whether a statement may be shown.
enum class Shown { yes, withheld, not_stated };

/// A selected measure with what its lines in a report say.
struct MeasureDigest {
  std::vector<MeasureReason> reasons;           ///< by link, in catalogue order
  BasisKind selection = BasisKind::unverified;  ///< of the firmest reason or obligation
  Shown class_shown = Shown::not_stated;
  BasisKind number = BasisKind::unverified;  ///< of the published number
  bool number_doubtful = false;              ///< its number is unverified, or withheld
  std::vector<std::size_t> grades;           ///< positions in Grading::grades
};

/// Parallel to Selection::measures.
std::vector<MeasureDigest> digest_measures(const DerivationReport& report);

/// Whether the value of a grade is stated but hidden by the view.
bool withheld(const DerivationReport& report, const Grade& grade);

/// How many of something have which basis, by BasisKind; `none` where nothing is stated.
struct BasisCount {
  std::array<std::size_t, 3> by_kind{};
  std::size_t none = 0;

  void add(BasisKind kind) { ++by_kind[static_cast<std::size_t>(kind)]; }
  std::size_t of(BasisKind kind) const { return by_kind[static_cast<std::size_t>(kind)]; }
  std::size_t total() const { return by_kind[0] + by_kind[1] + by_kind[2] + none; }
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
