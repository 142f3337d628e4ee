#pragma once

#include "engine/promise.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// "stricter than the reference value"; of one that is not comparable, why.
const Words& words_for(const HeldPromise& held);
/// The same for tables: "stricter".
const Words& short_words_for(const HeldPromise& held);
const Words& words_for(PromiseStanding standing);

namespace words {

// Of what a service itself promises

inline constexpr Words promised_column{"サービス独自の約束値", "Promised by the service"};
inline constexpr Words promises_label{"約束値", "Promises"};
inline constexpr Words promise_standing{"{}（{}）", "{} ({})"};
inline constexpr Words promise_label{"評価項目{}の約束値", "Promised for {}"};
inline constexpr Words promises_mean{
    "サービス独自の約束値（SLA等）を対策参照値と並べて示す。サービスに適用されるのは、両者のうち厳しい方である"
    "（共用する場合は、共用するサービスの約束値と対策参照値のうち最も厳しいもの）。",
    "Beside the reference values stands what the service itself promises, by agreement or contract. The stricter of the two holds for the "
    "service; where services share what a measure protects, the strictest of all their promises and reference values."};
inline constexpr Words promises_without_value{"対策項目が求められない", "for measures that are not called for"};

// Where a value comes from
inline constexpr Words promised_by{"約束値", "Promised"};
inline constexpr Words promise_of{"{0}（{2}）、{1}による", "{}, by {}: {}"};
inline constexpr Words promise_because{"約束の根拠", "Promised in"};
inline constexpr Words compared_by{"比較の根拠", "Compared by"};
inline constexpr Words what_holds{"適用される値", "What holds"};
inline constexpr Words reference_holds{"{}（対策参照値）", "{}, the reference value"};
inline constexpr Words promise_holds{"{}（{}の約束値が対策参照値に優先する）",
                                     "{}: the promise of {} overrides the reference value"};
inline constexpr Words holds_undecided{
    "どちらが厳しいか分からず、定まらない。約束値は対策参照値にかかわらず守る必要がある。",
    "not decided, as it cannot be told which is the strictest; what is promised is owed in any case"};
inline constexpr Words lax_promise{"{}の約束値は対策参照値より緩い。約束値は優先せず、対策参照値が適用される。",
                                   "The promise of {} is laxer than the reference value and does not override it."};

}  // namespace words
}  // namespace michibiki
