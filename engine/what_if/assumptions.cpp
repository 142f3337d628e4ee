#include "engine/what_if/assumptions.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/called_for.hpp"
#include "engine/explain/justify.hpp"
#include "engine/explain/reasons.hpp"
#include "engine/what_if/blockers.hpp"
#include "engine/what_if/counterparts.hpp"

namespace michibiki {
namespace {

class Assuming {
 public:
  Assuming(const Workings& workings, const WiderWorld& wider)
      : workings_(workings), wider_(wider), there_(wider.workings()), base_(wider.base), catalog_(base_.catalog()) {}

  Assumptions of(const Missed& missed) {
    found_ = found_of(there_, missed);
    for (const auto& conclusion : found_) believed_in_.merge(patterns_to_believe_in(conclusion));
    auto roots = found_;
    for (const auto& conclusion : found_) {
      if (const auto needed = called_behind(conclusion)) roots.push_back(*needed);
    }
    for (std::size_t s = 0; s < there_.portfolio.services.size(); ++s) {
      for (const auto pattern : there_.derivation.classifications[s].patterns)
        roots.push_back(MayBeOfPattern{s, pattern});
    }
    rewrite(justify(there_, roots));
    for (const auto& conclusion : found_) {
      if (const auto position = result_.justification.find(conclusion)) result_.wanted.push_back(*position);
    }
    find_holding();
    const Blockers blockers(base_, there_, result_.justification);
    for (const auto& step : result_.justification.steps) result_.steps.push_back(labelled(step, blockers));
    return std::move(result_);
  }

 private:
  /// A measure has a chapter and a class whether it is called for or not; nobody asks about those that are not.
  std::optional<Conclusion> called_behind(const Conclusion& conclusion) const {
    if (const auto* placed = std::get_if<IsPlaced>(&conclusion)) return IsCalledFor{ref(placed->measure), {}};
    if (const auto* classed = std::get_if<IsOfClass>(&conclusion)) return IsCalledFor{ref(classed->measure), {}};
    return std::nullopt;
  }

  // Steps that differ here from what the wider world says

  void rewrite(Justification all) {
    std::map<Conclusion, std::size_t> positions;
    for (std::size_t i = 0; i < all.conclusions.size(); ++i) positions.emplace(all.conclusions[i], i);
    auto& kept = result_.justification;
    kept.conclusions = all.conclusions;
    kept.roots = all.roots;
    kept.ways.resize(all.conclusions.size());
    const auto keep = [&](Step step) {
      kept.ways[step.conclusion].push_back(kept.steps.size());
      kept.steps.push_back(std::move(step));
    };
    for (auto& step : all.steps) {
      switch (step.kind) {
        case StepKind::pattern_fits:
          keep(fitting(std::move(step), all, positions));
          break;
        case StepKind::counters:
        case StepKind::mitigates:
        case StepKind::involves:
          for (auto& one : by_pattern(step, all, positions)) keep(std::move(one));
          break;
        case StepKind::requires_other:
          if (!answers_what_is_missed(all.conclusions[step.conclusion])) keep(std::move(step));
          break;
        case StepKind::placed:
        case StepKind::measure_class:
          if (const auto needed = called_behind(all.conclusions[step.conclusion])) {
            const auto called = positions.find(*needed);
            if (called == positions.end()) break;
            step.premises.push_back(called->second);
          }
          keep(std::move(step));
          break;
        default:
          keep(std::move(step));
      }
    }
  }

  /// A service may be of a pattern that trust hides, but has no values of it.
  std::set<Conclusion> patterns_to_believe_in(const Conclusion& conclusion) const {
    if (std::holds_alternative<MayBeOfPattern>(conclusion)) return {conclusion};
    const auto* value = std::get_if<HasValue>(&conclusion);
    if (value == nullptr) return {};
    const auto& grade = there_.derivation.grading.grades[value->grade];
    std::set<Conclusion> patterns;
    for (const auto service : grade.services) {
      if (grade.pattern) patterns.insert(MayBeOfPattern{service, *grade.pattern});
    }
    return patterns;
  }

  /// What is required at an exposure answers nothing there.
  bool answers_what_is_missed(const Conclusion& conclusion) const {
    const auto* called = std::get_if<IsCalledFor>(&conclusion);
    return called != nullptr && called->exposure && std::ranges::count(found_, conclusion) != 0;
  }

