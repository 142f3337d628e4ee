#include "engine/what_if/touched.hpp"

#include <algorithm>
#include <map>

#include "engine/statements.hpp"

namespace michibiki {
namespace {

/// Follows a statement to whatever asks for it, against the direction in which the stages ask.
class Spread {
 public:
  explicit Spread(const KnowledgeGraph& graph) : graph_(graph), catalog_(graph.catalog()) {
    for (const auto& statement : statements(catalog_)) subjects_.emplace(statement.fact, statement);
    for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {  // headings, too
      for (std::size_t i = 0; i < catalog_.size(static_cast<EntryKind>(kind)); ++i) {
        const EntryRef entry(static_cast<EntryKind>(kind), i);
        subjects_.try_emplace(catalog_.entry(entry).fact,
                              Statement{section_of(entry.kind), catalog_.entry(entry).fact, entry, {}, {}});
      }
    }
    for (std::size_t i = 0; i < catalog_.links.size(); ++i) note_names(LinkId{i});
  }

  void statement(FactId fact) {
    const auto subject = subjects_.find(fact);
    if (subject == subjects_.end()) {
      touched_.everything = true;  // nobody knows what follows from it
    } else if (subject->second.link) {
      link(*subject->second.link);
    } else if (subject->second.sort == "placement-rules") {
      touched_.placement = true;
    } else if (of_the_measure_alone(subject->second.sort)) {
      each_under(*subject->second.about, [&](EntryRef item) { touched_.measures.insert(MeasureId{item.index}); });
    } else if (subject->second.about) {
      entry(*subject->second.about);
    }
    // What is left are the level criteria: every derivation looks at them anew.
  }

  Touched touched() && { return std::move(touched_); }

 private:
  static bool of_the_measure_alone(std::string_view sort) {
    return sort == "indicators" || sort == "reference-values" || sort == "measure-classes" || sort == "measure-numbers";
  }

  void note_names(LinkId id) {
    const auto& link = catalog_.link(id);
    for (const auto* ends : {&link.from, &link.to}) {
      for (const auto end : *ends) naming_[end].push_back(id);
    }
    for (const auto limit : link.limits.named()) naming_[limit].push_back(id);
  }

  template <typename Visit>
  void each_under(EntryRef above, Visit visit) const {
    for (std::size_t i = 0; i < catalog_.size(above.kind); ++i) {
      const EntryRef item(above.kind, i);
      if (graph_.lies_under(item, above)) visit(item);
    }
  }

  /// Whatever is said of an entry, or that there is such an entry.
  void entry(EntryRef changed) {
    each_under(changed, [&](EntryRef item) {
      if (!seen_.insert(item).second) return;
      itself(item);
      for (const auto id : naming_[item]) link(id);
    });
  }

  void itself(EntryRef item) {
    switch (item.kind) {
      case EntryKind::property:
      case EntryKind::pattern:
        touched_.everything = true;
        break;
      case EntryKind::origin:
        for (std::size_t i = 0; i < catalog_.threats.size(); ++i) {
          const auto& origin = catalog_.threats.at(i).origin;
          if (origin && ref(origin->value) == item) threat(ThreatId{i});
        }
        touched_.placement = true;
        break;
      case EntryKind::threat:
        threat(ThreatId{item.index});
        break;
      case EntryKind::vulnerability:
        for (const auto& named : catalog_.vulnerabilities.at(item.index).threats)
          each_under(ref(named.value), [&](EntryRef under) { threat(ThreatId{under.index}); });
        break;
      case EntryKind::asset:
        touched_.assets.insert(AssetId{item.index});
        break;
      case EntryKind::measure:
        touched_.measures.insert(MeasureId{item.index});
        break;
      case EntryKind::component:
      case EntryKind::stakeholder:
      case EntryKind::chapter:
      case EntryKind::purpose:
        touched_.placement = true;  // the table may ask for it
        break;
      default:
        break;
    }
  }

  /// What it reaches and what answers it; and by its origin a measure may be placed that counters it, or what it lies under.
  void threat(ThreatId id) {
    touched_.reaching.insert(id);
    touched_.answered.insert(id);
    for (const auto above : graph_.linked_to_upwards(ref(id))) {
      for (const auto link : graph_.links_to(above, LinkKind::counters)) measures_from(link);
    }
  }

  void measures_from(LinkId id) {
    for (const auto from : catalog_.link(id).from)
      each_under(from, [&](EntryRef item) { touched_.measures.insert(MeasureId{item.index}); });
  }

  void link(LinkId id) {
    if (!followed_.insert(id).second) return;
    const auto& link = catalog_.link(id);
    switch (link.kind) {
      case LinkKind::has_nature:
        for (const auto from : link.from)
          each_under(from, [&](EntryRef item) { touched_.assets.insert(AssetId{item.index}); });
        break;
      case LinkKind::works_by:
      case LinkKind::exposes:
        for (const auto from : link.from)
          each_under(from, [&](EntryRef item) { touched_.reaching.insert(ThreatId{item.index}); });
        break;
      case LinkKind::acts_on:
      case LinkKind::spares:
        for (const auto from : link.from) each_under(from, [&](EntryRef mechanism) { works_by(mechanism); });
        break;
      case LinkKind::counters:
        measures_from(id);
        [[fallthrough]];
      case LinkKind::mitigates:
      case LinkKind::treats:
        for (const auto to : link.to)
          each_under(to, [&](EntryRef item) { touched_.answering[ThreatId{item.index}].insert(id); });
        break;
      case LinkKind::implemented_on:
      case LinkKind::aims_at:
        measures_from(id);
        break;
      case LinkKind::involves:
        for (const auto to : link.to)
          each_under(to, [&](EntryRef item) { touched_.measures.insert(MeasureId{item.index}); });
        break;
      default:  // what components carry, who is involved and what requires what is found anew
        break;
    }
  }

  void works_by(EntryRef mechanism) {
    for (const auto id : naming_[mechanism]) {
      if (catalog_.link(id).kind == LinkKind::works_by) link(id);
    }
  }

  const KnowledgeGraph& graph_;
  const Catalog& catalog_;
  std::map<FactId, Statement> subjects_;
  std::map<EntryRef, std::vector<LinkId>> naming_;
  std::set<EntryRef> seen_;
  std::set<LinkId> followed_;
  Touched touched_;
};

}  // namespace

Touched touched_by(const KnowledgeGraph& graph, const std::vector<FactId>& changed) {
  if (changed.empty()) return {};
  Spread spread(graph);
  for (const auto fact : changed) spread.statement(fact);
  return std::move(spread).touched();
}

}  // namespace michibiki
