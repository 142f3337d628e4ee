#include "reports/step_ground.hpp"

#include <algorithm>

#include "reports/statements.hpp"

namespace michibiki {
namespace {

/// Where the service itself says what makes a step; nowhere where it does not.
SourceLocation own_word(const DerivationReport& report, const Justification& justification, const Step& step) {
  const auto own_component = [&](const Conclusion& conclusion) {
    const auto position = std::get<HasComponent>(conclusion).component;
    return report.derivation.inventory.components[position].instance.at;
  };
  const auto& conclusion = justification.conclusions[step.conclusion];
  switch (step.kind) {
    case StepKind::level_given: {
      const auto& level = std::get<MayRequireLevel>(conclusion);
      const auto& given = report.portfolio.services[level.service].levels;
      const auto found = given.find(level.property);
      return found == given.end() ? SourceLocation{} : found->second.at;
    }
    case StepKind::component_own:
      return own_component(conclusion);
    case StepKind::stakeholder_operates:
      return own_component(justification.conclusions[step.premises.front()]);
    default:
      return {};
  }
}

/// No statement of its own makes it.
bool draws_conclusion(const Step& step) {
  return step.facts.empty() || step.kind == StepKind::exposed_by_mechanism || step.kind == StepKind::exposed_to_all;
}

}  // namespace

StepGround ground_of(const DerivationReport& report, const Justification& justification, const Step& step) {
  if (auto at = own_word(report, justification, step); at.file) return at;
  if (draws_conclusion(step)) return {};
  return step.facts.front().front();
}

std::optional<FactId> statement_of(const DerivationReport& report, const Justification& justification,
                                   const Step& step) {
  const auto ground = ground_of(report, justification, step);
  const auto* fact = std::get_if<FactId>(&ground);
  return fact == nullptr ? std::nullopt : std::optional(*fact);
}

const Wording& reason_of(const DerivationReport& report, const Justification& justification, const Step& step) {
  const auto& catalog = report.view.catalog();
  if (step.link) return reason_of(catalog, *step.link);
  const auto fact = step.facts.front().front();
  if (const auto* it = std::get_if<MayRequireLevel>(&justification.conclusions[step.conclusion])) {
    for (const auto& level : report.derivation.classifications[it->service].levels) {
      const auto ground = std::ranges::find(level.grounds, fact, &LevelGround::fact);
      if (ground == level.grounds.end()) continue;
      if (ground->reason) return catalog.reasons[*ground->reason].title;
      if (!ground->because.empty()) return ground->because;
    }
  }
  return reason_of(catalog, fact);
}

}  // namespace michibiki
