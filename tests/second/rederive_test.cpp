// What is taken over from an earlier derivation, against a derivation from the start.

#include "engine/what_if/rederive.hpp"

#include <map>
#include <set>

#include <nlohmann/json.hpp>

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
      if (!levels.empty()) service.levels[PropertyId{i}] = {*rc::gen::elementOf(levels)};
    }
  }
  return portfolio;
}

/// Byte by byte, with the bases of what answers.
std::string whole(const View& view, const Portfolio& portfolio, const Derivation& derivation) {
  return derivation_json({view, portfolio, derivation});
}

/// With promises: for some indicators, what the catalogues have as a value in some pattern.
Portfolio promising(Portfolio portfolio, const Catalog& catalog) {
  for (auto& service : portfolio.services) {
    for (std::size_t m = 0; m < catalog.measures.size(); ++m) {
      const auto& indicators = catalog.measures.at(m).indicators;
      for (std::size_t i = 0; i < indicators.size(); ++i) {
        std::vector<Value> values;
        for (const auto& [pattern, value] : indicators[i].values) {
          if (value.value.known() && !std::holds_alternative<FreeValue>(value.value.what))
            values.push_back(value.value);
        }
        if (values.empty() || *rc::gen::inRange(0, 3) == 0) continue;
        auto value = *rc::gen::elementOf(values);
        value.starred = false;
        service.promises.push_back({MeasureId{m}, i, value, {}, {}});
      }
    }
  }
  return portfolio;
}

/// Of each promise, by service, measure and indicator, how it stands, as the JSON of a derivation tells it: "stricter holds", and in which
/// pattern where it does not stand alike beside all.
std::map<std::string, std::set<std::string>> standings(const Derived& derived) {
  const auto json = nlohmann::json::parse(whole(derived.view, derived.portfolio, derived.derivation));
  std::map<std::string, std::set<std::string>> alike;
  std::map<std::string, std::set<std::string>> apart;
  for (const auto& measure : json["measures"]) {
    for (const auto& level : measure["levels"]) {
      for (const auto& promise : level.value("promises", nlohmann::json::array())) {
        const auto key = promise["service"].get<std::string>() + ' ' + measure["id"].get<std::string>() + ' ' +
                         level["indicator"].get<std::string>();
        const auto& holds = level["holds"];
        const auto verdict =
            promise["standing"].get<std::string>() + ' ' + promise["not_comparable"].dump() + ' ' +
            (holds["is"] == "promise"     ? holds["service"].dump() == promise["service"].dump() ? "its" : "not"
             : holds["is"] == "reference" ? "not"
                                          : "undecided");
        alike[key].insert(verdict);
        apart[key].insert(level["pattern"].dump() + verdict);
      }
    }
  }
  for (auto& [key, verdicts] : alike) {
    if (verdicts.size() > 1) verdicts = apart[key];
  }
  return alike;
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

TEST_CASE("the promises that stand otherwise are those that two derivations tell otherwise", "[second][what-if]") {
  rc::prop("whatever holds, is there or is required otherwise", [] {
    const auto field = *random_field();
    const World world(field.catalogs);
    const auto derived = world.derive(field.service, *rc::gen::elementOf(every_trust));
    const Derived before(derived.graph, derived.view, promising(derived.portfolio, world.catalog()));
    const Derived after(before.graph, before.view.without(some_facts(world.catalog())),
                        changed(before.portfolio, world.catalog()));
    auto were = standings(before);
    auto are = standings(after);
    std::set<std::string> expected;
    for (const auto& service : before.portfolio.services) {
      for (const auto& promise : service.promises) {
        const auto& measure = world.catalog().measures[promise.measure];
        const auto key = service.code + ' ' + measure.code + ' ' + measure.indicators[promise.indicator].key;
        if (were[key] != are[key]) expected.insert(key);
      }
    }
    std::set<std::string> told;
    for (const auto& one : what_if(workings_of(before), workings_of(after)).promises)
      told.insert(one.service + ' ' + one.measure + ' ' + one.indicator);
    RC_ASSERT(told == expected);
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
