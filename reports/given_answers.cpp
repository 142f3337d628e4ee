#include "reports/given_answers.hpp"

#include <algorithm>

#include "reports/explanation_words.hpp"
#include "reports/naming.hpp"

namespace michibiki {

std::map<QuestionId, Said<bool>> given_answers(const DerivationReport& report, const Justification& justification,
                                               const Step& step) {
  if (step.kind != StepKind::level_by_criterion) return {};
  const auto fact = step.facts.front().front();
  const auto& it = std::get<MayRequireLevel>(justification.conclusions[step.conclusion]);
  const auto& said = report.portfolio.services[it.service].answers;
  std::map<QuestionId, Said<bool>> behind;
  for (const auto& criterion : report.view.catalog().level_criteria) {
    if (std::ranges::count(criterion.rules, fact, &LevelRule::fact) == 0) continue;
    for (const auto& rule : criterion.rules) {
      const bool decides = rule.fact == fact;
      for (const auto& [question, wanted] : rule.when) {
        const auto answer = said.find(question);
        if (answer != said.end() && (decides || answer->second.value != wanted)) behind.insert(*answer);
      }
      if (decides) break;
    }
  }
  return behind;
}

Wording told_answer(const Catalog& catalog, QuestionId question, bool answer) {
  const auto told = [&](Language language) {
    return say(answer ? words::answers_yes : words::answers_no, language,
               title_and_id(catalog.questions[question], language));
  };
  return {told(Language::ja), told(Language::en)};
}

}  // namespace michibiki
