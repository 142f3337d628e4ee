// Random catalogues that use whatever the model has, derived from twice.

#include <algorithm>

#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"
#include "tests/support/large.hpp"

namespace michibiki::testing {

TEST_CASE("of random catalogues the second computation says the same, whatever is trusted", "[second][property]") {
  std::map<std::string, int> used;
  rc::prop("for services of random components, answers, levels and types", [&] {
    for (int i = std::max(1, large(30) / 10); i > 0; --i) {  // hundreds in all
      const auto field = *random_field();
      const World world(field.catalogs);
      SecondComputation computation(texts_in(field.catalogs));
      computation.be_lenient();
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

}  // namespace michibiki::testing
