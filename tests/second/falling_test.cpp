// What falls without statements, of whatever kind these are: against a derivation from the start.

#include "engine/what_if/falling.hpp"

#include <set>

#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"
#include "tests/support/justified.hpp"

namespace michibiki::testing {
namespace {

struct Count {
  std::size_t otherwise = 0;  ///< than the reasons that are left, or not, would make one think
  std::size_t fall = 0;
  std::size_t undecided = 0;
};

/// What is wrong about what falls, a line each.
std::string wrong_about_falling(const World& world, const std::string& service, const Derived& derived,
                                const std::vector<FactId>& gone, Count& count) {
  const auto justification = justified(derived);
  const auto falling = falling_without(workings_of(derived), justification, gone);
  const auto by_reasons =
      following_without(justification, [&](FactId fact) { return std::ranges::count(gone, fact) != 0; });
  const auto after = world.derive(service, derived.view.without(gone));
  const auto left = all_told(after);
  std::string lines;
  for (const auto& [name, conclusion] : concluded(derived)) {
    const auto position = justification.find(conclusion).value();
    const bool falls = falling.falls[position];
    if (falls == left.contains(told(derived, name, conclusion)))
      lines += name + (falls ? " is still so\n" : " is not so any more\n");
    count.fall += falls ? 1U : 0U;
    count.otherwise += falls == by_reasons[position] ? 1U : 0U;
    count.undecided += falling.undecided[position] ? 1U : 0U;
    const auto was_open = open_in(derived, conclusion);
    if (!was_open) continue;
    const bool becomes_open = !falls && !*was_open && open_in(after, conclusion).value_or(false);
    if (falling.undecided[position] != becomes_open) lines += name + (becomes_open ? " is open\n" : " is not open\n");
  }
  return lines;
}

}  // namespace

TEST_CASE("what falls is what a derivation without it does not conclude, whatever statements are taken away",
          "[second][what-if][falling]") {
  rc::prop("against a derivation from the start", [] {
    const auto field = *random_field();
    const World world(field.catalogs);
    const auto derived = world.derive(field.service, *rc::gen::elementOf(every_trust));
    std::vector<FactId> gone;
    const auto share = *rc::gen::inRange<std::size_t>(2, 2 * world.catalog().facts.size());
    for (std::size_t i = 0; i < world.catalog().facts.size(); ++i) {
      if (*rc::gen::inRange<std::size_t>(0, share) == 0) gone.emplace_back(i);
    }
    Count count;
    RC_ASSERT(wrong_about_falling(world, field.service, derived, gone, count) == "");
    RC_CLASSIFY(count.fall > 0, "something falls");
    RC_CLASSIFY(count.undecided > 0, "something is no longer decided");
    RC_CLASSIFY(count.otherwise > 0, "other than by the reasons that are left");
  });
}

}  // namespace michibiki::testing
