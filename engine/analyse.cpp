#include "engine/analyse.hpp"

#include <algorithm>
#include <map>

namespace michibiki {
namespace {

template <typename T>
bool allows(const std::vector<T>& limit, std::optional<T> item) {
  return limit.empty() || (item && std::find(limit.begin(), limit.end(), *item) != limit.end());
}

bool names(const Link& link, EntryRef entry) {
  return std::find(link.to.begin(), link.to.end(), entry) != link.to.end();
}

/// Whether the mechanism harms the property of things of that nature. The most specific statement decides: first by nature, from the
/// nature itself upwards, then by mechanism; at the same place `spares` beats `acts-on`.
std::optional<LinkId> acts_on(const View& view, EntryRef mechanism, EntryRef nature,
                              std::optional<PropertyId> property) {
  const auto mechanisms = view.graph().upwards(mechanism);
  for (const auto level : view.graph().upwards(nature)) {
    for (const auto source : mechanisms) {
      for (const auto kind : {LinkKind::spares, LinkKind::acts_on}) {
        for (const auto id : view.links_from(source, kind)) {
          const auto& link = view.catalog().link(id);
          if (!names(link, level) || !allows(link.limits.properties, property)) continue;
          return kind == LinkKind::acts_on ? std::optional(id) : std::nullopt;
        }
      }
    }
  }
  return std::nullopt;
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
    if (view.holds(harm.fact)) harms.push_back({harm.value, harm.fact});
  }
  std::sort(harms.begin(), harms.end(), [](const Harm& a, const Harm& b) { return a.property < b.property; });
  return harms;
}

class Analyst {
 public:
  explicit Analyst(const View& view) : view_(view), catalog_(view.catalog()) {}

  std::vector<HarmGround> grounds(std::optional<AssetId> asset, ThreatId threat, const Harm& harm) {
    std::vector<HarmGround> found;
    if (asset) {
      by_mechanism(*asset, threat, harm, found);
      outright(*asset, threat, harm, found);
    }
    // A catalogue that says nothing of mechanisms and exposures exposes every asset to every threat.
    if (!asset || says_nothing_) found.push_back({harm.fact, {}, {}, {}, {}, basis_of(harm.fact)});
    return found;
  }

  std::vector<std::optional<VulnerabilityId>> vulnerabilities(std::optional<AssetId> asset, ThreatId threat) const {
    std::vector<std::optional<VulnerabilityId>> found;
    for (std::size_t i = 0; asset && i < catalog_.vulnerabilities.size(); ++i) {
      const VulnerabilityId id{i};
      const auto& entry = catalog_.vulnerabilities[id];
      if (view_.holds(ref(id)) && under_any(ref(*asset), entry.assets) && under_any(ref(threat), entry.threats))
        found.push_back(id);
    }
    if (found.empty()) found.push_back(std::nullopt);
    return found;
  }

 private:
  template <typename T>
  bool under_any(EntryRef entry, const std::vector<Id<T>>& ancestors) const {
    return std::any_of(ancestors.begin(), ancestors.end(),
                       [&](Id<T> id) { return view_.graph().lies_under(entry, ref(id)); });
  }

  BasisKind basis_of(FactId fact) const { return catalog_.fact(fact).basis.kind; }

  void by_mechanism(AssetId asset, ThreatId threat, const Harm& harm, std::vector<HarmGround>& found) {
    for (const auto works : view_.links_from_upwards(ref(threat), LinkKind::works_by)) {
      if (!allows(catalog_.link(works).limits.properties, harm.property)) continue;
      for (const auto mechanism : catalog_.link(works).to) {
        for (const auto has : view_.links_from_upwards(ref(asset), LinkKind::has_nature)) {
          for (const auto nature : catalog_.link(has).to) {
            const auto acts = direct_harm(mechanism, nature, harm.property);
            if (!acts) continue;
            const auto basis = std::min({basis_of(harm.fact), basis_of(catalog_.link(works).fact),
                                         basis_of(catalog_.link(*acts).fact), basis_of(catalog_.link(has).fact)});
            found.push_back({harm.fact, works, acts, has, std::nullopt, basis});
          }
        }
      }
    }
  }

  void outright(AssetId asset, ThreatId threat, const Harm& harm, std::vector<HarmGround>& found) const {
    for (const auto id : view_.links_from_upwards(ref(threat), LinkKind::exposes)) {
      const auto& link = catalog_.link(id);
      const bool named = std::any_of(link.to.begin(), link.to.end(),
                                     [&](EntryRef to) { return view_.graph().lies_under(ref(asset), to); });
      if (!named || !allows(link.limits.properties, harm.property)) continue;
      found.push_back({harm.fact, {}, {}, {}, id, std::min(basis_of(harm.fact), basis_of(link.fact))});
    }
  }

  std::optional<LinkId> direct_harm(EntryRef mechanism, EntryRef nature, std::optional<PropertyId> property) {
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
  std::map<std::tuple<EntryRef, EntryRef, std::optional<PropertyId>>, std::optional<LinkId>> known_;
};

}  // namespace

Analysis analyse(const View& view, const Inventory& inventory) {
  const auto basis_of = [&](FactId fact) { return view.catalog().fact(fact).basis.kind; };
  Analysis analysis;
  Analyst analyst(view);
  std::vector<bool> reaches(view.catalog().threats.size(), false);
  std::vector<ThreatId> threats;
  for (std::size_t i = 0; i < view.catalog().threats.size(); ++i) {
    const ThreatId id{i};
    if (!view.catalog().threats[id].group && view.holds(ref(id))) threats.push_back(id);
  }
  for (std::size_t asset = 0; asset < inventory.assets.size(); ++asset) {
    const auto asset_id = inventory.assets[asset].asset;
    const auto link = inventory.assets[asset].carried;
    const auto carried = link ? basis_of(view.catalog().link(*link).fact) : BasisKind::stated;
    for (const auto threat : threats) {
      const auto premises = std::min(basis_of(view.catalog().threats[threat].fact), carried);
      for (const auto& harm : harms_of(view, threat)) {
        const auto grounds = analyst.grounds(asset_id, threat, harm);
        if (grounds.empty()) continue;
        reaches[threat.index()] = true;
        const auto firmest = std::max_element(
            grounds.begin(), grounds.end(), [](const HarmGround& a, const HarmGround& b) { return a.basis < b.basis; });
        for (const auto vulnerability : analyst.vulnerabilities(asset_id, threat)) {
          analysis.exposures.push_back(
              {asset, threat, harm.property, vulnerability, grounds, std::min(firmest->basis, premises)});
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
