#pragma once

#include <map>

#include "engine/explain/justification.hpp"
#include "reports/derivation_report.hpp"

namespace michibiki {

/// The answers by which a line of the level criteria holds, or may hold, and those that rule out the lines before it, as the first that
/// holds decides. None of other steps.
std::map<QuestionId, Said<bool>> given_answers(const DerivationReport& report, const Justification& justification,
                                               const Step& step);

/// 「…ますか。（id）」に「はい」, yes to "Does …? (id)".
Wording told_answer(const Catalog& catalog, QuestionId question, bool answer);

}  // namespace michibiki
