#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace michibiki {

/// A sentence of a catalogue with places for names: `{measure} counters {threat}[ at {component}]`. What is in square brackets is left
/// out where a part named in it is not there. Nothing nests, and nothing else has a meaning.
class Phrase {
 public:
  /// What stands for a part: its name in the report, or nothing when it is not there.
  using Lookup = std::function<std::optional<std::string>(std::string_view part)>;

  /// The names of its parts, in the order of the text.
  std::vector<std::string> parts() const;
  /// The sentence. For a part that is not there and stands outside brackets there is nothing.
  std::string fill(const Lookup& lookup) const;

 private:
  friend class PhraseParser;

  struct Piece {
    std::string text;
    bool part = false;  ///< the text is the name of a part
  };
  struct Stretch {
    std::vector<Piece> pieces;
    bool optional = false;  ///< it stood in brackets
  };
  std::vector<Stretch> stretches_;
};

/// Where a text is no phrase.
struct PhraseMistake {
  std::size_t character = 0;  ///< from 1, in characters
  std::string what;           ///< "`[` is not closed"
};

/// The phrase that was read, or what is wrong with the text: all of it, unless that is more than anybody would read.
struct PhraseReading {
  std::optional<Phrase> phrase;
  std::vector<PhraseMistake> mistakes;  ///< in the order of the text
};

[[nodiscard]] PhraseReading parse_phrase(std::string_view text);

}  // namespace michibiki
