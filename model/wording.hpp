#pragma once

#include <string>

namespace michibiki {

/// The languages of the catalogues and of the reports.
enum class Language { ja, en };

/// A word or sentence in both languages; a missing one is empty (a lint finding, never an error).
struct Wording {
  std::string ja;
  std::string en;

  bool empty() const { return ja.empty() && en.empty(); }
  /// The wording in that language, or in the other one when it is missing.
  const std::string& in(Language language) const {
    const auto& wanted = language == Language::ja ? ja : en;
    const auto& other = language == Language::ja ? en : ja;
    return wanted.empty() ? other : wanted;
  }
  bool operator==(const Wording&) const = default;
};

}  // namespace michibiki
