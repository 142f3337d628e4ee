// The other way round: from conclusions to the steps that rest on them, and from statements to all that uses them.

#include "engine/explain/resting.hpp"

#include "tests/catch.hpp"

namespace michibiki::testing {
namespace {

/// Conclusions are told apart by their position alone.
Justification justification(std::size_t conclusions, std::vector<Step> steps) {
  Justification made;
  made.ways.resize(conclusions);
  for (std::size_t i = 0; i < conclusions; ++i) made.conclusions.emplace_back(HasComponent{i});
  for (std::size_t i = 0; i < steps.size(); ++i) made.ways[steps[i].conclusion].push_back(i);
  made.steps = std::move(steps);
  made.roots = {0};
  return made;
}

Step step(std::size_t conclusion, std::vector<std::size_t> premises, std::vector<AnyFact> facts = {}) {
  Step made;
  made.conclusion = conclusion;
  made.premises = std::move(premises);
  made.facts = std::move(facts);
  return made;
}

}  // namespace

TEST_CASE("of each conclusion the steps that rest on it are listed, those that need it twice twice",
          "[engine][explain]") {
  const auto all = justification(3, {step(0, {1, 2}), step(0, {2, 2}), step(1, {2}), step(2, {})});
  CHECK(steps_upon(all) == std::vector<std::vector<std::size_t>>{{}, {0}, {0, 1, 1, 2}});
}

TEST_CASE("whatever some reason uses a statement for rests on it, be another way left or not", "[engine][explain]") {
  const FactId one{1};
  const FactId other{2};
  const auto all =
      justification(3, {step(0, {1}), step(1, {2}, {{one}}), step(1, {2}, {{other}}), step(2, {}, {{other}})});
  const auto on_one = resting_on(all, {one});
  CHECK(on_one.directly == std::vector<std::size_t>{1});
  CHECK(on_one.rests == std::vector<bool>{true, true, false});
  const auto on_other = resting_on(all, {other});
  CHECK(on_other.directly == std::vector<std::size_t>{2, 3});
  CHECK(on_other.rests == std::vector<bool>{true, true, true});
}

TEST_CASE("what some reason needs a conclusion for rests on it, and so does that itself", "[engine][explain]") {
  const FactId one{1};
  const auto all = justification(4, {step(0, {1}), step(0, {3}), step(1, {2}), step(2, {}, {{one}}), step(3, {})});
  const auto on_it = resting_on(all, {}, {HasComponent{2}});
  CHECK(on_it.directly == std::vector<std::size_t>{3});
  CHECK(on_it.rests == std::vector<bool>{true, true, true, false});
}

}  // namespace michibiki::testing
