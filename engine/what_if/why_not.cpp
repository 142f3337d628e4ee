#include "engine/what_if/why_not.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "engine/explain/justify.hpp"
#include "engine/explain/reasons.hpp"
#include "engine/published_value.hpp"
#include "engine/what_if/counterparts.hpp"
#include "engine/what_if/rederive.hpp"
#include "engine/what_if/what_if.hpp"
#include "model/successors.hpp"

namespace michibiki {
namespace {

/// One after the other until something is found: of many edits few, as what is hidden may hide much behind it.
constexpr std::array depths{LabelLimits{4, 64}, LabelLimits{8, 16}, LabelLimits{most_edits, 4}};
/// Of so many edits every part is derived with.
constexpr std::size_t every_part_of = depths.front().size;

std::vector<ProposedEdit> edits_of(const Assumptions& assumptions, const Environment& environment) {
  std::vector<ProposedEdit> edits;
  for (const auto number : environment) edits.push_back(assumptions.edits[number]);
  return edits;
}

bool satisfied(const LabelledStep& step, const Environment& environment) {
  return std::ranges::all_of(step.conditions, [&](const Label& condition) {
    return std::ranges::any_of(condition.environments,
                               [&](const Environment& one) { return within(one, environment); });
  });
}

/// Makes edits, and looks whether what is missed appears.
class Trial {
 public:
  Trial(const Workings& workings, const WhyNot& why, const Missed& missed)
      : here_{why.wider.base, workings.portfolio, workings.derivation}, why_(why), missed_(missed) {}

  struct Outcome {
    View view;
    Portfolio portfolio;
    Derivation derivation;
  };
  Outcome derived(const Environment& environment) const {
    const auto edits = edits_of(why_.assumptions, environment);
    auto view = edited(here_.view, edits);
    auto portfolio = edited(here_.view.catalog(), here_.portfolio, edits);
    auto derivation = rederive(here_, view, portfolio).derivation;
    return {std::move(view), std::move(portfolio), std::move(derivation)};
  }

  /// A service whose levels no pattern has is refused, whatever would follow from it.
  struct Refused {
    std::size_t service = 0;
    std::vector<RequiredLevel> levels;
  };
  std::optional<Refused> refused(const Environment& environment) const {
    const auto made = derived(environment);
    const auto& classifications = made.derivation.classifications;
    for (std::size_t i = 0; i < classifications.size(); ++i) {
      if (is_outside(made.derivation, i)) return Refused{i, classifications[i].levels};
    }
    return std::nullopt;
  }

  bool appears(const Environment& environment) {
    const auto [known, added] = known_.try_emplace(environment, false);
    if (added) {
      const auto made = derived(environment);
      known->second =
          !outside(made.derivation) && !found_of({made.view, made.portfolio, made.derivation}, missed_).empty();
    }
    return known->second;
  }

  /// The smallest parts of it that do, itself among them: what takes away by holding may make more of less. Of many edits one part, none of
  /// which can be left out.
  std::vector<Environment> smallest(const Environment& environment) {
    if (environment.size() > every_part_of) return without_needless(environment);
    std::vector<Environment> parts;
    const auto all = std::size_t{1} << environment.size();
    for (std::size_t members = 1; members < all; ++members) {
      auto& part = parts.emplace_back();
      for (std::size_t i = 0; i < environment.size(); ++i) {
        if ((members >> i & 1U) != 0) part.push_back(environment[i]);
      }
    }
    std::ranges::sort(parts, comes_before);
    std::vector<Environment> found;
    for (const auto& part : parts) {
      const auto inside = [&](const Environment& one) { return within(one, part); };
      if (std::ranges::none_of(found, inside) && appears(part)) found.push_back(part);
    }
    return found;
  }

  const Workings& here() const { return here_; }

