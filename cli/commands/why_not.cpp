#include "engine/what_if/why_not.hpp"

#include <algorithm>

#include "cli/commands/commands.hpp"
#include "cli/derived_service.hpp"
#include "cli/missed_item.hpp"
#include "cli/progress.hpp"
#include "cli/shell_word.hpp"
#include "engine/derive.hpp"
#include "model/successors.hpp"
#include "model/text.hpp"
#include "reports/why_not.hpp"

namespace michibiki::cli {
namespace {

std::string render(const Session& session, const WhyNotReport& report) {
  switch (session.format()) {
    case Format::json:
      return why_not_json(report);
    case Format::markdown:
      return why_not_markdown(report, session.language());
    case Format::text:
      break;
  }
  return why_not_text(report, session.language(), session.text_style());
}

std::vector<EntryRef> successors_of(const Catalog& catalog, const std::vector<EntryRef>& entries) {
  std::vector<EntryRef> found;
  for (const auto entry : entries) {
    for (const auto now : standing_for(catalog, successors_in(catalog), entry.kind, catalog.entry(entry).code))
      found.push_back(now);
  }
  return found;
}

/// To be copied: of the same catalogues, at the same trust.
std::string what_if_command(const Session& session, const std::string& service) {
  std::string command = "michibiki what-if " + shell_word(service);
  for (const auto& catalog : session.given_catalogs()) command += " --catalog " + shell_word(catalog);
  for (const auto& overlay : session.overlays()) command += " --overlay " + shell_word(overlay);
  if (session.trust() != BasisKind::unverified) command += " --trust " + std::string(name_of(session.trust()));
  return command;
}

}  // namespace

ExitStatus run_why_not(const Session& session, const ExplainOptions& options) {
  auto catalog = session.load();
  if (!catalog) return ExitStatus::wrong_input;
  const auto service = read_service_file(session, *catalog, options.service);
  if (!service) return ExitStatus::wrong_input;
  const KnowledgeGraph graph(std::move(*catalog));
  const View view(graph, session.trust());
  if (const auto status = outside_lattice(session, view, *service)) return *status;
  const auto derivation = derive(view, service->portfolio);
  warn_of_withheld(session, service->portfolio, derivation.inventory);
  const Workings workings{view, service->portfolio, derivation};
  const auto item = missed_item(session, workings, options.asked);
  if (!item) return ExitStatus::wrong_input;
  Progress progress(session.environment(), "deriving with each set of edits");
  const auto why =
      why_not(workings, item->missed, [&](std::size_t done, std::size_t all) { progress.tell(done, all); });
  progress.finish();
  WhyNotReport report{why,
                      service->portfolio,
                      derivation,
                      item->entries,
                      {},
                      {},
                      what_if_command(session, options.service),
                      session.verbose()};
  for (const auto& word : options.asked)
    report.asked_in_words += (report.asked_in_words.empty() ? "" : " ") + printable(word);
  if (why.never == Never::replaced) report.instead = successors_of(view.catalog(), item->entries);
  return session.deliver(render(session, report), why.never ? ExitStatus::findings : ExitStatus::clean);
}

}  // namespace michibiki::cli
