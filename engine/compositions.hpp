#pragma once

#include <optional>
#include <vector>

#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki {

/// A typical composition of a service to derive with, everybody present.
struct Composition {
  std::optional<SystemCaseId> system_case;  ///< none: all component types together
  Portfolio portfolio;
};

/// One component of each type that holds: by locality, what any service of the catalogue can be exposed to.
Composition all_components(const View& view);

/// The system cases that hold; of a catalogue without any, all its component types together.
std::vector<Composition> typical_compositions(const View& view);

}  // namespace michibiki
