#include "engine/analyse.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <tuple>

#include "engine/basis_through.hpp"
#include "engine/direct_harm.hpp"
#include "engine/limits.hpp"

namespace michibiki {
namespace {

/// Where an asset stands: itself, and the type of the component that carries it.
struct Place {
  std::optional<AssetId> asset;
  std::optional<ComponentId> component;
};

/// How firm it is that the service has the asset: that it has the component, and that the component's type carries the asset.
BasisKind basis_of_asset(const View& view, const Inventory& inventory, const InventoryAsset& item) {
  if (!item.asset) return BasisKind::stated;
  const auto asset = basis_of(view, ref(*item.asset));
  if (!item.component) return asset;
  return std::min({inventory.components[*item.component].basis, asset, item.carried_basis});
}

class Analyst {
 public:
  Analyst(const View& view, const Inventory& inventory)
      : view_(view), catalog_(view.catalog()), inventory_(inventory) {}

  std::vector<Exposure> exposures(std::size_t asset, ThreatId threat) {
    const auto& item = inventory_.assets[asset];
    Place place{item.asset, std::nullopt};
    if (item.component) place.component = inventory_.components[*item.component].instance.type;
    const auto exists = std::min(basis_of_asset(view_, inventory_, item), basis_of(view_, ref(threat)));
    std::vector<Exposure> found;
    for (const auto& harm : harms_of(view_, threat)) {
      const auto all = grounds(place, threat, harm);
      if (all.empty()) continue;
      for (const auto vulnerability : vulnerabilities(item.asset, threat)) {
        auto here = through(vulnerability, all);
        if (here.empty()) continue;
        auto basis = std::min(std::ranges::max(here, {}, &HarmGround::basis).basis, exists);
        if (vulnerability) basis = std::min(basis, basis_of_weakness(*vulnerability, *item.asset, threat));
        found.push_back({asset, threat, harm.property, vulnerability, std::move(here), basis});
      }
    }
    return found;
  }

