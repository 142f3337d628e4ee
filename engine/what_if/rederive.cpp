#include "engine/what_if/rederive.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/called_for.hpp"
#include "engine/supports.hpp"
#include "engine/what_if/touched.hpp"

namespace michibiki {
namespace {

std::vector<FactId> standing_otherwise(const View& one, const View& other) {
  std::vector<FactId> changed;
  for (std::size_t i = 0; i < one.catalog().facts.size(); ++i) {
    if (one.standing(FactId{i}) != other.standing(FactId{i})) changed.push_back(FactId{i});
  }
  return changed;
}

bool same_patterns(const Classification& a, const Classification& b) {
  const auto key = [](const RuledOut& out) { return std::pair(out.pattern, out.basis); };
  return a.patterns == b.patterns && a.withheld == b.withheld &&
         std::ranges::equal(a.ruled_out, b.ruled_out, {}, key, key);
}

/// A derivation that went before, as far as it still stands. Positions in its answers are those of the new inventory and analysis.
class StillStanding {
 public:
  StillStanding(const Workings& earlier, const View& view, const std::vector<Classification>& classifications,
                const Inventory& inventory)
      : earlier_(earlier),
        view_(view),
        inventory_(inventory),
        touched_(touched_by(view.graph(), standing_otherwise(earlier.view, view))),
        patterns_select_(patterns_select(view) || patterns_select(earlier.view)) {
    const auto& before = earlier.derivation;
    for (std::size_t s = 0; s < classifications.size(); ++s) {
      same_patterns_.push_back(s < before.classifications.size() &&
                               same_patterns(classifications[s], before.classifications[s]));
    }
    find_assets();
    const auto& exposures = before.analysis.exposures;
    for (std::size_t i = 0; i < exposures.size(); ++i) {
      auto& range = ranges_.try_emplace({exposures[i].asset, exposures[i].threat}, i, i).first->second;
      range.second = i + 1;
    }
    for (std::size_t i = 0; i < before.selection.measures.size(); ++i)
      measures_.emplace(before.selection.measures[i].measure, i);
    for (std::size_t i = 0; i < before.grading.grades.size(); ++i) {
      const auto& grade = before.grading.grades[i];
      grades_[{grade.measure, grade.indicator, grade.services}].push_back(i);
    }
  }

  const Derivation& earlier() const { return earlier_.derivation; }

  std::optional<std::vector<Exposure>> exposures(std::size_t asset, ThreatId threat) const {
    const auto same = assets_.find(asset);
    const auto& item = inventory_.assets[asset].asset;
    if (touched_.everything || same == assets_.end() || touched_.reaching.contains(threat) ||
        (item && touched_.assets.contains(*item)))
      return std::nullopt;
    std::vector<Exposure> known;
    const auto range = ranges_.find({same->second, threat});
    if (range == ranges_.end()) return known;
    for (auto i = range->second.first; i < range->second.second; ++i) {
      known.push_back(earlier_.derivation.analysis.exposures[i]);
      known.back().asset = asset;
    }
    return known;
  }

  /// Where the same exposure stood, when nothing that may answer it differs.
  std::optional<std::size_t> answered(const Exposure& exposure) const {
    if (touched_.answered.contains(exposure.threat) || !exposures(exposure.asset, exposure.threat) ||
        bears_on(exposure))
      return std::nullopt;
    if (patterns_select_) {
      for (const auto service : concerned(inventory_, exposure, same_patterns_.size())) {
        if (!same_patterns_[service]) return std::nullopt;
      }
    }
    const auto range = ranges_.find({assets_.at(exposure.asset), exposure.threat});
    if (range == ranges_.end()) return std::nullopt;
    for (auto i = range->second.first; i < range->second.second; ++i) {
      const auto& known = earlier_.derivation.analysis.exposures[i];
      if (known.property == exposure.property && known.vulnerability == exposure.vulnerability) return i;
    }
    return std::nullopt;
  }

  const Placement* placement(MeasureId measure) const {
    const auto known = measures_.find(measure);
    if (touched_.everything || touched_.placement || touched_.measures.contains(measure) || known == measures_.end())
      return nullptr;
    return &earlier_.derivation.placements[known->second];
  }

  std::optional<std::vector<Grade>> grades(const Grade& frame) const {
    const auto known = grades_.find({frame.measure, frame.indicator, frame.services});
    const auto same = [&](std::size_t service) -> bool { return same_patterns_[service]; };
    if (touched_.everything || touched_.measures.contains(frame.measure) || known == grades_.end() ||
        !std::ranges::all_of(frame.services, same))
      return std::nullopt;
    std::vector<Grade> grades;
    for (const auto position : known->second) {
      grades.push_back(earlier_.derivation.grading.grades[position]);
      grades.back().components = frame.components;
    }
    return grades;
  }

