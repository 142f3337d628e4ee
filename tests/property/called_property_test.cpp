// What patterns select, as less or more of them stays possible and as more is required.

#include <algorithm>

#include "engine/check.hpp"

#include "tests/support/random_catalog.hpp"

namespace michibiki::testing {
namespace {

bool contains_all(Strings whole, Strings part) {
  std::ranges::sort(whole);
  std::ranges::sort(part);
  return std::ranges::includes(whole, part);
}

/// All that is certain in one is certain in the other.
bool keeps(const Derived& after, const Derived& before) {
  return contains_all(after.covered(), before.covered()) && contains_all(after.measures(), before.measures()) &&
         contains_all(after.controls(), before.controls()) && contains_all(after.obligations(), before.obligations());
}

Strings joined(Strings some, const Strings& more) {
  some.insert(some.end(), more.begin(), more.end());
  return some;
}

/// A catalogue with patterns.
RandomCatalog example() {
  auto catalog = *random_catalog();
  if (catalog.patterns == 0) add_patterns(catalog);
  return catalog;
}

}  // namespace

TEST_CASE("to decide the pattern never loses what is certain, and never calls for what was not even open",
          "[property][engine][called-for]") {
  rc::prop("whatever is trusted", [] {
    const auto catalog = example();
    auto service = *random_service(catalog);
    const auto trust = *rc::gen::element(BasisKind::unverified, BasisKind::judgement, BasisKind::stated);
    const World world(texts_of(catalog));
    service.pattern.reset();
    const auto open = world.derive(text_of(service), trust);
    for (std::size_t y = 0; y < catalog.patterns; ++y) {
      service.pattern = y;
      const auto decided = world.derive(text_of(service), trust);
      RC_ASSERT(keeps(decided, open));
      RC_ASSERT(contains_all(joined(open.measures(), open.open_measures()),
                             joined(decided.measures(), decided.open_measures())));
      RC_ASSERT(contains_all(joined(open.controls(), open.open_controls()),
                             joined(decided.controls(), decided.open_controls())));
      for (std::size_t i = 0; i < open.derivation.coverage.exposures.size(); ++i) {
        RC_ASSERT(decided.derivation.coverage.exposures[i].depth >= open.derivation.coverage.exposures[i].depth);
      }
    }
  });
}

TEST_CASE("to require more never means fewer measures where no selection is laxer", "[property][engine][called-for]") {
  rc::prop("from each pattern to the stricter ones", [] {
    auto catalog = example();
    // Now and then so that nothing is called for less where more is required.
    if (*rc::gen::arbitrary<bool>()) {
      for (auto* answering : {&catalog.controls, &catalog.measures}) {
        for (auto& entry : *answering) {
          for (std::size_t y = 1; y < catalog.patterns; ++y) {
            const bool before = std::ranges::count(entry.patterns, y - 1) != 0;
            if (before && std::ranges::count(entry.patterns, y) == 0) entry.patterns.push_back(y);
          }
        }
      }
    }
    auto service = *random_service(catalog);
    const World world(texts_of(catalog));
    if (check(world.view()).count(FindingKind::laxer_selection) != 0) return;
    for (std::size_t y = 0; y + 1 < catalog.patterns; ++y) {
      service.pattern = y;
      const auto before = world.derive(text_of(service));
      service.pattern = y + 1;
      RC_ASSERT(keeps(world.derive(text_of(service)), before));
    }
  });
}

TEST_CASE("trust shows of what patterns select exactly what is firm enough", "[property][engine][called-for]") {
  rc::prop("in a catalogue of which only what calls for something is not stated", [] {
    auto catalog = example();
    for (auto& link : catalog.links) link.basis = BasisKind::stated;
    const auto service = *random_service(catalog);
    const World world(texts_of(catalog));
    const auto all = world.derive(text_of(service));
    for (const auto trust : {BasisKind::judgement, BasisKind::stated}) {
      const auto trusted = world.derive(text_of(service), trust);
      for (std::size_t i = 0; i < trusted.derivation.analysis.exposures.size(); ++i) {
        const auto name = trusted.name_of_exposure(i);
        const auto everything = all.exposures();
        if (std::ranges::count(everything, name) == 0) continue;  // what is hidden spared it
        // Trusting less adds no answer but what may be.
        RC_ASSERT(contains_all(joined(all.answers(name), all.open_answers(name)), trusted.answers_at(i)));
      }
    }
  });
}

}  // namespace michibiki::testing
