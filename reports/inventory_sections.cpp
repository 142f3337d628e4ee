#include <algorithm>

#include "reports/naming.hpp"
#include "reports/sections.hpp"

namespace michibiki {
namespace {

std::string assets_of(const DerivationReport& report, std::size_t component, Language language) {
  std::vector<std::string> titles;
  for (const auto& asset : report.derivation.inventory.assets) {
    if (asset.component != component || !asset.asset) continue;
    titles.push_back(title_of(report.view.catalog().assets[*asset.asset], language));
  }
  return joined(titles, language);
}

Grid components_grid(const DerivationReport& report, Language language) {
  const auto& catalog = report.view.catalog();
  const auto& components = report.derivation.inventory.components;
  const bool operated =
      std::ranges::any_of(components, [](const auto& it) { return it.instance.operated_by.has_value(); });
  const bool several = report.portfolio.services.size() > 1;
  Grid grid;
  for (const auto* title : {&words::component, &words::component_type})
    grid.columns.push_back({std::string(title->in(language))});
  if (operated) grid.columns.push_back({std::string(words::operated_by.in(language))});
  if (several) grid.columns.push_back({std::string(words::used_by.in(language))});
  if (!catalog.assets.empty()) grid.columns.push_back({std::string(words::assets.in(language))});
  for (std::size_t i = 0; i < components.size(); ++i) {
    const auto& [instance, used_by, basis] = components[i];
    Grid::Row row{{{component_label(report, i)}, {title_of(catalog.components[instance.type], language)}}, false};
    if (operated) {
      row.cells.push_back(
          {instance.operated_by ? title_of(catalog.stakeholders[*instance.operated_by], language) : ""});
    }
    if (several) {
      std::vector<std::string> codes;
      for (const auto service : used_by) codes.push_back(report.portfolio.services[service].code);
      row.cells.push_back({joined(codes, language)});
    }
    if (!catalog.assets.empty()) row.cells.push_back({assets_of(report, i, language)});
    grid.rows.push_back(std::move(row));
  }
  return grid;
}

/// Each exclusion with its basis, and below it what of this service it leaves out.
Points exclusions(const DerivationReport& report, Language language) {
  const auto& catalog = report.view.catalog();
  Points points;
  for (std::size_t i = 0; i < catalog.exclusions.size(); ++i) {
    const ExclusionId id{i};
    const auto& exclusion = catalog.exclusions[id];
    if (!report.view.holds(ref(id))) continue;
    Points::Point point{
        {with_mark(title_of(exclusion, language), basis_and_place(catalog, exclusion.fact, language), language)}, {}};
    for (const auto& left_out : report.derivation.inventory.out_of_scope) {
      if (left_out.exclusion != id) continue;
      const auto& type = catalog.components[left_out.instance.type];
      point.below.push_back({say(words::colon, language, left_out.instance.code, title_of(type, language))});
    }
    if (point.below.empty()) point.below.push_back({std::string(words::nothing_left_out.in(language)), Tone::faint});
    points.points.push_back(std::move(point));
  }
  return points;
}

/// Each with the basis of the statement that is why.
Points withheld(const DerivationReport& report, Language language) {
  const auto& catalog = report.view.catalog();
  Points points;
  for (const auto& [instance, used_by, distrusted] : report.derivation.inventory.withheld) {
    const auto text = say(words::colon, language, instance.code, title_of(catalog.components[instance.type], language));
    points.points.push_back({{with_mark(text, basis_and_place(catalog, distrusted, language), language)}, {}});
  }
  return points;
}

}  // namespace

Page inventory_sections(const DerivationReport& report, Language language) {
  Page page;
  if (!report.derivation.inventory.components.empty()) {
    page.push_back(Heading{2, std::string(words::inventory.in(language))});
    page.push_back(components_grid(report, language));
  }
  auto left_out = exclusions(report, language);
  if (!left_out.points.empty()) {
    page.push_back(Heading{2, std::string(words::out_of_scope.in(language))});
    page.push_back(std::move(left_out));
  }
  if (!report.derivation.inventory.withheld.empty()) {
    page.push_back(Heading{2, std::string(words::withheld_components.in(language))});
    page.push_back(withheld(report, language));
  }
  return page;
}

}  // namespace michibiki
