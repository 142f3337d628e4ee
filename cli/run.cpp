#include "cli/run.hpp"

#include <exception>
#include <new>
#include <ostream>
#include <variant>

#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/session.hpp"

namespace michibiki::cli {
namespace {

ExitStatus dispatch(const Session& session, const DeriveOptions& options) { return run_derive(session, options); }
ExitStatus dispatch(const Session& session, const CheckOptions& options) { return run_check(session, options); }
ExitStatus dispatch(const Session& session, const AcceptanceOptions& options) {
  return run_acceptance(session, options);
}
ExitStatus dispatch(const Session& session, const ClassifyOptions& options) { return run_classify(session, options); }
ExitStatus dispatch(const Session& session, const ExplainOptions& options) { return run_explain(session, options); }
ExitStatus dispatch(const Session& session, const WhatIfOptions& options) { return run_what_if(session, options); }
ExitStatus dispatch(const Session& session, const DispositionsOptions& options) {
  return run_dispositions(session, options);
}
ExitStatus dispatch(const Session& session, const NewOptions& options) { return run_new(session, options); }
ExitStatus dispatch(const Session& session, const AgreementOptions& options) { return run_agreement(session, options); }
ExitStatus dispatch(const Session& session, const SensitivityOptions& options) {
  return run_sensitivity(session, options);
}
ExitStatus dispatch(const Session& session, const ReproduceOptions& options) { return run_reproduce(session, options); }

ExitStatus run_guarded(const std::vector<std::string>& arguments, Environment& environment) {
  auto parsed = parse_arguments(arguments);
  if (!parsed.call) {
    const Session session(environment, {});
    if (parsed.problem.empty()) return session.deliver(parsed.text, ExitStatus::clean);
    session.log().error(parsed.problem);
    environment.err << "Try '" << parsed.help << "'.\n";
    return ExitStatus::wrong_input;
  }
  const Session session(environment, parsed.call->common);
  return std::visit([&](const auto& options) { return dispatch(session, options); }, parsed.call->command);
}

/// What a library throws is no sentence for a user; that it happened is.
ExitStatus give_up(Environment& environment, const char* what) noexcept {
  try {
    environment.err << "michibiki: error: " << what << '\n' << std::flush;
  } catch (...) {  // nobody is left to tell
  }
  return ExitStatus::failure;
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments, Environment& environment) noexcept {
  try {
    return run_guarded(arguments, environment);
  } catch (const std::bad_alloc&) {
    return give_up(environment, "there is not enough memory for this; no file was written");
  } catch (...) {
    return give_up(environment,
                   "the program itself failed, which is our mistake; please report it with the files of this call");
  }
}

}  // namespace michibiki::cli
