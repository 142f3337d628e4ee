#pragma once

#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/second/printed_texts.hpp"
#include "tests/second/second_derivation.hpp"

namespace michibiki::testing {

/// The steps of a printed explanation (format "michibiki-explanation") whose text, in either language, is not the sentence of their kind about
/// what their fields name, a line each. Sentences and titles are read from the catalogues as they stand.
Texts wrong_words(const nlohmann::json& explanation, const PrintedFiles& files, const SecondPortfolio& portfolio);

}  // namespace michibiki::testing
