#include "reports/naming.hpp"
#include "reports/reason_words.hpp"
#include "reports/sections.hpp"
#include "reports/statement_grid.hpp"

namespace michibiki {
namespace {

Grid harms_grid(const DerivationReport& report, Language language, const std::vector<HarmStatement>& harms) {
  const auto& catalog = report.view.catalog();
  Grid grid;
  for (const auto* title : {&words::threat, &words::property})
    grid.columns.push_back({std::string(title->in(language))});
  grid.columns.push_back({std::string(words::exposure_count.in(language)), true, true});
  grid.columns.push_back({std::string(words::basis_and_where.in(language))});
  for (const auto& harm : harms) {
    auto property = std::string(words::all_properties.in(language));
    if (harm.property) property = title_of(catalog.properties[*harm.property], language);
    auto where = basis_and_line(catalog, harm.fact, language);
    const auto& because = reason_of(catalog, harm.fact);
    if (!because.empty()) where = say(words::colon, language, where, because.in(language));
    grid.rows.push_back({{{title_and_id(catalog.threats[harm.threat], language)},
                          {property},
                          {std::to_string(harm.exposures)},
                          {where}},
                         false});
  }
  return grid;
}

}  // namespace

Page harm_sections(const DerivationReport& report, Language language) {
  const auto statements = statements_behind(report);
  if (statements.harms.empty()) return {};
  const auto& catalog = report.view.catalog();
  Page page{Heading{2, std::string(words::why_exposed.in(language))},
            Paragraph{std::string(words::why_exposed_means.in(language))},
            Heading{3, std::string(words::harms_title.in(language))}, harms_grid(report, language, statements.harms)};
  const auto add = [&](LinkKind kind, const Words& title, const Words& from, const Words& to) {
    std::map<LinkId, std::size_t> links;
    for (const auto& [link, exposures] : statements.links) {
      if (catalog.link(link).kind == kind) links.emplace(link, exposures);
    }
    if (links.empty()) return;
    page.push_back(Heading{3, std::string(title.in(language))});
    page.push_back(links_grid(report, language, from, to, links));
  };
  add(LinkKind::works_by, words::works_by_title, words::threat, words::mechanism);
  add(LinkKind::acts_on, words::acts_on_title, words::mechanism, words::nature);
  add(LinkKind::exposes, words::exposes_title, words::threat, words::asset);
  add(LinkKind::has_nature, words::natures_title, words::asset, words::nature);
  add(LinkKind::carries, words::carries_title, words::component, words::asset);
  return page;
}

}  // namespace michibiki
