#include "engine/analyse.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/basis_through.hpp"
#include "engine/limits.hpp"

namespace michibiki {
namespace {

bool names(const Link& link, EntryRef entry) {
  return std::find(link.to.begin(), link.to.end(), entry) != link.to.end();
}

/// A statement by which a mechanism harms a property of things of a nature, and how firm it is: no firmer than that nothing nearer
/// spares them.
struct DirectHarm {
  LinkId link;
  BasisKind basis;
};

/// The most specific place decides: first by nature, from the nature itself upwards, then by mechanism; at the same place `spares` beats
/// `acts-on`. A `spares` below the wanted trust does not decide, but what it may spare is harmed no more firmly than that. Behind what
/// decides, up to the next `spares`, only firmer statements matter: they say the same.
std::vector<DirectHarm> acts_on(const View& view, EntryRef mechanism, EntryRef nature,
                                std::optional<PropertyId> property) {
  const auto& catalog = view.catalog();
  const auto mechanisms = view.graph().linked_from_upwards(mechanism);
  const auto said_at = [&](EntryRef source, EntryRef level, LinkKind kind, Standing standing) {
    auto links = view.graph().links_from(source, kind);
    std::erase_if(links, [&](LinkId id) {
      const auto& link = catalog.link(id);
      // As far as this mechanism and this nature carry it: other natures that the link names do not matter here.
      const auto stands = std::max({view.standing(link.fact), view.standing(source), view.standing(level)});
      return stands != standing || !names(link, level) || !within(view, link.limits.properties, property);
    });
    return links;
  };
  std::vector<DirectHarm> harms;
  BasisKind unspared = BasisKind::stated;
  for (const auto level : view.graph().linked_to_upwards(nature)) {
    for (const auto source : mechanisms) {
      if (!said_at(source, level, LinkKind::spares, Standing::holds).empty()) return harms;
      const auto firmness = [&](LinkId id) {
        return std::min(
            {catalog.fact(catalog.link(id).fact).basis.kind, basis_of(view, source), basis_of(view, level)});
      };
      for (const auto id : said_at(source, level, LinkKind::spares, Standing::distrusted))
        unspared = std::min(unspared, firmness(id));
      const bool decided = !harms.empty();
      const auto firmest = decided ? std::ranges::max(harms, {}, &DirectHarm::basis).basis : BasisKind::unverified;
      for (const auto id : said_at(source, level, LinkKind::acts_on, Standing::holds)) {
        const auto basis = std::min(unspared, firmness(id));
        if (!decided || basis > firmest) harms.push_back({id, basis});
      }
    }
  }
  return harms;
}

/// One property of a threat; none in a catalogue without properties.
struct Harm {
  std::optional<PropertyId> property;
  FactId fact;
};

std::vector<Harm> harms_of(const View& view, ThreatId threat) {
  const auto& entry = view.catalog().threats[threat];
  if (view.catalog().properties.empty()) return {{std::nullopt, entry.fact}};
  std::vector<Harm> harms;
  for (const auto& harm : entry.harms) {
    const auto& property = view.catalog().properties[harm.value];
    if (!property.group && view.holds(harm.fact) && view.holds(ref(harm.value)))
      harms.push_back({harm.value, harm.fact});
  }
  // By property; of what is said twice the firmer counts.
  const auto basis_of = [&](const Harm& harm) { return view.catalog().fact(harm.fact).basis.kind; };
  std::stable_sort(harms.begin(), harms.end(), [&](const Harm& a, const Harm& b) {
    return a.property != b.property ? a.property < b.property : basis_of(a) > basis_of(b);
  });
  const auto same = [](const Harm& a, const Harm& b) { return a.property == b.property; };
  harms.erase(std::unique(harms.begin(), harms.end(), same), harms.end());
  return harms;
}

/// Where an asset stands: itself, and the type of the component that carries it.
struct Place {
  std::optional<AssetId> asset;
  std::optional<ComponentId> component;
};

class Analyst {
 public:
  explicit Analyst(const View& view) : view_(view), catalog_(view.catalog()) {}