 private:
  std::vector<Environment> without_needless(Environment environment) {
    if (!appears(environment)) return {};
    for (std::size_t i = 0; i < environment.size();) {
      auto part = environment;
      part.erase(part.begin() + static_cast<std::ptrdiff_t>(i));
      if (appears(part)) {
        environment = std::move(part);
        i = 0;  // what was needed beside it may be no longer
      } else {
        ++i;
      }
    }
    return {environment};
  }

  /// Unless it was so before.
  bool is_outside(const Derivation& derivation, std::size_t service) const {
    return derivation.classifications[service].fits_none() && !here_.derivation.classifications[service].fits_none();
  }
  bool outside(const Derivation& derivation) const {
    for (std::size_t i = 0; i < derivation.classifications.size(); ++i) {
      if (is_outside(derivation, i)) return true;
    }
    return false;
  }

  Workings here_;
  const WhyNot& why_;
  const Missed& missed_;
  std::map<Environment, bool> known_;
};

/// From what holds already, by steps that the assumptions allow.
std::vector<std::size_t> reason_under(const Assumptions& assumptions, const Catalog& catalog,
                                      const Environment& environment) {
  auto justification = assumptions.justification;
  for (std::size_t i = 0; i < justification.steps.size(); ++i) {
    auto& step = justification.steps[i];
    if (assumptions.holding[step.conclusion]) {
      step.premises.clear();
    } else if (!satisfied(assumptions.steps[i], environment)) {
      step.premises.push_back(step.conclusion);  // nothing stands on itself
    }
  }
  const auto follows = following(justification, [](const Step&) { return true; });
  const auto shortest = shortest_ways(justification, catalog);
  std::vector<std::size_t> best;
  for (const auto wanted : assumptions.wanted) {
    if (!follows[wanted]) continue;
    auto reason = reason_by(justification, shortest, wanted);
    if (best.empty() || reason.size() < best.size()) best = std::move(reason);
  }
  return best;
}

std::vector<ExposureCode> newly_open(const Workings& before, const Workings& after) {
  std::vector<ExposureCode> found;
  for (const auto& open : open_only_in(after, before))
    found.push_back(code_of(after.view.catalog(), after.portfolio, after.derivation, open.exposure));
  std::ranges::sort(found);
  return found;
}

std::vector<ExposureCode> uncovered_of(const std::vector<ExposureCode>& open, const Conclusions& after) {
  std::vector<ExposureCode> found;
  for (const auto& code : open) {
    if (after.exposures.at(code).status == CoverageStatus::uncovered) found.push_back(code);
  }
  return found;
}

/// What of the service one derivation has and the other has not.
Remedy::Parts parts_only_in(const Workings& here, const Workings& there) {
  const Counterparts counterparts(here, there);
  const auto& inventory = here.derivation.inventory;
  Remedy::Parts parts;
  for (std::size_t i = 0; i < inventory.components.size(); ++i) {
    if (!counterparts(HasComponent{i})) ++parts.components;
  }
  for (std::size_t i = 0; i < inventory.assets.size(); ++i) {
    if (!counterparts(HasAsset{i})) ++parts.assets;
  }
  return parts;
}

bool stated_here_only(EntryKind kind) {
  switch (kind) {
    case EntryKind::measure:
    case EntryKind::control:
    case EntryKind::component:
    case EntryKind::asset:
    case EntryKind::stakeholder:
    case EntryKind::threat:
    case EntryKind::vulnerability:
    case EntryKind::pattern:
    case EntryKind::property:
    case EntryKind::level:
    case EntryKind::chapter:
    case EntryKind::measure_class:
      return false;
    default:
      return true;
  }
}

bool are_replaced(const Catalog& catalog, const std::vector<EntryRef>& entries) {
  const auto replaced = [&, successors = successors_in(catalog)](EntryRef entry) {
    return catalog.withdrawn.contains(entry) &&
           !standing_for(catalog, successors, entry.kind, catalog.entry(entry).code).empty();
  };
  return !entries.empty() && std::ranges::all_of(entries, replaced);
}

bool is_called_for(const Derivation& derivation, MeasureId measure) {
  return std::ranges::count(derivation.selection.measures, measure, &SelectedMeasure::measure) != 0;
}

Never why_never(const Catalog& catalog, const Missed& missed) {
  const auto& entries = missed.entries;
  const bool named = !entries.empty() || !missed.component.empty() || missed.level || missed.indicator ||
                     !missed.exposures.empty() || missed.value;
  if (!named) return Never::no_conclusion;
  const auto no_item = [&](EntryRef entry) { return stated_here_only(entry.kind); };
  const auto heading = [&](EntryRef entry) { return catalog.entry(entry).group; };
  if (!entries.empty() && std::ranges::all_of(entries, no_item)) return Never::no_conclusion;
  if (!entries.empty() && std::ranges::all_of(entries, heading)) return Never::heading;
  return Never::no_way;
}

std::vector<EntryRef> entries_of(const Missed& missed) {
  auto entries = missed.entries;
  if (missed.answer) entries.push_back(*missed.answer);
  if (missed.indicator) entries.push_back(ref(missed.indicator->first));
  if (missed.value) entries.push_back(ref(missed.value->measure));
  return entries;
}

class Search {
 public:
  Search(const Workings& workings, const Missed& missed, WhyNot& why)
      : why_(why), trial_(workings, why, missed), catalog_(why.wider.base.catalog()) {
    for (const auto entry : entries_of(missed)) itself_.insert(catalog_.entry(entry).fact);
  }

