#include "tests/support/naive_derivation.hpp"

#include <algorithm>
#include <tuple>

namespace michibiki::testing {
namespace {

using Kind = RandomCatalog::LinkKind;

std::string code(char letter, std::size_t i) { return letter + std::to_string(i); }

bool has(const Indices& items, std::size_t item) { return std::find(items.begin(), items.end(), item) != items.end(); }

/// Tries every set of answers.
std::size_t most_without_common_member(const std::set<std::string>& lines) {
  std::vector<std::set<std::string>> all;
  for (const auto& line : lines) all.push_back(members_of(line));
  std::size_t most = 0;
  for (unsigned chosen = 0; chosen < (1U << all.size()); ++chosen) {
    std::size_t sum = 0;
    std::size_t count = 0;
    std::set<std::string> together;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if ((chosen >> i & 1U) == 0) continue;
      ++count;
      sum += all[i].size();
      together.insert(all[i].begin(), all[i].end());
    }
    if (sum == together.size()) most = std::max(most, count);
  }
  return most;
}

class Naive {
 public:
  Naive(const RandomCatalog& catalog, const RandomService& service, BasisKind trust)
      : catalog_(catalog), service_(service), trust_(trust) {}

  NaiveDerivation derive() {
    for (std::size_t i = 0; i < service_.instances.size(); ++i) {
      if (!in_scope(i)) continue;
      for (std::size_t a = 0; a < catalog_.assets.size(); ++a) {
        if (carries(service_.instances[i].type, a)) expose(Where{i, a});
      }
    }
    for (std::size_t a = 0; catalog_.components.empty() && a < catalog_.assets.size(); ++a) {
      if (held(catalog_.assets, a)) expose(Where{std::nullopt, a});
    }
    if (catalog_.assets.empty()) expose(Where{});
    involve();
    require();
    select();
    for (std::size_t t = 0; t < catalog_.threats.size(); ++t) {
      if (is_threat(t) && reached_.count(t) == 0) result_.unreached.insert(code('t', t));
    }
    return result_;
  }

 private:
  enum class Called { no, maybe, surely };

  /// Where what is selected is at work, by its code: the exposures that it answers, the service whose stakeholders it involves.
  using Places = std::map<std::string, std::set<std::string>>;

  /// In every pattern that the service may be of, in some, or in none. What is not believed may be so, or there may be no limit.
  Called called(const RandomCatalog::Answering& entry) const {
    if (entry.patterns.empty()) return Called::surely;
    if (!held(entry.called)) return Called::maybe;
    std::size_t possible = 0;
    std::size_t calling = 0;
    for (std::size_t y = 0; y < catalog_.patterns; ++y) {
      if (service_.pattern && *service_.pattern != y) continue;
      ++possible;
      if (has(entry.patterns, y)) ++calling;
    }
    return calling == possible ? Called::surely : calling > 0 ? Called::maybe : Called::no;
  }

  struct Where {
    std::optional<std::size_t> instance;
    std::optional<std::size_t> asset;
  };
  /// One exposure: where, by which threat, on which property, through which vulnerability, harming which natures.
  struct Case {
    Where where;
    std::size_t threat = 0;
    std::optional<std::size_t> property;
    std::optional<std::size_t> vulnerability;
    std::set<std::size_t> natures;
  };

  bool held(BasisKind basis) const { return basis >= trust_; }
  template <typename T>
  bool held(const std::vector<T>& entries, std::size_t i) const {
    return held(entries[i].basis);
  }

  /// How many steps up from the entry the ancestor is; none when it is no ancestor.
  template <typename T>
  static std::optional<int> steps(const std::vector<T>& entries, std::size_t entry, std::size_t ancestor) {
    int count = 0;
    for (std::optional<std::size_t> at = entry; at; at = entries[*at].parent, ++count) {
      if (*at == ancestor) return count;
    }
    return std::nullopt;
  }
  template <typename T>
  static bool under(const std::vector<T>& entries, std::size_t entry, std::size_t ancestor) {
    return steps(entries, entry, ancestor).has_value();
  }
  /// Of what a limit names only what holds counts.
  template <typename T>
  bool within(const std::vector<T>& entries, const Indices& limit, std::optional<std::size_t> entry) const {
    return limit.empty() || (entry && named(entries, limit, *entry));
  }

