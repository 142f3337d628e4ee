#include "engine/derive.hpp"

#include <algorithm>
#include <array>

#include "cli/commands/commands.hpp"
#include "cli/derived_service.hpp"
#include "cli/promise_warnings.hpp"
#include "model/text.hpp"
#include "model/yaml/read_service.hpp"
#include "reports/derivation_json.hpp"
#include "reports/derivation_markdown.hpp"
#include "reports/derivation_text.hpp"

namespace michibiki::cli {
namespace {

std::string render(const Session& session, const DeriveOptions& options, const DerivationReport& report) {
  switch (session.format()) {
    case Format::json:
      return derivation_json(report);
    case Format::markdown:
      return derivation_markdown(report, session.language());
    case Format::text:
      break;
  }
  if (options.summary) return derivation_summary(report, session.language(), session.text_style());
  return derivation_text(report, session.language(), session.text_style(),
                         session.verbose() ? Detail::full : Detail::brief);
}

/// An acceptance that no open exposure takes is outdated, or was meant for another; one of a shared component does not count until all
/// services that use it have their own.
void warn_of_idle_acceptances(const Session& session, const Portfolio& portfolio, const Coverage& coverage) {
  for (std::size_t s = 0; s < portfolio.services.size(); ++s) {
    const auto& accepted = portfolio.services[s].accepted;
    for (std::size_t a = 0; a < accepted.size(); ++a) {
      bool used = false;
      bool enough = true;
      for (const auto& row : coverage.exposures) {
        if (std::ranges::count(row.acceptances, AcceptanceRef{s, a}) == 0) continue;
        used = true;
        enough = enough && row.accepted;
      }
      const auto at = to_string(accepted[a].location);
      if (!used) session.log().warn(at + ": this acceptance accepts nothing: no exposure that it names is open");
      if (enough) continue;
      session.log().warn(at +
                         ": this acceptance is not enough: other services that share the component do not accept it");
    }
  }
}

/// What is wrong with a service whatever the catalogues say: its syntax, its keys, its dates. Only what it refers to is left open.
std::vector<Diagnostic> wrong_without_catalog(const Session::Input& input) {
  using enum DiagnosticKind;
  constexpr std::array by_catalog{unknown_id, wrong_kind, outside_lattice};
  auto diagnostics = read_service(Catalog{}, input.text, input.name).diagnostics;
  std::erase_if(diagnostics,
                [&](const Diagnostic& diagnostic) { return std::ranges::count(by_catalog, diagnostic.kind) != 0; });
  return diagnostics;
}

ExitStatus status_of(const Session& session, const Derivation& derivation) {
  if (const auto why = nothing_to_check(session, derivation); !why.empty()) {
    session.log().error(why);
    return ExitStatus::nothing_to_check;
  }
  const bool findings = derivation.coverage.open > 0 || !derivation.inventory.withheld.empty();
  return findings ? ExitStatus::findings : ExitStatus::clean;
}

}  // namespace

ExitStatus run_derive(const Session& session, const DeriveOptions& options) {
  auto catalog = session.load();
  if (!catalog) {
    if (const auto input = session.read(options.service)) {
      session.show(wrong_without_catalog(*input), input);
      session.log().warn("what the service names was not looked up, since the catalogues have errors");
    }
    return ExitStatus::wrong_input;
  }
  const auto service = read_service_file(session, *catalog, options.service);
  if (!service) return ExitStatus::wrong_input;

  const KnowledgeGraph graph(std::move(*catalog));
  const View view(graph, session.trust());
  if (const auto status = outside_lattice(session, view, *service)) return *status;
  const auto& portfolio = service->portfolio;
  const auto derivation = derive(view, portfolio);
  warn_of_withheld(session, portfolio, derivation.inventory);
  warn_of_idle_acceptances(session, portfolio, derivation.coverage);
  warn_of_idle_promises(session, view.catalog(), portfolio, derivation);
  warn_of_weak_promises(session, view.catalog(), portfolio, derivation);
  return session.deliver(render(session, options, {view, portfolio, derivation}), status_of(session, derivation));
}

}  // namespace michibiki::cli
