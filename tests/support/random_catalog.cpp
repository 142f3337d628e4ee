#include "tests/support/random_catalog.hpp"

#include <algorithm>

namespace michibiki::testing {
namespace {

/// A subset of 0 … size-1, each shrinking towards the empty one.
Indices subset(std::size_t size) {
  Indices chosen;
  if (size == 0) return chosen;
  const auto mask = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<unsigned>(0, 1U << size));
  for (std::size_t i = 0; i < size; ++i) {
    if ((mask >> i & 1U) != 0) chosen.push_back(i);
  }
  return chosen;
}

Indices some(std::size_t size) {
  auto chosen = subset(size);
  if (chosen.empty() && size > 0) chosen.push_back(0);
  return chosen;
}

/// Nearly always something.
Indices mostly(std::size_t size) { return *rc::gen::inRange(0, 8) == 0 ? subset(size) : some(size); }

/// Empty four times in five: a limit that is not given.
Indices rarely(std::size_t size) { return *rc::gen::inRange(0, 5) == 4 ? subset(size) : Indices{}; }

bool coin() { return *rc::gen::inRange(0, 2) == 1; }

std::size_t count(std::size_t least, std::size_t most) { return *rc::gen::inRange(least, most + 1); }

BasisKind basis() {
  return *rc::gen::element(BasisKind::stated, BasisKind::stated, BasisKind::judgement, BasisKind::unverified);
}

template <typename T>
void add_entries(std::vector<T>& entries, std::size_t least, std::size_t most) {
  const auto size = count(least, most);
  for (std::size_t i = 0; i < size; ++i) {
    T entry{};
    if (i > 0 && coin()) entry.parent = *rc::gen::inRange<std::size_t>(0, i);
    entry.basis = basis();
    entries.push_back(entry);
  }
}

void add_statements(std::vector<RandomCatalog::Statement>& statements, const RandomCatalog& catalog, std::size_t most) {
  const auto size = catalog.natures.empty() ? 0 : count(0, most);
  for (std::size_t i = 0; i < size; ++i) {
    const RandomCatalog::Statement statement{some(catalog.natures.size()), rarely(catalog.properties), basis()};
    const bool twice = std::any_of(statements.begin(), statements.end(), [&](const RandomCatalog::Statement& other) {
      return other.natures == statement.natures && other.properties == statement.properties;
    });
    if (!twice) statements.push_back(statement);
  }
}

/// Now and then a heading; the last one is none, so there always is an item.
void add_headings(std::vector<RandomCatalog::Answering>& entries) {
  for (std::size_t i = 0; i + 1 < entries.size(); ++i) entries[i].group = *rc::gen::inRange(0, 4) == 3;
}

Indices first(std::size_t size) {
  Indices all(size);
  for (std::size_t i = 0; i < size; ++i) all[i] = i;
  return all;
}

Indices items(const std::vector<RandomCatalog::Answering>& entries) {
  auto all = first(entries.size());
  std::erase_if(all, [&](std::size_t one) { return entries[one].group; });
  return all;
}

/// What a link of that kind may come from, and how many entries it may go to.
std::pair<Indices, std::size_t> ends(const RandomCatalog& catalog, RandomCatalog::LinkKind kind) {
  switch (kind) {
    case RandomCatalog::LinkKind::counters:
      return {items(catalog.measures), catalog.threats.size()};
    case RandomCatalog::LinkKind::mitigates:
      return {items(catalog.controls), catalog.threats.size()};
    case RandomCatalog::LinkKind::exposes:
      return {first(catalog.threats.size()), catalog.assets.size()};
    case RandomCatalog::LinkKind::involves:
      return {first(catalog.stakeholders.size()), catalog.measures.size()};
    case RandomCatalog::LinkKind::requires_measure:
      return {items(catalog.measures), catalog.measures.size()};
    case RandomCatalog::LinkKind::requires_control:
      return {items(catalog.controls), catalog.controls.size()};
  }
  return {};
}

bool requires_other(RandomCatalog::LinkKind kind) {
  return kind == RandomCatalog::LinkKind::requires_measure || kind == RandomCatalog::LinkKind::requires_control;
}

}  // namespace

bool can_link(const RandomCatalog& catalog, RandomCatalog::LinkKind kind) {
  const auto [from, to] = ends(catalog, kind);
  return !from.empty() && to > (requires_other(kind) ? 1 : 0);
}

