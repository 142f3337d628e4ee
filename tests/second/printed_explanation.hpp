#pragma once

#include <string>

#include "engine/explain/about.hpp"
#include "engine/explain/explanation.hpp"
#include "reports/explanation_report.hpp"

#include "tests/support/justified.hpp"

namespace michibiki::testing {

/// Why all is so that a derivation concludes, as it is printed.
inline std::string printed(const Derived& derived) {
  const auto workings = workings_of(derived);
  const auto explanation = explain(workings, all_conclusions(workings));
  const DerivationReport of{derived.view, derived.portfolio, derived.derivation};
  return explanation_json({of, explanation, {}, "everything", false, {}, {}});
}

}  // namespace michibiki::testing
