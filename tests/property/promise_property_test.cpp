// What services promise is held against random reference values: written from ranks, so that what has to hold is known beforehand.
#include <algorithm>

#include "model/compare_values.hpp"

#include "tests/property.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// How strict a value is: nothing for unknown, 0 for `-`, then ever shorter times.
using Rank = std::optional<int>;

std::string text_of(Rank rank, bool starred = false) {
  if (!rank) return "unknown";
  if (*rank == 0) return "'-'";
  const int days = 20 - *rank;
  // Now and then in another unit of the same dimension.
  return (*rank % 3 == 0 ? std::to_string(24 * days) + " h" : std::to_string(days) + " d") + (starred ? " *" : "");
}

/// Two patterns and a measure with one indicator; two services that share the one component, each of a pattern.
struct Field {
  Rank published[2];
  Rank promised[2];  ///< nothing: no promise
  bool starred = false;

  std::string catalog() const {
    return "levels: [{id: l0}, {id: l1}]\nproperties: [{id: p, levels: [l0, l1]}]\n"
           "patterns: [{id: 0, levels: {p: l0}}, {id: 1, levels: {p: l1}}]\n"
           "units: [{id: h, dimension: duration, factor: 3600}, {id: d, dimension: duration, factor: 86400}]\n"
           "components: [{id: c, carries: [a]}]\nassets: [{id: a}]\nthreats: [{id: t, harms: [p]}]\n"
           "measures: [{id: m, indicators: [{key: k, stricter: lower, values: {0: " +
           text_of(published[0], starred) + ", 1: " + text_of(published[1], starred) +
           "}}]}]\nlinks: [{kind: counters, from: m, to: t}]\n";
  }
  std::string services(bool with_promises = true) const {
    std::string text = "shared: [c]\nservices:\n";
    for (int i = 0; i < 2; ++i) {
      const auto number = std::to_string(i);
      text += "  - {id: s" + number + ", uses: [c], levels: {p: l" + number + "}";
      if (promised[i] && with_promises)
        text += ", promises: [{measure: m, indicator: k, value: " + text_of(promised[i]) + "}]";
      text += "}\n";
    }
    return text;
  }
};

Field random_field() {
  Field field;
  for (auto& rank : field.published) {
    const int any = *rc::gen::inRange(-1, 12);
    if (any >= 0) rank = any;
  }
  for (auto& rank : field.promised) {
    const int any = *rc::gen::inRange(-3, 12);
    if (any > 0) rank = any;
  }
  field.starred = *rc::gen::arbitrary<bool>();
  return field;
}

/// The value that holds for the shared component.
std::optional<Value> held(const Derived& derived) {
  const auto* beside = promised_beside(derived.derivation.promised, 0);
  if (beside == nullptr) return derived.derivation.grading.grades.at(0).value;
  if (beside->holds == Holds::reference) return derived.derivation.grading.grades.at(0).value;
  if (beside->holds == Holds::undecided) return std::nullopt;
  const auto& held = beside->promises[beside->strictest];
  return derived.portfolio.services[held.service].promises[held.promise].value;
}

std::string shown(const Catalog& catalog, Value value) {
  value.starred = false;
  return value_text(catalog, value);
}

std::string printed(Rank rank) {
  auto text = text_of(rank);
  std::erase(text, '\'');
  return text;
}

}  // namespace

TEST_CASE("what holds is the strictest of the known reference values and the promises", "[property][engine][promise]") {
  rc::prop("computed by rank alone", [] {
    const auto field = random_field();
    const World world(field.catalog());
    const auto derived = world.derive(field.services());
    Rank strictest;
    const auto heed = [&](Rank rank) {
      if (rank && (!strictest || *rank > *strictest)) strictest = rank;
    };
    for (const auto rank : field.published) heed(rank);
    const bool none_known = !strictest;
    for (const auto rank : field.promised) heed(rank);
    const auto value = held(derived);
    if (none_known && strictest) {
      RC_ASSERT(!value.has_value());
    } else {
      RC_ASSERT(value.has_value());
      RC_ASSERT(shown(world.catalog(), *value) == printed(strictest));
    }
  });
}

TEST_CASE("a promise never makes what holds laxer, and changes nothing else", "[property][engine][promise]") {
  rc::prop("whatever is published and promised", [] {
    const auto field = random_field();
    const World world(field.catalog());
    const auto with = world.derive(field.services());
    const auto without = world.derive(field.services(false));
    RC_ASSERT(with.values() == without.values());
    RC_ASSERT(with.measures() == without.measures());
    RC_ASSERT(with.exposures() == without.exposures());
    RC_ASSERT(without.derivation.promised.empty());
    const auto now = held(with);
    auto before = held(without);
    if (!now || !before->known()) return;
    before->starred = now->starred;
    const auto& indicator = world.catalog().measures[MeasureId{0}].indicators[0];
    const auto strictness = compare_strictness(world.catalog(), indicator, *now, *before);
    RC_ASSERT(strictness.has_value());
    RC_ASSERT(*strictness != std::weak_ordering::less);
  });
  rc::prop("and one more promise makes it no laxer than one did", [] {
    auto field = random_field();
    const World world(field.catalog());
    if (!field.promised[0]) field.promised[0] = 5;
    if (!field.promised[1]) field.promised[1] = *rc::gen::inRange(1, 12);
    const auto both = held(world.derive(field.services()));
    field.promised[1].reset();
    const auto one = held(world.derive(field.services()));
    RC_ASSERT(both.has_value() == one.has_value());
    if (!both) return;
    auto before = *one;
    before.starred = both->starred;
    const auto& indicator = world.catalog().measures[MeasureId{0}].indicators[0];
    RC_ASSERT(compare_strictness(world.catalog(), indicator, *both, before) != std::weak_ordering::less);
  });
}

}  // namespace michibiki::testing
