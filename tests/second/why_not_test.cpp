// What would have to be otherwise, against deriving with every edit from the start.

#include "engine/what_if/why_not.hpp"

#include <algorithm>

#include "tests/second/edits_tried.hpp"
#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"
#include "tests/second/random_missed.hpp"
#include "tests/support/derivation_rows.hpp"
#include "tests/support/justified.hpp"

namespace michibiki::testing {
namespace {

bool is_part(const std::vector<ProposedEdit>& part, const std::vector<ProposedEdit>& whole) {
  return std::ranges::all_of(part, [&](const ProposedEdit& edit) { return std::ranges::count(whole, edit) != 0; });
}

}  // namespace

TEST_CASE("what is missed appears with the edits proposed, and not with fewer of them", "[second][why-not]") {
  rc::prop("derived from the start", [] {
    const auto field = *random_field();
    const World world(field.catalogs);
    const auto before = world.derive(field.service, *rc::gen::elementOf(every_trust));
    const auto missed = random_missed(world.catalog());
    const auto why = why_not(workings_of(before), missed);
    const auto& base = why.wider.base;
    RC_ASSERT(why.holds == !found_of(workings_of(before), missed).empty());
    RC_ASSERT(dump(Derived(before.graph, before.view, before.portfolio)) == dump(before));
    for (const auto& remedy : why.remedies) {
      RC_ASSERT(!remedy.steps.empty());
      RC_ASSERT(appears(before, base, remedy.edits, missed));
      for (std::size_t members = 0; members + 1 < std::size_t{1} << remedy.edits.size(); ++members) {
        std::vector<ProposedEdit> part;
        for (std::size_t i = 0; i < remedy.edits.size(); ++i) {
          if ((members >> i & 1U) != 0) part.push_back(remedy.edits[i]);
        }
        if (appears(before, base, part, missed))
          RC_FAIL(told(world.catalog(), missed) + ": " + told(base.catalog(), part) + "of " +
                  told(base.catalog(), remedy.edits));
      }
    }
  });
}

TEST_CASE("no nearer edits are overlooked", "[second][why-not]") {
  rc::prop("every one and every two of them tried", [] {
    const auto field = *random_plain_field();
    const World world(field.catalogs);
    const auto before = world.derive(field.service, *rc::gen::elementOf(every_trust));
    const auto missed = random_missed(world.catalog());
    const auto why = why_not(workings_of(before), missed);
    if (why.holds || why.cut) return;
    const auto& base = why.wider.base;
    const auto known = [&](const std::vector<ProposedEdit>& edits) {
      return std::ranges::any_of(why.remedies, [&](const Remedy& remedy) { return is_part(remedy.edits, edits); });
    };
    const auto& edits = why.assumptions.edits;
    for (std::size_t a = 0; a < edits.size() && a < 40; ++a) {
      for (std::size_t b = a; b < edits.size() && b < 40; ++b) {
        const auto two = a == b ? std::vector{edits[a]} : std::vector{edits[a], edits[b]};
        if (contradict(edits, {a, b}) || known(two)) continue;
        if (appears(before, base, two, missed))
          RC_FAIL(told(world.catalog(), missed) + ": " + told(base.catalog(), two));
      }
    }
  });
}

}  // namespace michibiki::testing
