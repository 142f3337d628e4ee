#include <algorithm>

#include "cli/commands/commands.hpp"
#include "model/yaml/load_figures.hpp"
#include "reports/agreement_report.hpp"

namespace michibiki::cli {
namespace {

std::string render(const Session& session, const AgreementReport& report) {
  switch (session.format()) {
    case Format::json:
      return agreement_json(report);
    case Format::markdown:
      return agreement_markdown(report, session.language());
    case Format::text:
      break;
  }
  return agreement_text(report, session.language(), session.text_style(), session.verbose());
}

}  // namespace

ExitStatus run_agreement(const Session& session, const AgreementOptions&) {
  const auto loaded = load_figures(session.catalog_folders());
  for (const auto& folder : session.catalog_folders()) session.note_input(folder);
  session.show(loaded.diagnostics);
  if (has_errors(loaded.diagnostics)) return ExitStatus::wrong_input;
  if (std::ranges::all_of(loaded.catalogs, [](const FigureCatalog& catalog) { return catalog.judgements.empty(); })) {
    session.log().error("there is nothing to compare: no catalogue here holds tables that were judged twice");
    return ExitStatus::nothing_to_check;
  }
  return session.deliver(render(session, {loaded.catalogs}), ExitStatus::clean);
}

}  // namespace michibiki::cli
