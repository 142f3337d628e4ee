#pragma once

#include "engine/compare/reproduce.hpp"
#include "reports/words.hpp"

namespace michibiki {

const Words& words_for(Verdict verdict);
/// What agreement under this verdict is worth, in a sentence.
const Words& meaning_of(Verdict verdict);
const Words& words_for(ClaimKind kind);
const Words& words_for(OdditySort sort);

/// The average number of cases that agree by chance, to a tenth.
std::string mean_text(const ByChance& chance);

}  // namespace michibiki
