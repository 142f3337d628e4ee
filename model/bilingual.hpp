#pragma once

#include "model/fact.hpp"
#include "model/wording.hpp"

namespace michibiki {

/// A title or sentence of a catalogue, with a fact per language: titles have a basis of their own, but they never filter.
struct Bilingual : Wording {
  FactId ja_fact;
  FactId en_fact;

  const Wording& wording() const { return *this; }
  /// Of the language that is given; of Japanese when both are.
  FactId given_fact() const { return ja.empty() ? en_fact : ja_fact; }
};

}  // namespace michibiki
