#include <algorithm>

#include "model/compare_values.hpp"

#include "tests/property.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// How strict a published value is: nothing for unknown, 0 for `-`, then ever shorter times, of which every second one is starred.
using Rank = std::optional<int>;

std::string text_of(Rank rank) {
  if (!rank) return "unknown";
  if (*rank == 0) return "'-'";
  const int days = 20 - *rank / 2;
  // Now and then in another unit of the same dimension.
  const auto time = *rank % 4 < 2 ? std::to_string(days) + " d" : std::to_string(24 * days) + " h";
  return *rank % 2 == 1 ? "within " + time + " *" : time;
}

/// A lattice of required levels, each point a pattern; one measure with one indicator whose values are `ranks`.
struct Lattice {
  std::vector<int> heights;  ///< how many levels each property has
  std::vector<std::vector<int>> points;
  std::vector<Rank> ranks;  ///< parallel to `points`
};

/// All points in the order in which the last property changes fastest.
std::vector<std::vector<int>> points_of(const std::vector<int>& heights) {
  std::vector<std::vector<int>> points{{}};
  for (const int height : heights) {
    std::vector<std::vector<int>> longer;
    for (const auto& point : points) {
      for (int level = 0; level < height; ++level) {
        longer.push_back(point);
        longer.back().push_back(level);
      }
    }
    points = std::move(longer);
  }
  return points;
}

Lattice random_lattice() {
  Lattice lattice;
  const int properties = *rc::gen::inRange(1, 4);
  for (int i = 0; i < properties; ++i) lattice.heights.push_back(*rc::gen::inRange(1, 4));
  lattice.points = points_of(lattice.heights);
  return lattice;
}

/// Values of which none is laxer at a higher level.
Lattice monotone_lattice() {
  auto lattice = random_lattice();
  std::vector<int> weights;
  for (std::size_t i = 0; i < lattice.heights.size(); ++i) weights.push_back(*rc::gen::inRange(0, 4));
  const int least = *rc::gen::inRange(0, 3);
  for (const auto& point : lattice.points) {
    int rank = least;
    for (std::size_t i = 0; i < point.size(); ++i) rank += weights[i] * point[i];
    lattice.ranks.emplace_back(rank);
  }
  return lattice;
}

/// Any values, also unknown ones.
Lattice any_lattice() {
  auto lattice = random_lattice();
  for (std::size_t i = 0; i < lattice.points.size(); ++i) {
    const int rank = *rc::gen::inRange(-1, 20);
    lattice.ranks.push_back(rank < 0 ? Rank{} : Rank{rank});
  }
  return lattice;
}

std::string levels(const std::vector<int>& point) {
  std::string text;
  for (std::size_t i = 0; i < point.size(); ++i) {
    text += (i == 0 ? "levels: {p" : ", p") + std::to_string(i) + ": l" + std::to_string(point[i]);
  }
  return text + '}';
}

World world_of(const Lattice& lattice) {
  std::string text = "levels: [{id: l0}, {id: l1}, {id: l2}]\nproperties:\n";
  std::string harms;
  for (std::size_t i = 0; i < lattice.heights.size(); ++i) {
    text += "  - {id: p" + std::to_string(i) + ", levels: [";
    for (int level = 0; level < lattice.heights[i]; ++level) text += (level == 0 ? "l" : ", l") + std::to_string(level);
    text += "]}\n";
    harms += (i == 0 ? "p" : ", p") + std::to_string(i);
  }
  text += "patterns:\n";
  std::string values;
  for (std::size_t i = 0; i < lattice.points.size(); ++i) {
    text += "  - {id: " + std::to_string(i) + ", " + levels(lattice.points[i]) + "}\n";
    values += (i == 0 ? "" : ", ") + std::to_string(i) + ": " + text_of(lattice.ranks[i]);
  }
  text += "units: [{id: h, dimension: duration, factor: 3600}, {id: d, dimension: duration, factor: 86400}]\n";
  text += "components: [{id: c, carries: [a]}]\nassets: [{id: a}]\n";
  text += "threats: [{id: t, harms: [" + harms + "]}]\n";
  text += "measures: [{id: m, indicators: [{key: k, stricter: lower, values: {" + values + "}}]}]\n";
  return World(text + "links: [{kind: counters, from: m, to: t}]\n");
}

/// Services of these patterns that share the one component.
std::string sharing(const Lattice& lattice, const std::vector<std::size_t>& patterns) {
  std::string text = "shared: [c]\nservices:\n";
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    text += "  - {id: s" + std::to_string(i) + ", uses: [c], " + levels(lattice.points[patterns[i]]) + "}\n";
  }
  return text;
}

std::size_t any_pattern(const Lattice& lattice) { return *rc::gen::inRange<std::size_t>(0, lattice.points.size()); }

const Grade& only_grade(const Derived& derived) {
  RC_ASSERT(derived.derivation.grading.grades.size() == 1U);
  return derived.derivation.grading.grades[0];
}

/// What was printed for the rank, as the fixture writes values.
std::string printed(Rank rank) {
  auto text = text_of(rank);
  std::erase(text, '\'');
  return text;
}

}  // namespace

