#include "engine/compare/reproduce.hpp"

#include <algorithm>

#include "cli/commands/commands.hpp"
#include "model/did_you_mean.hpp"
#include "model/knowledge_graph.hpp"
#include "model/text.hpp"
#include "model/yaml/load_figures.hpp"
#include "reports/reproduction_report.hpp"

namespace michibiki::cli {
namespace {

std::string render(const Session& session, const ReproductionReport& report) {
  switch (session.format()) {
    case Format::json:
      return reproduction_json(report);
    case Format::markdown:
      return reproduction_markdown(report, session.language());
    case Format::text:
      break;
  }
  return reproduction_text(report, session.language(), session.text_style(), session.verbose());
}

/// Leaves only the figures that were asked for; false when one of them is not there, which is then said.
bool keep_only(const Session& session, const std::vector<std::string>& wanted, std::vector<FigureCatalog>& catalogs) {
  if (wanted.empty()) return true;
  std::vector<std::string> known;
  for (const auto& catalog : catalogs) {
    for (const auto& figure : catalog.figures) known.push_back(figure.id);
  }
  bool all_known = true;
  for (const auto& id : wanted) {
    if (std::ranges::count(known, id) != 0) continue;
    all_known = false;
    const auto hint = did_you_mean_hint(id, known);
    session.log().error("unknown figure " + quote(id) + (hint.empty() ? "" : "; " + hint));
  }
  for (auto& catalog : catalogs)
    std::erase_if(catalog.figures,
                  [&](const PublishedFigure& figure) { return std::ranges::count(wanted, figure.id) == 0; });
  return all_known;
}

}  // namespace

ExitStatus run_reproduce(const Session& session, const ReproduceOptions& options) {
  // Deriving comes first, and never sees these.
  auto figures = load_figures(session.catalog_folders());
  session.show(figures.diagnostics);
  auto catalog = session.load();
  const bool known = keep_only(session, options.figures, figures.catalogs);
  if (has_errors(figures.diagnostics) || !catalog || !known) return ExitStatus::wrong_input;
  const KnowledgeGraph graph(std::move(*catalog));
  const View view(graph, session.trust());
  const auto result = reproduce(view, figures.catalogs);
  const ReproductionReport report{view, figures.catalogs, result};
  if (result.figures.empty()) {
    session.log().error("there is nothing to compare: no catalogue of `kind: figures` is here");
    return ExitStatus::nothing_to_check;
  }
  return session.deliver(render(session, report),
                         result.count(Verdict::differs) > 0 ? ExitStatus::findings : ExitStatus::clean);
}

}  // namespace michibiki::cli