  bool is_threat(std::size_t t) const { return held(catalog_.threats, t) && !catalog_.threats[t].group; }

  bool in_scope(std::size_t i) const {
    const auto type = service_.instances[i].type;
    if (!held(catalog_.components, type)) return false;
    for (const auto& exclusion : catalog_.exclusions) {
      for (const auto component : exclusion.components) {
        if (!exclusion.group && held(exclusion.basis) && held(catalog_.components, component) &&
            under(catalog_.components, type, component))
          return false;
      }
    }
    return true;
  }

  bool carries(std::size_t type, std::size_t asset) const {
    if (!held(catalog_.assets, asset)) return false;
    for (std::optional<std::size_t> at = type; at; at = catalog_.components[*at].parent) {
      if (!held(catalog_.components, *at)) continue;
      if (has(catalog_.components[*at].lacks, asset)) return false;
      if (has(catalog_.components[*at].carries, asset)) return true;
    }
    return false;
  }

  std::set<std::size_t> natures_of(std::size_t asset) const {
    std::set<std::size_t> found;
    for (std::size_t a = 0; a < catalog_.assets.size(); ++a) {
      if (!held(catalog_.assets, a) || !under(catalog_.assets, asset, a)) continue;
      for (const auto n : catalog_.assets[a].natures) {
        if (held(catalog_.natures, n)) found.insert(n);
      }
    }
    return found;
  }

  /// Of all statements that could apply, the one nearest by nature, then by mechanism, decides; at the same place sparing does.
  bool harms(std::size_t mechanism, std::size_t nature, std::optional<std::size_t> property) const {
    std::optional<std::tuple<int, int, int>> nearest;
    for (std::size_t m = 0; m < catalog_.mechanisms.size(); ++m) {
      const auto up = steps(catalog_.mechanisms, mechanism, m);
      if (!up || !held(catalog_.mechanisms, m)) continue;
      for (const int acts : {0, 1}) {
        for (const auto& statement : acts == 1 ? catalog_.mechanisms[m].acts_on : catalog_.mechanisms[m].spares) {
          if (!held(statement.basis)) continue;
          if (!statement.properties.empty() && !(property && has(statement.properties, *property))) continue;
          for (const auto n : statement.natures) {
            const auto distance = steps(catalog_.natures, nature, n);
            if (!distance || !held(catalog_.natures, n)) continue;
            const auto candidate = std::tuple(*distance, *up, acts);
            if (!nearest || candidate < *nearest) nearest = candidate;
          }
        }
      }
    }
    return nearest && std::get<2>(*nearest) == 1;
  }

  std::set<std::size_t> harmed_natures(std::size_t asset, std::size_t threat,
                                       std::optional<std::size_t> property) const {
    std::set<std::size_t> harmed;
    for (std::size_t t = 0; t < catalog_.threats.size(); ++t) {
      if (!held(catalog_.threats, t) || !under(catalog_.threats, threat, t)) continue;
      for (const auto m : catalog_.threats[t].mechanisms) {
        if (!held(catalog_.mechanisms, m)) continue;
        for (const auto n : natures_of(asset)) {
          if (harms(m, n, property)) harmed.insert(n);
        }
      }
    }
    return harmed;
  }

  /// A held entry of that list is, or stands above, the one asked for.
  template <typename T>
  bool named(const std::vector<T>& entries, const Indices& list, std::size_t entry) const {
    return std::any_of(list.begin(), list.end(),
                       [&](std::size_t one) { return held(entries, one) && under(entries, entry, one); });
  }
  template <typename T>
  bool start_holds(const std::vector<T>& entries, const RandomCatalog::Link& link) const {
    return link.any || std::all_of(link.from.begin(), link.from.end(), [&](std::size_t i) { return held(entries, i); });
  }

