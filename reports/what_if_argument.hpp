#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/what_if/edit.hpp"

namespace michibiki {

/// How `what-if` is asked to suppose something: "--with", "fire-alarm counters fire".
struct WhatIfArgument {
  std::string_view option;
  std::string words;
};

/// None where `what-if` has no words for that alone: a level of a pattern, or a component that a system case lists. `portfolio`: as it is.
std::optional<WhatIfArgument> what_if_argument(const Catalog& catalog, const Portfolio& portfolio,
                                               const ProposedEdit& edit);

}  // namespace michibiki
