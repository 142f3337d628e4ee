#pragma once

#include "reports/explanation_teller.hpp"
#include "reports/page.hpp"

namespace michibiki {

// The parts of an explanation's report.

/// What is concluded, how many reasons each has and how firm it is; empty where nothing is.
Page conclusion_sections(const ExplanationTeller& teller);

/// The shortest reason of each conclusion, unless its line tells it.
Page shortest_reason_sections(const ExplanationTeller& teller);
/// Every reason of each, one after the other, each handed over before the next one is looked for; only counted and grouped where there
/// are more than `most` together. False where the sink took no more.
bool every_reason_sections(const ExplanationTeller& teller, std::size_t most, const PageSink& take,
                           const ReasonsTold& told);

/// How many reasons each conclusion has, put together.
Page reason_group_sections(const ExplanationTeller& teller, ReasonGroup by);
/// The same of one of them.
Page reason_group_section(const ExplanationTeller& teller, std::size_t conclusion, ReasonGroup by);

/// All reasons as a tree, so many steps deep.
Page reason_tree_sections(const ExplanationTeller& teller, std::size_t depth);

/// Where values come from, what else was offered, and what drives them.
Page value_origin_sections(const ExplanationTeller& teller);

/// How much the conclusions hang on judgement.
Page firmness_sections(const ExplanationTeller& teller);

/// The other way round: what rests on what was asked about, and falls or is open without it.
Page resting_sections(const ExplanationTeller& teller, const Resting& resting, const Falling& falling);

}  // namespace michibiki
