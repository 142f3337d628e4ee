#include "engine/what_if/counterparts.hpp"

#include "engine/component_names.hpp"

namespace michibiki {
namespace {

/// Names that hold no positions; parts are kept apart by what no id has.
class Names {
 public:
  explicit Names(const Workings& of) : of_(of), catalog_(of.view.catalog()) {}

  std::string service(std::size_t position) const { return of_.portfolio.services[position].code + '\n'; }
  std::string services(const std::vector<std::size_t>& positions) const {
    std::string text;
    for (const auto position : positions) text += service(position);
    return text;
  }
  std::string component(std::size_t position) const {
    const auto& component = of_.derivation.inventory.components[position];
    const auto owner = is_shared(of_.portfolio, component) ? std::string("\n") : service(component.used_by.front());
    return owner + component.instance.code + '\n' + code(component.instance.type);
  }
  std::string asset(std::size_t position) const {
    const auto& item = of_.derivation.inventory.assets[position];
    return (item.component ? component(*item.component) : std::string()) + '\n' + code(item.asset);
  }
  std::string exposure(std::size_t position) const {
    const auto& exposure = of_.derivation.analysis.exposures[position];
    return asset(exposure.asset) + '\n' + code(exposure.threat) + '\n' + code(exposure.property) + '\n' +
           code(exposure.vulnerability);
  }
  std::string grade(std::size_t position) const {
    const auto& grade = of_.derivation.grading.grades[position];
    return code(grade.measure) + '\n' + catalog_.measures[grade.measure].indicators[grade.indicator].key + '\n' +
           services(grade.services) + code(grade.pattern);
  }

  template <typename T>
  std::string code(Id<T> id) const {
    return catalog_.entry(ref(id)).code;
  }
  template <typename T>
  std::string code(std::optional<Id<T>> id) const {
    return id ? code(*id) : std::string();
  }

 private:
  const Workings& of_;
  const Catalog& catalog_;
};

/// Carries a conclusion over, part by part; a part that is not there leaves none.
class Carrier {
 public:
  Carrier(const Workings& here, const Workings& there)
      : names_(here), from_(here.view.catalog()), to_(there.view.catalog()) {}

  bool complete() const { return complete_; }

  template <typename Value>
  void position(const std::map<std::string, Value>& known, const std::string& name, Value& value) {
    const auto found = known.find(name);
    if (found == known.end()) {
      complete_ = false;
    } else {
      value = found->second;
    }
  }
  void entry(EntryRef& entry) {
    const auto found = to_.find(entry.kind, from_.entry(entry).code);
    complete_ = complete_ && found.has_value();
    if (found) entry = *found;
  }
  template <typename T>
  void id(Id<T>& id) {
    auto carried = ref(id);
    entry(carried);
    id = Id<T>{carried.index};
  }
  template <typename T>
  void id(std::optional<Id<T>>& maybe) {
    if (maybe) id(*maybe);
  }
  const Names& names() const { return names_; }
  const Catalog& from() const { return from_; }

 private:
  Names names_;
  const Catalog& from_;
  const Catalog& to_;
  bool complete_ = true;
};

}  // namespace

Counterparts::Counterparts(const Workings& here, const Workings& there) : here_(here), there_(there) {
  const Names names(there);
  const auto& derivation = there.derivation;
  for (std::size_t i = 0; i < there.portfolio.services.size(); ++i) services_.emplace(names.service(i), i);
  for (std::size_t i = 0; i < derivation.inventory.components.size(); ++i) components_.emplace(names.component(i), i);
  for (std::size_t i = 0; i < derivation.inventory.assets.size(); ++i) assets_.emplace(names.asset(i), i);
  for (std::size_t i = 0; i < derivation.analysis.exposures.size(); ++i) exposures_.emplace(names.exposure(i), i);
  for (std::size_t i = 0; i < derivation.grading.grades.size(); ++i) grades_.emplace(names.grade(i), i);
  const auto& links = there.view.catalog().links;
  for (std::size_t i = 0; i < links.size(); ++i) links_.emplace(links[i].code, LinkId{i});
}

std::optional<Conclusion> Counterparts::operator()(const Conclusion& conclusion) const {
  Carrier carry(here_, there_);
  const auto& names = carry.names();
  auto carried = conclusion;
  struct Visitor {
    const Counterparts& known;
    Carrier& carry;
    const Names& names;

    void service(std::size_t& position) const { carry.position(known.services_, names.service(position), position); }
    void exposure(std::size_t& position) const { carry.position(known.exposures_, names.exposure(position), position); }

    void operator()(MayRequireLevel& of) const {
      service(of.service);
      carry.id(of.property);
      carry.id(of.level);
    }
    void operator()(MayBeOfPattern& of) const {
      service(of.service);
      carry.id(of.pattern);
    }
    void operator()(HasComponent& of) const {
      carry.position(known.components_, names.component(of.component), of.component);
    }
    void operator()(HasStakeholder& of) const {
      service(of.service);
      carry.id(of.stakeholder);
    }
    void operator()(HasAsset& of) const { carry.position(known.assets_, names.asset(of.asset), of.asset); }
    void operator()(IsOfNature& of) const {
      carry.id(of.asset);
      carry.id(of.nature);
    }
    void operator()(HarmsProperty& of) const {
      carry.id(of.threat);
      carry.id(of.property);
    }
    void operator()(WorksBy& of) const {
      carry.id(of.threat);
      carry.id(of.mechanism);
      carry.id(of.property);
    }
    void operator()(ActsOn& of) const {
      carry.id(of.mechanism);
      carry.id(of.nature);
      carry.id(of.property);
    }
    void operator()(IsWeak& of) const {
      carry.id(of.vulnerability);
      carry.id(of.asset);
      carry.id(of.threat);
    }
    void operator()(IsExposed& of) const {
      exposure(of.exposure);
      if (of.within) carry.position(known.links_, carry.from().link(*of.within).code, *of.within);
    }
    void operator()(IsCalledFor& of) const {
      carry.entry(of.entry);
      if (of.exposure) exposure(*of.exposure);
    }
    void operator()(IsDrawnFrom& of) const {
      carry.id(of.measure);
      carry.entry(of.origin);
    }
    void operator()(IsOfClass& of) const { carry.id(of.measure); }
    void operator()(IsPlaced& of) const { carry.id(of.measure); }
    void operator()(HasValue& of) const { carry.position(known.grades_, names.grade(of.grade), of.grade); }
  };
  std::visit(Visitor{*this, carry, names}, carried);
  return carry.complete() ? std::optional(carried) : std::nullopt;
}

}  // namespace michibiki
