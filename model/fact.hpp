#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/id.hpp"
#include "model/source_location.hpp"
#include "model/wording.hpp"

namespace michibiki {

/// How firmly a fact is believed, weakest first: `--trust LEVEL` hides what is below LEVEL.
enum class BasisKind { unverified, judgement, stated };

/// The word that catalogues and the command line use for a kind of basis.
std::string_view name_of(BasisKind kind);

/// Why we believe a fact: which source states it and where, or who judged it and why, or that nobody confirmed it.
struct Basis {
  BasisKind kind = BasisKind::unverified;
  std::string source;    ///< id of the source that states it
  std::string at;        ///< the place in that source, e.g. a figure
  int line = 0;          ///< line of the source's text, 0 when not given
  std::string restored;  ///< for a cell damaged in the text: from what it was restored
  Wording reason;        ///< of a judgement, or of an unverified belief
  std::string by;
  std::string on;  ///< ISO date
  Wording dissent;
  /// Places of published figures that the judge had seen: what follows from the judgement is no independent answer to them.
  std::vector<std::string> knowing = {};
  SourceLocation reason_at = {};

  /// Says the same, wherever the reason is written.
  bool operator==(const Basis& other) const;
};

/// One statement of a catalogue: every entry, attribute, link and value is one, or carries one.
struct Fact {
  Basis basis;
  SourceLocation location;
  std::string catalog;     ///< id of the catalogue that states it
  bool withdrawn = false;  ///< by an overlay; a View hides it
};

/// A value with the fact that states it.
template <typename T>
struct Sourced {
  T value{};
  FactId fact;
};

}  // namespace michibiki
