#include "engine/derive.hpp"

#include <algorithm>

#include "cli/commands/commands.hpp"
#include "model/text.hpp"
#include "model/yaml/read_service.hpp"
#include "reports/derivation_json.hpp"
#include "reports/derivation_markdown.hpp"
#include "reports/derivation_text.hpp"

namespace michibiki::cli {
namespace {

std::string render(const Session& session, const DerivationReport& report) {
  switch (session.format()) {
    case Format::json:
      return derivation_json(report);
    case Format::markdown:
      return derivation_markdown(report, session.language());
    case Format::text:
      break;
  }
  return derivation_text(report, session.language(), session.text_style());
}

/// An acceptance that no open exposure takes is outdated, or was meant for another.
void warn_of_idle_acceptances(const Session& session, const Portfolio& portfolio, const Coverage& coverage) {
  for (std::size_t s = 0; s < portfolio.services.size(); ++s) {
    const auto& accepted = portfolio.services[s].accepted;
    for (std::size_t a = 0; a < accepted.size(); ++a) {
      const bool used = std::ranges::any_of(
          coverage.exposures, [&](const ExposureCoverage& row) { return row.accepted == std::pair(s, a); });
      if (used) continue;
      session.log().warn("{}: this acceptance accepts nothing: no exposure that it names is open",
                         to_string(accepted[a].location));
    }
  }
}

ExitStatus status_of(const Session& session, const Derivation& derivation) {
  if (derivation.analysis.exposures.empty()) {
    session.log().error(
        "there is nothing to check: no threat reaches any asset of the service under --trust {}; that is not \"all clear\"",
        name_of(session.trust()));
    return ExitStatus::nothing_to_check;
  }
  return derivation.coverage.open > 0 ? ExitStatus::findings : ExitStatus::clean;
}

}  // namespace

ExitStatus run_derive(const Session& session, const DeriveOptions& options) {
  if (session.would_overwrite(options.service)) {
    session.log().error("--output would overwrite the service {}; name another file", quote(options.service, 200));
    return ExitStatus::wrong_input;
  }
  auto catalog = session.load();
  const auto input = session.read(options.service);
  if (!catalog || !input) return ExitStatus::wrong_input;
  auto reading = read_service(*catalog, input->text, input->name);
  session.show(reading.diagnostics, input);
  if (!reading.portfolio) return ExitStatus::wrong_input;

  const KnowledgeGraph graph(std::move(*catalog));
  const View view(graph, session.trust());
  const auto derivation = derive(view, *reading.portfolio);
  session.log().debug("{} components, {} assets, {} exposures, {} measures", derivation.inventory.components.size(),
                      derivation.inventory.assets.size(), derivation.analysis.exposures.size(),
                      derivation.selection.measures.size());
  warn_of_idle_acceptances(session, *reading.portfolio, derivation.coverage);
  return session.deliver(render(session, {view, *reading.portfolio, derivation}), status_of(session, derivation));
}

}  // namespace michibiki::cli