  /// A pattern that trust hides is, if it is one, what it is said to be; of one that holds a level that is hidden may be any.
  Step fitting(Step step, const Justification& all, const std::map<Conclusion, std::size_t>& positions) const {
    const auto& of = std::get<MayBeOfPattern>(all.conclusions[step.conclusion]);
    const auto& pattern = catalog_.patterns[of.pattern];
    const bool to_believe_in = believed_in_.contains(all.conclusions[step.conclusion]);
    const bool stays_hidden = !to_believe_in && base_.standing(pattern.fact) == Standing::distrusted;
    step.facts = stays_hidden ? std::vector<AnyFact>{} : std::vector<AnyFact>{{pattern.fact}};
    step.premises.clear();
    for (const auto& [property, level] : pattern.levels) {
      const auto premise = positions.find(MayRequireLevel{of.service, property, level.value});
      const bool counts = stays_hidden || base_.holds(level.fact);
      if (premise != positions.end() && counts && base_.holds(ref(property))) step.premises.push_back(premise->second);
    }
    return step;
  }

  /// A pattern, or a level of trust, that would do for one that is limited to patterns.
  struct Option {
    std::size_t pattern = 0;  ///< position of the conclusion
    std::optional<FactId> restored;
  };

  /// None: nothing limits it in the world as it is.
  std::optional<std::vector<Option>> options(EntryRef entry, const std::vector<std::size_t>& services,
                                             const std::map<Conclusion, std::size_t>& positions) const {
    const auto& limit = patterns_of(catalog_, entry);
    const auto believed = [&](const Sourced<PatternId>& member) { return base_.holds(member.fact); };
    if (std::ranges::none_of(limit, believed)) return std::nullopt;
    std::vector<Option> found;
    for (const auto& member : limit) {
      for (const auto service : services) {
        const auto pattern = positions.find(MayBeOfPattern{service, member.value});
        if (pattern == positions.end()) continue;
        const bool absent = base_.standing(member.fact) == Standing::absent;
        found.push_back({pattern->second, absent ? std::optional(member.fact) : std::nullopt});
      }
    }
    return found;
  }

  std::vector<std::size_t> services_of(const Step& step, const Justification& all) const {
    for (const auto premise : step.premises) {
      if (const auto* there = std::get_if<HasStakeholder>(&all.conclusions[premise])) return {there->service};
      if (const auto* exposed = std::get_if<IsExposed>(&all.conclusions[premise]))
        return concerned(there_.derivation.inventory, there_.derivation.analysis.exposures[exposed->exposure],
                         there_.portfolio.services.size());
    }
    return {};
  }

  std::vector<EntryRef> members_of(const Step& step, const Justification& all) const {
    const auto entry = std::get<IsCalledFor>(all.conclusions[step.conclusion]).entry;
    if (step.kind == StepKind::involves || !step.link) return {entry};
    const auto& link = catalog_.link(*step.link);
    return link.join == Join::any ? std::vector{entry} : link.from;
  }

  std::vector<Step> by_pattern(const Step& step, const Justification& all,
                               const std::map<Conclusion, std::size_t>& positions) const {
    auto plain = step;
    std::erase_if(plain.premises, [&](std::size_t premise) {
      return std::holds_alternative<MayBeOfPattern>(all.conclusions[premise]);
    });
    std::vector<Step> steps{plain};
    const auto services = services_of(step, all);
    for (const auto member : members_of(step, all)) {
      for (auto& one : steps) {
        std::erase_if(one.facts, [&](const AnyFact& any) {
          return std::ranges::count(patterns_of(catalog_, member), any.front(), &Sourced<PatternId>::fact) != 0;
        });
      }
      const auto any = options(member, services, positions);
      if (!any) continue;
      std::vector<Step> more;
      for (const auto& so_far : steps) {
        for (const auto& option : *any) {
          more.push_back(so_far);
          if (std::ranges::count(so_far.premises, option.pattern) == 0) more.back().premises.push_back(option.pattern);
          if (option.restored) more.back().facts.push_back({*option.restored});
        }
      }
      steps = std::move(more);
    }
    return steps;
  }

  // What is so already

  void find_holding() {
    const Workings here{base_, workings_.portfolio, workings_.derivation};
    const Counterparts counterparts(there_, here);
    std::vector<std::optional<Conclusion>> carried;
    std::vector<Conclusion> asked;
    for (const auto& conclusion : result_.justification.conclusions) {
      carried.push_back(counterparts(conclusion));
      if (carried.back()) asked.push_back(*carried.back());
    }
    result_.here = justify(here, asked);
    const auto shortest = shortest_ways(result_.here, catalog_);
    std::map<Conclusion, std::size_t> places;
    for (std::size_t i = 0; i < shortest.size(); ++i) places.emplace(result_.here.conclusions[i], i);
    for (const auto& conclusion : carried) {
      const auto place = conclusion && !is_hidden(*conclusion) ? places.find(*conclusion) : places.end();
      result_.holding.push_back(place != places.end());
      result_.made_by.push_back(place != places.end() ? shortest[place->second] : 0);
    }
    // What is missed is not so; a hidden pattern, or a chapter of what is not called for, is only not ruled out.
    for (const auto position : result_.wanted) result_.holding[position] = false;
  }

