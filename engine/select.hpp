#pragma once

#include <algorithm>
#include <functional>
#include <iterator>
#include <vector>

#include "engine/analyse.hpp"
#include "engine/classify.hpp"

namespace michibiki {

/// Measures that, together, answer an exposure by one `counters` link.
struct MeasureSupport {
  LinkId link;
  std::vector<MeasureId> measures;
  BasisKind basis = BasisKind::stated;
};

/// Controls that, together, are good for an exposure by one `mitigates` link.
struct ControlSupport {
  LinkId link;
  std::vector<ControlId> controls;
  BasisKind basis = BasisKind::stated;
};

/// Everything that answers one exposure. What is open would answer it in some of the patterns that are still possible, and covers nothing;
/// its basis is what it would be.
struct Answer {
  std::vector<MeasureSupport> measures;
  std::vector<ControlSupport> controls;
  std::vector<MeasureSupport> open_measures;
  std::vector<ControlSupport> open_controls;
};

/// A stakeholder and a measure that it acts on, is bound by or benefits from (report 3.2.2), in the services where it is present.
struct Obligation {
  StakeholderId stakeholder;
  MeasureId measure;
  LinkId link;
  std::vector<InService> services;       ///< in order, that surely call for the measure
  std::vector<InService> open_services;  ///< that do in some of their patterns; never none of both

  BasisKind basis() const;  ///< of the service where it is the firmest; of open ones where there is no other
  bool open() const { return services.empty(); }
};

/// That what is selected cannot do without another measure or control, which is selected with it (`requires`), whatever patterns that is
/// limited to.
struct Requirement {
  LinkId link;
  std::vector<EntryRef> by;  ///< selected themselves; several: they require it together
  EntryRef needed;
  std::vector<std::size_t>
      exposures;  ///< of those that require it (positions in Analysis::exposures), within the link's limits
  std::vector<std::size_t> services;        ///< whose stakeholders those involve, in order
  std::vector<std::size_t> open_exposures;  ///< where it is open whether those are called for
  std::vector<std::size_t> open_services;
  BasisKind basis = BasisKind::stated;  ///< where it is the firmest; of what is open where there is no other

  bool open() const { return exposures.empty() && services.empty(); }
};

/// A selected measure or control, with the exposures (positions in Analysis::exposures) that make it necessary. What is called for only in
/// some of the patterns that are still possible belongs to the set, marked as open.
struct SelectedMeasure {
  MeasureId measure;
  std::vector<std::size_t> exposures;
  std::vector<std::size_t> obligations;        ///< positions in Selection::obligations
  std::vector<std::size_t> requirements;       ///< positions in Selection::requirements
  std::vector<std::size_t> open_exposures;     ///< that it may answer besides
  std::vector<std::size_t> open_obligations;   ///< of which every service is open
  std::vector<std::size_t> open_requirements;  ///< of which everything is open

  bool open() const { return exposures.empty() && obligations.empty() && requirements.empty(); }
};
struct SelectedControl {
  ControlId control;
  std::vector<std::size_t> exposures;
  std::vector<std::size_t> requirements;
  std::vector<std::size_t> open_exposures;
  std::vector<std::size_t> open_requirements;

  bool open() const { return exposures.empty() && requirements.empty(); }
};

/// Why something is selected that others require: positions in Selection::requirements, in order, whether open or not.
template <typename Selected>
std::vector<std::size_t> all_requirements(const Selected& selected) {
  std::vector<std::size_t> all;
  std::ranges::merge(selected.requirements, selected.open_requirements, std::back_inserter(all));
  return all;
}

struct Selection {
  std::vector<Answer> answers;  ///< parallel to Analysis::exposures
  std::vector<Obligation> obligations;
  std::vector<Requirement> requirements;  ///< by what is needed, then by link
  std::vector<SelectedMeasure> measures;  ///< in catalogue order
  std::vector<SelectedControl> controls;  ///< in catalogue order
};

/// What answers an exposure (a position in the analysis) where that is known already; null: not known.
using KnownAnswers = std::function<const Answer*(std::size_t exposure)>;

/// 図表35 and 5(b): part III measures through the exposures they counter, part II measures through the stakeholders they involve.
/// What these require is selected with them; it answers nothing by that. Whether a measure answers an exposure depends on that exposure,
/// the patterns of the services that use its component and the catalogue alone (locality). `classifications` are those of the portfolio.
Selection select(const View& view, const std::vector<Classification>& classifications, const Inventory& inventory,
                 const Analysis& analysis, const KnownAnswers& known = {});

}  // namespace michibiki
