#include "model/yaml/read_value.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/property.hpp"

using namespace michibiki;

namespace {

struct World {
  World() {
    for (const auto* code : {"h", "min", "time", "percent"}) {
      Unit unit;
      unit.code = code;
      catalog.units.add(std::move(unit));
    }
    Scale scale;
    scale.code = "standby";
    scale.choices = {{"cold-standby", {}}, {"hot-standby", {}}};
    standby = catalog.scales.add(std::move(scale));
  }

  std::optional<Value> read(const std::string& text, bool with_scale = false) {
    diagnostics.clear();
    Context context(catalog, facts, diagnostics);
    const auto value = read_value(context, make_scalar(text, {make_file_name("v.yaml"), 3, 7}),
                                  with_scale ? std::optional(standby) : std::nullopt);
    CHECK(value.has_value() == diagnostics.empty());
    for (const auto& diagnostic : diagnostics) CHECK(to_string(diagnostic.location) == "v.yaml:3:7");
    return value;
  }
  Quantity quantity(const std::string& text) {
    const auto value = read(text);
    INFO(text);
    REQUIRE(value);
    REQUIRE(std::holds_alternative<Quantity>(value->what));
    return std::get<Quantity>(value->what);
  }
  UnitId unit(const std::string& code) const { return *catalog.units.find(code); }

  Catalog catalog;
  ScaleId standby;
  std::vector<Fact> facts;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace

TEST_CASE("a printed dash leaves the choice to the provider, which is not the same as unknown", "[yaml][value]") {
  World world;
  CHECK(world.read("-") == Value{FreeValue{}, false});
  CHECK(world.read("unknown") == Value{UnknownValue{}, false});
  CHECK(world.read("done") == Value{DoneValue{}, false});
  CHECK(world.read("done *") == Value{DoneValue{}, true});
}

TEST_CASE("a number has a unit, and a bound when one is printed", "[yaml][value]") {
  World world;
  CHECK(world.quantity("24 h") == Quantity{24, world.unit("h"), {}, {}, Bound::none});
  CHECK(world.quantity("within 24 h").bound == Bound::at_most);
  CHECK(world.quantity("at most 24 h").bound == Bound::at_most);
  CHECK(world.quantity("at least 99.5 percent").bound == Bound::at_least);
  CHECK(world.quantity("at least 99.5 percent").number == Number(995, 10));
  CHECK(world.quantity("  24\th ").number == Number(24));
}

TEST_CASE("a rate has two amounts", "[yaml][value]") {
  World world;
  CHECK(world.quantity("1 time per 5 min") ==
        Quantity{1, world.unit("time"), Number(5), world.unit("min"), Bound::none});
  CHECK(world.quantity("at least 0 time per 0.5 h").per_number == Number(1, 2));
}

TEST_CASE("a star marks what is especially necessary to reach", "[yaml][value]") {
  World world;
  CHECK(world.read("within 24 h *")->starred);
  CHECK_FALSE(world.read("within 24 h")->starred);
  CHECK(world.read("hot-standby *", true) == Value{Choice{world.standby, 1}, true});
}

TEST_CASE("a choice is one of the indicator's scale", "[yaml][value]") {
  World world;
  CHECK(world.read("cold-standby", true) == Value{Choice{world.standby, 0}, false});
  CHECK_FALSE(world.read("warm-standby", true));
  CHECK(world.diagnostics.front().kind == DiagnosticKind::unknown_id);
  CHECK_FALSE(world.read("hot-stanby", true));
  CHECK(world.diagnostics.front().hint == "did you mean 'hot-standby'?");
  CHECK_FALSE(world.read("hot-standby"));
}

TEST_CASE("what is no value is refused, never passed along as a text", "[yaml][value]") {
  World world;
  const std::vector<std::string> wrong{"",
                                       " ",
                                       "*",
                                       "- *",
                                       "unknown *",
                                       "24",
                                       "h",
                                       "24h",
                                       "-1 h",
                                       "+1 h",
                                       "1e9 h",
                                       "1e999 h",
                                       "0x10 h",
                                       "1.000.000 h",
                                       "1, h",
                                       ".5 h",
                                       "5. h",
                                       "1234567890 h",
                                       "0.1234567890 h",
                                       "nan h",
                                       "inf h",
                                       "1 h *  *",
                                       "at 24 h",
                                       "within",
                                       "at least",
                                       "24 h 3",
                                       "per 24 h",
                                       "1 time per",
                                       "1 time per h",
                                       "1 time per 0 h",
                                       "0 h per 0 h",
                                       "1 time per 5 min per 2 h",
                                       "24 hours",
                                       "24 h*",
                                       "９ h",
                                       "done 24 h"};
  for (const auto& text : wrong) {
    INFO(text);
    CHECK_FALSE(world.read(text));
    CHECK(world.diagnostics.size() == 1);
  }
  CHECK_FALSE(world.read("within 24 h*"));
  CHECK(world.diagnostics.front().hint == "put a space before the `*`");
}

TEST_CASE("decimal numbers are read exactly", "[yaml][value][property]") {
  CHECK(parse_number("0.000000001") == Number(1, 1'000'000'000));
  CHECK(parse_number("999999999.999999999") == Number(999'999'999'999'999'999, 1'000'000'000));
  CHECK(parse_number("007") == Number(7));
  rc::prop("whole part and decimals", [](std::uint32_t whole, std::uint16_t part) {
    whole %= 1'000'000'000;
    auto decimals = std::to_string(part);
    decimals.insert(0, 5 - decimals.size(), '0');
    RC_ASSERT(parse_number(std::to_string(whole) + '.' + decimals) ==
              Number(static_cast<std::int64_t>(whole) * 100'000 + part, 100'000));
  });
}
