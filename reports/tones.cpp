#include "reports/tones.hpp"

#include <string>

namespace michibiki {

Tone tone_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Tone::bad;
    case Severity::warning:
      return Tone::caution;
    case Severity::note:
      break;
  }
  return Tone::plain;
}

Tone tone_of(CoverageStatus status) {
  switch (status) {
    case CoverageStatus::covered:
      return Tone::good;
    case CoverageStatus::control_only:
      return Tone::caution;
    case CoverageStatus::uncovered:
      break;
  }
  return Tone::bad;
}

Tone tone_of(BasisKind kind) { return kind == BasisKind::unverified ? Tone::caution : Tone::plain; }

Cell count_cell(std::size_t count, Tone tone) { return {std::to_string(count), count == 0 ? Tone::faint : tone}; }

}  // namespace michibiki
