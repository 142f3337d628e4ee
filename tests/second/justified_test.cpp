// What explanations rest on, in random catalogues that use whatever the model has.

#include "tests/support/justified.hpp"

#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"

namespace michibiki::testing {

TEST_CASE("of several services, too, a conclusion goes when, and only when, no listed reason of it is left",
          "[second][explain]") {
  rc::prop("against a derivation without those facts", [] {
    const auto field = *random_field();
    const auto trust = *rc::gen::elementOf(every_trust);
    const World world(field.catalogs);
    const auto derived = world.derive(field.service, trust);
    std::vector<FactId> gone;
    const auto share = *rc::gen::inRange(2, 20);
    for (const auto fact : supporting_facts(world.catalog())) {
      if (*rc::gen::inRange(0, share) == 0) gone.push_back(fact);
    }
    RC_ASSERT(disagreement(world, field.service, derived, gone) == "");
  });
}

TEST_CASE("what a single judgement carries is listed exactly, whatever the catalogues use",
          "[second][explain][firmness]") {
  rc::prop("against derivations without each statement", [] {
    const World world((*random_field()).catalogs);
    RC_ASSERT(wrong_about_lone_judgements(world) == "");
  });
}

}  // namespace michibiki::testing
