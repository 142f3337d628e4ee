#include "engine/compare/sensitivity.hpp"

#include <algorithm>
#include <array>

#include "engine/compare/chance.hpp"
#include "engine/compositions.hpp"
#include "engine/cover.hpp"

namespace michibiki {
namespace {

/// The kinds of links that decide what a system is exposed to and what answers it.
constexpr std::array deciding{LinkKind::has_nature, LinkKind::works_by, LinkKind::acts_on,
                              LinkKind::mitigates,  LinkKind::counters, LinkKind::exposes};

/// Facts of the judged links of these kinds that hold.
std::vector<FactId> judged(const View& view, const std::vector<LinkKind>& kinds) {
  std::vector<FactId> facts;
  for (std::size_t i = 0; i < view.catalog().links.size(); ++i) {
    const LinkId id{i};
    const auto& link = view.catalog().link(id);
    if (std::ranges::count(kinds, link.kind) == 0 || !view.holds(id)) continue;
    if (view.catalog().fact(link.fact).basis.kind == BasisKind::judgement) facts.push_back(link.fact);
  }
  return facts;
}

void add(Spread& spread, std::size_t count, bool first) {
  spread.least = first ? count : std::min(spread.least, count);
  spread.most = std::max(spread.most, count);
  spread.total += count;
}

/// What one derivation of the whole system adds to a point.
void add(SensitivityPoint& point, const View& view, const Portfolio& portfolio, bool first) {
  const auto inventory = identify(view, portfolio);
  const auto analysis = analyse(view, inventory);
  const auto selection = select(view, classify(view, portfolio), inventory, analysis);
  const auto coverage = cover(view, portfolio, inventory, analysis, selection);
  const auto through_exposures = std::ranges::count_if(
      selection.measures, [](const SelectedMeasure& measure) { return !measure.exposures.empty(); });
  add(point.exposures, analysis.exposures.size(), first);
  add(point.covered, coverage.covered, first);
  add(point.uncovered, coverage.uncovered, first);
  add(point.single_point, coverage.single_point, first);
  add(point.measures, static_cast<std::size_t>(through_exposures), first);
  add(point.controls, selection.controls.size(), first);
}

/// How many of the first judge's links the second would lack at that κ, if that were all that they differed in.
std::size_t lacking_at(const Agreement& measured, std::size_t links) {
  const auto kappa = measured.kappa();
  const auto yes = measured.both + measured.first;
  Agreement imagined{yes, 0, 0, measured.cells() - yes};
  while (imagined.both > 0 && imagined.kappa() > kappa) {
    --imagined.both;
    ++imagined.first;
  }
  return yes == 0 ? 0 : (imagined.first * links + yes / 2) / yes;
}

class Trials {
 public:
  Trials(const View& view, const SensitivityPlan& plan, const std::function<void(std::size_t, std::size_t)>& progress)
      : view_(view), plan_(plan), progress_(progress), portfolio_(all_components(view).portfolio) {}

  Sensitivity run() {
    Sensitivity result;
    result.trials = plan_.trials;
    std::vector<LinkKind> present;
    for (const auto kind : deciding) {
      if (!judged(view_, {kind}).empty()) present.push_back(kind);
    }
    if (present.size() > 1) result.series.push_back(planned(present));
    for (const auto kind : present) result.series.push_back(planned({kind}));
    for (const auto& series : result.series) all_ += series.points.size() * plan_.trials;
    for (auto& series : result.series) {
      for (auto& point : series.points) try_out(judged(view_, series.kinds), point);
    }
    return result;
  }

 private:
  SensitivitySeries planned(const std::vector<LinkKind>& kinds) {
    SensitivitySeries series;
    series.kinds = kinds;
    series.whole.links = judged(view_, kinds).size();
    add(series.whole, view_, portfolio_, true);
    for (const auto percent : plan_.percents) {
      SensitivityPoint point;
      point.links = series.whole.links;
      point.percent = percent;
      // At least one: a share that removes nothing would say that nothing depends on it.
      point.removed = std::max<std::size_t>(1, (point.links * percent + 50) / 100);
      series.points.push_back(point);
    }
    const auto agreement = kinds.size() == 1 ? plan_.agreements.find(kinds.front()) : plan_.agreements.end();
    if (agreement != plan_.agreements.end()) {
      SensitivityPoint point;
      point.links = series.whole.links;
      point.kappa = agreement->second.kappa();
      point.removed = lacking_at(agreement->second, point.links);
      point.percent = (point.removed * 100 + point.links / 2) / point.links;
      series.points.push_back(point);
    }
    return series;
  }

  void try_out(std::vector<FactId> facts, SensitivityPoint& point) {
    Chance chance(plan_.seed);
    for (std::size_t trial = 0; trial < plan_.trials; ++trial) {
      chance.shuffle(facts);
      const std::vector<FactId> gone(facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(point.removed));
      add(point, view_.without(gone), portfolio_, trial == 0);
      if (progress_) progress_(++done_, all_);
    }
  }

  const View& view_;
  const SensitivityPlan& plan_;
  const std::function<void(std::size_t, std::size_t)>& progress_;
  Portfolio portfolio_;
  std::size_t done_ = 0;
  std::size_t all_ = 0;
};

}  // namespace

Sensitivity sensitivity(const View& view, const SensitivityPlan& plan,
                        const std::function<void(std::size_t, std::size_t)>& progress) {
  return Trials(view, plan, progress).run();
}

}  // namespace michibiki
