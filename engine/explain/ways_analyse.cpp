#include <algorithm>

#include "engine/analyse.hpp"
#include "engine/direct_harm.hpp"
#include "engine/explain/facts.hpp"
#include "engine/explain/ways.hpp"
#include "engine/limits.hpp"

namespace michibiki {
namespace {

bool goes_to(const Link& link, EntryRef entry) { return std::ranges::count(link.to, entry) != 0; }

/// Pairs of a statement that names the item, or what stands over it, and what it names.
template <typename T>
std::vector<std::pair<FactId, FactId>> naming(const View& view, const std::vector<Sourced<Id<T>>>& stated, Id<T> item) {
  std::vector<std::pair<FactId, FactId>> found;
  for (const auto& id : stated) {
    if (view.holds(id.fact) && view.holds(ref(id.value)) && view.graph().lies_under(ref(item), ref(id.value)))
      found.emplace_back(id.fact, fact_of(view, ref(id.value)));
  }
  return found;
}

/// The ways to one exposure, each from what all of them need.
class ExposureWays {
 public:
  ExposureWays(const Workings& workings, const IsExposed& conclusion)
      : workings_(workings),
        view_(workings.view),
        position_(conclusion.exposure),
        exposure_(workings.derivation.analysis.exposures[conclusion.exposure]),
        where_(workings.derivation.inventory.assets[exposure_.asset]) {
    if (conclusion.within) within_ = &view_.catalog().link(*conclusion.within).limits.natures;
  }

  Ways all() {
    if (where_.asset) {
      by_mechanism();
      outright();
    }
    if (!where_.asset || says_nothing_of_harm(view_.catalog())) to_all();
    return std::move(ways_);
  }

 private:
  Way begin(StepKind kind) const {
    Way way{kind, {HasAsset{exposure_.asset}, HarmsProperty{exposure_.threat, exposure_.property}}, {}, {}, {}};
    if (exposure_.vulnerability)
      way.premises.push_back(IsWeak{*exposure_.vulnerability, *where_.asset, exposure_.threat});
    return way;
  }

  /// False where the nature is not the wanted one.
  bool add_nature(NatureId nature, Way& way) const {
    way.premises.push_back(IsOfNature{*where_.asset, nature});
    return within_ == nullptr || add_limit(view_, *within_, std::optional(nature), way.facts);
  }

  void add(Way way) {
    if (std::ranges::count(ways_, way) == 0) ways_.push_back(std::move(way));
  }

  void by_mechanism() {
    const auto natures = natures_of(view_, *where_.asset);
    for (const auto works : view_.links_from_upwards(ref(exposure_.threat), LinkKind::works_by)) {
      for (const auto mechanism : view_.catalog().link(works).to) {
        const WorksBy by{exposure_.threat, MechanismId{mechanism.index}, exposure_.property};
        if (!view_.holds(mechanism)) continue;
        for (const auto& nature : natures) {
          if (direct_harms(view_, mechanism, ref(nature.nature), exposure_.property).empty()) continue;
          auto way = begin(StepKind::exposed_by_mechanism);
          way.premises.push_back(by);
          way.facts.push_back({fact_of(view_, ref(exposure_.threat))});
          const bool wanted = add_nature(nature.nature, way);
          way.premises.push_back(ActsOn{by.mechanism, nature.nature, exposure_.property});
          if (wanted) add(std::move(way));
        }
      }
    }
  }

  void outright() {
    for (const auto id : view_.links_from_upwards(ref(exposure_.threat), LinkKind::exposes)) {
      const auto& link = view_.catalog().link(id);
      auto way = begin(StepKind::exposed_outright);
      way.link = id;
      add_start(view_, id, ref(exposure_.threat), way.facts);
      way.facts.push_back({fact_of(view_, ref(exposure_.threat))});
      way.facts.push_back(over(view_, link.to, ref(*where_.asset)));
      if (way.facts.back().empty() || !add_limits(workings_, link.limits, position_, way.facts)) continue;
      if (link.limits.natures.empty() && within_ == nullptr) {
        add(std::move(way));
        continue;
      }
      for (const auto& nature : natures_of(view_, *where_.asset)) {
        auto so = way;
        const bool limited = add_limit(view_, link.limits.natures, std::optional(nature.nature), so.facts);
        if (add_nature(nature.nature, so) && limited) add(std::move(so));
      }
    }
  }

