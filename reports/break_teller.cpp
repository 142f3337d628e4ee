#include "reports/break_teller.hpp"

#include <algorithm>

#include "reports/naming.hpp"
#include "reports/step_parts.hpp"
#include "reports/suppositions.hpp"
#include "reports/what_if_words.hpp"

namespace michibiki {
namespace {

/// Whether what is supposed makes a step, of whichever kind.
class Makes {
 public:
  Makes(const DerivationReport& of, const Conclusion& conclusion, const Step& step)
      : of_(of), conclusion_(conclusion), step_(step) {}

  bool operator()(const SupposedComponent& supposed) const {
    const auto* it = std::get_if<HasComponent>(&conclusion_);
    if (it == nullptr || step_.kind != StepKind::component_own) return false;
    const auto& component = of_.derivation.inventory.components[it->component];
    return component.instance.code == supposed.code && std::ranges::count(component.used_by, supposed.service) != 0;
  }
  bool operator()(const SupposedLevel& supposed) const {
    return step_.kind == StepKind::level_given &&
           conclusion_ == Conclusion(MayRequireLevel{supposed.service, supposed.property, supposed.level});
  }
  /// An answer makes no step alone: a line of the level criteria does, as this or another line asks for it.
  bool operator()(const SupposedAnswer& supposed) const {
    const auto* it = std::get_if<MayRequireLevel>(&conclusion_);
    if (it == nullptr || it->service != supposed.service || step_.kind != StepKind::level_by_criterion) return false;
    const auto asks = [&](const LevelRule& rule) { return rule.when.contains(supposed.question); };
    return std::ranges::any_of(of_.view.catalog().level_criteria, [&](const LevelCriterion& criterion) {
      return criterion.property == it->property && std::ranges::any_of(criterion.rules, asks);
    });
  }
  bool operator()(const SupposedStatements&) const { return false; }  // told by the statement that is missing
  bool operator()(const SupposedCatalog&) const { return false; }

 private:
  const DerivationReport& of_;
  const Conclusion& conclusion_;
  const Step& step_;
};

/// Where a catalogue of `there` takes away what `here` states; empty where none does. Each has positions of its own.
std::string withdrawn_place(const Catalog& here, FactId fact, const Catalog& there) {
  for (const auto& [entry, withdrawal] : there.withdrawn) {
    const auto same = here.find(entry.kind, there.entry(entry).code);
    if (same && here.entry(*same).fact == fact) return place_of(withdrawal.catalog, withdrawal.at);
  }
  const auto& stated = here.fact(fact);
  for (const auto& change : there.overrides) {
    if (change.after.empty() && change.stated_by == stated.catalog && change.stated_at == stated.location)
      return place_of(change.catalog, change.edited_at);
  }
  return {};
}

/// All that a step cannot do without, each alone: of a link also what it joins, which falls with its ends.
std::vector<FactId> needed_for(const Catalog& catalog, const Step& step) {
  std::vector<FactId> facts;
  for (const auto& any : step.facts) {
    if (any.size() == 1) facts.push_back(any.front());
  }
  if (!step.link) return facts;
  const auto& link = catalog.link(*step.link);
  for (const auto* ends : {&link.from, &link.to}) {
    if (ends->size() == 1) facts.push_back(catalog.entry(ends->front()).fact);
  }
  return facts;
}

std::string withdrawn_place(const Catalog& here, const Step& step, const Catalog& there) {
  for (const auto fact : needed_for(here, step)) {
    if (auto place = withdrawn_place(here, fact, there); !place.empty()) return place;
  }
  return {};
}

}  // namespace

BreakTeller::BreakTeller(const WhatIfReport& report, bool after, Language language)
    : report_(report),
      after_(after),
      there_(after ? report.before : report.after),
      of_(after ? report.after : report.before),
      justification_((after ? report.result.fresh : report.result.gone).explanation.justification),
      language_(language),
      steps_(of_, justification_, language) {}

const Supposition* BreakTeller::supposing(const Step& step) const {
  if (!after_) return nullptr;  // where it is not so yet
  const Makes makes(of_, justification_.conclusions[step.conclusion], step);
  const auto found = std::ranges::find_if(report_.suppositions, [&](const Supposition& one) {
    return one.so && std::visit([&](const auto& what) { return makes(what); }, one.what);
  });
  return found == report_.suppositions.end() ? nullptr : &*found;
}

const Supposition* BreakTeller::supposing(FactId fact) const {
  if (!after_) return nullptr;
  const auto found = std::ranges::find_if(report_.suppositions, [&](const Supposition& one) {
    const auto* statements = std::get_if<SupposedStatements>(&one.what);
    return one.so && statements != nullptr && std::ranges::count(statements->facts, fact) != 0;
  });
  return found == report_.suppositions.end() ? nullptr : &*found;
}

/// What the service does not say itself is told as what is so.
std::string BreakTeller::sentence(const Step& step, const Supposition* supposed) const {
  if (supposed == nullptr || (step.kind != StepKind::component_own && step.kind != StepKind::level_given))
    return steps_.tell(step);
  const auto parts = parts_of(of_, justification_, step);
  const auto part = [&](std::string_view name) {
    const auto found = std::ranges::find(parts, name, &StepPart::name);
    return found == parts.end() ? std::string() : text_of(*found, language_);
  };
  if (step.kind == StepKind::component_own)
    return say(words::has_supposed_component, language_, part("service"), part("component"));
  return say(words::requires_supposed_level, language_, part("service"), part("property"), part("level"));
}

ToldBreak BreakTeller::tell(const Break& broken) const {
  const auto& step = justification_.steps[broken.step];
  ToldBreak told;
  told.stated = broken.fact;
  // That there is such a type of component does not say that the service has one.
  if (!told.stated && !step.facts.empty() && step.kind != StepKind::component_own)
    told.stated = step.facts.front().front();
  told.supposed = supposing(step);
  if (told.supposed == nullptr && told.stated) told.supposed = supposing(*told.stated);
  told.sentence = sentence(step, told.supposed);
  if (&of_.view.graph() != &there_.view.graph())
    told.withdrawn_at = withdrawn_place(of_.view.catalog(), step, there_.view.catalog());
  return told;
}

std::string BreakTeller::origin(const ToldBreak& told) const {
  if (told.withdrawn_at.empty()) return origin(told.stated, told.supposed);
  return say(words::in_brackets, language_,
             say(after_ ? words::before_withdrawn_at : words::after_withdrawn_at, language_, told.withdrawn_at));
}

std::string BreakTeller::origin(const std::optional<FactId>& stated, const Supposition* supposed) const {
  const auto& catalog = of_.view.catalog();
  std::vector<std::string> parts;
  if (stated && !catalog.fact(*stated).catalog.empty()) parts.push_back(place_of(catalog, *stated));
  if (supposed != nullptr) {
    const bool answer = std::holds_alternative<SupposedAnswer>(supposed->what);
    parts.push_back(say(answer ? words::supposed_answer_by : words::supposed_by, language_, option_of(*supposed)));
  }
  return parts.empty() ? std::string() : say(words::in_brackets, language_, joined(parts, language_));
}

}  // namespace michibiki
