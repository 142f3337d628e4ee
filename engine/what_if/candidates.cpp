#include "engine/what_if/candidates.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "engine/component_names.hpp"
#include "engine/what_if/weaker_links.hpp"

namespace michibiki {
namespace {

class CandidateSearch {
 public:
  CandidateSearch(const Workings& workings, const Missed& missed, Nearness nearness)
      : view_(workings.view),
        catalog_(view_.catalog()),
        portfolio_(workings.portfolio),
        derivation_(workings.derivation),
        missed_(missed),
        far_(nearness == Nearness::far) {
    for (const auto& link : catalog_.links) taken_.insert(link.code);
  }

  Candidates all() {
    for (const auto entry : missed_.entries) each_item(entry, [&](EntryRef item) { leading_to(item); });
    if (missed_.indicator) leading_to(ref(missed_.indicator->first));
    if (missed_.value) leading_to(ref(missed_.value->measure));
    if (missed_.answer) leading_to(*missed_.answer);
    if (!missed_.exposures.empty()) exposing();
    // What is stated of the things asked about comes first: there may be more than anybody looks at.
    std::ranges::stable_sort(found_.links, std::greater(), [&](const Link& link) {
      return asked_.contains(link.from.front()) + asked_.contains(link.to.front());
    });
    return std::move(found_);
  }

 private:
  template <typename Visit>
  void each_item(EntryRef above, Visit visit) const {
    for (std::size_t i = 0; i < catalog_.size(above.kind); ++i) {
      const EntryRef item(above.kind, i);
      if (!catalog_.entry(item).group && view_.graph().lies_under(item, above)) visit(item);
    }
  }

  void leading_to(EntryRef item) {
    asked_.insert(item);
    switch (item.kind) {
      case EntryKind::measure:
        answering(item, LinkKind::counters, far_ ? threats_far() : threats_for(item));
        if (far_ && missed_.exposures.empty()) reaching(all_of<Threat>(), assets_of_service(), true, {});
        break;
      case EntryKind::control:
        answering(item, LinkKind::mitigates, far_ ? threats_far() : threats_of_service({}));
        if (far_ && missed_.exposures.empty()) reaching(all_of<Threat>(), assets_of_service(), true, {});
        break;
      case EntryKind::asset:
        for (const auto type : types()) add(LinkKind::carries, ref(type), item, {});
        break;
      case EntryKind::threat:
        reaching({ThreatId{item.index}}, assets_of_service(), far_, {});
        break;
      default:
        break;
    }
  }

  void answering(EntryRef item, LinkKind kind, const std::set<ThreatId>& threats) {
    for (const auto threat : threats) add(kind, item, ref(threat), {});
  }

  /// Of the exposures asked about, or of all.
  std::set<ThreatId> threats_of_service(const std::set<EntryRef>& origins) const {
    std::set<ThreatId> threats;
    const auto take = [&](std::size_t exposure) {
      if (mitigated(exposure, origins)) threats.insert(derivation_.analysis.exposures[exposure].threat);
    };
    if (missed_.exposures.empty()) {
      for (std::size_t i = 0; i < derivation_.analysis.exposures.size(); ++i) take(i);
    } else {
      Missed there;
      there.exposures = missed_.exposures;
      for (const auto& conclusion : found_of({view_, portfolio_, derivation_}, there)) {
        if (const auto* exposed = std::get_if<IsExposed>(&conclusion)) take(exposed->exposure);
      }
      if (threats.empty()) threats = threats_named();  // it need not reach anything yet
    }
    return threats.empty() && origins.empty() ? all_of<Threat>() : threats;
  }

  std::set<ThreatId> threats_named() const {
    std::set<ThreatId> threats;
    for (const auto& code : missed_.exposures) {
      if (const auto named = catalog_.find(EntryKind::threat, code))
        each_item(*named, [&](EntryRef item) { threats.insert(ThreatId{item.index}); });
    }
    return threats;
  }

  /// What answers at the exposures asked about answers their threat.
  std::set<ThreatId> threats_far() const {
    auto threats = threats_named();
    return threats.empty() ? all_of<Threat>() : threats;
  }

  /// By one of these; or these are none.
  bool mitigated(std::size_t exposure, const std::set<EntryRef>& origins) const {
    if (origins.empty()) return true;
    const auto by_them = [&](const ControlSupport& support) {
      return std::ranges::any_of(support.controls, [&](ControlId id) { return origins.contains(ref(id)); });
    };
    return std::ranges::any_of(derivation_.selection.answers[exposure].controls, by_them);
  }

