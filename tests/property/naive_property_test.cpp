#include <algorithm>

#include "tests/support/large.hpp"
#include "tests/support/naive_derivation.hpp"

// The engine against nested loops over plain numbers (tests/support/naive_derivation.cpp).

namespace michibiki::testing {
namespace {

const std::vector<BasisKind> trusts{BasisKind::unverified, BasisKind::judgement, BasisKind::stated};

void agree(const NaiveDerivation& engine, const NaiveDerivation& naive) {
  RC_ASSERT(engine.exposures == naive.exposures);
  RC_ASSERT(engine.unreached == naive.unreached);
  RC_ASSERT(engine.measures == naive.measures);
  RC_ASSERT(engine.controls == naive.controls);
  RC_ASSERT(engine.obligations == naive.obligations);
  RC_ASSERT(engine.requirements == naive.requirements);
  RC_ASSERT(engine.open_measures == naive.open_measures);
  RC_ASSERT(engine.open_controls == naive.open_controls);
  RC_ASSERT(engine.open_obligations == naive.open_obligations);
}

}  // namespace

TEST_CASE("nested loops over all assets, threats and links conclude the same", "[property][engine]") {
  rc::prop("whatever is trusted", [] {
    for (int i = large(10); i > 0; --i) {  // a thousand in all
      // Small ones say too little to require anything in several steps.
      const auto catalog = *rc::gen::resize(rc::kNominalSize, random_catalog());
      const auto service = *rc::gen::resize(rc::kNominalSize, random_service(catalog));
      const World world(texts_of(catalog));
      for (const auto trust : trusts) {
        const auto derived = world.derive(text_of(service), trust);
        RC_ASSERT(derived.exposures().size() == naive_form(derived).exposures.size());
        agree(naive_form(derived), naive_derivation(catalog, service, trust));
      }
    }
  });
}

TEST_CASE("the random catalogues say something", "[property]") {
  // What a generator that only makes empty catalogues proves is nothing.
  std::size_t exposures = 0;
  std::size_t covered = 0;
  std::size_t open = 0;
  std::size_t joint = 0;
  std::size_t unreached = 0;
  std::size_t obligations = 0;
  std::size_t undecided = 0;
  std::size_t required = 0;
  std::size_t maybe_required = 0;
  std::size_t at_service = 0;
  std::size_t required_together = 0;
  rc::Random random(7);
  for (int i = 0; i < 200; ++i) {
    const auto catalog = random_catalog()(random.split(), rc::kNominalSize).value();
    const auto service = random_service(catalog)(random.split(), rc::kNominalSize).value();
    const auto naive = naive_derivation(catalog, service);
    for (const auto& [name, exposure] : naive.exposures) {
      ++exposures;
      ++(exposure.status == "covered" ? covered : open);
      for (const auto& line : exposure.measures) joint += line.find('+') != std::string::npos ? 1U : 0U;
    }
    unreached += naive.unreached.size();
    obligations += naive.obligations.size();
    undecided += naive.open_measures.size() + naive.open_controls.size();
    for (const auto& [name, requirement] : naive.requirements) {
      ++(requirement.places.empty() ? maybe_required : required);
      at_service += requirement.places.count("service");
      required_together += name.find('+') != std::string::npos ? 1U : 0U;
    }
  }
  CAPTURE(exposures, covered, open, joint, unreached, obligations, undecided);
  CAPTURE(required, maybe_required, at_service, required_together);
  CHECK(exposures > 100);
  CHECK(covered > 50);
  CHECK(open > 50);
  CHECK(joint > 5);
  CHECK(unreached > 50);
  CHECK(obligations > 50);
  CHECK(undecided > 10);
  CHECK(required > 50);
  CHECK(maybe_required > 10);
  CHECK(at_service > 10);
  CHECK(required_together > 5);
}

}  // namespace michibiki::testing