  std::vector<HarmGround> grounds(const Place& place, ThreatId threat, const Harm& harm) {
    std::vector<HarmGround> found;
    if (place.asset) {
      by_mechanism(*place.asset, threat, harm, found);
      outright(place, threat, harm, found);
    }
    // A catalogue that says nothing of mechanisms and exposures exposes every asset to every threat.
    if (!place.asset || says_nothing_) found.push_back({harm.fact, {}, {}, {}, {}, {}, basis_of_harm(harm)});
    return found;
  }

  std::vector<std::optional<VulnerabilityId>> vulnerabilities(std::optional<AssetId> asset, ThreatId threat) const {
    std::vector<std::optional<VulnerabilityId>> found;
    for (std::size_t i = 0; asset && i < catalog_.vulnerabilities.size(); ++i) {
      const VulnerabilityId id{i};
      const auto& entry = catalog_.vulnerabilities[id];
      if (!entry.group && view_.holds(ref(id)) && under_any(ref(*asset), held(entry.assets)) &&
          under_any(ref(threat), held(entry.threats)))
        found.push_back(id);
    }
    if (found.empty()) found.push_back(std::nullopt);
    return found;
  }

  /// As firm as the vulnerability, and as the firmest statements that name the asset and the threat among its own.
  BasisKind basis_of_weakness(VulnerabilityId id, AssetId asset, ThreatId threat) const {
    const auto& entry = catalog_.vulnerabilities[id];
    return std::min({basis_of(view_, ref(id)), firmest_naming(ref(asset), entry.assets),
                     firmest_naming(ref(threat), entry.threats)});
  }

  /// The grounds that hold for an exposure through that vulnerability: a direct statement may be limited to some.
  std::vector<HarmGround> through(std::optional<VulnerabilityId> vulnerability, std::vector<HarmGround> grounds) const {
    std::erase_if(grounds, [&](const HarmGround& ground) {
      if (!ground.exposes) return false;
      const auto& limit = catalog_.link(*ground.exposes).limits.vulnerabilities;
      return !limit.empty() && !(vulnerability && under_any(ref(*vulnerability), limit));
    });
    return grounds;
  }

 private:
  template <typename T>
  std::vector<Id<T>> held(const std::vector<Sourced<Id<T>>>& stated) const {
    std::vector<Id<T>> ids;
    for (const auto& id : stated) {
      if (view_.holds(id.fact)) ids.push_back(id.value);
    }
    return ids;
  }

  template <typename T>
  BasisKind firmest_naming(EntryRef entry, const std::vector<Sourced<Id<T>>>& stated) const {
    auto firmest = BasisKind::unverified;
    for (const auto& id : stated) {
      if (view_.holds(id.fact) && view_.graph().lies_under(entry, ref(id.value)))
        firmest = std::max(firmest, catalog_.fact(id.fact).basis.kind);
    }
    return firmest;
  }

  template <typename T>
  bool under_any(EntryRef entry, const std::vector<Id<T>>& ancestors) const {
    return std::any_of(ancestors.begin(), ancestors.end(),
                       [&](Id<T> id) { return view_.graph().lies_under(entry, ref(id)); });
  }

  BasisKind basis_of_harm(const Harm& harm) const {
    const auto basis = catalog_.fact(harm.fact).basis.kind;
    return harm.property ? std::min(basis, basis_of(view_, ref(*harm.property))) : basis;
  }

  void by_mechanism(AssetId asset, ThreatId threat, const Harm& harm, std::vector<HarmGround>& found) {
    for (const auto works : view_.links_from_upwards(ref(threat), LinkKind::works_by)) {
      if (!within(view_, catalog_.link(works).limits.properties, harm.property)) continue;
      for (const auto mechanism : catalog_.link(works).to) {
        if (!view_.holds(mechanism)) continue;
        for (const auto has : view_.links_from_upwards(ref(asset), LinkKind::has_nature)) {
          for (const auto nature : catalog_.link(has).to) {
            if (!view_.holds(nature)) continue;
            const auto& direct = direct_harms(mechanism, nature, harm.property);
            for (const auto& acts : direct) {
              const auto basis =
                  std::min({basis_of_harm(harm), acts.basis, basis_through(view_, works, ref(threat), mechanism),
                            basis_through(view_, has, ref(asset), nature)});
              found.push_back({harm.fact, works, acts.link, has, NatureId{nature.index}, std::nullopt, basis});
            }
          }
        }
      }
    }
  }