  std::set<ThreatId> threats_for(EntryRef measure) const {
    std::set<EntryRef> origins;
    for (const auto link : view_.links_from_upwards(measure, LinkKind::originates_from)) {
      for (const auto to : catalog_.link(link).to) {
        if (to.kind == EntryKind::control) origins.insert(to);
      }
    }
    if (!origins.empty()) {
      auto threats = threats_of_service(origins);
      if (!threats.empty()) return threats;
    }
    return threats_of_service({});
  }

  /// Of the service; far, of all there are: any may be added.
  std::set<ComponentId> types() const {
    if (far_) return all_of<Component>();
    std::set<ComponentId> found;
    for (const auto& component : derivation_.inventory.components) found.insert(component.instance.type);
    return found.empty() ? all_of<Component>() : found;
  }
  std::set<AssetId> assets_of_service() const {
    std::set<AssetId> found;
    for (const auto& item : derivation_.inventory.assets) {
      if (item.asset) found.insert(*item.asset);
    }
    return found.empty() ? all_of<Asset>() : found;
  }

  /// Each id of an exposure asked about names its threat, asset or component, or a heading of those.
  void exposing() {
    std::set<ThreatId> threats;
    std::set<AssetId> assets;
    std::set<ComponentId> components;
    std::vector<PropertyId> properties;
    for (const auto& code : missed_.exposures) {
      const auto items_called = [&](EntryKind kind, auto take) {
        const auto entry = catalog_.find(kind, code);
        if (!entry) return;
        each_item(*entry, [&](EntryRef item) {
          asked_.insert(item);
          take(item);
        });
      };
      items_called(EntryKind::threat, [&](EntryRef item) { threats.insert(ThreatId{item.index}); });
      items_called(EntryKind::asset, [&](EntryRef item) { assets.insert(AssetId{item.index}); });
      items_called(EntryKind::component, [&](EntryRef item) { components.insert(ComponentId{item.index}); });
      items_called(EntryKind::property, [&](EntryRef item) { properties.emplace_back(item.index); });
      for (const auto& component : derivation_.inventory.components) {
        if (is_called(view_, portfolio_, component, code)) components.insert(component.instance.type);
      }
    }
    const bool assets_named = !assets.empty();
    for (const auto component : components.empty() ? types() : components) {
      for (const auto asset : assets) add(LinkKind::carries, ref(component), ref(asset), {});
    }
    if (!assets_named) assets = assets_on(components);
    if (far_ && !assets_named && !components.empty()) {
      for (const auto component : components)
        for (const auto asset : all_of<Asset>()) add(LinkKind::carries, ref(component), ref(asset), {});
      if (assets.empty()) assets = assets_reached_by(threats);  // any will do: each may be carried
    }
    if (far_ && threats.empty()) threats = all_of<Threat>();
    reaching(threats, assets, assets_named || far_, properties);
  }

  /// On components of these types, or on any where none is named.
  std::set<AssetId> assets_on(const std::set<ComponentId>& types) const {
    if (types.empty()) return assets_of_service();
    std::set<AssetId> found;
    for (const auto& item : derivation_.inventory.assets) {
      const bool there =
          item.component && types.contains(derivation_.inventory.components[*item.component].instance.type);
      if (there && item.asset) found.insert(*item.asset);
    }
    return found;
  }

  /// In the service, else all that are in it.
  std::set<AssetId> assets_reached_by(const std::set<ThreatId>& threats) const {
    std::set<AssetId> found;
    for (const auto& exposure : derivation_.analysis.exposures) {
      const auto& item = derivation_.inventory.assets[exposure.asset];
      if (item.asset && threats.contains(exposure.threat)) found.insert(*item.asset);
    }
    return found.empty() ? assets_of_service() : found;
  }

  /// Also what is hidden or withdrawn: that is an edit of its own.
  std::vector<LinkId> said_of(EntryRef entry, LinkKind kind) const {
    std::vector<LinkId> found;
    for (const auto above : view_.graph().linked_from_upwards(entry)) {
      const auto links = view_.graph().links_from(above, kind);
      found.insert(found.end(), links.begin(), links.end());
    }
    return found;
  }

