#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

namespace michibiki::cli {

// One function per command: reads its inputs, calls the engine, hands a report to the session.

ExitStatus run_derive(const Session& session, const DeriveOptions& options);
ExitStatus run_check(const Session& session, const CheckOptions& options);
ExitStatus run_acceptance(const Session& session, const AcceptanceOptions& options);
ExitStatus run_classify(const Session& session, const ClassifyOptions& options);
ExitStatus run_explain(const Session& session, const ExplainOptions& options);
/// `explain --why-not`.
ExitStatus run_why_not(const Session& session, const ExplainOptions& options);
ExitStatus run_what_if(const Session& session, const WhatIfOptions& options);
ExitStatus run_dispositions(const Session& session, const DispositionsOptions& options);
ExitStatus run_agreement(const Session& session, const AgreementOptions& options);
ExitStatus run_sensitivity(const Session& session, const SensitivityOptions& options);
ExitStatus run_new(const Session& session, const NewOptions& options);
ExitStatus run_reproduce(const Session& session, const ReproduceOptions& options);

}  // namespace michibiki::cli