  void outright(const Place& place, ThreatId threat, const Harm& harm, std::vector<HarmGround>& found) const {
    const Circumstance here{harm.property, place.component, place.asset, threat, {}, natures_of(view_, *place.asset)};
    for (const auto id : view_.links_from_upwards(ref(threat), LinkKind::exposes)) {
      const auto& link = catalog_.link(id);
      const bool named = std::any_of(link.to.begin(), link.to.end(), [&](EntryRef to) {
        return view_.holds(to) && view_.graph().lies_under(ref(*place.asset), to);
      });
      auto limits = link.limits;
      limits.vulnerabilities.clear();  // held against each exposure, see through()
      const auto limited = within(view_, limits, here);
      if (!named || !limited) continue;
      const auto basis =
          std::min({*limited, basis_of_harm(harm), basis_through(view_, id, ref(threat), ref(*place.asset))});
      found.push_back({harm.fact, {}, {}, {}, {}, id, basis});
    }
  }

  const std::vector<DirectHarm>& direct_harms(EntryRef mechanism, EntryRef nature, std::optional<PropertyId> property) {
    const auto key = std::tuple(mechanism, nature, property);
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    return known_[key] = acts_on(view_, mechanism, nature, property);
  }

  const View& view_;
  const Catalog& catalog_;
  const bool says_nothing_ =
      catalog_.mechanisms.empty() && std::none_of(catalog_.links.begin(), catalog_.links.end(),
                                                  [](const Link& link) { return link.kind == LinkKind::exposes; });
  std::map<std::tuple<EntryRef, EntryRef, std::optional<PropertyId>>, std::vector<DirectHarm>> known_;
};

/// How firm it is that the service has the asset: that it has the component, and that the component's type carries the asset.
BasisKind basis_of_asset(const View& view, const Inventory& inventory, const InventoryAsset& item) {
  if (!item.asset) return BasisKind::stated;
  const auto asset = basis_of(view, ref(*item.asset));
  if (!item.component) return asset;
  const auto& component = inventory.components[*item.component];
  const auto carried = basis_through(view, *item.carried, ref(component.instance.type), ref(*item.asset));
  return std::min({component.basis, asset, carried});
}

}  // namespace

Analysis analyse(const View& view, const Inventory& inventory) {
  Analysis analysis;
  Analyst analyst(view);
  const auto less_firm = [](const HarmGround& a, const HarmGround& b) { return a.basis < b.basis; };
  std::vector<bool> reaches(view.catalog().threats.size(), false);
  std::vector<ThreatId> threats;
  for (std::size_t i = 0; i < view.catalog().threats.size(); ++i) {
    const ThreatId id{i};
    if (!view.catalog().threats[id].group && view.holds(ref(id))) threats.push_back(id);
  }
  for (std::size_t asset = 0; asset < inventory.assets.size(); ++asset) {
    const auto& item = inventory.assets[asset];
    Place place{item.asset, std::nullopt};
    if (item.component) place.component = inventory.components[*item.component].instance.type;
    const auto exists = basis_of_asset(view, inventory, item);
    for (const auto threat : threats) {
      for (const auto& harm : harms_of(view, threat)) {
        const auto all = analyst.grounds(place, threat, harm);
        if (all.empty()) continue;
        for (const auto vulnerability : analyst.vulnerabilities(item.asset, threat)) {
          auto grounds = analyst.through(vulnerability, all);
          if (grounds.empty()) continue;
          reaches[threat.index()] = true;
          auto basis = std::min({std::max_element(grounds.begin(), grounds.end(), less_firm)->basis, exists,
                                 basis_of(view, ref(threat))});
          if (vulnerability) basis = std::min(basis, analyst.basis_of_weakness(*vulnerability, *item.asset, threat));
          analysis.exposures.push_back({asset, threat, harm.property, vulnerability, std::move(grounds), basis});
        }
      }
    }
  }
  for (const auto threat : threats) {
    if (!reaches[threat.index()]) analysis.unreached.push_back(threat);
  }
  return analysis;
}

}  // namespace michibiki
