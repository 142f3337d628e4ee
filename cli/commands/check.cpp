#include "engine/check.hpp"

#include <algorithm>

#include "cli/checked_catalogs.hpp"
#include "cli/commands/commands.hpp"
#include "model/knowledge_graph.hpp"
#include "model/yaml/load_figures.hpp"
#include "model/yaml/parse.hpp"
#include "model/yaml/read_file.hpp"
#include "reports/check_report.hpp"

namespace michibiki::cli {
namespace {

/// Of one kind in the text report; the others are counted.
constexpr std::size_t most_of_a_kind = 10;

std::string render(const Session& session, const CheckReport& report) {
  switch (session.format()) {
    case Format::json:
      return check_json(report);
    case Format::markdown:
      return check_markdown(report, session.language());
    case Format::text:
      break;
  }
  return check_text(report, session.language(), session.text_style(), session.verbose() ? 0 : most_of_a_kind);
}

/// A file without any key: not even a manifest, and so nothing to check in it either.
bool says_nothing(const std::string& path) {
  const auto content = read_file(path);
  if (!content.bytes) return false;
  const auto parsed = parse_yaml(*content.bytes, make_file_name(path));
  return parsed.diagnostics.empty() &&
         (!parsed.root || (parsed.root->entries.empty() && parsed.root->items.empty() && parsed.root->text.empty()));
}

/// Catalogues without a single statement are well written, but there is nothing to check in them.
bool only_empty(const std::vector<Diagnostic>& diagnostics, std::size_t catalogs) {
  const auto errors = std::ranges::count(diagnostics, Severity::error, &Diagnostic::severity);
  const auto empty = std::ranges::count_if(diagnostics, [](const Diagnostic& diagnostic) {
    return diagnostic.kind == DiagnosticKind::empty_catalog ||
           (diagnostic.kind == DiagnosticKind::missing_manifest && says_nothing(diagnostic.location.file_name()));
  });
  return empty == errors && static_cast<std::size_t>(empty) >= catalogs && empty > 0;
}

ExitStatus status_of(const Session& session, const CheckReport& report) {
  const bool only_figures = report.view.catalog().layers.empty() && !report.figures.empty();
  if (report.result.empty && !only_figures) {
    session.log().error("there is nothing to check: no statement holds" + session.under_trust() +
                        "; that is not \"all clear\"");
    return ExitStatus::nothing_to_check;
  }
  const bool any = report.result.count(Severity::error) > 0 || report.result.count(Severity::warning) > 0;
  return any ? ExitStatus::findings : ExitStatus::clean;
}

}  // namespace

ExitStatus run_check(const Session& session, const CheckOptions& options) {
  std::vector<Diagnostic> diagnostics;
  const auto checked = find_checked(options.catalogs, session.catalog_folders(), session.overlays(), diagnostics);
  for (const auto* paths : {&checked.paths.folders, &checked.paths.overlays, &checked.figure_folders}) {
    for (const auto& path : *paths) session.note_input(path);
  }
  if (has_errors(diagnostics) && checked.paths.folders.empty() && checked.paths.overlays.empty()) {
    session.show(diagnostics);
    return ExitStatus::wrong_input;
  }
  auto figures = load_figures(checked.figure_folders);
  const bool figures_only =
      !checked.figure_folders.empty() && checked.paths.folders.empty() && checked.paths.overlays.empty();
  auto loaded = figures_only ? LoadedCatalog{Catalog{}, {}} : load_catalog(checked.paths);
  for (auto* more : {&figures.diagnostics, &loaded.diagnostics}) {
    diagnostics.insert(diagnostics.end(), more->begin(), more->end());
  }
  sort_and_deduplicate(diagnostics);
  session.show(diagnostics);
  if (has_errors(diagnostics) || !loaded.catalog) {
    return only_empty(diagnostics, checked.only.size()) ? ExitStatus::nothing_to_check : ExitStatus::wrong_input;
  }

  const KnowledgeGraph graph(std::move(*loaded.catalog));
  const View view(graph, session.trust());
  const auto result = check(view, checked.only);
  CheckReport report{view, result, checked.only, {}, lone_judgements(view, checked.only)};
  for (const auto& catalog : figures.catalogs) {
    report.figures.push_back({catalog.info.code, catalog.info.version, catalog.info.sha256, catalog.figures.size()});
  }
  return session.deliver(render(session, report), status_of(session, report));
}

}  // namespace michibiki::cli