  void reaching(const std::set<ThreatId>& threats, const std::set<AssetId>& assets, bool assets_named,
                const std::vector<PropertyId>& properties) {
    std::set<NatureId> natures;
    for (const auto asset : assets) {
      for (const auto link : said_of(ref(asset), LinkKind::has_nature)) {
        for (const auto nature : catalog_.link(link).to) natures.insert(NatureId{nature.index});
      }
    }
    std::set<MechanismId> mechanisms;
    for (const auto threat : threats) {
      harming(threat, properties);
      each_of(EntryKind::mechanism, [&](EntryRef mechanism) { add(LinkKind::works_by, ref(threat), mechanism, {}); });
      for (const auto link : said_of(ref(threat), LinkKind::works_by)) {
        for (const auto mechanism : catalog_.link(link).to) mechanisms.insert(MechanismId{mechanism.index});
      }
    }
    for (const auto mechanism : mechanisms) {
      for (const auto nature : natures) add(LinkKind::acts_on, ref(mechanism), ref(nature), properties);
    }
    if (assets_named && !threats.empty() && !catalog_.mechanisms.empty()) {
      for (const auto asset : assets)
        each_of(EntryKind::nature, [&](EntryRef nature) { add(LinkKind::has_nature, ref(asset), nature, {}); });
    }
    // Without mechanisms and without these every threat reaches everything: a first such link would change what all the others mean.
    const bool stated_outright = std::ranges::count(catalog_.links, LinkKind::exposes, &Link::kind) != 0;
    if (!stated_outright && catalog_.mechanisms.empty()) return;
    for (const auto threat : threats) {
      for (const auto asset : assets) add(LinkKind::exposes, ref(threat), ref(asset), properties);
    }
  }

  /// The properties asked about; any, where it harms nothing.
  void harming(ThreatId threat, const std::vector<PropertyId>& properties) {
    const auto& harms = catalog_.threats[threat].harms;
    const auto add_one = [&](PropertyId property) {
      if (std::ranges::count(harms, property, &Sourced<PropertyId>::value) == 0)
        found_.harms.emplace_back(threat, property);
    };
    for (const auto property : properties) add_one(property);
    if (!properties.empty() || (!harms.empty() && !far_)) return;
    each_of(EntryKind::property, [&](EntryRef property) { add_one(PropertyId{property.index}); });
  }

  template <typename T>
  std::set<Id<T>> all_of() const {
    std::set<Id<T>> found;
    each_of(T::kind, [&](EntryRef item) { found.insert(Id<T>{item.index}); });
    return found;
  }

  template <typename Visit>
  void each_of(EntryKind kind, Visit visit) const {
    for (std::size_t i = 0; i < catalog_.size(kind); ++i) {
      const EntryRef item(kind, i);
      if (!catalog_.entry(item).group && (far_ || view_.holds(item))) visit(item);
    }
  }

  /// What is asked about may be hidden itself, and far everything may: that is an edit of its own.
  bool usable(EntryRef end) const { return far_ || view_.holds(end) || asked_.contains(end); }

  /// Unless something says so already, be it hidden or withdrawn: that is an edit of its own.
  void add(LinkKind kind, EntryRef from, EntryRef to, const std::vector<PropertyId>& properties) {
    if (!usable(from) || !usable(to)) return;
    const auto says_so = [&](LinkId id) { return says(catalog_.link(id), from, to, properties); };
    if (std::ranges::any_of(view_.graph().links_from(from, kind), says_so)) return;
    Link link;
    link.kind = kind;
    link.from = {from};
    link.to = {to};
    link.limits.properties = properties;
    link.code = catalog_.entry(from).code + ' ' + std::string(name_of(kind)) + ' ' + catalog_.entry(to).code;
    if (!offered_.insert(link.code).second) return;
    while (taken_.contains(link.code)) link.code += '+';
    found_.links.push_back(std::move(link));
  }

  const View& view_;
  const Catalog& catalog_;
  const Portfolio& portfolio_;
  const Derivation& derivation_;
  const Missed& missed_;
  const bool far_;
  std::set<EntryRef> asked_;
  std::set<std::string> taken_;    ///< ids of links
  std::set<std::string> offered_;  ///< without regard to those
  Candidates found_;
};

}  // namespace

Candidates candidates(const Workings& workings, const Missed& missed, Nearness nearness) {
  return CandidateSearch(workings, missed, nearness).all();
}

Extended extended(const View& view, Candidates candidates) {
  auto catalog = view.catalog();
  const auto known = catalog.facts.size();
  std::vector<FactId> stated;
  const auto new_fact = [&] {
    catalog.facts.emplace_back();
    stated.emplace_back(catalog.facts.size() - 1);
    return stated.back();
  };
  for (auto& link : candidates.links) {
    link.fact = new_fact();
    catalog.links.push_back(std::move(link));
  }
  for (const auto& [threat, property] : candidates.harms)
    catalog.threats[threat].harms.push_back({property, new_fact()});
  auto graph = std::make_shared<const KnowledgeGraph>(std::move(catalog));
  std::vector<FactId> holding;
  auto absent = stated;
  const View plain(*graph, view.trust());
  for (std::size_t i = 0; i < known; ++i) {
    const FactId fact{i};
    if (view.standing(fact) == plain.standing(fact)) continue;
    if (view.holds(fact)) holding.push_back(fact);
    if (view.standing(fact) == Standing::absent) absent.push_back(fact);
  }
  return {graph, plain.with(holding).without(absent), std::move(stated)};
}

}  // namespace michibiki