  void to_all() {
    auto way = begin(StepKind::exposed_to_all);
    way.facts.push_back({fact_of(view_, ref(exposure_.threat))});
    if (within_ == nullptr) {
      add(std::move(way));
    } else if (where_.asset) {
      for (const auto& nature : natures_of(view_, *where_.asset)) {
        auto so = way;
        if (add_nature(nature.nature, so)) add(std::move(so));
      }
    }
  }

  const Workings& workings_;
  const View& view_;
  std::size_t position_;
  const Exposure& exposure_;
  const InventoryAsset& where_;
  const std::vector<NatureId>* within_ = nullptr;
  Ways ways_;
};

}  // namespace

Ways ways_to(const Workings& workings, const IsOfNature& conclusion) {
  const auto& view = workings.view;
  Ways ways;
  for (const auto id : view.links_from_upwards(ref(conclusion.asset), LinkKind::has_nature)) {
    if (!goes_to(view.catalog().link(id), ref(conclusion.nature)) || !view.holds(ref(conclusion.nature))) continue;
    Way way{StepKind::nature, {}, {}, id, {}};
    add_start(view, id, ref(conclusion.asset), way.facts);
    way.facts.push_back({fact_of(view, ref(conclusion.nature))});
    ways.push_back(std::move(way));
  }
  return ways;
}

Ways ways_to(const Workings& workings, const HarmsProperty& conclusion) {
  const auto& view = workings.view;
  const auto& threat = view.catalog().threats[conclusion.threat];
  if (!conclusion.property) return {{StepKind::harm, {}, {{threat.fact}}, {}, {}}};
  Ways ways;
  for (const auto& harm : threat.harms) {
    if (harm.value == conclusion.property && view.holds(harm.fact) && view.holds(ref(harm.value)))
      ways.push_back({StepKind::harm, {}, {{harm.fact}, {fact_of(view, ref(harm.value))}}, {}, {}});
  }
  return ways;
}

Ways ways_to(const Workings& workings, const WorksBy& conclusion) {
  const auto& view = workings.view;
  Ways ways;
  for (const auto id : view.links_from_upwards(ref(conclusion.threat), LinkKind::works_by)) {
    const auto& link = view.catalog().link(id);
    if (!goes_to(link, ref(conclusion.mechanism)) || !view.holds(ref(conclusion.mechanism))) continue;
    Way way{StepKind::mechanism, {}, {}, id, {}};
    add_start(view, id, ref(conclusion.threat), way.facts);
    way.facts.push_back({fact_of(view, ref(conclusion.mechanism))});
    if (add_limit(view, link.limits.properties, conclusion.property, way.facts)) ways.push_back(std::move(way));
  }
  return ways;
}

Ways ways_to(const Workings& workings, const ActsOn& conclusion) {
  const auto& view = workings.view;
  Ways ways;
  for (const auto& harm : direct_harms(view, ref(conclusion.mechanism), ref(conclusion.nature), conclusion.property)) {
    const auto& link = view.catalog().link(harm.link);
    Way way{StepKind::direct_harm,
            {},
            {{link.fact}, {fact_of(view, harm.source)}, {fact_of(view, harm.level)}},
            harm.link,
            {},
            harm.basis};
    add_limit(view, link.limits.properties, conclusion.property, way.facts);
    ways.push_back(std::move(way));
  }
  return ways;
}

Ways ways_to(const Workings& workings, const IsWeak& conclusion) {
  const auto& view = workings.view;
  const auto& entry = view.catalog().vulnerabilities[conclusion.vulnerability];
  Ways ways;
  for (const auto& [names_asset, asset] : naming(view, entry.assets, conclusion.asset)) {
    for (const auto& [names_threat, threat] : naming(view, entry.threats, conclusion.threat))
      ways.push_back(
          {StepKind::weakness, {}, {{entry.fact}, {names_asset}, {asset}, {names_threat}, {threat}}, {}, {}});
  }
  return ways;
}

Ways ways_to(const Workings& workings, const IsExposed& conclusion) { return ExposureWays(workings, conclusion).all(); }

}  // namespace michibiki
