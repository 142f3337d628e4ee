#include "model/compare_values.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/property.hpp"

using namespace michibiki;

namespace {

enum class Order { laxer, equal, stricter, none };

Order order_of(std::optional<std::weak_ordering> ordering) {
  if (!ordering) return Order::none;
  if (*ordering == std::weak_ordering::equivalent) return Order::equal;
  return *ordering == std::weak_ordering::less ? Order::laxer : Order::stricter;
}

/// Units of three dimensions and one scale.
struct World {
  World() {
    hour = unit("h", "duration", Number(3600));
    day = unit("day", "duration", Number(86'400));
    time = unit("time", "count", Number(1));
    percent = unit("percent", "ratio", Number(1));
    huge = unit("huge", "ratio", Number(999'999'999'999'999'999, 1'000'000'000));
    tiny = unit("tiny", "ratio", Number(1, 1'000'000'000));
    scale = catalog.scales.add({});
    other_scale = catalog.scales.add({});
  }

  UnitId unit(const std::string& code, const std::string& dimension, Number factor) {
    Unit item;
    item.code = code;
    item.dimension = dimension;
    item.factor = factor;
    return catalog.units.add(std::move(item));
  }

  Order compare(const Value& a, const Value& b, Indicator::Stricter stricter = Indicator::Stricter::unstated) const {
    Indicator indicator;
    indicator.stricter.value = stricter;
    const auto order = order_of(compare_strictness(catalog, indicator, a, b));
    const auto reverse = order_of(compare_strictness(catalog, indicator, b, a));
    // Whoever asks the other way round hears the opposite.
    CHECK((order == Order::laxer) == (reverse == Order::stricter));
    CHECK((order == Order::equal) == (reverse == Order::equal));
    CHECK((order == Order::none) == (reverse == Order::none));
    return order;
  }

  Catalog catalog;
  UnitId hour, day, time, percent, huge, tiny;
  ScaleId scale, other_scale;
};

Value quantity(Number number, UnitId unit, bool starred = false) {
  return {Quantity{number, unit, {}, {}, Bound::none}, starred};
}
Value rate(Number number, UnitId unit, Number per, UnitId per_unit) {
  return {Quantity{number, unit, per, per_unit, Bound::none}, false};
}
const Value free_value{FreeValue{}, false};
const Value unknown{UnknownValue{}, false};
const Value done{DoneValue{}, false};
constexpr auto higher = Indicator::Stricter::higher;
constexpr auto lower = Indicator::Stricter::lower;

}  // namespace

TEST_CASE("quantities compare through their units, in the direction that the indicator states", "[model][value]") {
  const World world;
  CHECK(world.compare(quantity(24, world.hour), quantity(3, world.day), lower) == Order::stricter);
  CHECK(world.compare(quantity(24, world.hour), quantity(3, world.day), higher) == Order::laxer);
  CHECK(world.compare(quantity(24, world.hour), quantity(1, world.day), lower) == Order::equal);
  CHECK(world.compare(quantity({999, 10}, world.percent), quantity({995, 10}, world.percent), higher) ==
        Order::stricter);
}

TEST_CASE("without a direction only equal quantities can be told", "[model][value]") {
  const World world;
  CHECK(world.compare(quantity(24, world.hour), quantity(1, world.day)) == Order::equal);
  CHECK(world.compare(quantity(24, world.hour), quantity(2, world.day)) == Order::none);
}

TEST_CASE("rates compare as frequencies: twice a day is more often than ten times a week", "[model][value]") {
  World world;
  const auto week = world.unit("week", "duration", Number(604'800));
  CHECK(world.compare(rate(2, world.time, 1, world.day), rate(10, world.time, 1, week), higher) == Order::stricter);
  CHECK(world.compare(rate(1, world.time, 24, world.hour), rate(1, world.time, 1, world.day), higher) == Order::equal);
}

TEST_CASE("what has no common measure cannot be compared", "[model][value]") {
  const World world;
  CHECK(world.compare(quantity(24, world.hour), quantity(3, world.time), lower) == Order::none);
  CHECK(world.compare(rate(1, world.time, 1, world.day), quantity(24, world.hour), higher) == Order::none);
  CHECK(world.compare(rate(1, world.time, 1, world.day), rate(1, world.time, 1, world.percent), higher) == Order::none);
  CHECK(world.compare(quantity(1, world.time), Value{Choice{world.scale, 0}, false}, higher) == Order::none);
  CHECK(world.compare(Value{Choice{world.scale, 0}, false}, Value{Choice{world.other_scale, 0}, false}) == Order::none);
  CHECK(world.compare(done, quantity(1, world.time), higher) == Order::none);
}

TEST_CASE("at least and at most have no common measure, whatever their numbers", "[model][value]") {
  const World world;
  const auto bounded = [&](Number number, Bound bound) {
    return Value{Quantity{number, world.hour, {}, {}, bound}, false};
  };
  for (const auto direction : {Indicator::Stricter::unstated, lower, higher}) {
    CHECK(world.compare(bounded(24, Bound::at_least), bounded(24, Bound::at_most), direction) == Order::none);
    CHECK(world.compare(bounded(24, Bound::at_most), bounded(48, Bound::at_least), direction) == Order::none);
    CHECK(world.compare(bounded(24, Bound::at_most), bounded(24, Bound::at_most), direction) == Order::equal);
    CHECK(world.compare(bounded(24, Bound::at_most), bounded(24, Bound::none), direction) == Order::equal);
  }
}

TEST_CASE("unknown is not the same as free: nothing can be said of it", "[model][value]") {
  const World world;
  CHECK(world.compare(unknown, unknown) == Order::none);
  CHECK(world.compare(unknown, free_value) == Order::none);
  CHECK(world.compare(unknown, quantity(1, world.time), higher) == Order::none);
}

TEST_CASE("what the provider may choose is laxer than any value", "[model][value]") {
  const World world;
  CHECK(world.compare(free_value, free_value) == Order::equal);
  CHECK(world.compare(free_value, quantity(0, world.time), higher) == Order::laxer);
  CHECK(world.compare(free_value, Value{Choice{world.scale, 0}, false}) == Order::laxer);
  CHECK(world.compare(free_value, done) == Order::laxer);
}

TEST_CASE("choices compare by their place on the scale, laxest first", "[model][value]") {
  const World world;
  CHECK(world.compare(Value{Choice{world.scale, 2}, false}, Value{Choice{world.scale, 1}, true}) == Order::stricter);
  CHECK(world.compare(Value{Choice{world.scale, 1}, false}, Value{Choice{world.scale, 1}, false}) == Order::equal);
}

TEST_CASE("of two equal values the starred one is stricter", "[model][value]") {
  const World world;
  CHECK(world.compare(quantity(1, world.day, true), quantity(24, world.hour), lower) == Order::stricter);
  CHECK(world.compare(quantity(2, world.day, true), quantity(24, world.hour), lower) == Order::laxer);
  CHECK(world.compare(Value{DoneValue{}, true}, done) == Order::stricter);
}

TEST_CASE("the largest numbers that can be written compare without overflow", "[model][value]") {
  const World world;
  const Number most(999'999'999'999'999'999, 1'000'000'000);
  const Number least(1, 1'000'000'000);
  CHECK(world.compare(quantity(most, world.huge), quantity(least, world.tiny), higher) == Order::stricter);
  CHECK(world.compare(quantity(most, world.tiny), quantity(least, world.huge), higher) == Order::equal);
  CHECK(world.compare(rate(most, world.huge, least, world.tiny), rate(least, world.tiny, most, world.huge), higher) ==
        Order::stricter);
  CHECK(world.compare(rate(most, world.huge, least, world.tiny), rate(most, world.huge, least, world.tiny), higher) ==
        Order::equal);
  CHECK(world.compare(quantity(0, world.huge), quantity(least, world.tiny), higher) == Order::laxer);
}

TEST_CASE("comparing quantities of one dimension is a total order", "[model][value][property]") {
  const World world;
  rc::prop("transitive and in line with the numbers", [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    const auto value = [&](std::uint32_t n) {
      return quantity(Number(n % 50, n % 7 + 1), n % 2 ? world.hour : world.day);
    };
    const auto at_least = [&](std::uint32_t x, std::uint32_t y) {
      const auto order = world.compare(value(x), value(y), higher);
      return order == Order::equal || order == Order::stricter;
    };
    RC_ASSERT(at_least(a, b) || at_least(b, a));
    if (at_least(a, b) && at_least(b, c)) RC_ASSERT(at_least(a, c));
  });
}

TEST_CASE("values of one kind could be compared, were the direction stated", "[model][value]") {
  const World world;
  const auto alike = [&](const Value& a, const Value& b) { return of_one_kind(world.catalog, a, b); };
  CHECK(alike(quantity(24, world.hour), quantity(3, world.day)));
  CHECK(world.compare(quantity(24, world.hour), quantity(3, world.day)) == Order::none);
  CHECK(alike(quantity(24, world.hour), free_value));
  CHECK_FALSE(alike(quantity(24, world.hour), quantity(24, world.time)));
  CHECK_FALSE(alike(quantity(24, world.hour), rate(1, world.time, 24, world.hour)));
  CHECK_FALSE(alike(quantity(24, world.hour), done));
  CHECK_FALSE(alike(quantity(24, world.hour), unknown));
}

TEST_CASE("a bound on the lax side asks for nothing", "[model][value]") {
  const World world;
  const auto bounded = [&](Bound bound) { return Value{Quantity{Number(24), world.hour, {}, {}, bound}, false}; };
  CHECK(bounds_nothing(lower, bounded(Bound::at_least)));
  CHECK(bounds_nothing(higher, bounded(Bound::at_most)));
  CHECK_FALSE(bounds_nothing(lower, bounded(Bound::at_most)));
  CHECK_FALSE(bounds_nothing(Indicator::Stricter::unstated, bounded(Bound::at_least)));
  CHECK_FALSE(bounds_nothing(lower, done));
}
