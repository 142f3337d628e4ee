#include "engine/identify.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "engine/basis_through.hpp"
#include "engine/carrying.hpp"

namespace michibiki {
namespace {

/// Components of one list by their codes: what one is part of is looked up there.
using ByCode = std::map<std::string, const Instance*>;

/// A component as it is listed, with what it stands among.
struct Listed {
  const Instance* instance = nullptr;
  std::vector<std::size_t> used_by;
  const ByCode* among = nullptr;            ///< its service's own, or the shared ones
  const ByCode* shared = nullptr;           ///< what a shared one is part of is shared itself
  std::optional<SystemCaseId> system_case;  ///< that lists it; none when the service itself does
};

/// How an exclusion stands towards a component that it concerns, and how firm it is: by the firmest of what it names.
struct Concern {
  Standing standing = Standing::absent;
  BasisKind basis = BasisKind::unverified;
};

std::optional<Concern> concern_of(const View& view, ExclusionId id, const Instance& instance) {
  const auto& exclusion = view.catalog().exclusions[id];
  std::optional<Concern> found;
  const auto look = [&](EntryRef entry, const auto& named) {
    for (const auto& [what, fact] : named) {
      if (!view.graph().lies_under(entry, ref(what))) continue;
      const Concern concern{
          std::max({view.standing(ref(id)), view.standing(fact), view.standing(ref(what))}),
          std::min({basis_of(view, ref(id)), view.catalog().fact(fact).basis.kind, basis_of(view, ref(what))})};
      if (!found || std::tuple(concern.standing, found->basis) < std::tuple(found->standing, concern.basis)) {
        found = concern;
      }
    }
  };
  look(ref(instance.type), exclusion.components);
  if (instance.operated_by) look(ref(*instance.operated_by), exclusion.operators);
  return found;
}

/// What leaves a component out, itself or by what it is part of: the first exclusion that holds; and how firm it is that none does,
/// since one below the wanted trust may leave it out all the same.
struct Scope {
  std::optional<ExclusionId> exclusion;
  BasisKind inside = BasisKind::stated;
};

Scope scope_of(const View& view, const Listed& listed) {
  const auto& catalog = view.catalog();
  Scope scope;
  const auto* instance = listed.instance;
  const auto* among = listed.among;
  const auto most = listed.among->size() + listed.shared->size();
  for (std::size_t steps = 0; instance != nullptr && steps <= most; ++steps) {
    for (std::size_t i = 0; i < catalog.exclusions.size(); ++i) {
      const ExclusionId id{i};
      if (catalog.exclusions[id].group) continue;
      const auto concern = concern_of(view, id, *instance);
      if (!concern || concern->standing == Standing::absent) continue;
      if (concern->standing == Standing::holds) return {id, BasisKind::stated};
      scope.inside = std::min(scope.inside, concern->basis);
    }
    if (!instance->parent) break;
    if (!among->contains(*instance->parent)) among = listed.shared;
    const auto above = among->find(*instance->parent);
    instance = above == among->end() ? nullptr : above->second;
  }
  return scope;
}

/// The statements by which a service has a component: its type, and the case that lists it where it comes from one.
std::vector<FactId> premises_of(const View& view, const Listed& listed) {
  std::vector<FactId> facts{view.catalog().entry(ref(listed.instance->type)).fact};
  if (listed.system_case && listed.instance->fact) {
    facts.push_back(view.catalog().system_cases[*listed.system_case].fact);
    facts.push_back(*listed.instance->fact);
  }
  return facts;
}

void add(const View& view, Inventory& inventory, const Listed& listed) {
  const auto& instance = *listed.instance;
  auto basis = BasisKind::stated;
  std::optional<FactId> distrusted;
  for (const auto fact : premises_of(view, listed)) {
    if (view.standing(fact) == Standing::absent) return;
    if (view.standing(fact) == Standing::distrusted && !distrusted) distrusted = fact;
    basis = std::min(basis, view.catalog().fact(fact).basis.kind);
  }
  const auto scope = scope_of(view, listed);
  if (scope.exclusion) {
    inventory.out_of_scope.push_back({instance, *scope.exclusion});
  } else if (distrusted) {
    inventory.withheld.push_back({instance, listed.used_by, *distrusted});
  } else {
    inventory.components.push_back({instance, listed.used_by, std::min(basis, scope.inside)});
  }
}

struct Carried {
  LinkId link;
  BasisKind basis;
};

/// The assets that a type carries, each by the firmest statement, the nearest of these; in the catalogue's order, so that what trust hides
/// moves none of the others.
std::map<AssetId, Carrying> carried_by(const View& view, EntryRef type) {
  std::map<AssetId, Carrying> carried;
  for (const auto& carrying : carryings(view, type)) {
    const auto [known, added] = carried.try_emplace(carrying.asset, carrying);
    if (!added && carrying.basis > known->second.basis) known->second = carrying;
  }
  return carried;
}

void add_assets(const View& view, Inventory& inventory) {
  for (std::size_t i = 0; i < inventory.components.size(); ++i) {
    for (const auto& [asset, how] : carried_by(view, ref(inventory.components[i].instance.type))) {
      inventory.assets.push_back({i, asset, how.link, how.basis});
    }
  }
  const auto& catalog = view.catalog();
  if (catalog.assets.empty()) inventory.assets.push_back({});
  if (!catalog.components.empty()) return;
  for (std::size_t i = 0; i < catalog.assets.size(); ++i) {
    const AssetId id{i};
    if (!catalog.assets[id].group && view.holds(ref(id)))
      inventory.assets.push_back({std::nullopt, id, std::nullopt, BasisKind::stated});
  }
}

std::vector<PresentStakeholder> present(const View& view, const Inventory& inventory, std::size_t services) {
  const auto& catalog = view.catalog();
  std::vector<PresentStakeholder> stakeholders;
  for (std::size_t i = 0; i < catalog.stakeholders.size(); ++i) {
    const StakeholderId id{i};
    const auto& stakeholder = catalog.stakeholders[id];
    if (stakeholder.group || !view.holds(ref(id))) continue;
    std::map<std::size_t, BasisKind> there;
    const auto found_in = [&](std::size_t service, BasisKind basis) {
      auto& firmest = there.try_emplace(service, BasisKind::unverified).first->second;
      firmest = std::max(firmest, std::min(basis, basis_of(view, ref(id))));
    };
    if (stakeholder.always && view.holds(*stakeholder.always)) {
      const auto basis = catalog.fact(*stakeholder.always).basis.kind;
      for (std::size_t s = 0; s < services; ++s) found_in(s, basis);
    }
    for (const auto& component : inventory.components) {
      const auto operated_by = component.instance.operated_by;
      if (!operated_by || !view.holds(ref(*operated_by)) || !view.graph().lies_under(ref(id), ref(*operated_by)))
        continue;
      const auto basis = std::min(component.basis, basis_of(view, ref(*operated_by)));
      for (const auto service : component.used_by) found_in(service, basis);
    }
    if (there.empty()) continue;
    auto& present = stakeholders.emplace_back(PresentStakeholder{id, {}});
    for (const auto& [service, basis] : there) present.services.push_back({service, basis});
  }
  return stakeholders;
}

/// The catalogue's order, whatever the order of the input.
void put_in_order(std::vector<Listed>& listed) {
  const auto key = [](const Listed& item) { return std::tie(item.instance->type, item.instance->code, item.used_by); };
  std::ranges::stable_sort(listed, [&](const Listed& a, const Listed& b) { return key(a) < key(b); });
}

}  // namespace

std::vector<AssetId> assets_of(const View& view, ComponentId type) {
  std::vector<AssetId> assets;
  for (const auto& [asset, how] : carried_by(view, ref(type))) assets.push_back(asset);
  return assets;
}

Inventory identify(const View& view, const Portfolio& portfolio) {
  std::vector<Listed> listed;
  std::vector<ByCode> own(portfolio.services.size());
  ByCode shared;
  for (const auto& instance : portfolio.shared) shared.emplace(instance.code, &instance);
  for (const auto& instance : portfolio.shared) {
    std::vector<std::size_t> used_by;
    for (std::size_t s = 0; s < portfolio.services.size(); ++s) {
      if (std::ranges::count(portfolio.services[s].uses, instance.code) != 0) used_by.push_back(s);
    }
    if (!used_by.empty()) listed.push_back({&instance, std::move(used_by), &shared, &shared, std::nullopt});
  }
  for (std::size_t s = 0; s < portfolio.services.size(); ++s) {
    const auto& service = portfolio.services[s];
    for (const auto& instance : service.instances) {
      own[s].emplace(instance.code, &instance);
      listed.push_back({&instance, {s}, &own[s], &shared, service.system_case});
    }
  }
  put_in_order(listed);
  Inventory inventory;
  for (const auto& item : listed) add(view, inventory, item);
  add_assets(view, inventory);
  inventory.stakeholders = present(view, inventory, portfolio.services.size());
  return inventory;
}

}  // namespace michibiki