TEST_CASE("a stronger required level never gives a laxer value where the published values are monotone",
          "[property][engine][grade]") {
  rc::prop("one service at two comparable points of the lattice", [] {
    const auto lattice = monotone_lattice();
    const auto world = world_of(lattice);
    const auto weak = any_pattern(lattice);
    auto point = lattice.points[weak];
    for (std::size_t i = 0; i < point.size(); ++i) point[i] = *rc::gen::inRange(point[i], lattice.heights[i]);
    const auto before = world.derive(levels(lattice.points[weak]) + "\ninstances: [c]\n");
    const auto after = world.derive(levels(point) + "\ninstances: [c]\n");
    const auto strictness = compare_strictness(world.catalog(), world.catalog().measures[MeasureId{0}].indicators[0],
                                               only_grade(after).value, only_grade(before).value);
    RC_ASSERT(strictness.has_value());
    RC_ASSERT(*strictness != std::weak_ordering::less);
    RC_ASSERT(before.measures() == after.measures());
    RC_ASSERT(before.covered() == after.covered());
  });
  rc::prop("and none of several services that share a component", [] {
    const auto lattice = monotone_lattice();
    const auto world = world_of(lattice);
    std::vector<std::size_t> patterns{any_pattern(lattice), any_pattern(lattice)};
    const auto before = only_grade(world.derive(sharing(lattice, patterns))).value;
    const auto& from = lattice.points[patterns[0]];
    std::vector<std::size_t> above;
    for (std::size_t i = 0; i < lattice.points.size(); ++i) {
      if (std::equal(from.begin(), from.end(), lattice.points[i].begin(), std::less_equal<>())) above.push_back(i);
    }
    patterns[0] = *rc::gen::elementOf(above);
    const auto after = only_grade(world.derive(sharing(lattice, patterns))).value;
    RC_ASSERT(compare_strictness(world.catalog(), world.catalog().measures[MeasureId{0}].indicators[0], after,
                                 before) != std::weak_ordering::less);
  });
}

TEST_CASE("one more service that shares a component never makes its value laxer", "[property][engine][grade]") {
  rc::prop("whatever values are published", [] {
    const auto lattice = any_lattice();
    const auto world = world_of(lattice);
    std::vector<std::size_t> patterns;
    Rank strictest;
    bool unknown = false;
    for (int services = 0; services < 4; ++services) {
      const auto pattern = any_pattern(lattice);
      patterns.push_back(pattern);
      const auto published = lattice.ranks[pattern];
      if (published && (!strictest || *published > *strictest)) strictest = published;
      unknown = unknown || !published;
      const auto grade = only_grade(world.derive(sharing(lattice, patterns)));
      // The strictest of what is known, computed here by rank alone: it never gets laxer as services are added.
      RC_ASSERT(value_text(world.catalog(), grade.value) == printed(strictest));
      if (services > 0) RC_ASSERT(grade.incomplete == unknown);
    }
  });
}

TEST_CASE("the value of what is shared is one that is published for one of the patterns", "[property][engine][grade]") {
  rc::prop("never that of another point of the lattice", [] {
    const auto lattice = any_lattice();
    const auto world = world_of(lattice);
    const std::vector<std::size_t> patterns{any_pattern(lattice), any_pattern(lattice)};
    const auto grade = only_grade(world.derive(sharing(lattice, patterns)));
    if (grade.pattern) {
      const auto found = std::find(patterns.begin(), patterns.end(), grade.pattern->index());
      RC_ASSERT(found != patterns.end());
      RC_ASSERT(value_text(world.catalog(), grade.value) == printed(lattice.ranks[*found]));
    } else {
      RC_ASSERT(!lattice.ranks[patterns[0]] && !lattice.ranks[patterns[1]]);
    }
  });
}

TEST_CASE("an open level gives the values of exactly the patterns that its answers would give",
          "[property][engine][grade]") {
  rc::prop("some levels given, the others open", [] {
    const auto lattice = any_lattice();
    const auto world = world_of(lattice);
    const auto point = lattice.points[any_pattern(lattice)];
    std::string given;
    std::vector<bool> is_given;
    for (std::size_t i = 0; i < point.size(); ++i) {
      is_given.push_back(*rc::gen::arbitrary<bool>());
      if (is_given[i]) given += (given.empty() ? "p" : ", p") + std::to_string(i) + ": l" + std::to_string(point[i]);
    }
    const auto derived = world.derive((given.empty() ? "" : "levels: {" + given + "}\n") + "instances: [c]\n");
    Strings expected;
    for (std::size_t i = 0; i < lattice.points.size(); ++i) {
      bool fits = true;
      for (std::size_t p = 0; p < point.size(); ++p) fits = fits && (!is_given[p] || lattice.points[i][p] == point[p]);
      if (fits) expected.push_back("m.k [service] " + std::to_string(i) + ": " + printed(lattice.ranks[i]));
    }
    RC_ASSERT(derived.values() == expected);
  });
}

TEST_CASE("how strict values are is a total order of what is known", "[property][model]") {
  rc::prop("the order of the ranks they were written from", [] {
    auto lattice = any_lattice();
    const auto world = world_of(lattice);
    const auto& indicator = world.catalog().measures[MeasureId{0}].indicators[0];
    const auto a = any_pattern(lattice);
    const auto b = any_pattern(lattice);
    const auto found = compare_strictness(world.catalog(), indicator, indicator.values.at(PatternId{a}).value,
                                          indicator.values.at(PatternId{b}).value);
    RC_ASSERT(found.has_value() == (lattice.ranks[a] && lattice.ranks[b]));
    if (found) {
      RC_ASSERT((*found < 0) == (*lattice.ranks[a] < *lattice.ranks[b]));
      RC_ASSERT((*found > 0) == (*lattice.ranks[a] > *lattice.ranks[b]));
    }
  });
}

}  // namespace michibiki::testing
