#pragma once

#include <vector>

#include "engine/analyse.hpp"

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

/// Everything that answers one exposure.
struct Answer {
  std::vector<MeasureSupport> measures;
  std::vector<ControlSupport> controls;
};

/// A stakeholder and a measure that it acts on, is bound by or benefits from (report 3.2.2), in the services where it is present.
struct Obligation {
  StakeholderId stakeholder;
  MeasureId measure;
  LinkId link;
  std::vector<InService> services;  ///< in order; never none

  BasisKind basis() const;  ///< of the service where it is the firmest
};

/// A selected measure or control, with the exposures (positions in Analysis::exposures) that make it necessary.
struct SelectedMeasure {
  MeasureId measure;
  std::vector<std::size_t> exposures;
  std::vector<std::size_t> obligations;  ///< positions in Selection::obligations
};
struct SelectedControl {
  ControlId control;
  std::vector<std::size_t> exposures;
};

struct Selection {
  std::vector<Answer> answers;  ///< parallel to Analysis::exposures
  std::vector<Obligation> obligations;
  std::vector<SelectedMeasure> measures;  ///< in catalogue order
  std::vector<SelectedControl> controls;  ///< in catalogue order
};

/// 図表35 and 5(b): part III measures through the exposures they counter, part II measures through the stakeholders they involve.
/// Whether a measure answers an exposure depends on that exposure and the catalogue alone (locality).
Selection select(const View& view, const Inventory& inventory, const Analysis& analysis);

}  // namespace michibiki