 private:
  std::vector<HarmGround> grounds(const Place& place, ThreatId threat, const Harm& harm) {
    std::vector<HarmGround> found;
    if (place.asset) {
      by_mechanism(*place.asset, threat, harm, found);
      outright(place, threat, harm, found);
    }
    if (!place.asset || says_nothing_) found.push_back({harm.fact, {}, {}, {}, {}, {}, harm.basis});
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
  std::vector<HarmGround> through(std::optional<VulnerabilityId> vulnerability,
                                  const std::vector<HarmGround>& grounds) const {
    std::vector<HarmGround> found;
    for (auto ground : grounds) {
      if (ground.exposes) {
        const auto limited = among(view_, catalog_.link(*ground.exposes).limits.vulnerabilities, vulnerability);
        if (!limited) continue;
        ground.basis = std::min(ground.basis, *limited);
      }
      found.push_back(ground);
    }
    return found;
  }

  template <typename T>
  std::vector<Id<T>> held(const std::vector<Sourced<Id<T>>>& stated) const {
    std::vector<Id<T>> ids;
    for (const auto& id : stated) {
      if (view_.holds(id.fact) && view_.holds(ref(id.value))) ids.push_back(id.value);
    }
    return ids;
  }

  template <typename T>
  BasisKind firmest_naming(EntryRef entry, const std::vector<Sourced<Id<T>>>& stated) const {
    auto firmest = BasisKind::unverified;
    for (const auto& id : stated) {
      if (view_.holds(id.fact) && view_.holds(ref(id.value)) && view_.graph().lies_under(entry, ref(id.value)))
        firmest = std::max(firmest, std::min(catalog_.fact(id.fact).basis.kind, basis_of(view_, ref(id.value))));
    }
    return firmest;
  }

  template <typename T>
  bool under_any(EntryRef entry, const std::vector<Id<T>>& ancestors) const {
    return std::any_of(ancestors.begin(), ancestors.end(),
                       [&](Id<T> id) { return view_.graph().lies_under(entry, ref(id)); });
  }

  void by_mechanism(AssetId asset, ThreatId threat, const Harm& harm, std::vector<HarmGround>& found) {
    for (const auto works : view_.links_from_upwards(ref(threat), LinkKind::works_by)) {
      const auto limited = among(view_, catalog_.link(works).limits.properties, harm.property);
      if (!limited) continue;
      for (const auto mechanism : catalog_.link(works).to) {
        if (!view_.holds(mechanism)) continue;
        for (const auto has : view_.links_from_upwards(ref(asset), LinkKind::has_nature)) {
          for (const auto nature : catalog_.link(has).to) {
            if (!view_.holds(nature)) continue;
            const auto& direct = harms_by(mechanism, nature, harm.property);
            for (const auto& acts : direct) {
              const auto basis =
                  std::min({*limited, harm.basis, acts.basis, basis_through(view_, works, ref(threat), mechanism),
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
      const auto basis = std::min({*limited, harm.basis, basis_through(view_, id, ref(threat), ref(*place.asset))});
      found.push_back({harm.fact, {}, {}, {}, {}, id, basis});
    }
  }

  const std::vector<DirectHarm>& harms_by(EntryRef mechanism, EntryRef nature, std::optional<PropertyId> property) {
    const auto key = std::tuple(mechanism, nature, property);
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    return known_[key] = deciding(direct_harms(view_, mechanism, nature, property));
  }

  const View& view_;
  const Catalog& catalog_;
  const Inventory& inventory_;
  const bool says_nothing_ = says_nothing_of_harm(catalog_);
  std::map<std::tuple<EntryRef, EntryRef, std::optional<PropertyId>>, std::vector<DirectHarm>> known_;
};

}  // namespace

bool says_nothing_of_harm(const Catalog& catalog) {
  return catalog.mechanisms.empty() &&
         std::ranges::none_of(catalog.links, [](const Link& link) { return link.kind == LinkKind::exposes; });
}

std::vector<Harm> harms_of(const View& view, ThreatId threat) {
  const auto& catalog = view.catalog();
  const auto& entry = catalog.threats[threat];
  if (catalog.properties.empty()) return {{std::nullopt, entry.fact, catalog.fact(entry.fact).basis.kind}};
  std::vector<Harm> harms;
  for (const auto& harm : entry.harms) {
    const auto property = ref(harm.value);
    if (catalog.entry(property).group || !view.holds(harm.fact) || !view.holds(property)) continue;
    harms.push_back({harm.value, harm.fact, std::min(catalog.fact(harm.fact).basis.kind, basis_of(view, property))});
  }
  // Of what is said twice the firmer counts.
  std::stable_sort(harms.begin(), harms.end(), [](const Harm& a, const Harm& b) {
    return a.property != b.property ? a.property < b.property : a.basis > b.basis;
  });
  const auto same = [](const Harm& a, const Harm& b) { return a.property == b.property; };
  harms.erase(std::unique(harms.begin(), harms.end(), same), harms.end());
  return harms;
}

Analysis analyse(const View& view, const Inventory& inventory, const KnownExposures& known) {
  Analysis analysis;
  Analyst analyst(view, inventory);
  std::vector<bool> reaches(view.catalog().threats.size(), false);
  std::vector<ThreatId> threats;
  for (std::size_t i = 0; i < view.catalog().threats.size(); ++i) {
    const ThreatId id{i};
    if (!view.catalog().threats[id].group && view.holds(ref(id))) threats.push_back(id);
  }
  for (std::size_t asset = 0; asset < inventory.assets.size(); ++asset) {
    for (const auto threat : threats) {
      auto exposures = known ? known(asset, threat) : std::nullopt;
      if (!exposures) exposures = analyst.exposures(asset, threat);
      if (!exposures->empty()) reaches[threat.index()] = true;
      std::ranges::move(*exposures, std::back_inserter(analysis.exposures));
    }
  }
  for (const auto threat : threats) {
    if (!reaches[threat.index()]) analysis.unreached.push_back(threat);
  }
  return analysis;
}

std::vector<std::size_t> concerned(const Inventory& inventory, const Exposure& exposure, std::size_t services) {
  if (const auto component = inventory.assets[exposure.asset].component)
    return inventory.components[*component].used_by;
  std::vector<std::size_t> all(services);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

}  // namespace michibiki
