#pragma once

#include <vector>

#include "engine/explain/justification.hpp"
#include "reports/derivation_report.hpp"

namespace michibiki {

/// What a service answers to a question of the level criteria.
struct GivenAnswer {
  QuestionId question;
  Said<bool> said;
};

/// The answers by which a line of the level criteria holds, or may hold, and those that rule out the lines before it, as the first that
/// holds decides; by question. None of other steps.
std::vector<GivenAnswer> given_answers(const DerivationReport& report, const Justification& justification,
                                       const Step& step);

/// 「…ますか。（id）」に「はい」, yes to "Does …? (id)".
Wording told_answer(const Catalog& catalog, const GivenAnswer& answer);

}  // namespace michibiki
