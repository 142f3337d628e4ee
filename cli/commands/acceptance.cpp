#include <algorithm>

#include "cli/checked_catalogs.hpp"
#include "cli/commands/commands.hpp"
#include "cli/named_item.hpp"
#include "cli/progress.hpp"
#include "engine/appraise.hpp"
#include "model/knowledge_graph.hpp"
#include "model/text.hpp"
#include "reports/acceptance_report.hpp"

namespace michibiki::cli {
namespace {

std::string render(const Session& session, const AcceptanceReport& report) {
  const auto extent = session.verbose() ? Extent::full : Extent::page;
  switch (session.format()) {
    case Format::json:
      return acceptance_json(report);
    case Format::markdown:
      return acceptance_markdown(report, session.language(), extent);
    case Format::text:
      break;
  }
  return acceptance_text(report, session.language(), session.text_style(), extent);
}

ExitStatus tell(const Session& session, const View& view, const Appraisal& appraisal) {
  const bool weighs = std::ranges::any_of(appraisal.verdicts(), [](const CriterionVerdict& verdict) {
    return verdict.count > 0 && verdict.severity != Severity::note;
  });
  return session.deliver(render(session, {view, appraisal}), weighs ? ExitStatus::findings : ExitStatus::clean);
}

ExitStatus wrong(const Session& session, const std::string& what) {
  session.log().error(what);
  return ExitStatus::wrong_input;
}

AppraisalProgress told_by(Progress& progress) {
  return [&](std::size_t done, std::size_t all) { progress.tell(done, all); };
}

/// The catalogues of this call with those that are added.
CatalogPaths with(const Session& session, const CatalogPaths& added) {
  CatalogPaths paths{session.catalog_folders(), session.overlays()};
  for (const auto* some : {&added.folders, &added.overlays}) {
    for (const auto& path : *some) {
      if (std::ranges::count(paths.overlays, path) == 0) paths.overlays.push_back(path);
    }
  }
  return paths;
}

/// A catalogue that is not added, but needs one that is; none: empty.
std::string needs_an_added(const Catalog& catalog, const std::set<std::string>& added) {
  for (const auto& layer : catalog.layers) {
    if (added.contains(layer.code)) continue;
    for (const auto& needed : layer.depends_on) {
      if (added.contains(needed)) {
        return "catalogue " + quote(layer.code) + " depends on " + quote(needed) +
               ", so there is nothing to compare with; add both with --added, or leave the former out";
      }
    }
  }
  return {};
}

/// A field of its own states again what the others have.
std::string stands_alone(const std::vector<std::string>& arguments) {
  std::string command = "michibiki check";
  for (const auto& argument : arguments) command += ' ' + printable(argument);
  return "what is added can be read by itself, but not with the others; if it is a field of its own, look at it alone, with `" +
         command +
         "`; if it adds to them, name them in `depends-on`, and leave out what they state or give it other ids";
}

ExitStatus accept_addition(const Session& session, const std::vector<std::string>& arguments) {
  std::vector<Diagnostic> diagnostics;
  const auto found = find_checked(arguments, {}, {}, diagnostics);
  session.show(diagnostics);
  if (has_errors(diagnostics)) return ExitStatus::wrong_input;
  if (!found.figure_folders.empty()) {
    return wrong(session, quote(found.figure_folders.front(), 200) +
                              " holds published figures, which no derivation reads; see `michibiki reproduce`");
  }
  const auto paths = with(session, found.paths);
  auto after = session.load(paths);
  if (!after && load_catalog(found.paths).catalog) return wrong(session, stands_alone(arguments));
  if (!after) return ExitStatus::wrong_input;
  if (const auto problem = needs_an_added(*after, found.only); !problem.empty()) return wrong(session, problem);
  auto before = load_catalog(paths, {found.only, {}});
  if (!before.catalog) {
    session.show(before.diagnostics);
    return wrong(session,
                 "without what is added, the catalogues cannot be read; name what it is added to with --catalog");
  }
  const KnowledgeGraph graph_before(std::move(*before.catalog));
  const KnowledgeGraph graph_after(std::move(*after));
  const View view(graph_after, session.trust());
  const auto without_edit = [&](const SourceLocation& edited_at) {
    return load_catalog(paths, {{}, edited_at}).catalog;
  };
  Progress progress(session.environment(), "deriving without one statement after another");
  const auto appraisal =
      appraise(View(graph_before, session.trust()), view, {found.only, without_edit}, told_by(progress));
  progress.finish();
  if (appraisal.empty) {
    session.log().error("there is nothing to look at: of what is added nothing holds" + session.under_trust());
    return ExitStatus::nothing_to_check;
  }
  return tell(session, view, appraisal);
}

ExitStatus accept_service_type(const Session& session, const std::string& name) {
  auto catalog = session.load();
  if (!catalog) return ExitStatus::wrong_input;
  const KnowledgeGraph graph(std::move(*catalog));
  const View view(graph, session.trust());
  const auto type = named_item(session, view.catalog(), EntryKind::service_type, "--service-type", name);
  if (!type) return ExitStatus::wrong_input;
  if (!view.holds(*type)) {
    session.log().error("there is nothing to look at: service type " + quote(view.catalog().entry(*type).code) +
                        " does not hold" + session.under_trust());
    return ExitStatus::nothing_to_check;
  }
  Progress progress(session.environment(), "deriving without one statement after another");
  const auto appraisal = appraise(view, ServiceTypeId{type->index}, told_by(progress));
  progress.finish();
  return tell(session, view, appraisal);
}

}  // namespace

ExitStatus run_acceptance(const Session& session, const AcceptanceOptions& options) {
  return options.added.empty() ? accept_service_type(session, options.service_type)
                               : accept_addition(session, options.added);
}

}  // namespace michibiki::cli
