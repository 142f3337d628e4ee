#include "engine/dispositions.hpp"

#include <algorithm>

#include "cli/commands/commands.hpp"
#include "model/knowledge_graph.hpp"
#include "reports/dispositions_report.hpp"

namespace michibiki::cli {
namespace {

std::string render(const Session& session, const DispositionsReport& report) {
  switch (session.format()) {
    case Format::json:
      return dispositions_json(report);
    case Format::markdown:
      return dispositions_markdown(report, session.language());
    case Format::text:
      break;
  }
  return dispositions_text(report, session.language(), session.text_style());
}

}  // namespace

ExitStatus run_dispositions(const Session& session, const DispositionsOptions&) {
  auto catalog = session.load();
  if (!catalog) return ExitStatus::wrong_input;
  const KnowledgeGraph graph(std::move(*catalog));
  const View view(graph, session.trust());
  const auto standards = dispositions(view);
  if (standards.empty()) {
    session.log().error("there is nothing to account for: the catalogues have no controls" + session.under_trust());
    return ExitStatus::nothing_to_check;
  }
  const bool complete =
      std::ranges::all_of(standards, [](const StandardDispositions& standard) { return standard.without() == 0; });
  return session.deliver(render(session, {view, standards}), complete ? ExitStatus::clean : ExitStatus::findings);
}

}  // namespace michibiki::cli
