#include "engine/cover.hpp"

#include <algorithm>

namespace michibiki {
namespace {

/// Measures that every support needs: without any one of them the exposure would be open.
std::vector<MeasureId> needed_by_all(const std::vector<MeasureSupport>& supports) {
  if (supports.empty()) return {};
  std::vector<MeasureId> needed = supports.front().measures;
  for (const auto& support : supports) {
    std::erase_if(needed, [&](MeasureId id) {
      return std::find(support.measures.begin(), support.measures.end(), id) == support.measures.end();
    });
  }
  std::sort(needed.begin(), needed.end());
  needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
  return needed;
}

/// Two links of the same measures are one line of defence.
template <typename Support, typename Members>
std::size_t depth_of(const std::vector<Support>& supports, Members members) {
  std::vector<std::decay_t<decltype(members(supports.front()))>> lines;
  for (const auto& support : supports) lines.push_back(members(support));
  for (auto& line : lines) std::sort(line.begin(), line.end());
  std::sort(lines.begin(), lines.end());
  return static_cast<std::size_t>(std::unique(lines.begin(), lines.end()) - lines.begin());
}

bool accepts(const Acceptance& acceptance, const Inventory& inventory, const Exposure& exposure) {
  const auto& where = inventory.assets[exposure.asset];
  if (where.asset != acceptance.asset || exposure.threat != acceptance.threat) return false;
  if (acceptance.property && exposure.property != acceptance.property) return false;
  return !acceptance.instance ||
         (where.component && inventory.components[*where.component].instance.code == *acceptance.instance);
}

std::optional<std::pair<std::size_t, std::size_t>> acceptance_of(const Portfolio& portfolio, const Inventory& inventory,
                                                                 const Exposure& exposure) {
  const auto& where = inventory.assets[exposure.asset];
  for (std::size_t s = 0; s < portfolio.services.size(); ++s) {
    const bool uses = !where.component || std::ranges::count(inventory.components[*where.component].used_by, s) != 0;
    const auto& accepted = portfolio.services[s].accepted;
    for (std::size_t a = 0; uses && a < accepted.size(); ++a) {
      if (accepts(accepted[a], inventory, exposure)) return std::pair(s, a);
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(CoverageStatus status) {
  switch (status) {
    case CoverageStatus::covered:
      return "covered";
    case CoverageStatus::control_only:
      return "control-only";
    case CoverageStatus::uncovered:
      return "uncovered";
  }
  return "";
}

Coverage cover(const View& view, const Portfolio& portfolio, const Inventory& inventory, const Analysis& analysis,
               const Selection& selection) {
  Coverage coverage;
  const bool controls_cover = view.catalog().measures.empty();
  for (std::size_t i = 0; i < analysis.exposures.size(); ++i) {
    const auto& answer = selection.answers[i];
    ExposureCoverage row;
    const bool mitigated = !answer.controls.empty();
    if (!answer.measures.empty() || (controls_cover && mitigated)) {
      row.status = CoverageStatus::covered;
      row.depth = controls_cover ? depth_of(answer.controls, [](const ControlSupport& s) { return s.controls; })
                                 : depth_of(answer.measures, [](const MeasureSupport& s) { return s.measures; });
      row.indispensable = needed_by_all(answer.measures);
      ++coverage.covered;
      if (!row.indispensable.empty() || (controls_cover && row.depth == 1)) ++coverage.single_point;
    } else {
      row.status = mitigated ? CoverageStatus::control_only : CoverageStatus::uncovered;
      row.accepted = acceptance_of(portfolio, inventory, analysis.exposures[i]);
      ++(mitigated ? coverage.control_only : coverage.uncovered);
      ++(row.accepted ? coverage.accepted : coverage.open);
    }
    coverage.exposures.push_back(std::move(row));
  }
  return coverage;
}

}  // namespace michibiki
