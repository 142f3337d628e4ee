#include "engine/nearest_type.hpp"

#include <algorithm>
#include <tuple>

#include "engine/compositions.hpp"
#include "engine/derive.hpp"

namespace michibiki {
namespace {

/// The case that is typical of that type, as far as the view shows it.
std::optional<SystemCaseId> own_case(const View& view, ServiceTypeId type) {
  const auto& named = view.catalog().service_types[type].system_case;
  const bool holds = named && view.holds(named->fact) && view.holds(ref(named->value));
  return holds ? std::optional(named->value) : std::nullopt;
}

bool counts(const View& view, ServiceTypeId type) {
  return !view.catalog().service_types[type].group && view.holds(ref(type));
}

/// Its own composition, or those that are typical of no single type: a case is made for a type that the same catalogue states, and
/// belongs to no later one that names it.
std::vector<Composition> compositions_of(const View& view, ServiceTypeId type) {
  const auto& catalog = view.catalog();
  const auto stated_by = [&](FactId fact) { return catalog.fact(fact).catalog; };
  std::set<SystemCaseId> taken;
  for (std::size_t i = 0; i < catalog.service_types.size(); ++i) {
    const ServiceTypeId other{i};
    const auto named = counts(view, other) ? own_case(view, other) : std::nullopt;
    if (named && stated_by(catalog.system_cases[*named].fact) == stated_by(catalog.service_types[other].fact))
      taken.insert(*named);
  }
  auto compositions = typical_compositions(view);
  const auto own = own_case(view, type);
  std::erase_if(compositions, [&](const Composition& composition) {
    if (own) return composition.system_case != own;
    return composition.system_case && taken.contains(*composition.system_case);
  });
  if (compositions.empty()) compositions.push_back(all_components(view));
  return compositions;
}

/// Members of both over members of either; two empty sets are alike.
template <typename Keyed, typename Same>
double common_share(const Keyed& a, const Keyed& b, Same same) {
  const auto common = static_cast<std::size_t>(std::ranges::count_if(a, same));
  const auto either = a.size() + b.size() - common;
  return either == 0 ? 1.0 : static_cast<double>(common) / static_cast<double>(either);
}

/// Whether a map has the same under the same key.
template <typename Map>
auto alike_in(const Map& map) {
  return [&map](const typename Map::value_type& one) {
    const auto there = map.find(one.first);
    return there != map.end() && there->second == one.second;
  };
}

/// Deriving is the same for all types of the same patterns in the same composition.
class Deriver {
 public:
  explicit Deriver(const View& view) : view_(view) {}

  std::vector<TypeInCase> derive_type(ServiceTypeId type) {
    std::vector<TypeInCase> found;
    for (auto& composition : compositions_of(view_, type)) {
      auto& service = composition.portfolio.services.front();
      service.type = type;
      const auto classification = classify(view_, service);
      auto& known = known_[{composition.system_case, classification.patterns, classification.withheld}];
      if (!known) {
        const auto derivation = derive(view_, composition.portfolio);
        known = TypeInCase{type,
                           composition.system_case,
                           classification.patterns,
                           derivation.coverage,
                           derivation.analysis.unreached,
                           regardless_of_names(conclude(view_, composition.portfolio, derivation))};
      }
      found.push_back(*known);
      found.back().type = type;
    }
    return found;
  }

 private:
  const View& view_;
  using Alike = std::tuple<std::optional<SystemCaseId>, std::vector<PatternId>, std::vector<PatternId>>;
  std::map<Alike, std::optional<TypeInCase>> known_;
};

}  // namespace

std::vector<TypeInCase> derive_type(const View& view, ServiceTypeId type) { return Deriver(view).derive_type(type); }

Likeness likeness(const Conclusions& a, const Conclusions& b) {
  const auto exposed_in_b = [&](const auto& exposure) { return b.exposures.contains(exposure.first); };
  return {common_share(a.exposures, b.exposures, exposed_in_b),
          common_share(a.measures, b.measures, alike_in(b.measures)),
          common_share(a.values, b.values, alike_in(b.values))};
}

std::optional<NearestType> nearest_type(const View& view, ServiceTypeId type, const std::vector<TypeInCase>& own,
                                        const std::set<std::string>& apart) {
  const auto& catalog = view.catalog();
  const bool everywhere = own_case(view, type).has_value();
  Deriver deriver(view);
  std::optional<NearestType> nearest;
  for (std::size_t i = 0; i < catalog.service_types.size(); ++i) {
    const ServiceTypeId other{i};
    const bool candidate = other != type && counts(view, other) &&
                           !apart.contains(catalog.fact(catalog.service_types[other].fact).catalog);
    if (!candidate) continue;
    for (auto& there : deriver.derive_type(other)) {
      for (std::size_t here = 0; here < own.size(); ++here) {
        if (!everywhere && own[here].system_case != there.system_case) continue;
        const auto common = likeness(own[here].conclusions, there.conclusions);
        if (nearest && common.mean() <= nearest->likeness.mean()) continue;
        nearest = {here, there, common, {}};
      }
    }
  }
  if (nearest) {
    nearest->difference = difference(nearest->other.conclusions, own[nearest->composition].conclusions);
  }
  return nearest;
}

}  // namespace michibiki
