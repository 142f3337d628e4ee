#pragma once

#include "engine/derivation.hpp"
#include "model/service.hpp"
#include "model/view.hpp"

namespace michibiki {

/// What every form of a derivation's report is drawn from. Nothing is owned: all three must outlive the call.
struct DerivationReport {
  const View& view;            ///< the one that was derived from: it says what is withheld
  const Portfolio& portfolio;  ///< the one that was derived
  const Derivation& derivation;
};

}  // namespace michibiki
