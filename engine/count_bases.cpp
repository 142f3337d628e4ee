#include <algorithm>

#include "engine/check_parts.hpp"

namespace michibiki::checks {
namespace {

/// Adds up the statements of one sort after the other; sorts without any statement are left out.
class Counter {
 public:
  Counter(const Catalog& catalog, const std::set<std::string>& only) : catalog_(catalog), only_(only) {}

  void start(std::string_view what) { tallies_.push_back({std::string(what), {}}); }

  void add(FactId id) {
    const auto& fact = catalog_.fact(id);
    if (fact.withdrawn || (!only_.empty() && !only_.contains(fact.catalog))) return;
    ++tallies_.back().by_basis[static_cast<std::size_t>(fact.basis.kind)];
  }

  std::vector<BasisTally> take() {
    std::erase_if(tallies_, [](const BasisTally& tally) { return tally.total() == 0; });
    return std::move(tallies_);
  }

 private:
  const Catalog& catalog_;
  const std::set<std::string>& only_;
  std::vector<BasisTally> tallies_;
};

void count_entries(Counter& counter, const Catalog& catalog) {
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    const auto entry_kind = static_cast<EntryKind>(kind);
    counter.start(section_of(entry_kind));
    for (std::size_t i = 0; i < catalog.size(entry_kind); ++i) {
      const auto& entry = catalog.entry({entry_kind, i});
      if (!entry.group) counter.add(entry.fact);
    }
  }
}

void count_links(Counter& counter, const Catalog& catalog) {
  for (std::size_t kind = 0; kind < link_kind_count; ++kind) {
    counter.start(name_of(static_cast<LinkKind>(kind)));
    for (const auto& link : catalog.links) {
      if (link.kind == static_cast<LinkKind>(kind)) counter.add(link.fact);
    }
  }
}

void count_threat_attributes(Counter& counter, const Catalog& catalog) {
  counter.start("threat-origins");
  for (const auto& threat : catalog.threats) {
    if (threat.origin) counter.add(threat.origin->fact);
  }
  counter.start("threat-harms");
  for (const auto& threat : catalog.threats) {
    for (const auto& harm : threat.harms) counter.add(harm.fact);
  }
}

void count_measure_attributes(Counter& counter, const Catalog& catalog) {
  counter.start("measure-numbers");
  for (const auto& measure : catalog.measures) {
    if (measure.number) counter.add(measure.number->fact);
  }
  counter.start("measure-classes");
  for (const auto& measure : catalog.measures) {
    if (measure.measure_class) counter.add(measure.measure_class->fact);
  }
  counter.start("indicators");
  for (const auto& measure : catalog.measures) {
    for (const auto& indicator : measure.indicators) counter.add(indicator.fact);
  }
  counter.start("reference-values");
  for (const auto& measure : catalog.measures) {
    for (const auto& indicator : measure.indicators) {
      for (const auto& [pattern, value] : indicator.values) counter.add(value.fact);
      if (indicator.single) counter.add(indicator.single->fact);
    }
  }
}

void count_rules(Counter& counter, const Catalog& catalog) {
  counter.start("service-type-levels");
  for (const auto& type : catalog.service_types) {
    for (const auto& [property, level] : type.levels) counter.add(level.fact);
  }
  counter.start("level-rules");
  for (const auto& criterion : catalog.level_criteria) {
    for (const auto& rule : criterion.rules) counter.add(rule.fact);
  }
  counter.start("placement-rules");
  for (const auto& rule : catalog.placement) counter.add(rule.fact);
}

}  // namespace

std::vector<BasisTally> count_bases(const Catalog& catalog, const std::set<std::string>& only) {
  Counter counter(catalog, only);
  count_entries(counter, catalog);
  count_links(counter, catalog);
  count_threat_attributes(counter, catalog);
  count_measure_attributes(counter, catalog);
  count_rules(counter, catalog);
  return counter.take();
}

}  // namespace michibiki::checks
