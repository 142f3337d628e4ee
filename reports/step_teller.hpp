#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/phrase.hpp"
#include "model/wording.hpp"
#include "reports/step_parts.hpp"

namespace michibiki {

/// Tells steps in the words of the catalogues (`steps`); where they have none for a kind, the kind and what it is about, name by name. Trust
/// hides no wording. Of what is not decided yet each sentence says so. What the reader knows from a heading is called by its id, and what was told before by its title.
class StepTeller {
 public:
  StepTeller(const DerivationReport& report, const Justification& justification, Language language,
             const std::vector<EntryRef>& known = {});

  /// Each name with its id.
  std::string tell(const Step& step) const;
  /// As told after others: only what is new has its id.
  std::string tell_on(const Step& step);
  std::string tell(std::size_t step) const { return tell(justification_.steps[step]); }
  std::string tell_on(std::size_t step) { return tell_on(justification_.steps[step]); }

 private:
  std::string told(const Step& step, const std::optional<Phrase>& phrase) const;
  std::string name(const StepPart& part) const;

  const DerivationReport& report_;
  const Justification& justification_;
  Language language_;
  std::set<std::string> known_;
  std::set<std::string> told_;
};

}  // namespace michibiki