  /// The natures through which direct statements say that it is harmed, all of the asset's unless they are limited to some; none where
  /// there is no such statement.
  std::optional<std::set<std::size_t>> exposed_outright(const Case& one) const {
    std::optional<std::set<std::size_t>> natures;
    auto here = one;
    here.natures = natures_of(*one.where.asset);
    for (const auto& link : catalog_.links) {
      if (link.kind != Kind::exposes || !held(link.basis) || !start_holds(catalog_.threats, link) ||
          !named(catalog_.threats, link.from, one.threat) || !named(catalog_.assets, link.to, *one.where.asset) ||
          !limits_hold(link, here))
        continue;
      if (!natures) natures.emplace();
      for (const auto n : here.natures) {
        if (within(catalog_.natures, link.natures, n)) natures->insert(n);
      }
    }
    return natures;
  }

  bool says_nothing_of_harm() const {
    return catalog_.mechanisms.empty() &&
           std::none_of(catalog_.links.begin(), catalog_.links.end(),
                        [](const RandomCatalog::Link& link) { return link.kind == Kind::exposes; });
  }

  void expose(const Where& where) {
    for (std::size_t t = 0; t < catalog_.threats.size(); ++t) {
      if (!is_threat(t)) continue;
      std::vector<std::optional<std::size_t>> properties;
      for (const auto p : catalog_.threats[t].harms) properties.emplace_back(p);
      if (catalog_.properties == 0) properties = {std::nullopt};
      for (const auto property : properties) {
        std::set<std::size_t> harmed;
        if (where.asset) harmed = harmed_natures(*where.asset, t, property);
        for (const auto vulnerability : vulnerabilities(where, t)) {
          Case one{where, t, property, vulnerability, harmed};
          std::optional<std::set<std::size_t>> outright;
          if (where.asset) outright = says_nothing_of_harm() ? natures_of(*where.asset) : exposed_outright(one);
          if (where.asset && harmed.empty() && !outright) continue;
          if (outright) one.natures.merge(*outright);
          reached_.insert(t);
          answer(one);
        }
      }
    }
  }

  std::vector<std::optional<std::size_t>> vulnerabilities(const Where& where, std::size_t threat) const {
    std::vector<std::optional<std::size_t>> found;
    for (std::size_t v = 0; where.asset && v < catalog_.vulnerabilities.size(); ++v) {
      const auto& entry = catalog_.vulnerabilities[v];
      if (!entry.group && held(entry.basis) && named(catalog_.assets, entry.assets, *where.asset) &&
          named(catalog_.threats, entry.threats, threat))
        found.emplace_back(v);
    }
    if (found.empty()) found.emplace_back(std::nullopt);
    return found;
  }

  void answer(const Case& one) {
    auto name = one.where.instance ? code('i', *one.where.instance) : std::string("-");
    name += '/' + (one.where.asset ? code('a', *one.where.asset) : std::string("-"));
    name += ' ' + code('t', one.threat);
    if (one.property) name += ' ' + code('p', *one.property);
    if (one.vulnerability) name += ' ' + code('v', *one.vulnerability);
    NaiveExposure exposure;
    exposure.measures = lines(one, Kind::counters, 'g', catalog_.measures, Called::surely);
    exposure.controls = lines(one, Kind::mitigates, 'k', catalog_.controls, Called::surely);
    exposure.open = lines(one, Kind::counters, 'g', catalog_.measures, Called::maybe);
    exposure.open.merge(lines(one, Kind::mitigates, 'k', catalog_.controls, Called::maybe));
    const bool by_controls = catalog_.measures.empty();
    const auto& counted = by_controls ? exposure.controls : exposure.measures;
    exposure.status = !counted.empty() ? "covered" : !exposure.controls.empty() ? "control-only" : "uncovered";
    exposure.depth = most_without_common_member(counted);
    for (const auto& line : counted) {
      for (const auto& member : members_of(line)) {
        if (std::all_of(counted.begin(), counted.end(),
                        [&](const std::string& other) { return members_of(other).count(member) == 1; }))
          exposure.needed.insert(member);
      }
    }
    for (const auto* certain : {&exposure.measures, &exposure.controls}) {
      for (const auto& line : *certain) {
        for (const auto& member : members_of(line)) put(member, name, Called::surely);
      }
    }
    for (const auto& line : exposure.open) {
      for (const auto& member : members_of(line)) put(member, name, Called::maybe);
    }
    result_.exposures.emplace(name, exposure);
    cases_.emplace(name, one);
  }

