#pragma once

#include <cstddef>

#include "engine/cover.hpp"
#include "model/diagnostic.hpp"
#include "model/fact.hpp"
#include "reports/page.hpp"

namespace michibiki {

/// How much a finding weighs.
Tone tone_of(Severity severity);

/// How well an exposure is answered.
Tone tone_of(CoverageStatus status);

/// How firm something is.
Tone tone_of(BasisKind kind);

/// A number; none is no news.
Cell count_cell(std::size_t count, Tone tone = Tone::plain);

}  // namespace michibiki
