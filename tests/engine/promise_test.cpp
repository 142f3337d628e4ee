#include <array>

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// Terminals whose checks have one indicator, in two patterns.
std::string terminals(const std::string& indicator) {
  return R"(
levels: [{id: low}, {id: high}]
properties: [{id: secrecy, levels: [low, high]}]
patterns: [{id: 1, levels: {secrecy: high}}, {id: 2, levels: {secrecy: low}}]
units: [{id: h, dimension: duration, factor: 3600}, {id: d, dimension: duration, factor: 86400}, {id: times}]
scales: [{id: proof, choices: [{id: password}, {id: ic-card}, {id: biometrics}]}]
components: [{id: terminal, carries: [terminal]}, {id: printer, carries: [printer]}]
assets: [{id: terminal}, {id: printer}]
threats: [{id: virus, harms: [secrecy]}]
measures: [{id: check, indicators: [{key: a, )" +
         indicator + R"(}]}]
links: [{id: l, kind: counters, from: check, to: virus, assets: [terminal]}]
)";
}

std::string promises(const std::string& value) {
  return value.empty() ? "" : "promises: [{measure: check, indicator: a, value: " + value + "}]";
}

std::string alone(const std::string& level, const std::string& promised) {
  return "instances: [terminal]\nlevels: {secrecy: " + level + "}\n" + promises(promised) + '\n';
}

/// Two services of pattern 1 and 2 that share a terminal.
std::string shared(const std::string& of_x, const std::string& of_y) {
  return "shared: [terminal]\nservices:\n  - {id: x, uses: [terminal], levels: {secrecy: high}, " + promises(of_x) +
         "}\n  - {id: y, uses: [terminal], levels: {secrecy: low}, " + promises(of_y) + "}\n";
}

std::string name_of(const HeldPromise& held) {
  static constexpr std::array standings{"stricter", "equal", "laxer", "free", "not comparable"};
  static constexpr std::array reasons{"reference unknown", "reference withheld", "direction unstated",
                                      "direction withheld", "unlike"};
  return held.because ? reasons.at(static_cast<std::size_t>(*held.because))
                      : standings.at(static_cast<std::size_t>(held.standing));
}

/// "pattern [services]: value; SERVICE value STANDING; what holds", one per reference value with a promise beside it.
Strings told(const Derived& derived) {
  Strings found;
  const auto& services = derived.portfolio.services;
  for (const auto& beside : derived.derivation.promised) {
    const auto& grade = derived.derivation.grading.grades.at(beside.grade);
    auto row = grade.pattern ? derived.catalog().patterns[*grade.pattern].code : std::string("-");
    row += ": " + value_text(derived.catalog(), grade.value);
    const auto said = [&](const HeldPromise& held) {
      const auto& service = services[held.service];
      return service.code + ' ' + value_text(derived.catalog(), service.promises[held.promise].value);
    };
    for (const auto& held : beside.promises) row += "; " + said(held) + ' ' + name_of(held);
    row += "; holds ";
    row += beside.holds == Holds::reference ? "reference"
           : beside.holds == Holds::promise ? said(beside.promises[beside.strictest])
                                            : "undecided";
    found.push_back(row);
  }
  return found;
}

}  // namespace

TEST_CASE("a promise that is stricter than the reference value holds in its place, one that is laxer does not",
          "[engine][promise]") {
  struct Row {
    std::string indicator;  // its value in pattern 1
    std::string promised;
    std::string told;
  };
  const std::vector<Row> rows{
      {"stricter: lower, values: {1: 24 h}", "12 h", "1: 24 h; service 12 h stricter; holds service 12 h"},
      {"stricter: lower, values: {1: 24 h}", "2 d", "1: 24 h; service 2 d laxer; holds reference"},
      {"stricter: lower, values: {1: 24 h}", "1 d", "1: 24 h; service 1 d equal; holds reference"},
      {"stricter: higher, values: {1: 2 times per 1 d}", "1 times per 6 h",
       "1: 2 times per 1 d; service 1 times per 6 h stricter; holds service 1 times per 6 h"},
      // A star asks for no other value: who promises that value keeps up with it.
      {"stricter: lower, values: {1: within 24 h *}", "within 24 h",
       "1: within 24 h *; service within 24 h equal; holds reference"},
      {"scale: proof, values: {1: ic-card}", "biometrics",
       "1: ic-card; service biometrics stricter; holds service biometrics"},
      {"scale: proof, values: {1: ic-card}", "password", "1: ic-card; service password laxer; holds reference"},
      {"values: {1: done}", "done", "1: done; service done equal; holds reference"},
  };
  for (const auto& [indicator, promised, wanted] : rows) {
    INFO(indicator << ", promised " << promised);
    CHECK(told(World(terminals(indicator)).derive(alone("high", promised))) == Strings{wanted});
  }
}

TEST_CASE("where nothing tells which of the two is stricter, that is said and nothing is guessed",
          "[engine][promise]") {
  const World free(terminals("stricter: lower, values: {1: '-'}"));
  CHECK(told(free.derive(alone("high", "12 h"))) == Strings{"1: -; service 12 h free; holds service 12 h"});
  const World unknown(terminals("stricter: lower, values: {2: 24 h}"));
  CHECK(told(unknown.derive(alone("high", "12 h"))) ==
        Strings{"1: unknown; service 12 h reference unknown; holds undecided"});
  const World doubted(terminals("stricter: lower, values: {1: {is: 24 h, basis: unverified}}"));
  CHECK(told(doubted.derive(alone("high", "12 h"), BasisKind::judgement)) ==
        Strings{"1: unknown; service 12 h reference withheld; holds undecided"});
  const World undirected(terminals("values: {1: 24 h}"));
  CHECK(told(undirected.derive(alone("high", "12 h"))) ==
        Strings{"1: 24 h; service 12 h direction unstated; holds undecided"});
  CHECK(told(undirected.derive(alone("high", "1 d"))) == Strings{"1: 24 h; service 1 d equal; holds reference"});
  const World directed(terminals("stricter: {is: lower, basis: unverified}, values: {1: 24 h}"));
  CHECK(told(directed.derive(alone("high", "12 h"), BasisKind::judgement)) ==
        Strings{"1: 24 h; service 12 h direction withheld; holds undecided"});
  CHECK(told(directed.derive(alone("high", "12 h"))) == Strings{"1: 24 h; service 12 h stricter; holds service 12 h"});
}

TEST_CASE("a promise of another kind than the reference value is neither", "[engine][promise]") {
  // The reader refuses it; whoever makes a service by other means may still ask.
  const World world(terminals("stricter: lower, values: {1: 24 h}"));
  auto portfolio = world.service(alone("high", "12 h"));
  portfolio.services[0].promises[0].value.what = DoneValue{};
  const auto view = world.view();
  const auto derivation = derive(view, portfolio);
  REQUIRE(derivation.promised.size() == 1);
  CHECK(derivation.promised[0].promises[0].because == NoComparison::unlike);
  CHECK(derivation.promised[0].holds == Holds::undecided);
}

TEST_CASE("what says which is stricter is named where it decides", "[engine][promise]") {
  const World world(terminals("stricter: {is: lower, basis: unverified}, values: {1: 24 h}"));
  const auto direction = [&](const std::string& promised) {
    return world.derive(alone("high", promised)).derivation.promised.at(0).promises[0].direction;
  };
  CHECK(direction("12 h") == world.catalog().measures[MeasureId{0}].indicators[0].stricter.fact);
  CHECK_FALSE(direction("1 d").has_value());
}

TEST_CASE("of what services share, the strictest of their promises and reference values holds", "[engine][promise]") {
  const World world(terminals("stricter: lower, values: {1: 24 h, 2: 3 d}"));
  CHECK(told(world.derive(shared("", "12 h"))) == Strings{"1: 24 h; y 12 h stricter; holds y 12 h"});
  CHECK(told(world.derive(shared("6 h", "12 h"))) == Strings{"1: 24 h; x 6 h stricter; y 12 h stricter; holds x 6 h"});
  CHECK(told(world.derive(shared("12 h", "6 h"))) == Strings{"1: 24 h; x 12 h stricter; y 6 h stricter; holds y 6 h"});
  // Stricter than its own pattern asks, and laxer than what the other service needs of the shared terminal.
  CHECK(told(world.derive(shared("", "2 d"))) == Strings{"1: 24 h; y 2 d laxer; holds reference"});
  CHECK(told(world.derive(shared("12 h", "12 h"))) ==
        Strings{"1: 24 h; x 12 h stricter; y 12 h stricter; holds x 12 h"});
}

TEST_CASE("two promises of which nothing says which is stricter leave it open which holds", "[engine][promise]") {
  const World world(terminals("values: {1: '-', 2: '-'}"));
  CHECK(told(world.derive(shared("12 h", "6 h"))) == Strings{"1: -; x 12 h free; y 6 h free; holds undecided"});
  CHECK(told(world.derive(shared("12 h", ""))) == Strings{"1: -; x 12 h free; holds x 12 h"});
}

TEST_CASE("what a service promises concerns what it has alone and what it shares, and nobody else",
          "[engine][promise]") {
  const World world(terminals("stricter: lower, values: {1: 24 h, 2: 3 d}"));
  const auto derived = world.derive(R"(
shared: [{id: common, type: terminal}]
services:
  - {id: x, uses: [common], levels: {secrecy: high}, instances: [{id: mine, type: terminal}]}
  - id: y
    uses: [common]
    levels: {secrecy: low}
    instances: [{id: own, type: terminal}]
    promises: [{measure: check, indicator: a, value: 2 d}]
)");
  CHECK(derived.values() == Strings{"check.a [x] 1: 24 h", "check.a [x, y] 1: 24 h", "check.a [y] 2: 3 d"});
  CHECK(told(derived) == Strings{"1: 24 h; y 2 d laxer; holds reference", "2: 3 d; y 2 d stricter; holds y 2 d"});
}

TEST_CASE("while the pattern is open a promise stands beside the value of each", "[engine][promise]") {
  const World world(terminals("stricter: lower, values: {1: 24 h, 2: 3 d}"));
  CHECK(told(world.derive("instances: [terminal]\nanswers: {}\n" + promises("2 d"))) ==
        Strings{"1: 24 h; service 2 d laxer; holds reference", "2: 3 d; service 2 d stricter; holds service 2 d"});
}

TEST_CASE("a promise for a measure that is not called for stands beside nothing", "[engine][promise]") {
  const World world(terminals("stricter: lower, values: {1: 24 h}"));
  const auto derived = world.derive(
      "instances: [printer]\nlevels: {secrecy: high}\npromises: [{measure: check, indicator: a, value: 12 h}]\n");
  CHECK(derived.derivation.promised.empty());
  const auto each = each_promise(derived.portfolio, derived.derivation.promised);
  REQUIRE(each.size() == 1);
  CHECK(each[0].beside.empty());
  CHECK_FALSE(each[0].anywhere(PromiseStanding::laxer));
}

TEST_CASE("no reference value changes by what is promised", "[engine][promise]") {
  const World world(terminals("stricter: lower, values: {1: 24 h, 2: 3 d}"));
  CHECK(world.derive(shared("6 h", "5 d")).values() == world.derive(shared("", "")).values());
  CHECK(world.derive(shared("", "")).derivation.promised.empty());
}

}  // namespace michibiki::testing
