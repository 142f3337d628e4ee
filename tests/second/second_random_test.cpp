// Random catalogues that use whatever the model has, derived from twice.

#include <algorithm>

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
  return firm_enough(all, trust);
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
             for (const auto trust : every_trust) {
               computation.trust(trust);
               RC_ASSERT(firm_enough(all, trust) == firm_enough(computation.derive(field.portfolio), trust));
             }
           });
}

}  // namespace michibiki::testing