  std::set<std::string> lines(const Case& one, Kind kind, char letter,
                              const std::vector<RandomCatalog::Answering>& from, Called wanted) const {
    std::set<std::string> found;
    for (const auto& link : catalog_.links) {
      if (link.kind != kind || !held(link.basis) || !start_holds(from, link) || !limits_hold(link, one) ||
          !named(catalog_.threats, link.to, one.threat))
        continue;
      std::set<std::string> together;
      auto least = Called::surely;
      for (const auto i : link.from) {
        if (link.any && held(from, i) && called(from[i]) == wanted) found.insert(code(letter, i));
        least = std::min(least, called(from[i]));
        together.insert(code(letter, i));
      }
      std::string line;
      for (const auto& member : together) line += (line.empty() ? "" : "+") + member;
      if (!link.any && least == wanted) found.insert(line);
    }
    return found;
  }

  /// The items that a list names, itself or by a heading over them.
  Indices meant(const std::vector<RandomCatalog::Answering>& entries, const Indices& list) const {
    Indices found;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const bool any = std::any_of(list.begin(), list.end(), [&](std::size_t one) {
        return held(entries, one) && (one == i || (entries[one].group && under(entries, i, one)));
      });
      if (any && held(entries, i) && !entries[i].group) found.push_back(i);
    }
    return found;
  }

  bool limits_hold(const RandomCatalog::Link& link, const Case& one) const {
    const auto type = one.where.instance ? std::optional(service_.instances[*one.where.instance].type) : std::nullopt;
    if (!link.properties.empty() && !(one.property && has(link.properties, *one.property))) return false;
    if (!within(catalog_.components, link.components, type) || !within(catalog_.assets, link.assets, one.where.asset) ||
        !within(catalog_.vulnerabilities, link.vulnerabilities, one.vulnerability))
      return false;
    return link.natures.empty() || std::any_of(one.natures.begin(), one.natures.end(), [&](std::size_t n) {
             return within(catalog_.natures, link.natures, n);
           });
  }

  bool present(std::size_t s) const {
    if (!held(catalog_.stakeholders, s)) return false;
    if (catalog_.stakeholders[s].always) return true;
    for (std::size_t i = 0; i < service_.instances.size(); ++i) {
      const auto operated_by = service_.instances[i].operated_by;
      if (in_scope(i) && operated_by && held(catalog_.stakeholders, *operated_by) &&
          under(catalog_.stakeholders, s, *operated_by))
        return true;
    }
    return false;
  }

  void involve() {
    for (const auto& link : catalog_.links) {
      if (link.kind != Kind::involves || !held(link.basis) || !start_holds(catalog_.stakeholders, link)) continue;
      const bool together = std::all_of(link.from.begin(), link.from.end(), [&](std::size_t from) {
        for (std::size_t s = 0; s < catalog_.stakeholders.size(); ++s) {
          if (present(s) && under(catalog_.stakeholders, s, from)) return true;
        }
        return false;
      });
      if (!link.any && !together) continue;
      for (std::size_t s = 0; s < catalog_.stakeholders.size(); ++s) {
        if (!present(s) || !named(catalog_.stakeholders, link.from, s)) continue;
        for (const auto g : meant(catalog_.measures, link.to)) {
          const auto obligation = code('s', s) + ": " + code('g', g);
          put(code('g', g), "service", called(catalog_.measures[g]));
          if (called(catalog_.measures[g]) == Called::surely) {
            result_.obligations.insert(obligation);
          } else if (called(catalog_.measures[g]) == Called::maybe) {
            result_.open_obligations.insert(obligation);
          }
        }
      }
    }
  }

