// Random catalogues that use whatever the model has, derived from twice.

#include <algorithm>
#include <sstream>

#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"
#include "tests/support/large.hpp"

namespace michibiki::testing {
namespace {

/// Of lines and exposures those at least as firm: "g0+g2 (judgement)".
Texts firm_enough(const Texts& lines, BasisKind trust) {
  Texts firm;
  for (const auto& line : lines) {
    for (const auto basis : every_trust) {
      if (basis >= trust && line.ends_with(with_basis("", basis))) firm.insert(line);
    }
  }
  return firm;
}

/// All that is told with its basis, a line each, as far as it is firm enough.
Texts firm_enough(const SecondDerivation& derivation, BasisKind trust) {
  auto all = derivation.components;
  for (const auto& selected : {derivation.measures, derivation.controls}) all.insert(selected.begin(), selected.end());
  for (const auto& [name, exposure] : derivation.exposures) {
    all.insert(name + " (" + exposure.basis + ')');
    for (const auto& line : exposure.measures) all.insert(name + ": " + line);
    for (const auto& line : exposure.controls) all.insert(name + ": " + line);
  }
  for (const auto& [name, requirement] : derivation.requirements) {
    if (!requirement.places.empty()) all.insert(name + " (" + requirement.basis + ')');
  }
  return firm_enough(all, trust);
}

/// Whether every service is of some pattern, where there are any, which `trusted` tells too.
bool of_patterns(const SecondDerivation& derivation, const SecondDerivation& trusted,
                 const SecondPortfolio& portfolio) {
  const auto& patterns = derivation.grades.patterns;
  const bool none = patterns.empty() && trusted.grades.patterns.empty();
  return none || std::ranges::all_of(portfolio.services, [&](const SecondService& service) {
           return std::ranges::any_of(patterns,
                                      [&](const std::string& line) { return line.starts_with(service.code + ": "); });
         });
}

/// A value that is told: of which indicator for which services, and of which pattern where there are any.
struct KnownValue {
  std::string of;
  Strings services;
  std::string pattern;
  std::string value;  ///< with the pattern, without the basis
  BasisKind basis = BasisKind::unverified;
};

std::vector<KnownValue> known_values(const SecondDerivation& derivation) {
  std::vector<KnownValue> found;
  for (const auto& line : derivation.grades.values) {
    for (const auto basis : every_trust) {
      const auto end = line.find(with_basis("", basis));
      if (end == std::string::npos) continue;
      const auto colon = line.find(": ");
      KnownValue value{line.substr(0, colon), {}, {}, line.substr(colon + 2, end - colon - 2), basis};
      std::istringstream services(value.of.substr(value.of.find(" for ") + 5));
      for (std::string service; std::getline(services, service, '+');) value.services.push_back(service);
      const auto pattern = value.value.rfind(" of ");
      if (pattern != std::string::npos) value.pattern = value.value.substr(pattern + 4);
      found.push_back(std::move(value));
    }
  }
  return found;
}

/// Whether one of the services it is for may be of the value's pattern, which is shown; always where there are no patterns.
bool is_of_possible_pattern(const KnownValue& value, const SecondDerivation& derivation) {
  return value.pattern.empty() || std::ranges::any_of(value.services, [&](const std::string& service) {
           return derivation.grades.patterns.contains(service + ": " + value.pattern);
         });
}

/// Each pattern that may fit stays one, be it hidden.
void check_patterns(const SecondDerivation& all, const SecondDerivation& trusted) {
  for (const auto& pattern : all.grades.patterns) {
    const auto& now = trusted.grades.patterns;
    if (!now.contains(pattern) && !now.contains(pattern + " withheld")) RC_FAIL(pattern + " is gone");
  }
}

/// What is told in one derivation and firm enough is told in the other, if that grades the same and shows the pattern. Where what is shared
/// may be of more patterns, or more of them may call for the measure, one of those may tell an equal value in its stead. A measure that is
/// open may not be called for in the other. `uncalled`: by which patterns measures are not called for when all is trusted, so that what is
/// required has no values of those; trust may hide that.
void check_values(const SecondDerivation& one, const SecondDerivation& other, BasisKind trust, bool of_shared,
                  const Texts& uncalled) {
  const auto told = known_values(other);
  for (const auto& value : known_values(one)) {
    const bool shared = value.services.size() > 1;
    const auto measure = value.of.substr(0, value.of.find('.'));
    if (one.open_measures.contains(measure) || uncalled.contains(measure + ' ' + value.pattern)) continue;
    const bool graded = std::ranges::any_of(other.grades.values,
                                            [&](const std::string& line) { return line.starts_with(value.of + ": "); });
    if (value.basis < trust || !graded || !is_of_possible_pattern(value, other) || (shared && !of_shared)) continue;
    const bool stays = std::ranges::any_of(told, [&](const KnownValue& now) {
      return now.of == value.of &&
             (now.value == value.value ||
              (shared && (!is_of_possible_pattern(now, one) || uncalled.contains(measure + ' ' + now.pattern))));
    });
    if (!stays) RC_FAIL(value.of + ": " + value.value + " is not told at both levels of trust");
  }
}

}  // namespace

TEST_CASE("of random catalogues the second computation says the same, whatever is trusted", "[second][property]") {
  std::map<std::string, int> used;
  rc::prop("for services of random components, answers, levels and types", [&] {
    for (int i = std::max(1, large(30) / 10); i > 0; --i) {  // hundreds in all
      const auto field = *random_field();
      const World world(field.catalogs);
      SecondComputation computation(texts_in(field.catalogs));
      for (const auto trust : every_trust) {
        computation.trust(trust);
        const auto differs =
            difference(form_of(world.derive(field.service, trust)), computation.derive(field.portfolio));
        if (!differs.empty()) RC_FAIL("trusting what is " + std::string(name_of(trust)) + ':' + differs);
        for (const auto& [feature, times] : computation.features()) used[feature] += times;
      }
    }
  });
  // What they leave out would be compared nowhere. The few that the sanitizers take need not use all.
  if (large(10) < 10) return;
  CHECK(used.size() > 100);
  for (const auto& [feature, times] : used) {
    INFO(feature);
    CHECK(times > 0);
  }
}

TEST_CASE("in the second computation trust shows exactly what is firm enough", "[second][property]") {
  rc::prop("so a basis is as firm as what it rests on, and no firmer than what is hidden that would speak against it",
           [] {
             const auto field = *random_plain_field();
             SecondComputation computation(texts_in(field.catalogs));
             const auto all = computation.derive(field.portfolio);
             const auto uncalled = computation.uncalled();
             for (const auto trust : every_trust) {
               computation.trust(trust);
               const auto trusted = computation.derive(field.portfolio);
               // Who turns out to be of no pattern at all may need what any calls for, so to believe less may decide there.
               if (of_patterns(all, trusted, field.portfolio))
                 RC_ASSERT(firm_enough(all, trust) == firm_enough(trusted, trust));
               check_patterns(all, trusted);
               check_values(all, trusted, trust, true, uncalled);
               check_values(trusted, all, trust, false, uncalled);
             }
           });
}

}  // namespace michibiki::testing
