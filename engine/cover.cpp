#include "engine/cover.hpp"

#include <algorithm>
#include <iterator>

namespace michibiki {
namespace {

/// What answers an exposure together: the members of each support, sorted, each such set once.
template <typename IdType>
using Lines = std::vector<std::vector<IdType>>;

template <typename IdType, typename Support>
Lines<IdType> lines_of(const std::vector<Support>& supports, std::vector<IdType> Support::*members) {
  Lines<IdType> lines;
  for (const auto& support : supports) {
    auto& line = lines.emplace_back(support.*members);
    std::sort(line.begin(), line.end());
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

/// Members of every line: without any one of them the exposure would be open.
template <typename IdType>
std::vector<IdType> needed_by_all(const Lines<IdType>& lines) {
  if (lines.empty()) return {};
  auto needed = lines.front();
  for (const auto& line : lines) {
    std::erase_if(needed, [&](IdType id) { return !std::binary_search(line.begin(), line.end(), id); });
  }
  return needed;
}

template <typename IdType>
bool disjoint(const std::vector<IdType>& a, const std::vector<IdType>& b) {
  return std::none_of(a.begin(), a.end(), [&](IdType id) { return std::binary_search(b.begin(), b.end(), id); });
}

/// The most of these lines of which no two share a member: the first one is taken or left.
template <typename IdType>
std::size_t most_disjoint(Lines<IdType> lines) {
  if (lines.size() < 2) return lines.size();
  const auto first = lines.back();
  lines.pop_back();
  auto others = lines;
  std::erase_if(others, [&](const auto& line) { return !disjoint(first, line); });
  if (others.size() == lines.size()) return 1 + most_disjoint(std::move(lines));
  return std::max(1 + most_disjoint(std::move(others)), most_disjoint(std::move(lines)));
}

/// How many lines stand independently of one another. A measure that answers alone counts as that; it is never better used in company.
template <typename IdType>
std::size_t depth_of(Lines<IdType> lines) {
  constexpr std::size_t most_joint = 16;  // a bound on the search, far beyond what a catalogue says of one exposure
  Lines<IdType> alone;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(alone),
               [](const auto& line) { return line.size() == 1; });
  std::erase_if(lines, [&](const auto& line) {
    return std::any_of(alone.begin(), alone.end(), [&](const auto& one) { return !disjoint(one, line); });
  });
  if (lines.size() > most_joint) lines.resize(most_joint);
  return alone.size() + most_disjoint(std::move(lines));
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
      const auto measures = lines_of(answer.measures, &MeasureSupport::measures);
      const auto controls = lines_of(answer.controls, &ControlSupport::controls);
      row.status = CoverageStatus::covered;
      row.depth = controls_cover ? depth_of(controls) : depth_of(measures);
      row.indispensable = needed_by_all(measures);
      ++coverage.covered;
      const bool single = controls_cover ? !needed_by_all(controls).empty() : !row.indispensable.empty();
      if (single) ++coverage.single_point;
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