 private:
  /// An asset is the same where its component is, as firmly.
  void find_assets() {
    const auto& before = earlier_.derivation.inventory;
    const auto key = [](const Inventory& inventory, std::size_t position) {
      const auto& item = inventory.assets[position];
      const auto* component = item.component ? &inventory.components[*item.component] : nullptr;
      return std::tuple(component != nullptr ? component->instance.code : std::string(),
                        component != nullptr ? component->used_by : std::vector<std::size_t>(),
                        component != nullptr ? std::optional(component->instance.type) : std::nullopt, item.asset,
                        component != nullptr ? component->basis : BasisKind::stated, item.carried_basis);
    };
    std::map<decltype(key(before, 0)), std::vector<std::size_t>> known;
    for (std::size_t i = 0; i < before.assets.size(); ++i) known[key(before, i)].push_back(i);
    for (std::size_t i = 0; i < inventory_.assets.size(); ++i) {
      const auto same = known.find(key(inventory_, i));
      if (same != known.end()) assets_.emplace(i, same->second.front());
    }
  }

  /// Whether a link that may answer otherwise now bears on that exposure.
  bool bears_on(const Exposure& exposure) const {
    const auto links = touched_.answering.find(exposure.threat);
    if (links == touched_.answering.end()) return false;
    const auto circumstance = circumstance_of(view_, inventory_, exposure);
    return std::ranges::any_of(links->second, [&](LinkId link) {
      const auto& limits = view_.catalog().link(link).limits;
      return within(view_, limits, circumstance) || within(earlier_.view, limits, circumstance);
    });
  }

  const Workings& earlier_;
  const View& view_;
  const Inventory& inventory_;
  Touched touched_;
  bool patterns_select_;
  std::vector<bool> same_patterns_;  ///< by service
  std::map<std::size_t, std::size_t> assets_;
  std::map<std::pair<std::size_t, ThreatId>, std::pair<std::size_t, std::size_t>> ranges_;
  std::map<MeasureId, std::size_t> measures_;
  std::map<std::tuple<MeasureId, std::size_t, std::vector<std::size_t>>, std::vector<std::size_t>> grades_;
};

/// Counts what was known and what was not.
template <typename Known>
Known counted(Share& share, Known known) {
  ++share.all;
  if (!known) ++share.done;
  return known;
}

/// `still` is null where nothing stands.
Rederived derive_again(const View& view, const Portfolio& portfolio, std::vector<Classification> classifications,
                       Inventory inventory, const StillStanding* still) {
  Rederived again;
  auto& result = again.derivation;
  auto& effort = again.effort;
  effort.anew = still == nullptr;
  result.classifications = std::move(classifications);
  result.inventory = std::move(inventory);
  result.analysis = analyse(view, result.inventory, [&](std::size_t asset, ThreatId threat) {
    return counted(effort.matched, still != nullptr ? still->exposures(asset, threat) : std::nullopt);
  });
  std::vector<std::optional<std::size_t>> same;
  for (const auto& exposure : result.analysis.exposures)
    same.push_back(counted(effort.answered, still != nullptr ? still->answered(exposure) : std::nullopt));
  result.selection = select(view, result.classifications, result.inventory, result.analysis, [&](std::size_t i) {
    return same[i] ? &still->earlier().selection.answers[*same[i]] : nullptr;
  });
  result.coverage = cover(view, portfolio, result.inventory, result.analysis, result.selection, [&](std::size_t i) {
    return same[i] ? &still->earlier().coverage.exposures[*same[i]] : nullptr;
  });
  result.proposals = propose(view, result.inventory, result.analysis, result.coverage);
  result.placements = place(view, result.selection, [&](MeasureId measure) {
    return counted(effort.placed, still != nullptr ? still->placement(measure) : nullptr);
  });
  result.grading =
      grade(view, result.classifications, result.inventory, result.analysis, result.selection, [&](const Grade& frame) {
        return counted(effort.graded, still != nullptr ? still->grades(frame) : std::nullopt);
      });
  result.promised = promised(view, portfolio, result.grading);
  return again;
}

}  // namespace

Rederived rederive(const Workings& earlier, const View& view, const Portfolio& portfolio) {
  auto classifications = classify(view, portfolio);
  auto inventory = identify(view, portfolio);
  const StillStanding still(earlier, view, classifications, inventory);
  return derive_again(view, portfolio, classifications, inventory, &still);
}

Rederived derive_anew(const View& view, const Portfolio& portfolio) {
  return derive_again(view, portfolio, classify(view, portfolio), identify(view, portfolio), nullptr);
}

}  // namespace michibiki
