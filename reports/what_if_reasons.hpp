#pragma once

#include <string>
#include <vector>

#include "reports/break_teller.hpp"
#include "reports/page.hpp"
#include "reports/words.hpp"

namespace michibiki {

/// Why something is so in one of the two derivations alone, for people: the steps in which its shortest reason breaks, or the statements,
/// each said to hold now or no longer, with its origin.
class WhatIfReasons {
 public:
  /// Of what only `report.before` or `report.after` concludes.
  WhatIfReasons(const WhatIfReport& report, bool after, Language language);

  const DerivationReport& of() const { return of_; }
  const Side& side() const { return side_; }

  /// In sentences, each once; none where both derivations conclude it.
  void add(const Conclusion& conclusion, std::vector<Cell>& below) const;

  /// Of several conclusions in one line: the statements alone, so that what has the same cause stands together.
  std::string cause(const std::vector<Conclusion>& conclusions) const;

  std::string statement(FactId fact) const;

  /// Which services use a shared component (a position in this inventory) here alone; empty where none does.
  std::string use(std::size_t component) const;

 private:
  std::string cause(const Break& broken) const;
  bool in_both(const std::string& catalog) const;

  const WhatIfReport& report_;
  const DerivationReport& of_;
  const Side& side_;
  const Words& label_;
  Language language_;
  BreakTeller teller_;
};

}  // namespace michibiki
