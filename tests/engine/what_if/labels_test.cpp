// Under which assumptions something follows.
#include "engine/what_if/labels.hpp"

#include "tests/catch.hpp"

using namespace michibiki;

namespace {

using Environments = std::vector<Environment>;

std::vector<Label> found(std::size_t conclusions, const std::vector<LabelledStep>& steps,
                         const LabelLimits& limits = {}) {
  return labels(std::vector(conclusions, false), steps, limits, [](const Environment&) { return false; });
}

}  // namespace

TEST_CASE("what holds anyway needs no assumption, and what follows from it none either", "[engine][why-not]") {
  const auto all = labels({true, false}, {{1, {0}, {}}}, {}, [](const Environment&) { return false; });
  CHECK(all[0].environments == Environments{{}});
  CHECK(all[1].environments == Environments{{}});
}

TEST_CASE("of several ways only the smallest sets of assumptions are kept", "[engine][why-not]") {
  const auto all = found(2, {{0, {}, {if_assumed(3)}},
                             {1, {0}, {if_assumed(1)}},
                             {1, {0}, {if_assumed(1), if_assumed(2)}},
                             {1, {}, {if_assumed(4)}}});
  CHECK(all[1].environments == Environments{{4}, {1, 3}});
  CHECK_FALSE(all[1].cut);
}

TEST_CASE("what needs itself in a circle follows by what comes from outside alone", "[engine][why-not]") {
  const std::vector<LabelledStep> circle{{0, {1}, {}}, {1, {0}, {}}};
  CHECK(found(2, circle)[0].environments.empty());
  auto entered = circle;
  entered.push_back({1, {}, {if_assumed(7)}});
  CHECK(found(2, entered)[0].environments == Environments{{7}});
}

TEST_CASE("larger and further sets are left out, and it is said so", "[engine][why-not]") {
  const std::vector<LabelledStep> steps{
      {0, {}, {if_assumed(1)}}, {0, {}, {if_assumed(2)}}, {0, {}, {if_assumed(3), if_assumed(4), if_assumed(5)}}};
  const auto small = found(1, steps, {2, 64});
  CHECK(small[0].environments == Environments{{1}, {2}});
  CHECK(small[0].cut);
  const auto few = found(1, steps, {4, 1});
  CHECK(few[0].environments == Environments{{1}});
  CHECK(few[0].cut);
}

TEST_CASE("assumptions that contradict one another are not made together", "[engine][why-not]") {
  const auto all = labels({false}, {{0, {}, {if_assumed(1), if_assumed(2)}}, {0, {}, {if_assumed(1), if_assumed(3)}}},
                          {}, [](const Environment& one) {
                            return within({1, 2}, one);
                          });
  CHECK(all[0].environments == Environments{{1, 3}});
}
