#include "engine/what_if/falling.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "engine/component_names.hpp"
#include "engine/explain/justify.hpp"
#include "engine/place.hpp"
#include "engine/what_if/counterparts.hpp"
#include "engine/what_if/rederive.hpp"

namespace michibiki {
namespace {

/// Of the same indicator, for the same services, however much of what they share.
bool same_frame(const Grade& a, const Grade& b) {
  return a.measure == b.measure && a.indicator == b.indicator && a.services == b.services;
}

/// Whether nothing but this value may turn out to be the one.
bool sure(const Grading& grading, const Grade& grade) {
  return std::ranges::all_of(grading.grades, [&](const Grade& other) {
    return !same_frame(grade, other) || (other.fact && other.value == grade.value);
  });
}

bool open(const Justification& justification, std::size_t conclusion) {
  return std::ranges::all_of(justification.ways[conclusion],
                             [&](std::size_t way) { return justification.steps[way].open; });
}

/// Takes components away, and what is part of them.
void erase(std::vector<Instance>& instances, std::set<std::string>& codes) {
  const auto goes = [&](const Instance& one) {
    return codes.contains(one.code) || (one.parent && codes.contains(*one.parent));
  };
  for (bool more = true; more;) {
    more = false;
    for (const auto& instance : instances) more = (goes(instance) && codes.insert(instance.code).second) || more;
  }
  std::erase_if(instances, goes);
}

Portfolio without(const Workings& here, const std::vector<ComponentAway>& components) {
  auto portfolio = here.portfolio;
  std::set<std::string> shared;
  std::vector<std::set<std::string>> of_service(portfolio.services.size());
  for (const auto& away : components) {
    const auto& component = here.derivation.inventory.components[away.component];
    const auto& code = component.instance.code;
    if (away.service || !is_shared(here.portfolio, component)) {
      of_service[away.service.value_or(component.used_by.front())].insert(code);
    } else {
      shared.insert(code);
    }
  }
  erase(portfolio.shared, shared);
  for (std::size_t s = 0; s < of_service.size(); ++s) {
    auto& service = portfolio.services[s];
    // What is part of a shared one goes with it; one that it does not use may be called as its own.
    auto& codes = of_service[s];
    std::ranges::copy_if(shared, std::inserter(codes, codes.end()),
                         [&](const std::string& code) { return std::ranges::count(service.uses, code) != 0; });
    auto used = portfolio.shared;
    std::erase_if(used, [&](const Instance& one) { return std::ranges::count(service.uses, one.code) == 0; });
    erase(used, codes);
    erase(service.instances, codes);
    std::erase_if(service.uses, [&](const std::string& code) { return codes.contains(code); });
  }
  return portfolio;
}

/// Conclusions of one derivation in another one from the same graph, of the same services.
class StandingThere {
 public:
  StandingThere(const Workings& here, const Justification& justification, const Workings& there)
      : here_(here), justification_(justification), there_(there), counterparts_(here, there) {
    std::vector<Conclusion> asked;
    for (const auto& conclusion : justification.conclusions) {
      same_.push_back(same_as(conclusion));
      asked.insert(asked.end(), same_.back().begin(), same_.back().end());
    }
    found_ = justify(there, asked);
    for (std::size_t i = 0; i < found_.conclusions.size(); ++i) positions_.emplace(found_.conclusions[i], i);
  }

  Aftermath all() && {
    Aftermath after;
    for (std::size_t i = 0; i < same_.size(); ++i) {
      auto& same = after.same.emplace_back();
      for (const auto& one : same_[i]) {
        if (const auto found = positions_.find(one); found != positions_.end()) same.push_back(found->second);
      }
      after.falling.falls.push_back(same.empty());
      after.falling.undecided.push_back(!same.empty() && decided_here(i) && !decided_there(i));
    }
    after.justification = std::move(found_);
    return after;
  }

 private:
  std::vector<Conclusion> same_as(const Conclusion& conclusion) const {
    if (const auto* value = std::get_if<HasValue>(&conclusion)) return same_values(grades(here_)[value->grade]);
    const auto carried = counterparts_(conclusion);
    if (!carried) return {};
    const auto* placed = std::get_if<IsPlaced>(&conclusion);
    if (placed != nullptr && chapter(here_, *placed) != chapter(there_, *placed)) return {};
    return {*carried};
  }

  std::vector<Conclusion> same_values(const Grade& grade) const {
    std::vector<Conclusion> same;
    for (const auto service : grade.services) {
      const auto more = same_for(grade, service);
      if (more.empty()) return {};
      for (const auto position : more) same.push_back(HasValue{position});
    }
    return same;
  }

  std::vector<std::size_t> same_for(const Grade& grade, std::size_t service) const {
    std::vector<std::size_t> same;
    for (std::size_t i = 0; i < grades(there_).size(); ++i) {
      const auto& other = grades(there_)[i];
      if (other.measure == grade.measure && other.indicator == grade.indicator && other.value == grade.value &&
          std::ranges::count(other.services, service) != 0)
        same.push_back(i);
    }
    return same;
  }

  bool decided_here(std::size_t position) const {
    const auto* value = std::get_if<HasValue>(&justification_.conclusions[position]);
    if (value != nullptr) return sure(here_.derivation.grading, grades(here_)[value->grade]);
    return !open(justification_, position);
  }

  bool decided_there(std::size_t position) const {
    const auto* value = std::get_if<HasValue>(&justification_.conclusions[position]);
    if (value != nullptr) return sure_there(grades(here_)[value->grade]);
    return !open(found_, positions_.at(same_[position].front()));
  }

  bool sure_there(const Grade& grade) const {
    return std::ranges::all_of(grade.services, [&](std::size_t service) {
      return std::ranges::any_of(same_for(grade, service), [&](std::size_t position) {
        return sure(there_.derivation.grading, grades(there_)[position]);
      });
    });
  }

  static const std::vector<Grade>& grades(const Workings& of) { return of.derivation.grading.grades; }
  static std::optional<ChapterId> chapter(const Workings& of, const IsPlaced& placed) {
    return place(of.view, placed.measure).chapter;
  }

  const Workings& here_;
  const Justification& justification_;
  const Workings& there_;
  Counterparts counterparts_;
  std::vector<std::vector<Conclusion>> same_;  ///< parallel to the conclusions: which of the other ones it would be
  Justification found_;
  std::map<Conclusion, std::size_t> positions_;  ///< in `found_`
};

}  // namespace

Falling falling_without(const Workings& here, const Justification& justification, const std::vector<FactId>& facts,
                        const std::vector<ComponentAway>& components) {
  return aftermath_of(here, justification, facts, components).falling;
}

Aftermath aftermath_of(const Workings& here, const Justification& justification, const std::vector<FactId>& facts,
                       const std::vector<ComponentAway>& components) {
  const auto view = here.view.without(facts);
  const auto portfolio = without(here, components);
  const auto again = rederive(here, view, portfolio);
  return StandingThere(here, justification, {view, portfolio, again.derivation}).all();
}

}  // namespace michibiki