rc::Gen<RandomCatalog::Link> random_link(const RandomCatalog& catalog, RandomCatalog::LinkKind kind) {
  return rc::gen::exec([catalog, kind] {
    const auto [from, to] = ends(catalog, kind);
    RandomCatalog::Link link;
    link.kind = kind;
    // Mostly one or two at the start, so that links hold often.
    link.from = {*rc::gen::elementOf(from)};
    const auto other = *rc::gen::elementOf(from);
    if (coin() && other != link.from[0]) link.from.push_back(other);
    link.to = some(to);
    link.any = coin();
    link.basis = basis();
    if (requires_other(kind)) {  // what names itself is refused, a heading over it is not
      if (link.from.size() == to) link.from.resize(1);
      const auto starts = [&](std::size_t one) { return std::ranges::count(link.from, one) != 0; };
      std::erase_if(link.to, starts);
      for (std::size_t one = 0; link.to.empty(); ++one) {
        if (!starts(one)) link.to.push_back(one);
      }
    }
    if (kind == RandomCatalog::LinkKind::involves) return link;
    link.properties = rarely(catalog.properties);
    link.components = rarely(catalog.components.size());
    link.natures = rarely(catalog.natures.size());
    link.assets = rarely(catalog.assets.size());
    link.vulnerabilities = rarely(catalog.vulnerabilities.size());
    return link;
  });
}

void add_patterns(RandomCatalog& catalog) {
  catalog.properties = std::max<std::size_t>(catalog.properties, 1);
  catalog.patterns = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(1, 4));
  for (auto* answering : {&catalog.controls, &catalog.measures}) {
    for (auto& entry : *answering) {
      entry.patterns = subset(catalog.patterns);
      entry.called = basis();
    }
  }
}

rc::Gen<RandomCatalog> random_catalog() {
  return rc::gen::exec([] {
    RandomCatalog catalog;
    catalog.properties = count(0, 2);
    add_entries(catalog.natures, 0, 4);
    add_entries(catalog.mechanisms, 0, 3);
    for (auto& mechanism : catalog.mechanisms) {
      add_statements(mechanism.acts_on, catalog, 2);
      add_statements(mechanism.spares, catalog, 1);
    }
    add_entries(catalog.assets, 0, 4);
    for (auto& asset : catalog.assets) asset.natures = mostly(catalog.natures.size());
    // Now and then none: then every asset stands on the service as a whole.
    if (*rc::gen::inRange(0, 8) != 7) add_entries(catalog.components, 1, 3);
    for (auto& component : catalog.components) {
      component.carries = mostly(catalog.assets.size());
      component.lacks = rarely(catalog.assets.size());
    }
    add_entries(catalog.threats, 1, 4);
    for (auto& threat : catalog.threats) {
      threat.group = *rc::gen::inRange(0, 5) == 4;
      threat.harms = mostly(catalog.properties);
      threat.mechanisms = mostly(catalog.mechanisms.size());
    }
    add_entries(catalog.vulnerabilities, 0, 2);
    for (auto& vulnerability : catalog.vulnerabilities) {
      vulnerability.group = *rc::gen::inRange(0, 5) == 4;
      vulnerability.assets = subset(catalog.assets.size());
      vulnerability.threats = subset(catalog.threats.size());
    }
    add_entries(catalog.controls, 0, 4);
    add_entries(catalog.measures, 0, 5);
    add_headings(catalog.controls);
    add_headings(catalog.measures);
    if (*rc::gen::inRange(0, 4) != 0) add_patterns(catalog);
    add_entries(catalog.stakeholders, 0, 3);
    for (auto& stakeholder : catalog.stakeholders) stakeholder.always = coin();
    if (!catalog.components.empty()) add_entries(catalog.exclusions, 0, 1);
    for (auto& exclusion : catalog.exclusions) {
      exclusion.group = *rc::gen::inRange(0, 5) == 4;
      exclusion.components = {count(0, catalog.components.size() - 1)};
    }
    using Kind = RandomCatalog::LinkKind;
    const auto link = [&](Kind kind) {
      if (can_link(catalog, kind)) catalog.links.push_back(*random_link(catalog, kind));
    };
    for (auto links = count(2, 12); links > 0; --links)
      link(*rc::gen::element(Kind::counters, Kind::counters, Kind::mitigates, Kind::exposes, Kind::involves));
    for (auto links = count(0, 8); links > 0; --links)
      link(*rc::gen::element(Kind::requires_measure, Kind::requires_measure, Kind::requires_control));
    return catalog;
  });
}

rc::Gen<RandomService> random_service(const RandomCatalog& catalog) {
  return rc::gen::exec([catalog] {
    RandomService service;
    const auto size = catalog.components.empty() ? 0 : count(1, 3);
    for (std::size_t i = 0; i < size; ++i) {
      RandomService::Instance instance{*rc::gen::inRange<std::size_t>(0, catalog.components.size()), std::nullopt};
      if (!catalog.stakeholders.empty() && coin()) {
        instance.operated_by = *rc::gen::inRange<std::size_t>(0, catalog.stakeholders.size());
      }
      service.instances.push_back(instance);
    }
    if (catalog.patterns > 0 && coin()) service.pattern = count(0, catalog.patterns - 1);
    return service;
  });
}

}  // namespace michibiki::testing