  void run(const Told& told) {
    for (const auto& limits : depths) {
      search(limits, told);
      if (!why_.remedies.empty() || !why_.cut) break;
    }
    std::ranges::stable_sort(why_.remedies, {}, [](const Remedy& one) {
      return std::tuple(one.edits.size(), !one.itself, one.stage, one.edits);
    });
    why_.by_service = std::ranges::any_of(
        why_.remedies, [](const Remedy& one) { return std::ranges::all_of(one.edits, &ProposedEdit::of_service); });
  }

 private:
  void search(const LabelLimits& limits, const Told& told) {
    const auto& assumptions = why_.assumptions;
    const auto contradicts = [&](const Environment& one) { return contradict(assumptions.edits, one); };
    const auto found = labels(assumptions.holding, assumptions.steps, limits, contradicts);
    Label label;
    for (const auto wanted : assumptions.wanted) label = either(label, found[wanted], limits);
    why_.cut = label.cut;
    std::map<Environment, Environment> working;  // with that by which it was come to
    auto environments = label.environments;
    for (std::size_t i = 0; i < environments.size(); ++i) {
      if (told) told(i, environments.size());
      const auto environment = environments[i];  // the list grows meanwhile
      if (environment.empty()) continue;
      auto parts = trial_.smallest(environment);
      for (auto& part : parts) working.try_emplace(std::move(part), environment);
      if (!parts.empty()) continue;
      for (auto& one : with_a_pattern(environment)) {
        if (one.size() <= limits.size && std::ranges::count(environments, one) == 0) environments.push_back(one);
      }
    }
    const auto before = conclude(trial_.here().view, trial_.here().portfolio, trial_.here().derivation);
    for (const auto& [environment, reached_by] : working) {
      const auto smaller = [&, &made = environment](const auto& one) {
        return one.first != made && within(one.first, made);
      };
      if (std::ranges::none_of(working, smaller)) why_.remedies.push_back(remedy(environment, reached_by, before));
    }
  }

  /// Where levels are required that no pattern has: with others, or with a pattern that does not count yet, so that one has them.
  std::vector<Environment> with_a_pattern(const Environment& environment) {
    std::vector<Environment> found;
    const auto refused = trial_.refused(environment);
    if (!refused) return found;
    for (std::size_t i = 0; i < catalog_.patterns.size(); ++i) {
      if (catalog_.patterns.at(i).group) continue;
      if (auto one = with_pattern(environment, *refused, PatternId{i})) found.push_back(std::move(*one));
    }
    return found;
  }