  void put(const std::string& member, const std::string& place, Called how) {
    if (how == Called::surely) certain_[member].insert(place);
    if (how != Called::no) possible_[member].insert(place);
  }

  /// A limit asks for an exposure.
  bool holds_at(const RandomCatalog::Link& link, const std::string& place) const {
    const auto one = cases_.find(place);
    if (one != cases_.end()) return limits_hold(link, one->second);
    return link.properties.empty() && link.natures.empty() && link.components.empty() && link.assets.empty() &&
           link.vulnerabilities.empty();
  }

  /// What those that are at work require by that link is so too, where any of them is. Tells by whom what is required where.
  void follow(const RandomCatalog::Link& link, const std::string& name, Places& at_work, Places& required) const {
    const bool measures = link.kind == Kind::requires_measure;
    const auto& entries = measures ? catalog_.measures : catalog_.controls;
    const char letter = measures ? 'g' : 'k';
    std::vector<Indices> parties{link.from};
    if (link.any) {
      parties.clear();
      for (const auto from : link.from) parties.push_back({from});
    }
    for (auto party : parties) {
      std::sort(party.begin(), party.end());
      std::string by;
      std::set<std::string> places;
      bool all = true;
      for (const auto member : party) {
        by += (by.empty() ? "" : "+") + code(letter, member);
        const auto there = at_work.find(code(letter, member));
        all = all && there != at_work.end();
        if (there != at_work.end()) places.insert(there->second.begin(), there->second.end());
      }
      for (const auto to : meant(entries, link.to)) {
        if (!all || has(party, to)) continue;
        for (const auto& place : places) {
          if (!holds_at(link, place)) continue;
          at_work[code(letter, to)].insert(place);
          required[by + " require " + code(letter, to) + " by " + name].insert(place);
        }
      }
    }
  }

  /// All that is required, over as many steps as there may be.
  Places required(Places& at_work) const {
    Places found;
    for (Places before; before != at_work;) {
      before = at_work;
      for (std::size_t l = 0; l < catalog_.links.size(); ++l) {
        const auto& link = catalog_.links[l];
        const bool follows = link.kind == Kind::requires_measure || link.kind == Kind::requires_control;
        if (follows && held(link.basis)) follow(link, code('l', l), at_work, found);
      }
    }
    return found;
  }

  void require() {
    for (const auto& [name, places] : required(certain_)) result_.requirements[name].places = places;
    for (const auto& [name, places] : required(possible_)) {
      auto& requirement = result_.requirements[name];
      for (const auto& place : places) {
        if (requirement.places.count(place) == 0) requirement.open_places.insert(place);
      }
    }
  }

  void select() {
    for (const auto& [member, places] : possible_) {
      const bool certain = certain_.count(member) != 0;
      if (member[0] == 'g') {
        (certain ? result_.measures : result_.open_measures).insert(member);
      } else {
        (certain ? result_.controls : result_.open_controls).insert(member);
      }
    }
  }

  const RandomCatalog& catalog_;
  const RandomService& service_;
  BasisKind trust_;
  NaiveDerivation result_;
  std::map<std::string, Case> cases_;
  Places certain_;
  Places possible_;  ///< certain or open
  std::set<std::size_t> reached_;
};

}  // namespace

NaiveDerivation naive_derivation(const RandomCatalog& catalog, const RandomService& service, BasisKind trust) {
  return Naive(catalog, service, trust).derive();
}

}  // namespace michibiki::testing
