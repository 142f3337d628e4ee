#include "reports/promise_words.hpp"

#include <array>

namespace michibiki {
namespace {

/// In the order of PromiseStanding, without the last: for tables, and as sentences go on.
constexpr std::array<std::pair<Words, Words>, 4> by_standing{{
    {{"より厳しい", "stricter"}, {"対策参照値より厳しい", "stricter than the reference value"}},
    {{"同等", "equal"}, {"対策参照値と同等", "equal to the reference value"}},
    {{"より緩い", "laxer"}, {"対策参照値より緩い", "laxer than the reference value"}},
    {{"対策参照値は任意", "the provider chooses"},
     {"対策参照値は任意で、事業者が定める", "the reference value leaves it to the provider"}},
}};

/// In the order of NoComparison.
constexpr std::array<Words, 5> by_reason{{
    {"対策参照値が不明のため比較できない", "not comparable, as the reference value is unknown"},
    {"対策参照値が非表示のため比較できない", "not comparable, as the reference value is withheld"},
    {"どちらが厳しいかをカタログが述べていないため比較できない",
     "not comparable, as the catalogues do not say which is stricter"},
    {"どちらが厳しいかの記述が非表示のため比較できない", "not comparable, as what says which is stricter is withheld"},
    {"種類の異なる値のため比較できない", "not comparable, as it is a value of another kind"},
}};

const Words& reason_of(NoComparison reason) { return by_reason.at(static_cast<std::size_t>(reason)); }

const std::pair<Words, Words>& standing_of(PromiseStanding standing) {
  return by_standing.at(static_cast<std::size_t>(standing));
}

}  // namespace

const Words& words_for(const HeldPromise& held) {
  return held.because ? reason_of(*held.because) : standing_of(held.standing).second;
}

const Words& short_words_for(const HeldPromise& held) {
  return held.because ? reason_of(*held.because) : standing_of(held.standing).first;
}

const Words& words_for(PromiseStanding standing) {
  static constexpr Words not_comparable{"比較できない", "not comparable"};
  return standing == PromiseStanding::not_comparable ? not_comparable : standing_of(standing).first;
}

}  // namespace michibiki
