// That something can never be so, against all that anybody could say otherwise: any link between any entries, whatever is asked about.

#include <algorithm>
#include <array>

#include "engine/what_if/blockers.hpp"
#include "engine/what_if/why_not.hpp"

#include "tests/second/edits_tried.hpp"
#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"
#include "tests/second/random_missed.hpp"
#include "tests/support/derivation_rows.hpp"
#include "tests/support/justified.hpp"
#include "tests/support/pick.hpp"

namespace michibiki::testing {
namespace {

/// Kinds of links from which exposures, answers and what these call for follow.
struct Ends {
  LinkKind kind;
  EntryKind from;
  EntryKind to;
};
constexpr std::array kinds{Ends{LinkKind::carries, EntryKind::component, EntryKind::asset},
                           Ends{LinkKind::has_nature, EntryKind::asset, EntryKind::nature},
                           Ends{LinkKind::works_by, EntryKind::threat, EntryKind::mechanism},
                           Ends{LinkKind::acts_on, EntryKind::mechanism, EntryKind::nature},
                           Ends{LinkKind::exposes, EntryKind::threat, EntryKind::asset},
                           Ends{LinkKind::mitigates, EntryKind::control, EntryKind::threat},
                           Ends{LinkKind::counters, EntryKind::measure, EntryKind::threat},
                           Ends{LinkKind::requires_other, EntryKind::measure, EntryKind::measure},
                           Ends{LinkKind::requires_other, EntryKind::control, EntryKind::control},
                           Ends{LinkKind::involves, EntryKind::stakeholder, EntryKind::measure}};

/// Every link of these kinds that no catalogue has, and every harm.
Candidates anything(const Catalog& catalog) {
  Candidates all;
  for (const auto& [kind, from, to] : kinds) {
    for (std::size_t i = 0; i < catalog.size(from); ++i) {
      for (std::size_t j = 0; j < catalog.size(to); ++j) {
        Link link;
        link.kind = kind;
        link.from = {EntryRef(from, i)};
        link.to = {EntryRef(to, j)};
        if (catalog.entry(link.from.front()).group || catalog.entry(link.to.front()).group) continue;
        link.code = "new " + std::to_string(all.links.size());
        all.links.push_back(link);
      }
    }
  }
  for (std::size_t threat = 0; threat < catalog.threats.size(); ++threat) {
    for (std::size_t property = 0; property < catalog.properties.size(); ++property)
      all.harms.emplace_back(ThreatId{threat}, PropertyId{property});
  }
  return all;
}

/// That a component which is asked about carries an asset.
std::vector<ProposedEdit> carried_there(const Extended& world, const Missed& missed) {
  const auto& catalog = world.view.catalog();
  std::vector<ProposedEdit> edits;
  for (const auto fact : world.stated) {
    const auto link = std::ranges::find(catalog.links, fact, &Link::fact);
    if (link == catalog.links.end() || link->kind != LinkKind::carries) continue;
    if (std::ranges::count(missed.exposures, catalog.entry(link->from.front()).code) == 0) continue;
    ProposedEdit edit;
    edit.kind = EditKind::state;
    edit.fact = fact;
    edits.push_back(edit);
  }
  return edits;
}

std::vector<ProposedEdit> every_edit(const Extended& world, const Portfolio& portfolio) {
  const auto& catalog = world.view.catalog();
  std::vector<ProposedEdit> edits;
  for (std::size_t i = 0; i < catalog.facts.size(); ++i) {
    ProposedEdit edit;
    edit.kind = EditKind::state;
    edit.fact = FactId{i};
    if (!world.view.holds(*edit.fact)) edits.push_back(edit);
  }
  for (const auto fact : Blockers::all(catalog)) {
    ProposedEdit edit;
    edit.kind = EditKind::take_away;
    edit.fact = fact;
    if (world.view.holds(fact)) edits.push_back(edit);
  }
  for (std::size_t service = 0; service < portfolio.services.size(); ++service) {
    for (std::size_t type = 0; type < catalog.components.size(); ++type) {
      ProposedEdit edit;
      edit.kind = EditKind::add_component;
      edit.service = service;
      edit.component = ComponentId{type};
      if (!catalog.components[*edit.component].group) edits.push_back(edit);
    }
    for (std::size_t property = 0; property < catalog.properties.size(); ++property) {
      for (const auto level : catalog.properties.at(property).levels) {
        ProposedEdit edit;
        edit.kind = EditKind::require_level;
        edit.service = service;
        edit.property = PropertyId{property};
        edit.level = level;
        edits.push_back(edit);
      }
    }
  }
  return edits;
}

/// Where it is said never to apply, every edit alone is tried, and many two of them. Whether it is said.
bool try_what_is_said_never(const World& world, const Derived& before, const Missed& missed) {
  if ((missed.value || missed.indicator) && has_no_pattern(before)) return false;
  const auto why = why_not(workings_of(before), missed);
  if (!why.never || why.cut) return false;
  const auto wider = extended(before.view, anything(world.catalog()));
  const auto edits = every_edit(wider, before.portfolio);
  const auto try_all = [&](const std::vector<ProposedEdit>& tried) {
    if (appears(before, wider.view, tried, missed))
      RC_FAIL(told(world.catalog(), missed) + ": " + told(wider.view.catalog(), tried));
  };
  for (const auto& edit : edits) try_all({edit});
  for (const auto& carried : carried_there(wider, missed)) {
    for (const auto& edit : edits) try_all({carried, edit});
  }
  for (int i = 0; i < 200; ++i) try_all({any_of(edits), any_of(edits)});
  return true;
}

/// A threat to each component, whatever asset it reaches there.
std::vector<Missed> threats_to_components(const Catalog& catalog) {
  std::vector<Missed> all;
  if (catalog.threats.empty()) return all;
  for (const auto& component : catalog.components)
    all.emplace_back().exposures = {catalog.threats.at(pick(catalog.threats.size())).code, component.code};
  return all;
}

}  // namespace

TEST_CASE("what is said never to apply, no statement that anybody could make brings about",
          "[second][why-not][never]") {
  rc::prop("of anything", [] {
    const auto field = *random_plain_field();
    const World world(field.catalogs);
    const auto before = world.derive(field.service, *rc::gen::elementOf(every_trust));
    const auto missed = random_missed(world.catalog());
    RC_PRE(try_what_is_said_never(world, before, missed));
  });
}

TEST_CASE("of a threat to a component, be it excluded or empty, only what nothing brings about is said never to apply",
          "[second][why-not][never]") {
  rc::prop("each asset that it could carry tried with every edit", [] {
    const auto field = *random_plain_field();
    const World world(field.catalogs);
    const auto before = world.derive(field.service, *rc::gen::elementOf(every_trust));
    for (const auto& missed : threats_to_components(world.catalog())) try_what_is_said_never(world, before, missed);
  });
}

}  // namespace michibiki::testing