  /// Of a pattern that counts, and has these levels: what it takes more.
  std::optional<Environment> with_pattern(Environment environment, const Trial::Refused& refused, PatternId id) {
    const auto& pattern = catalog_.patterns[id];
    const auto& base = why_.wider.base;
    if (!base.holds(pattern.fact)) {
      ProposedEdit edit;
      edit.kind = base.standing(pattern.fact) == Standing::distrusted ? EditKind::believe : EditKind::restore;
      edit.fact = pattern.fact;
      add_once(environment, number_of(edit));
    }
    for (const auto& required : refused.levels) {
      const auto wanted = pattern.levels.find(required.property);
      if (wanted == pattern.levels.end() || !base.holds(wanted->second.fact) ||
          std::ranges::count(required.possible, wanted->second.value) != 0)
        continue;
      ProposedEdit edit;
      edit.kind = EditKind::require_level;
      edit.service = refused.service;
      edit.property = required.property;
      edit.level = wanted->second.value;
      add_once(environment, number_of(edit));
    }
    std::ranges::sort(environment);
    if (contradict(why_.assumptions.edits, environment)) return std::nullopt;
    return environment;
  }

  static void add_once(Environment& environment, std::size_t number) {
    if (std::ranges::count(environment, number) == 0) environment.push_back(number);
  }

  std::size_t number_of(const ProposedEdit& edit) {
    auto& edits = why_.assumptions.edits;
    const auto known = std::ranges::find(edits, edit);
    if (known != edits.end()) return static_cast<std::size_t>(known - edits.begin());
    edits.push_back(edit);
    return edits.size() - 1;
  }

  Remedy remedy(const Environment& environment, const Environment& reached_by, const Conclusions& before) const {
    Remedy remedy;
    remedy.edits = edits_of(why_.assumptions, environment);
    std::ranges::sort(remedy.edits);
    remedy.steps = reason_under(why_.assumptions, catalog_, environment);
    if (remedy.steps.empty()) remedy.steps = reason_under(why_.assumptions, catalog_, reached_by);
    std::optional<StepKind> first;
    for (const auto step : remedy.steps) {
      const auto kind = why_.assumptions.justification.steps[step].kind;
      if (!why_.needed_by(step, remedy).empty() && (!first || kind < *first)) first = kind;
    }
    remedy.stage = first.value_or(StepKind::value_strictest);
    remedy.itself = std::ranges::all_of(
        remedy.edits, [&](const ProposedEdit& edit) { return edit.fact && itself_.contains(*edit.fact); });
    const auto made = trial_.derived(environment);
    const auto after = conclude(made.view, made.portfolio, made.derivation);
    remedy.changes = difference(before, after);
    const Workings changed{made.view, made.portfolio, made.derivation};
    remedy.changed_values = changed_values(trial_.here(), changed).size();
    remedy.come = parts_only_in(changed, trial_.here());
    remedy.go = parts_only_in(trial_.here(), changed);
    remedy.newly_open = newly_open(trial_.here(), changed);
    remedy.uncovered = uncovered_of(remedy.newly_open, after);
    return remedy;
  }

