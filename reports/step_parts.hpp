#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/explain/justification.hpp"
#include "reports/derivation_report.hpp"

namespace michibiki {

/// What a conclusion or step is about, under a name that model/step_kind.hpp knows.
struct StepPart {
  std::string_view name;
  std::string code;  ///< its id; of a value as catalogues write it
  Wording title;
  bool with_id = false;  ///< people are shown the id, too
};
using StepParts = std::vector<StepPart>;

/// As people read it: 「サーバ（server）」.
std::string text_of(const StepPart& part, Language language);

/// The word for a kind of conclusion: "called-for".
std::string_view name_of(const Conclusion& conclusion);

StepParts parts_of(const DerivationReport& report, const Conclusion& conclusion);

/// Of its conclusion, and what its premises and the catalogue add to that.
StepParts parts_of(const DerivationReport& report, const Justification& justification, const Step& step);

}  // namespace michibiki
