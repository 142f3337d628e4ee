#include "reports/derivation_text.hpp"

#include <algorithm>

#include "reports/summary.hpp"
#include "reports/text_page.hpp"

namespace michibiki {
namespace {

/// A terminal of 24 lines, less the one for the next prompt.
constexpr std::ptrdiff_t screen = 23;

using Step = void (*)(SummarySize&);

/// What is added to the shortest summary as long as it fits, the most wanted first.
constexpr Step steps[] = {
    [](SummarySize& size) { size.services = 1; },
    [](SummarySize& size) { size.services = 2; },
    [](SummarySize& size) { size.services = 4; },
    [](SummarySize& size) { size.services = 8; },
    [](SummarySize& size) { size.reasons = SummarySize::Reasons::origin; },
    [](SummarySize& size) { size.reasons = SummarySize::Reasons::brief; },
    [](SummarySize& size) { size.questions = 1; },
    [](SummarySize& size) { size.uncovered = 1; },
    [](SummarySize& size) { size.reasons = SummarySize::Reasons::first_sentence; },
    [](SummarySize& size) { size.unreached = 2; },
    [](SummarySize& size) { size.threats = 1; },
    [](SummarySize& size) { size.values = 3; },
    [](SummarySize& size) { size.values = 6; },
    [](SummarySize& size) { size.questions = 4; },
    [](SummarySize& size) { size.reasons = SummarySize::Reasons::full; },
    [](SummarySize& size) { size.uncovered = 3; },
    [](SummarySize& size) { size.threats = 3; },
    [](SummarySize& size) { size.questions = 9; },
    [](SummarySize& size) { size.unreached = 5; },
    [](SummarySize& size) { size.threats = 6; },
    [](SummarySize& size) { size.uncovered = 9; },
    [](SummarySize& size) { size.values = 12; },
};

}  // namespace

std::string derivation_summary(const DerivationReport& report, Language language, const TextStyle& style) {
  const auto digests = digest_measures(report);
  const auto draw = [&](const SummarySize& size) { return draw_text(summary(report, digests, language, size), style); };
  SummarySize size{0, 0, 0, 0, 0, 0, SummarySize::Reasons::none};
  auto text = draw(size);
  for (const auto step : steps) {
    auto fuller = size;
    step(fuller);
    auto more = draw(fuller);
    if (std::ranges::count(more, '\n') > screen) continue;
    size = fuller;
    text = std::move(more);
  }
  return text;
}

std::string derivation_text(const DerivationReport& report, Language language, const TextStyle& style, Detail detail) {
  return derivation_summary(report, language, style) + '\n' +
         draw_text(detail_sections(report, language, detail), style);
}

}  // namespace michibiki