  WhyNot& why_;
  Trial trial_;
  const Catalog& catalog_;
  std::set<FactId> itself_;
};

}  // namespace

std::vector<ProposedEdit> WhyNot::needed_by(std::size_t step, const Remedy& remedy) const {
  std::vector<ProposedEdit> needed;
  const auto& labelled = assumptions.steps[step];
  if (assumptions.holding[labelled.conclusion]) return needed;
  for (const auto& condition : labelled.conditions) {
    for (const auto& environment : condition.environments) {
      for (const auto number : environment) {
        const auto& edit = assumptions.edits[number];
        const bool made = std::ranges::count(remedy.edits, edit) != 0;
        if (made && std::ranges::count(needed, edit) == 0) needed.push_back(edit);
      }
    }
  }
  return needed;
}

namespace {

/// So many statements the world is widened by when nothing near was found; with more it would be too wide to look through.
constexpr std::size_t most_far_statements = 400;

/// Whether they were more.
bool cut_to_most(Candidates& far) {
  const bool more = far.links.size() + far.harms.size() > most_far_statements;
  if (more) {
    far.harms.resize(std::min(far.harms.size(), most_far_statements));
    far.links.resize(std::min(far.links.size(), most_far_statements - far.harms.size()));
  }
  return more;
}

WhyNot looked_for(const Workings& workings, const Missed& missed, Candidates among, const Told& told) {
  auto wider = wider_world(workings, missed, std::move(among));
  auto assumed = assumptions(workings, wider, missed);
  WhyNot why{std::move(wider), std::move(assumed), false, {}, {}, false, false, false, false};
  why.only_value = missed.value && is_called_for(workings.derivation, missed.value->measure);
  Search(workings, missed, why).run(told);
  if (why.remedies.empty()) why.never = why_never(workings.view.catalog(), missed);
  return why;
}

}  // namespace

namespace {

/// All that is so of what is missed is so by open steps alone.
bool only_may_be(const Workings& workings, const std::vector<Conclusion>& found) {
  const auto justification = justify(workings, found);
  const auto open = [&](std::size_t step) { return justification.steps[step].open; };
  return std::ranges::all_of(justification.roots,
                             [&](std::size_t root) { return std::ranges::all_of(justification.ways[root], open); });
}

/// No catalogue states what is missed, whatever is trusted: a value of the indicator, or of any in the pattern.
bool is_unknown(const Catalog& catalog, const Missed& missed) {
  if (missed.indicator) {
    const auto& indicator = catalog.measures[missed.indicator->first].indicators[missed.indicator->second];
    const auto known = [](const auto& of_pattern) { return of_pattern.second.value.known(); };
    return !(indicator.single && indicator.single->value.known()) && std::ranges::none_of(indicator.values, known);
  }
  if (!missed.value) return false;
  const auto& indicators = catalog.measures[missed.value->measure].indicators;
  const auto known = [&](const Indicator& indicator) {
    const auto* value = published_value(indicator, missed.value->pattern);
    return value != nullptr && value->value.known();
  };
  if (missed.value->indicator) return !known(indicators[*missed.value->indicator]);
  return !indicators.empty() && std::ranges::none_of(indicators, known);
}

/// Nothing was looked for.
WhyNot answered(const Workings& workings, const Missed& missed) {
  auto wider = wider_world(workings, missed, candidates(workings, missed, Nearness::near));
  auto assumed = assumptions(workings, wider, missed);
  return {std::move(wider), std::move(assumed), false, {}, {}, false, false, false, false};
}

}  // namespace

WhyNot why_not(const Workings& workings, const Missed& missed, const Told& told) {
  const auto& catalog = workings.view.catalog();
  const auto found = found_of(workings, missed);
  const bool holds = !found.empty();
  const bool replaced = !holds && are_replaced(catalog, missed.entries);
  const bool unknown = !holds && is_unknown(catalog, missed);
  if (holds || replaced || unknown) {
    auto why = answered(workings, missed);
    why.holds = holds;
    why.undecided = holds && only_may_be(workings, found);
    if (replaced) why.never = Never::replaced;
    if (unknown) why.never = Never::unknown_value;
    return why;
  }
  auto why = looked_for(workings, missed, candidates(workings, missed, Nearness::near), told);
  if (why.never != Never::no_way) return why;
  if (missed.value && catalog.measures[missed.value->measure].indicators.empty()) {
    why.never = Never::no_values;
    return why;
  }
  auto far = candidates(workings, missed, Nearness::far);
  const bool more = cut_to_most(far);
  why = looked_for(workings, missed, std::move(far), told);
  why.cut = why.cut || more;
  if (why.never && why.cut) why.never = Never::too_far;
  return why;
}

}  // namespace michibiki
