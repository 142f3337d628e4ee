#include "reports/placements.hpp"

namespace michibiki {

std::optional<ChapterId> printed_elsewhere(const DerivationReport& report, std::size_t position) {
  const auto& catalog = report.view.catalog();
  const auto& measure = catalog.measures[report.derivation.selection.measures[position].measure];
  if (!measure.number || !report.view.holds(measure.number->fact)) return std::nullopt;
  std::optional<ChapterId> printed;
  for (std::size_t i = 0; i < catalog.chapters.size(); ++i) {
    const auto& code = catalog.chapters.at(i).code;
    if (!measure.number->value.starts_with(code + '.')) continue;
    if (!printed || catalog.chapters[*printed].code.size() < code.size()) printed = ChapterId{i};
  }
  return printed == report.derivation.placements[position].chapter ? std::nullopt : printed;
}

}  // namespace michibiki
