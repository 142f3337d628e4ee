#pragma once

#include <optional>
#include <string>

#include "reports/step_teller.hpp"
#include "reports/what_if_report.hpp"

namespace michibiki {

/// A step in which a reason breaks: what it says, where a catalogue states that, and what of all that is supposed makes it so.
struct ToldBreak {
  std::string sentence;
  std::optional<FactId> stated;           ///< none: the service itself says so
  const Supposition* supposed = nullptr;  ///< null: nothing; else it has no place, or one that would not do without
  std::string withdrawn_at;               ///< where it is taken away in the other derivation; empty: nowhere
};

/// Tells such steps of one of the two derivations. What is supposed is never told as what the service itself says.
class BreakTeller {
 public:
  /// Of `report.before` or `report.after`.
  BreakTeller(const WhatIfReport& report, bool after, Language language);

  ToldBreak tell(const Break& broken) const;

  /// What supposes a statement of the derivation after; null: nothing does.
  const Supposition* supposing(FactId fact) const;

  /// In brackets, to stand behind its sentence: where what it rests on is withdrawn; else as below.
  std::string origin(const ToldBreak& told) const;
  /// In brackets, to stand behind a sentence: the place of what is stated, and by which words of the command line it is supposed.
  std::string origin(const std::optional<FactId>& stated, const Supposition* supposed) const;

 private:
  const Supposition* supposing(const Step& step) const;
  std::string sentence(const Step& step, const Supposition* supposed) const;

  const WhatIfReport& report_;
  bool after_;
  const DerivationReport& there_;
  const DerivationReport& of_;
  const Justification& justification_;
  Language language_;
  StepTeller steps_;
};

}  // namespace michibiki
