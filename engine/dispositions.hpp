#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/view.hpp"

namespace michibiki {

/// What became of one control of a standard in the guideline that was drawn from it.
struct ControlDisposition {
  ControlId control;
  std::vector<DispositionId> dispositions;  ///< each once, in catalogue order; none: nobody has said
  std::vector<LinkId> disposed_by;          ///< the `disposed-as` links that say so
  std::vector<ControlId> together_with;     ///< other controls that such a link names with it
  std::vector<MeasureId> measures;          ///< that originate from it, or from a heading above it
  std::vector<LinkId> originating;          ///< the `originates-from` links that say so
  /// Of the weakest of the control and the links that give the reason, those of its disposition, else of its measures. None without any.
  std::optional<BasisKind> basis;

  const std::vector<LinkId>& reasons() const { return disposed_by.empty() ? originating : disposed_by; }
};

/// The controls of one standard, in catalogue order, without headings.
struct StandardDispositions {
  std::optional<StandardId> standard;  ///< none: of controls that belong to no standard
  std::vector<ControlDisposition> controls;

  std::size_t count(DispositionId disposition) const;
  std::size_t without() const;  ///< nobody has said what became of them
};

/// By standard, in catalogue order, controls of none last. A guideline that is drawn from a standard accounts for every control of it.
std::vector<StandardDispositions> dispositions(const View& view);

}  // namespace michibiki