  /// It is not ruled out, but what is missed takes that it is believed in: a pattern; or what spares a property, which spares nothing before.
  bool is_hidden(const Conclusion& conclusion) const {
    if (const auto* fits = std::get_if<MayBeOfPattern>(&conclusion))
      return believed_in_.contains(conclusion) && !base_.holds(ref(fits->pattern));
    const auto* acts = std::get_if<ActsOn>(&conclusion);
    return acts != nullptr && acts->property && !base_.holds(ref(*acts->property));
  }

  // What a step needs that is not so

  LabelledStep labelled(const Step& step, const Blockers& blockers) {
    LabelledStep labelled{step.conclusion, step.premises, {}};
    if (result_.holding[step.conclusion]) return labelled;
    if (const auto* level = std::get_if<MayRequireLevel>(&result_.justification.conclusions[step.conclusion])) {
      ProposedEdit edit;
      edit.kind = EditKind::require_level;
      edit.service = level->service;
      edit.property = level->property;
      edit.level = level->level;
      labelled.conditions.push_back(if_assumed(number_of(edit)));
      for (const auto entry : {ref(level->property), ref(level->level)}) {
        if (auto condition = any_of({catalog_.entry(entry).fact})) labelled.conditions.push_back(std::move(*condition));
      }
      return labelled;
    }
    for (const auto& any : step.facts) {
      auto condition = any_of(any);
      if (condition) labelled.conditions.push_back(std::move(*condition));
    }
    if (const auto* component = std::get_if<HasComponent>(&result_.justification.conclusions[step.conclusion])) {
      if (const auto edit = adding(there_.derivation.inventory.components[component->component]))
        labelled.conditions.push_back(if_assumed(number_of(*edit)));
    }
    for (const auto fact : blockers.of(step))
      labelled.conditions.push_back(if_assumed(number_of(about(EditKind::take_away, fact))));
    return labelled;
  }

  /// None where one of the facts holds.
  std::optional<Label> any_of(const AnyFact& any) {
    const auto holds = [&](FactId fact) { return base_.holds(fact); };
    if (std::ranges::any_of(any, holds)) return std::nullopt;
    Label label;
    for (const auto fact : any) {
      const auto environment = Environment{number_of(about(kind_of(fact), fact))};
      if (std::ranges::count(label.environments, environment) == 0) label.environments.push_back(environment);
    }
    std::ranges::sort(label.environments, comes_before);
    return label;
  }

  EditKind kind_of(FactId fact) const {
    if (fact.index() >= workings_.view.catalog().facts.size()) return EditKind::state;
    return base_.standing(fact) == Standing::distrusted ? EditKind::believe : EditKind::restore;
  }

  static ProposedEdit about(EditKind kind, FactId fact) {
    ProposedEdit edit;
    edit.kind = kind;
    edit.fact = fact;
    return edit;
  }

  /// A component that only the wider world has.
  std::optional<ProposedEdit> adding(const InventoryComponent& component) const {
    for (const auto& edit : wider_.added) {
      const auto instance = added_instance(catalog_, workings_.portfolio, edit);
      if (component.used_by == std::vector{edit.service} && component.instance.code == instance.code) return edit;
    }
    return std::nullopt;
  }

  std::size_t number_of(const ProposedEdit& edit) {
    const auto [known, added] = numbers_.try_emplace(edit, result_.edits.size());
    if (added) result_.edits.push_back(edit);
    return known->second;
  }

  const Workings& workings_;
  const WiderWorld& wider_;
  Workings there_;
  const View& base_;
  const Catalog& catalog_;
  std::vector<Conclusion> found_;     ///< in the wider world, of what is missed
  std::set<Conclusion> believed_in_;  ///< the patterns that it takes more of than that they are not ruled out
  Assumptions result_;
  std::map<ProposedEdit, std::size_t> numbers_;
};

}  // namespace

Assumptions assumptions(const Workings& workings, const WiderWorld& wider, const Missed& missed) {
  return Assuming(workings, wider).of(missed);
}

bool contradict(const std::vector<ProposedEdit>& edits, const Environment& environment) {
  for (const auto a : environment) {
    for (const auto b : environment) {
      if (a < b && edits[a].kind == EditKind::require_level && edits[b].kind == EditKind::require_level &&
          edits[a].service == edits[b].service && edits[a].property == edits[b].property)
        return true;
    }
  }
  return false;
}

}  // namespace michibiki
