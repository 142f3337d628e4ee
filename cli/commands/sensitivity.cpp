#include "engine/compare/sensitivity.hpp"

#include "cli/commands/commands.hpp"
#include "cli/progress.hpp"
#include "model/knowledge_graph.hpp"
#include "model/yaml/load_figures.hpp"
#include "reports/sensitivity_report.hpp"

namespace michibiki::cli {
namespace {

std::string render(const Session& session, const SensitivityReport& report, bool plot) {
  if (plot) return sensitivity_svg(report, session.language());
  switch (session.format()) {
    case Format::json:
      return sensitivity_json(report);
    case Format::markdown:
      return sensitivity_markdown(report, session.language());
    case Format::text:
      break;
  }
  return sensitivity_text(report, session.language(), session.text_style());
}

/// A table that was judged twice is about the links of the kind it is named after.
std::map<LinkKind, Agreement> agreements_in(const std::vector<FigureCatalog>& catalogs) {
  std::map<LinkKind, Agreement> agreements;
  for (const auto& catalog : catalogs) {
    for (const auto& table : catalog.judgements) {
      if (const auto kind = link_kind_named(table.id)) agreements.emplace(*kind, agreement_of(table));
    }
  }
  return agreements;
}

}  // namespace

ExitStatus run_sensitivity(const Session& session, const SensitivityOptions& options) {
  const auto figures = load_figures(session.catalog_folders());
  session.show(figures.diagnostics);
  auto catalog = session.load();
  if (has_errors(figures.diagnostics) || !catalog) return ExitStatus::wrong_input;
  const KnowledgeGraph graph(std::move(*catalog));
  const View view(graph, session.trust());
  SensitivityPlan plan;
  plan.trials = options.trials;
  plan.seed = options.seed;
  plan.agreements = agreements_in(figures.catalogs);
  Progress progress(session.environment(), "deriving without some of the links");
  const auto result = sensitivity(view, plan, [&](std::size_t done, std::size_t all) { progress.tell(done, all); });
  progress.finish();
  if (result.series.empty()) {
    session.log().error("there is nothing to remove: no link that decides an exposure or its answer is judged" +
                        session.under_trust());
    return ExitStatus::nothing_to_check;
  }
  return session.deliver(render(session, {view, result}, options.plot), ExitStatus::clean);
}

}  // namespace michibiki::cli
