#include <algorithm>
#include <set>
#include <tuple>

#include "tests/support/derivation_rows.hpp"
#include "tests/support/naive_derivation.hpp"
#include "tests/support/random_catalog.hpp"

namespace michibiki::testing {
namespace {

struct Example {
  RandomCatalog catalog;
  RandomService service;
};

Example example() {
  auto catalog = *random_catalog();
  auto service = *random_service(catalog);
  return {std::move(catalog), std::move(service)};
}

/// "i0/a1 t2 p0", without the vulnerability.
std::set<std::string> exposed(const Derived& derived) {
  std::set<std::string> found;
  for (const auto& exposure : derived.derivation.analysis.exposures) {
    found.insert(derived.name_of_asset(exposure.asset) + ' ' + std::to_string(exposure.threat.index()) + ' ' +
                 (exposure.property ? std::to_string(exposure.property->index()) : "-"));
  }
  return found;
}

/// The facts whose absence may expose more: that something is spared or lacking (the statement, or the entries of which it is made), and
/// that something is out of scope (the exclusion, or what it names).
std::set<FactId> protective(const Catalog& catalog) {
  std::set<FactId> facts;
  for (const auto& link : catalog.links) {
    if (link.kind != LinkKind::spares && link.kind != LinkKind::lacks) continue;
    facts.insert(link.fact);
    for (const auto from : link.from) facts.insert(catalog.entry(from).fact);
    for (const auto to : link.to) facts.insert(catalog.entry(to).fact);
    for (const auto property : link.limits.properties) facts.insert(catalog.properties[property].fact);
  }
  for (const auto& exclusion : catalog.exclusions) {
    facts.insert(exclusion.fact);
    for (const auto& [component, fact] : exclusion.components) facts.insert({fact, catalog.components[component].fact});
    for (const auto& [who, fact] : exclusion.operators) facts.insert({fact, catalog.stakeholders[who].fact});
  }
  return facts;
}

bool is_part(const std::set<std::string>& part, const std::set<std::string>& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

}  // namespace

TEST_CASE("the order of entries, sections and catalogues never changes what is derived", "[property][engine]") {
  rc::prop("shuffled texts give the same rows", [] {
    const auto [catalog, service] = example();
    const auto seed = *rc::gen::inRange(1U, 1000U);
    const auto trust = *rc::gen::element(BasisKind::unverified, BasisKind::judgement, BasisKind::stated);
    const auto straight = rows(World(texts_of(catalog)).derive(text_of(service), trust));
    const auto shuffled = rows(World(texts_of(catalog, seed)).derive(text_of(service), trust));
    RC_ASSERT(straight == shuffled);
  });
}

TEST_CASE("the same input gives the same ids in the same order", "[property][engine]") {
  rc::prop("read and derived twice", [] {
    const auto [catalog, service] = example();
    RC_ASSERT(dump(World(texts_of(catalog)).derive(text_of(service))) ==
              dump(World(texts_of(catalog)).derive(text_of(service))));
  });
}

TEST_CASE("the order of a service's components never changes what is derived", "[property][engine]") {
  rc::prop("the same components the other way round", [] {
    const auto [catalog, service] = example();
    const World world(texts_of(catalog));
    const auto text = text_of(service);
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
      lines.insert(lines.begin(), text.substr(at, text.find('\n', at) + 1 - at));
    }
    std::string reversed;
    std::string rest;
    for (const auto& line : lines) {
      if (line != "instances:\n") (line.starts_with("  - ") ? reversed : rest) += line;
    }
    if (!reversed.empty()) reversed.insert(0, "instances:\n");
    reversed += rest;
    RC_ASSERT(rows(world.derive(text)) == rows(world.derive(reversed)));
  });
}

TEST_CASE("adding a measure never uncovers", "[property][engine][cover]") {
  // Of a catalogue that has measures: in one that has none controls cover, and its first measure ends that.
  rc::prop("what was covered stays covered, and no shallower", [] {
    auto [catalog, service] = example();
    RC_PRE(!catalog.measures.empty());
    auto more = catalog;
    more.measures.push_back({});
    auto link = *random_link(more, RandomCatalog::LinkKind::counters);
    link.from.back() = more.measures.size() - 1;
    if (link.from.size() == 2 && link.from[0] == link.from[1]) link.from.pop_back();
    more.links.push_back(link);
    const auto before = World(texts_of(catalog)).derive(text_of(service));
    const auto after = World(texts_of(more)).derive(text_of(service));
    RC_ASSERT(before.exposures() == after.exposures());
    for (std::size_t i = 0; i < before.derivation.coverage.exposures.size(); ++i) {
      const auto& was = before.derivation.coverage.exposures[i];
      const auto& is = after.derivation.coverage.exposures[i];
      RC_ASSERT(is.status <= was.status);
      RC_ASSERT(is.depth >= was.depth);
      RC_ASSERT(was.status != CoverageStatus::covered || is.indispensable.size() <= was.indispensable.size());
    }
  });
}

TEST_CASE("adding that something requires another takes nothing out of the set and changes no coverage",
          "[property][engine][select]") {
  rc::prop("whatever is trusted", [] {
    auto [catalog, service] = example();
    const auto kind =
        *rc::gen::element(RandomCatalog::LinkKind::requires_measure, RandomCatalog::LinkKind::requires_control);
    auto& ends = kind == RandomCatalog::LinkKind::requires_measure ? catalog.measures : catalog.controls;
    while (!can_link(catalog, kind)) ends.emplace_back();
    auto more = catalog;
    more.links.push_back(*random_link(catalog, kind));
    const auto trust = *rc::gen::element(BasisKind::unverified, BasisKind::judgement, BasisKind::stated);
    const auto before = naive_form(World(texts_of(catalog)).derive(text_of(service), trust));
    const auto after = naive_form(World(texts_of(more)).derive(text_of(service), trust));
    RC_ASSERT(after.exposures == before.exposures);  // with status, depth and answers
    RC_ASSERT(after.obligations == before.obligations);
    RC_ASSERT(after.open_obligations == before.open_obligations);
    RC_ASSERT(is_part(before.measures, after.measures));
    RC_ASSERT(is_part(before.controls, after.controls));
    for (auto [certain, open, were_open] : {std::tuple(after.measures, after.open_measures, before.open_measures),
                                            std::tuple(after.controls, after.open_controls, before.open_controls)}) {
      certain.merge(open);
      RC_ASSERT(is_part(were_open, certain));
    }
    for (const auto& [name, requirement] : before.requirements) {
      RC_ASSERT(after.requirements.count(name) == 1);
      RC_ASSERT(is_part(requirement.places, after.requirements.at(name).places));
    }
  });
}

TEST_CASE("adding a threat leaves the others' exposures as they are", "[property][engine][analyse]") {
  rc::prop("rows of the new threat aside", [] {
    auto [catalog, service] = example();
    auto more = catalog;
    RandomCatalog::Threat threat;
    for (std::size_t p = 0; p < catalog.properties; ++p) threat.harms.push_back(p);
    for (std::size_t m = 0; m < catalog.mechanisms.size(); ++m) threat.mechanisms.push_back(m);
    more.threats.push_back(threat);
    const auto before = World(texts_of(catalog)).derive(text_of(service));
    const auto after = World(texts_of(more)).derive(text_of(service));
    const auto name = " t" + std::to_string(catalog.threats.size());
    auto left = after.exposures();
    std::erase_if(left, [&](const std::string& exposure) { return exposure.find(name) != std::string::npos; });
    RC_ASSERT(left == before.exposures());
  });
}

TEST_CASE("hiding a fact never adds an exposure, unless by that fact something is spared, lacking or excluded",
          "[property][engine][analyse]") {
  // Exposures are compared without their vulnerabilities: without its last known vulnerability a threat is still a threat.
  rc::prop("one fact, whichever", [] {
    const auto [catalog, service] = example();
    const World world(texts_of(catalog));
    const auto fact = FactId{*rc::gen::inRange<std::size_t>(0, world.catalog().facts.size())};
    RC_PRE(protective(world.catalog()).count(fact) == 0);
    const auto all = exposed(world.derive(text_of(service)));
    const auto less = exposed(world.derive(text_of(service), world.view().without({fact})));
    RC_ASSERT(is_part(less, all));
  });
  rc::prop("and many at once, as trust does", [] {
    const auto [catalog, service] = example();
    const World world(texts_of(catalog));
    const auto kept = protective(world.catalog());
    std::vector<FactId> hidden;
    for (std::size_t i = 0; i < world.catalog().facts.size(); ++i) {
      const auto& fact = world.catalog().facts[i];
      if (fact.basis.kind == BasisKind::unverified && kept.count(FactId{i}) == 0) hidden.push_back(FactId{i});
    }
    const auto all = exposed(world.derive(text_of(service)));
    const auto less = exposed(world.derive(text_of(service), world.view().without(hidden)));
    RC_ASSERT(is_part(less, all));
  });
}

TEST_CASE("a measure that is hidden is selected nowhere and answers nothing", "[property][engine][select]") {
  rc::prop("alone or with others", [] {
    const auto [catalog, service] = example();
    RC_PRE(!catalog.measures.empty());
    const World world(texts_of(catalog));
    const auto measure = "g" + std::to_string(*rc::gen::inRange<std::size_t>(0, catalog.measures.size()));
    const auto view = world.view().without({world.fact("measure " + measure)});
    const auto before = world.derive(text_of(service));
    const auto after = world.derive(text_of(service), view);
    RC_ASSERT(after.exposures() == before.exposures());
    for (const auto& selected : after.measures()) RC_ASSERT(selected != measure);
    for (std::size_t i = 0; i < after.derivation.analysis.exposures.size(); ++i) {
      for (const auto& line : after.answers_at(i)) RC_ASSERT(line.find(measure) == std::string::npos);
      RC_ASSERT(after.derivation.coverage.exposures[i].status >= before.derivation.coverage.exposures[i].status);
    }
  });
}

}  // namespace michibiki::testing
