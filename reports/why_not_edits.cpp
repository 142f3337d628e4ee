#include <algorithm>

#include "reports/link_text.hpp"
#include "reports/naming.hpp"
#include "reports/statement_text.hpp"
#include "reports/step_teller.hpp"
#include "reports/what_if_argument.hpp"
#include "reports/why_not.hpp"
#include "reports/why_not_words.hpp"

namespace michibiki {
namespace {

std::string proposed_link(const Catalog& catalog, const Link& link, Language language) {
  const auto name = [&](EntryRef entry) { return title_and_id(catalog.entry(entry), language); };
  auto other_limits = link.limits;
  other_limits.properties.clear();
  if (other_limits != Limits{}) return link_text(link, name, language);
  auto text = ends_text(link, name, language);
  if (link.limits.properties.empty()) return text;
  std::vector<std::string> properties;
  for (const auto property : link.limits.properties)
    properties.push_back(title_of(catalog.properties[property], language));
  return say(words::link_for_properties, language, text, joined(properties, language));
}

/// A harm that no catalogue states: others are known by what says them.
std::string harm_text(const Catalog& catalog, FactId fact, Language language) {
  for (const auto& threat : catalog.threats) {
    const auto harm = std::ranges::find(threat.harms, fact, &Sourced<PropertyId>::fact);
    if (harm != threat.harms.end())
      return say(words::harms_property, language, title_and_id(threat, language),
                 title_of(catalog.properties[harm->value], language));
  }
  return {};
}

std::string fact_text(const Catalog& catalog, FactId fact, Language language) {
  if (auto harm = harm_text(catalog, fact, language); !harm.empty()) return harm;
  const auto link = std::ranges::find(catalog.links, fact, &Link::fact);
  if (link != catalog.links.end()) return proposed_link(catalog, *link, language);
  const auto exclusion = std::ranges::find(catalog.exclusions, fact, &Exclusion::fact);
  if (exclusion != catalog.exclusions.end())
    return say(words::there_is_exclusion, language, title_and_id(*exclusion, language));
  return statement_text(catalog, fact, language);
}

/// Where an overlay withdrew it; empty where nothing tells.
std::string withdrawn_at(const Catalog& catalog, FactId fact) {
  for (const auto& [entry, withdrawal] : catalog.withdrawn) {
    if (catalog.entry(entry).fact == fact) return place_of(withdrawal.catalog, withdrawal.at);
  }
  for (const auto& change : catalog.overrides) {
    if (change.stated_at == catalog.fact(fact).location && change.after.empty())
      return place_of(change.catalog, change.edited_at);
  }
  return {};
}

std::string_view stage_of(StepKind kind) {
  if (kind <= StepKind::pattern_fits) return "classify";
  if (kind <= StepKind::asset_of_service) return "identify";
  if (kind <= StepKind::exposed_to_all) return "analyse";
  if (kind <= StepKind::measure_class) return "select";
  if (kind == StepKind::placed) return "place";
  return "grade";
}

}  // namespace

std::string_view stage_of(const Remedy& remedy) { return remedy.itself ? "itself" : stage_of(remedy.stage); }

std::string edit_text(const WhyNotReport& report, const ProposedEdit& edit, Language language) {
  const auto& catalog = report.why.wider.base.catalog();
  const auto in_service = [&](std::string text) {
    if (report.portfolio.services.size() == 1) return text;
    const auto& service = report.portfolio.services[edit.service];
    return say(words::edit_in_service, language, text, title_and_id(service.title, service.code, language));
  };
  switch (edit.kind) {
    case EditKind::require_level:
      return in_service(say(words::edit_require_level, language,
                            title_of(catalog.properties[edit.property.value()], language),
                            title_of(catalog.levels[edit.level.value()], language)));
    case EditKind::add_component: {
      const auto type = title_and_id(catalog.components[edit.component.value()], language);
      if (!edit.operated_by) return in_service(say(words::edit_add_component, language, type));
      return in_service(say(words::edit_add_component_of, language, type,
                            title_and_id(catalog.stakeholders[*edit.operated_by], language)));
    }
    case EditKind::believe:
      return say(words::edit_believe, language, fact_text(catalog, edit.fact.value(), language));
    case EditKind::restore: {
      auto text = say(words::edit_restore, language, fact_text(catalog, edit.fact.value(), language));
      const auto by = withdrawn_at(catalog, *edit.fact);
      return by.empty() ? text : say(words::edit_withdrawn_at, language, text, by);
    }
    case EditKind::state:
      return say(words::edit_state, language, fact_text(catalog, edit.fact.value(), language));
    case EditKind::take_away:
      return say(words::edit_take_away, language, fact_text(catalog, edit.fact.value(), language));
  }
  return {};
}

namespace {

/// What the service itself would say nothing tells: the wider world has it without saying why.
std::string service_text(const WhyNotReport& report, const ProposedEdit& edit, Language language) {
  const auto& catalog = report.why.wider.base.catalog();
  const auto& of = report.portfolio.services[edit.service];
  const auto service = title_and_id(of.title, of.code, language);
  if (edit.kind == EditKind::require_level)
    return say(words::requires_level, language, service, title_of(catalog.properties[edit.property.value()], language),
               title_of(catalog.levels[edit.level.value()], language));
  const auto type = title_and_id(catalog.components[edit.component.value()], language);
  if (!edit.operated_by) return say(words::has_component, language, service, type);
  return say(words::has_component_of, language, service, type,
             title_and_id(catalog.stakeholders[*edit.operated_by], language));
}

/// What of such a step the service itself would say.
std::optional<ProposedEdit> of_service(const Assumptions& assumed, std::size_t position) {
  for (const auto& condition : assumed.steps[position].conditions) {
    const auto& edit = assumed.edits[condition.environments.front().front()];
    if (edit.of_service()) return edit;
  }
  return std::nullopt;
}

}  // namespace

std::vector<FactId> in_the_way(const WhyNotReport& report, const Remedy& remedy, std::size_t step) {
  std::vector<FactId> facts;
  for (const auto& edit : report.why.needed_by(step, remedy)) {
    if (edit.kind == EditKind::take_away) facts.push_back(edit.fact.value());
  }
  return facts;
}

bool is_missing(const WhyNotReport& report, const Remedy& remedy, std::size_t step) {
  return report.why.needed_by(step, remedy).size() > in_the_way(report, remedy, step).size();
}

std::string obstacle_text(const WhyNotReport& report, FactId fact, Language language) {
  return fact_text(report.why.wider.base.catalog(), fact, language);
}

std::string premise_text(const WhyNotReport& report, std::size_t position, Language language) {
  const auto& assumed = report.why.assumptions;
  const auto& wider = report.why.wider;
  const auto& step = assumed.justification.steps[position];
  if (assumed.holding[step.conclusion]) {
    const DerivationReport here{wider.base, report.portfolio, report.derivation};
    return StepTeller(here, assumed.here, language, report.asked).tell(assumed.made_by[step.conclusion]);
  }
  if (const auto edit = of_service(assumed, position)) return service_text(report, *edit, language);
  const DerivationReport there{wider.view, wider.portfolio, wider.derivation};
  // It is told as the edits make it, not as a world in which any level is possible has it.
  auto decided = step;
  decided.open = false;
  return StepTeller(there, assumed.justification, language, report.asked).tell(decided);
}

StepGround ground_of(const WhyNotReport& report, std::size_t position) {
  const auto& assumed = report.why.assumptions;
  const auto& wider = report.why.wider;
  const auto& there = assumed.justification.steps[position];
  if (assumed.holding[there.conclusion])
    return ground_of({wider.base, report.portfolio, report.derivation}, assumed.here,
                     assumed.here.steps[assumed.made_by[there.conclusion]]);
  if (of_service(assumed, position)) return {};
  return ground_of({wider.view, wider.portfolio, wider.derivation}, assumed.justification, there);
}

std::string command_for(const WhyNotReport& report, const Remedy& remedy) {
  auto command = report.what_if;
  for (const auto& edit : remedy.edits) {
    const auto argument = what_if_argument(report.why.wider.base.catalog(), report.portfolio, edit);
    if (!argument) return {};
    const bool several = argument->words.find(' ') != std::string::npos;
    const std::string_view quote = several ? "\"" : "";
    command.append(" ").append(argument->option).append(" ").append(quote).append(argument->words).append(quote);
  }
  return command;
}

}  // namespace michibiki
