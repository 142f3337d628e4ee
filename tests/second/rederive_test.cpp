// What is taken over from an earlier derivation, against a derivation from the start.

#include "engine/what_if/rederive.hpp"

#include "engine/what_if/what_if.hpp"
#include "reports/derivation_json.hpp"

#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"
#include "tests/support/derivation_rows.hpp"
#include "tests/support/justified.hpp"

namespace michibiki::testing {
namespace {

std::vector<FactId> some_facts(const Catalog& catalog) {
  std::vector<FactId> chosen;
  const auto share = *rc::gen::inRange<std::size_t>(2, 3 * catalog.facts.size());  // often few, sometimes many
  for (std::size_t i = 0; i < catalog.facts.size(); ++i) {
    if (*rc::gen::inRange<std::size_t>(0, share) == 0) chosen.emplace_back(i);
  }
  return chosen;
}

/// Without some components, with others a second time, of other levels.
Portfolio changed(Portfolio portfolio, const Catalog& catalog) {
  for (auto& service : portfolio.services) {
    std::vector<Instance> instances;
    for (auto instance : service.instances) {
      if (*rc::gen::inRange(0, 4) == 0) continue;
      instances.push_back(instance);
      if (*rc::gen::inRange(0, 4) != 0) continue;
      instance.code += "-again";
      instance.fact.reset();
      instances.push_back(instance);
    }
    service.instances = std::move(instances);
    if (*rc::gen::inRange(0, 3) != 0) continue;
    for (std::size_t i = 0; i < catalog.properties.size(); ++i) {
      const auto& levels = catalog.properties.at(i).levels;
      if (!levels.empty()) service.levels[PropertyId{i}] = *rc::gen::elementOf(levels);
    }
  }
  return portfolio;
}

/// Byte by byte, with the bases of what answers.
std::string whole(const View& view, const Portfolio& portfolio, const Derivation& derivation) {
  return derivation_json({view, portfolio, derivation});
}

}  // namespace

TEST_CASE("what is derived again is what a derivation from the start gives", "[second][what-if]") {
  rc::prop("whatever holds, is there or is required otherwise", [] {
    const auto field = *random_field();
    const World world(field.catalogs);
    const auto before = world.derive(field.service, *rc::gen::elementOf(every_trust));
    const auto gone = some_facts(world.catalog());
    const auto fresh = some_facts(world.catalog());
    const auto view = before.view.without(gone).with(fresh);
    const auto portfolio = *rc::gen::inRange(0, 2) == 0 ? before.portfolio : changed(before.portfolio, world.catalog());
    const auto again = rederive(workings_of(before), view, portfolio);
    const auto from_start = derive(view, portfolio);
    RC_ASSERT(whole(view, portfolio, again.derivation) == whole(view, portfolio, from_start));
    Derived derived(before.graph, view, portfolio);
    const auto dumped = dump(derived);
    derived.derivation = again.derivation;
    RC_ASSERT(dump(derived) == dumped);
  });
}

TEST_CASE("whatever comes or goes does so for a reason that is told", "[second][what-if]") {
  rc::prop("a step that leads nowhere any more, though what it rests on is so", [] {
    const auto field = *random_field();
    const World world(field.catalogs);
    const auto before = world.derive(field.service, *rc::gen::elementOf(every_trust));
    const auto view = before.view.without(some_facts(world.catalog()));
    const Derived after(before.graph, view, changed(before.portfolio, world.catalog()));
    const auto difference = what_if(workings_of(before), workings_of(after));
    for (const auto* side : {&difference.gone, &difference.fresh}) {
      for (const auto& turn : side->turns) {
        const auto& conclusion = side->explanation.justification.conclusions[turn.conclusion];
        if (turn.breaks.empty()) RC_FAIL("no reason for a conclusion of kind " + std::to_string(conclusion.index()));
      }
    }
    for (const auto& code : difference.difference.gone_measures)
      RC_ASSERT(difference.gone.find(IsCalledFor{ref(*world.catalog().measures.find(code)), {}}) != nullptr);
    for (const auto& code : difference.difference.new_measures)
      RC_ASSERT(difference.fresh.find(IsCalledFor{ref(*world.catalog().measures.find(code)), {}}) != nullptr);
  });
}

}  // namespace michibiki::testing
