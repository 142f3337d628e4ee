#include "reports/given_answers.hpp"

#include <algorithm>
#include <map>

#include "reports/explanation_words.hpp"
#include "reports/naming.hpp"

namespace michibiki {

std::vector<GivenAnswer> given_answers(const DerivationReport& report, const Justification& justification,
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
  std::vector<GivenAnswer> answers;
  for (const auto& [question, answer] : behind) answers.push_back({question, answer});
  return answers;
}

Wording told_answer(const Catalog& catalog, const GivenAnswer& answer) {
  const auto told = [&](Language language) {
    const auto& words = answer.said.value ? words::answers_yes : words::answers_no;
    return say(words, language, title_and_id(catalog.questions[answer.question], language));
  };
  return {told(Language::ja), told(Language::en)};
}

}  // namespace michibiki
