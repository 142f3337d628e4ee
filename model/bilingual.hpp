#pragma once

#include <string>

#include "model/fact.hpp"

namespace michibiki {

/// The languages of the catalogues and of the reports.
enum class Language { ja, en };

/// A title or sentence in both languages; a missing one is empty (a lint finding, never an error).
struct Bilingual {
  std::string ja;
  std::string en;
  FactId ja_fact;  ///< titles have a basis of their own, but titles never filter
  FactId en_fact;

  bool empty() const { return ja.empty() && en.empty(); }
  /// The wording in that language, or in the other one when it is missing.
  const std::string& in(Language language) const {
    const auto& wanted = language == Language::ja ? ja : en;
    const auto& other = language == Language::ja ? en : ja;
    return wanted.empty() ? other : wanted;
  }
};

}  // namespace michibiki
