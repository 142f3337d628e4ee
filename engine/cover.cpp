#include "engine/cover.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace michibiki {
namespace {

/// What answers an exposure together, sorted.
using Line = std::vector<EntryRef>;
using Lines = std::vector<Line>;

/// The members of each support, each such set once.
template <typename IdType, typename Support>
Lines lines_of(const std::vector<Support>& supports, std::vector<IdType> Support::*members) {
  Lines lines;
  for (const auto& support : supports) {
    auto& line = lines.emplace_back();
    for (const auto id : support.*members) line.push_back(ref(id));
    std::sort(line.begin(), line.end());
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

/// Members of every line: without any one of them the exposure would be open.
std::vector<EntryRef> needed_by_all(const Lines& lines) {
  if (lines.empty()) return {};
  auto needed = lines.front();
  for (const auto& line : lines) {
    std::erase_if(needed, [&](EntryRef entry) { return !std::binary_search(line.begin(), line.end(), entry); });
  }
  return needed;
}

bool disjoint(const Line& a, const Line& b) {
  return std::none_of(a.begin(), a.end(),
                      [&](EntryRef entry) { return std::binary_search(b.begin(), b.end(), entry); });
}

/// The most of these lines of which no two share a member: the last one is taken or left.
std::size_t most_disjoint(Lines lines) {
  if (lines.size() < 2) return lines.size();
  const auto last = lines.back();
  lines.pop_back();
  auto others = lines;
  std::erase_if(others, [&](const auto& line) { return !disjoint(last, line); });
  if (others.size() == lines.size()) return 1 + most_disjoint(std::move(lines));
  return std::max(1 + most_disjoint(std::move(others)), most_disjoint(std::move(lines)));
}

/// Some lines of which no two share a member, short ones first.
std::size_t some_disjoint(Lines lines) {
  std::ranges::stable_sort(lines, {}, &Line::size);
  std::set<EntryRef> taken;
  std::size_t count = 0;
  for (const auto& line : lines) {
    if (std::ranges::any_of(line, [&](EntryRef entry) { return taken.contains(entry); })) continue;
    taken.insert(line.begin(), line.end());
    ++count;
  }
  return count;
}

/// The lines in groups of which no two share a member with one another.
std::vector<Lines> apart(const Lines& lines) {
  std::map<EntryRef, std::vector<std::size_t>> lines_with;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const auto entry : lines[i]) lines_with[entry].push_back(i);
  }
  std::vector<Lines> groups;
  std::vector<bool> seen(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (seen[i]) continue;
    auto& group = groups.emplace_back();
    std::vector<std::size_t> next{i};
    seen[i] = true;
    while (!next.empty()) {
      const auto& line = lines[next.back()];
      next.pop_back();
      group.push_back(line);
      for (const auto entry : line) {
        for (const auto other : std::exchange(lines_with[entry], {})) {
          if (!seen[other]) next.push_back(other);
          seen[other] = true;
        }
      }
    }
  }
  return groups;
}

struct Depth {
  std::size_t count = 0;
  bool lower_bound = false;
};

/// How many lines stand independently of one another. A member that answers alone is never better used in company, so what has company
/// is counted without it. Of lines entangled beyond what can be tried in full, only that so many stand apart is known.
Depth depth_of(const Lines& lines) {
  constexpr std::size_t most_entangled = 16;  // far beyond what a catalogue says of one exposure
  std::set<EntryRef> alone;
  Lines joint;
  for (const auto& line : lines) {
    if (line.size() == 1) alone.insert(line.front());
  }
  for (const auto& line : lines) {
    if (std::ranges::none_of(line, [&](EntryRef entry) { return alone.contains(entry); })) joint.push_back(line);
  }
  Depth depth{alone.size(), false};
  for (auto& group : apart(joint)) {
    const bool exact = group.size() <= most_entangled;
    depth.count += exact ? most_disjoint(std::move(group)) : some_disjoint(std::move(group));
    depth.lower_bound = depth.lower_bound || !exact;
  }
  return depth;
}

bool accepts(const Acceptance& acceptance, const Inventory& inventory, const Exposure& exposure) {
  const auto& where = inventory.assets[exposure.asset];
  if (where.asset != acceptance.asset || exposure.threat != acceptance.threat) return false;
  if (acceptance.property && exposure.property != acceptance.property) return false;
  return !acceptance.instance ||
         (where.component && inventory.components[*where.component].instance.code == *acceptance.instance);
}

/// What several services share is accepted when each of them accepts it.
void accept(const Portfolio& portfolio, const Inventory& inventory, const Exposure& exposure, ExposureCoverage& row) {
  const auto services = concerned(inventory, exposure, portfolio.services.size());
  row.accepted = !services.empty();
  for (const auto service : services) {
    const auto& accepted = portfolio.services[service].accepted;
    const auto before = row.acceptances.size();
    for (std::size_t i = 0; i < accepted.size(); ++i) {
      if (accepts(accepted[i], inventory, exposure)) row.acceptances.push_back({service, i});
    }
    if (row.acceptances.size() == before) row.accepted = false;
  }
}

ExposureCoverage covered_by(const Answer& answer, bool controls_cover) {
  ExposureCoverage row;
  const auto lines = controls_cover ? lines_of(answer.controls, &ControlSupport::controls)
                                    : lines_of(answer.measures, &MeasureSupport::measures);
  if (lines.empty()) {
    row.status = answer.controls.empty() ? CoverageStatus::uncovered : CoverageStatus::control_only;
    return row;
  }
  const auto depth = depth_of(lines);
  row.status = CoverageStatus::covered;
  row.depth = depth.count;
  row.depth_is_lower_bound = depth.lower_bound;
  row.indispensable = needed_by_all(lines);
  return row;
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
               const Selection& selection, const KnownCoverage& known) {
  Coverage coverage;
  const bool controls_cover = view.catalog().measures.empty();
  for (std::size_t i = 0; i < analysis.exposures.size(); ++i) {
    const auto* const already = known ? known(i) : nullptr;
    auto row = already != nullptr ? *already : covered_by(selection.answers[i], controls_cover);
    if (row.status == CoverageStatus::covered) {
      ++coverage.covered;
      if (!row.indispensable.empty()) ++coverage.single_point;
    } else {
      if (already == nullptr) accept(portfolio, inventory, analysis.exposures[i], row);
      ++(row.status == CoverageStatus::control_only ? coverage.control_only : coverage.uncovered);
      ++(row.accepted ? coverage.accepted : coverage.open);
    }
    coverage.exposures.push_back(std::move(row));
  }
  return coverage;
}

}  // namespace michibiki
