#pragma once

#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "tests/property.hpp"
#include "tests/support/derivation_fixture.hpp"
#include "tests/support/plain.hpp"

namespace michibiki::testing {

/// One edit as an overlay writes it.
struct RandomEdit {
  Plain written;
  bool of_base = false;  ///< what it edits stands in a base catalogue, under the id that is used
};

struct RandomOverlay {
  std::string id;
  std::vector<std::string> depends_on;
  Plain basis;  ///< of its file: what has none of its own has this
  std::vector<RandomEdit> edits;
  std::map<std::string, std::vector<Plain>> sections;  ///< what it states anew
};

/// Base catalogues, overlays above them, and the one catalogue that somebody gets who makes the same changes in the text by hand.
struct RandomStack {
  std::vector<NamedText> base;
  std::vector<RandomOverlay> overlays;
  std::map<std::string, std::set<std::string>>
      below;  ///< of each overlay, the overlays that it depends on, directly or not
  NamedText by_hand;
  std::map<std::string, int> tally;  ///< how often what was done

  std::vector<NamedText> texts() const;
};

/// `most` overlays at most, at least one.
rc::Gen<RandomStack> random_stack(std::size_t most = 4);

NamedText text_of(const RandomOverlay& overlay);
std::ostream& operator<<(std::ostream& stream, const RandomStack& stack);

}  // namespace michibiki::testing
