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
std::string wrong_about_falling(const Derived& derived, const Derived& after, const Justification& justification,
                                const Falling& falling, Count& count) {
  const auto left = all_told(after);
  std::string lines;
  for (const auto& [name, conclusion] : concluded(derived)) {
    const auto position = justification.find(conclusion).value();
    const bool falls = falling.falls[position];
    if (falls == std::ranges::includes(left, told(derived, name, conclusion)))
      lines += name + (falls ? " is still so\n" : " is not so any more\n");
    count.fall += falls ? 1U : 0U;
    count.undecided += falling.undecided[position] ? 1U : 0U;
    const auto was_open = open_in(derived, conclusion);
    if (!was_open) continue;
    const bool becomes_open = !falls && !*was_open && open_in(after, conclusion).value_or(false);
    if (falling.undecided[position] != becomes_open) lines += name + (becomes_open ? " is open\n" : " is not open\n");
  }
  return lines;
}

void take_away(std::vector<Instance>& instances, std::set<std::string>& gone) {
  for (bool more = true; more;) {
    more = std::erase_if(instances, [&](const Instance& one) {
             if (!gone.contains(one.code) && !(one.parent && gone.contains(*one.parent))) return false;
             gone.insert(one.code);
             return true;
           }) != 0;
  }
}

/// What services share goes for one of them, or for all.
Portfolio portfolio_without(Portfolio portfolio, const std::string& code, std::optional<std::size_t> of) {
  for (std::size_t s = 0; s < portfolio.services.size(); ++s) {
    if (of && *of != s) continue;
    auto& service = portfolio.services[s];
    std::set<std::string> gone{code};
    auto all = portfolio.shared;
    std::erase_if(all, [&](const Instance& one) { return std::ranges::count(service.uses, one.code) == 0; });
    take_away(all, gone);
    take_away(service.instances, gone);
    std::erase_if(service.uses, [&](const std::string& one) { return gone.contains(one); });
  }
  return portfolio;
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
    const auto justification = justified(derived);
    const auto falling = falling_without(workings_of(derived), justification, gone);
    Count count;
    const auto after = world.derive(field.service, derived.view.without(gone));
    RC_ASSERT(wrong_about_falling(derived, after, justification, falling, count) == "");
    const auto by_reasons =
        following_without(justification, [&](FactId fact) { return std::ranges::count(gone, fact) != 0; });
    for (std::size_t i = 0; i < by_reasons.size(); ++i) count.otherwise += falling.falls[i] == by_reasons[i] ? 1U : 0U;
    RC_CLASSIFY(count.fall > 0, "something falls");
    RC_CLASSIFY(count.undecided > 0, "something is no longer decided");
    RC_CLASSIFY(count.otherwise > 0, "other than by the reasons that are left");
  });
}

TEST_CASE("what falls without a component is what a derivation without it does not conclude, be it shared or not",
          "[second][what-if][falling]") {
  rc::prop("against a derivation from the start", [] {
    const auto field = *random_field();
    const World world(field.catalogs);
    const auto derived = world.derive(field.service, *rc::gen::elementOf(every_trust));
    const auto& components = derived.derivation.inventory.components;
    if (components.empty()) return;
    ComponentAway away{*rc::gen::inRange<std::size_t>(0, components.size()), {}};
    const auto& component = components[away.component];
    if (*rc::gen::arbitrary<bool>()) away.service = *rc::gen::elementOf(component.used_by);
    const auto& first = derived.portfolio.services[component.used_by.front()];
    const bool shared = std::ranges::count(first.uses, component.instance.code) != 0;
    const auto justification = justified(derived);
    const auto falling = falling_without(workings_of(derived), justification, {}, {away});
    const auto of = shared ? away.service : std::optional(component.used_by.front());
    const Derived after(derived.graph, derived.view, portfolio_without(derived.portfolio, component.instance.code, of));
    Count count;
    RC_ASSERT(wrong_about_falling(derived, after, justification, falling, count) == "");
    RC_CLASSIFY(count.fall > 0, "something falls");
    RC_CLASSIFY(component.used_by.size() > 1 && away.service.has_value(), "for one of those that share it");
  });
}

}  // namespace michibiki::testing
