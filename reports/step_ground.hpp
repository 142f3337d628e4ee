#pragma once

#include <optional>
#include <variant>

#include "engine/explain/justification.hpp"
#include "reports/derivation_report.hpp"

namespace michibiki {

/// What makes a step: a statement of the catalogues, or the word of the service itself, by its place. Nothing where the step merely puts
/// together what other steps say, or is said by a service that is in no file.
using StepGround = std::variant<std::monostate, FactId, SourceLocation>;

StepGround ground_of(const DerivationReport& report, const Justification& justification, const Step& step);

/// The statement of the catalogues that makes the step, if one does.
std::optional<FactId> statement_of(const DerivationReport& report, const Justification& justification,
                                   const Step& step);

/// Why that statement is so, where the catalogues tell; empty where they do not.
const Wording& reason_of(const DerivationReport& report, const Justification& justification, const Step& step);

}  // namespace michibiki
