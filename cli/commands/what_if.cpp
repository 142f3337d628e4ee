#include <algorithm>

#include "cli/commands/commands.hpp"
#include "cli/derived_service.hpp"
#include "cli/supposition_faults.hpp"
#include "cli/suppositions.hpp"
#include "engine/derive.hpp"
#include "model/yaml/read_service.hpp"
#include "reports/what_if_report.hpp"

namespace michibiki::cli {
namespace {

std::string render(const Session& session, const WhatIfReport& report) {
  switch (session.format()) {
    case Format::json:
      return what_if_json(report);
    case Format::markdown:
      return what_if_markdown(report, session.language());
    case Format::text:
      break;
  }
  return what_if_text(report, session.language(), session.text_style());
}

/// The catalogues of this call with and without what is supposed of whole ones.
struct OtherCatalogs {
  CatalogPaths paths;
  LeftOut left_out;
  std::vector<Supposition> suppositions;

  bool any() const { return !suppositions.empty(); }
};

OtherCatalogs other_catalogs(const Session& session, const Catalog& catalog, const WhatIfOptions& options) {
  OtherCatalogs other{{session.catalog_folders(), session.overlays()}, {}, {}};
  for (const auto& argument : options.with) {
    if (!names_catalog(argument)) continue;
    other.paths.overlays.push_back(argument);
    other.suppositions.push_back({true, argument, SupposedCatalog{argument}});
  }
  for (const auto& argument : options.without) {
    if (std::ranges::count(catalog.layers, argument, &CatalogInfo::code) == 0) continue;
    other.left_out.catalogs.insert(argument);
    other.suppositions.push_back({false, argument, SupposedCatalog{argument}});
  }
  return other;
}

/// Those catalogues. None: it has been said what is wrong, with the files themselves or with leaving one of them out.
std::optional<Catalog> load_other(const Session& session, const OtherCatalogs& other) {
  for (const auto& path : other.paths.overlays) session.note_input(path);
  auto loaded = load_catalog(other.paths, other.left_out);
  if (!loaded.catalog && load_catalog(other.paths).catalog) {
    blame(session, other.suppositions, loaded.diagnostics, "suppose away also what cannot do without it");
  } else {
    session.show(loaded.diagnostics);
  }
  return std::move(loaded.catalog);
}

/// The service file as read with those catalogues.
std::optional<Portfolio> read_again(const Session& session, const OtherCatalogs& other, const Catalog& catalog,
                                    const ServiceFile& service) {
  auto again = read_service(catalog, service.input.text, service.input.name);
  blame(session, other.suppositions, again.diagnostics,
        "suppose less, or ask with a copy of the service file that does without it");
  return std::move(again.portfolio);
}

bool of_a_catalog(const OtherCatalogs& other, const std::string& argument) {
  return std::ranges::count(other.suppositions, argument, &Supposition::words) != 0;
}

/// Without a word, that nothing becomes open would look like "all clear" where there is nothing to check.
ExitStatus status_of(const Session& session, const WhatIf& result, const WhatIfReport& report) {
  if (const auto why = nothing_to_check(session, report.before.derivation); !why.empty())
    session.log().warn("before anything is supposed, " + why);
  if (const auto why = nothing_to_check(session, report.after.derivation); !why.empty()) {
    session.log().error("as supposed by " + as_asked(report.suppositions) + ", " + why);
    return ExitStatus::nothing_to_check;
  }
  return result.newly_open.empty() ? ExitStatus::clean : ExitStatus::findings;
}

}  // namespace

ExitStatus run_what_if(const Session& session, const WhatIfOptions& options) {
  auto catalog = session.load();
  if (!catalog) return ExitStatus::wrong_input;
  const auto service = read_service_file(session, *catalog, options.service);
  if (!service) return ExitStatus::wrong_input;

  const auto other = other_catalogs(session, *catalog, options);
  std::optional<Catalog> other_catalog;
  auto other_portfolio = service->portfolio;
  if (other.any()) {
    other_catalog = load_other(session, other);
    auto again = other_catalog ? read_again(session, other, *other_catalog, *service) : std::nullopt;
    if (!again) return ExitStatus::wrong_input;
    other_portfolio = std::move(*again);
  } else {
    other_catalog = *catalog;
  }
  Suppositions suppositions(session, *other_catalog, other_portfolio);
  for (const auto& one : other.suppositions) suppositions.add(one);
  for (const auto& argument : options.without) {
    if (!of_a_catalog(other, argument)) suppositions.without(argument);
  }
  for (const auto& argument : options.with) {
    if (!of_a_catalog(other, argument)) suppositions.with(argument);
  }
  if (!suppositions.ok()) return ExitStatus::wrong_input;

  // One graph for both, unless a catalogue itself is another: then what does not change need not be derived again.
  const bool one_graph = !other.any() && !suppositions.first_of_a_kind();
  const KnowledgeGraph after_graph(std::move(*other_catalog));
  std::optional<KnowledgeGraph> before_graph;
  if (!one_graph) before_graph.emplace(std::move(*catalog));
  const View stated(after_graph, session.trust());
  const auto unchanged = stated.without(suppositions.stated_anew());
  const auto after_view = suppositions.suppose(unchanged);
  if (!after_view) return ExitStatus::wrong_input;
  const auto before_view = before_graph ? View(*before_graph, session.trust()) : unchanged;
  if (const auto status = outside_lattice(session, before_view, *service)) return *status;
  if (const auto status = supposed_outside_lattice(session, *after_view, other_portfolio, suppositions.all()))
    return *status;

  const auto before = derive(before_view, service->portfolio);
  warn_of_withheld(session, service->portfolio, before.inventory);
  const Workings was{before_view, service->portfolio, before};
  const auto again =
      one_graph ? rederive(was, *after_view, other_portfolio) : derive_anew(*after_view, other_portfolio);
  const Workings is{*after_view, other_portfolio, again.derivation};
  const auto result = what_if(was, is);
  const DerivationReport of_before{before_view, service->portfolio, before};
  const DerivationReport of_after{*after_view, other_portfolio, again.derivation};
  const WhatIfReport report{of_before, of_after, result, suppositions.all(), again.effort, session.verbose()};
  return session.deliver(render(session, report), status_of(session, result, report));
}

}  // namespace michibiki::cli
