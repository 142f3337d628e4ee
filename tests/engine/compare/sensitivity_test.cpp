#include "engine/compare/sensitivity.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// A box that can burn and be stolen, each threat answered by one measure; the links are judged.
const World& box() {
  static const World world(R"(
properties: [{id: a}]
natures: [{id: thing}]
mechanisms: [{id: force, acts-on: [{natures: [thing], properties: [a], basis: {judgement: ours}}]}]
components: [{id: box, carries: [box]}]
assets: [{id: box, natures: [thing]}]
threats: [{id: fire, harms: [a], mechanisms: [force]}, {id: theft, harms: [a], mechanisms: [force]}]
measures: [{id: sprinkler}, {id: lock}]
links:
  - {kind: counters, from: sprinkler, to: fire, basis: {judgement: ours}}
  - {kind: counters, from: lock, to: theft, basis: {judgement: ours}}
)");
  return world;
}

const SensitivitySeries& series_of(const Sensitivity& result, LinkKind kind) {
  for (const auto& series : result.series) {
    if (series.kinds == std::vector{kind}) return series;
  }
  FAIL("no such series");
  throw std::logic_error("unreachable");
}

}  // namespace

TEST_CASE("without any one of the judged links that cover, one exposure less is covered", "[engine][sensitivity]") {
  SensitivityPlan plan;
  plan.trials = 20;
  plan.percents = {10, 100};
  const auto result = sensitivity(box().view(), plan);
  CHECK(result.trials == 20);
  REQUIRE(result.series.size() == 3);  // all together, acts-on, counters; how threats work is stated
  const auto& counters = series_of(result, LinkKind::counters);
  CHECK(counters.whole.links == 2);
  CHECK(counters.whole.covered.total == 2);
  REQUIRE(counters.points.size() == 2);
  CHECK(counters.points[0].removed == 1);  // a tenth of two is none, and one is the least
  CHECK(counters.points[0].covered.least == 1);
  CHECK(counters.points[0].covered.most == 1);
  CHECK(counters.points[0].covered.total == 20);
  CHECK(counters.points[0].measures.total == 20);
  CHECK(counters.points[1].removed == 2);
  CHECK(counters.points[1].covered.most == 0);
  CHECK(counters.points[1].uncovered.least == 2);
  const auto& acts = series_of(result, LinkKind::acts_on);
  CHECK(acts.points[0].exposures.most == 0);  // its only link says that force harms things
}

TEST_CASE("the same seed takes away the same links", "[engine][sensitivity]") {
  SensitivityPlan plan;
  plan.trials = 5;
  plan.percents = {50};
  const auto one = sensitivity(box().view(), plan);
  const auto other = sensitivity(box().view(), plan);
  REQUIRE(one.series.size() == other.series.size());
  for (std::size_t i = 0; i < one.series.size(); ++i)
    CHECK(one.series[i].points[0].covered.total == other.series[i].points[0].covered.total);
}

TEST_CASE("a kappa stands for the share of links that the second judge would lack", "[engine][sensitivity]") {
  SensitivityPlan plan;
  plan.trials = 1;
  plan.percents = {};
  // Of ten cells the first said yes to four, the second to two of these: kappa 6/11.
  plan.agreements[LinkKind::counters] = Agreement{2, 2, 0, 6};
  const auto result = sensitivity(box().view(), plan);
  const auto& points = series_of(result, LinkKind::counters).points;
  REQUIRE(points.size() == 1);
  REQUIRE(points[0].kappa.has_value());
  CHECK(*points[0].kappa == Ratio(6, 11));
  CHECK(points[0].removed == 1);  // half of two
  CHECK(points[0].percent == 50);
}

TEST_CASE("stated links are never taken away", "[engine][sensitivity]") {
  const World stated(
      "assets: [{id: x}]\ncomponents: [{id: c, carries: [x]}]\nthreats: [{id: t}]\nmeasures: [{id: m}]\n"
      "links: [{kind: counters, from: m, to: t}]\n");
  CHECK(sensitivity(stated.view(), {}).series.empty());
}

TEST_CASE("progress counts every derivation once", "[engine][sensitivity]") {
  SensitivityPlan plan;
  plan.trials = 3;
  plan.percents = {50};
  std::vector<std::size_t> told;
  std::size_t all = 0;
  sensitivity(box().view(), plan, [&](std::size_t done, std::size_t of) {
    told.push_back(done);
    all = of;
  });
  CHECK(all == 9);  // three series of one point each
  REQUIRE(told.size() == 9);
  CHECK(told.front() == 1);
  CHECK(told.back() == 9);
}

}  // namespace michibiki::testing
