#include "reports/derivation_text.hpp"

#include <algorithm>
#include <array>

#include "reports/sections.hpp"
#include "reports/summary.hpp"
#include "reports/text_page.hpp"

namespace michibiki {
namespace {

/// A terminal of 24 lines, less the one for the next prompt.
constexpr std::ptrdiff_t screen = 23;

/// The fullest summary that fits a screen.
std::string fitted_summary(const DerivationReport& report, Language language, const TextStyle& style) {
  constexpr std::array<SummarySize, 9> sizes{
      {{5, 10, 3}, {4, 8, 3}, {4, 8, 2}, {3, 6, 2}, {2, 5, 2}, {1, 4, 2}, {2, 5, 1}, {1, 3, 1}, {0, 2, 1}}};
  std::string text;
  for (const auto& size : sizes) {
    text = draw_text(summary(report, language, size), style);
    if (std::ranges::count(text, '\n') <= screen) break;
  }
  return text;
}

}  // namespace

std::string derivation_text(const DerivationReport& report, Language language, const TextStyle& style) {
  return fitted_summary(report, language, style) + '\n' + draw_text(detail_sections(report, language), style);
}

}  // namespace michibiki
