#include <algorithm>

#include "reports/naming.hpp"
#include "reports/sections.hpp"

namespace michibiki {
namespace {

Grid controls_grid(const DerivationReport& report, Language language) {
  const auto& catalog = report.view.catalog();
  Grid grid;
  grid.columns = {{std::string(words::id.in(language)), false, true},
                  {std::string(words::control.in(language))},
                  {std::string(words::exposure_count.in(language)), true, true}};
  std::optional<StandardId> standard;
  for (const auto& selected : report.derivation.selection.controls) {
    const auto& control = catalog.controls[selected.control];
    if (catalog.standards.size() > 1 && control.standard && control.standard != standard) {
      standard = control.standard;
      grid.rows.push_back({{{title_and_id(catalog.standards[*standard], language)}}, true});
    }
    grid.rows.push_back({{{control.code},
                          {control.title.empty() ? std::string() : control.title.in(language)},
                          {std::to_string(selected.exposures.size())}},
                         false});
  }
  return grid;
}

Grid obligations_grid(const DerivationReport& report, Language language) {
  const auto& catalog = report.view.catalog();
  Grid grid;
  grid.columns = {{std::string(words::measure.in(language)), false, true},
                  {std::string(words::role.in(language)), false, true},
                  {std::string(words::reason.in(language))}};
  std::optional<StakeholderId> stakeholder;
  for (const auto& obligation : report.derivation.selection.obligations) {
    const auto& link = catalog.link(obligation.link);
    if (stakeholder != obligation.stakeholder) {
      stakeholder = obligation.stakeholder;
      grid.rows.push_back({{{title_and_id(catalog.stakeholders[*stakeholder], language)}}, true});
    }
    const auto& because =
        link.because.empty() ? std::string(words::no_reason_given.in(language)) : link.because.in(language);
    grid.rows.push_back({{{catalog.measures[obligation.measure].code},
                          {link.role ? title_of(catalog.roles[*link.role], language) : std::string()},
                          {with_mark(because, basis_and_place(catalog, link.fact, language), language)}},
                         false});
  }
  return grid;
}

}  // namespace

Page control_sections(const DerivationReport& report, Language language) {
  const auto& selection = report.derivation.selection;
  Page page;
  if (!report.view.catalog().controls.empty()) {
    const auto count = say(words::count, language, selection.controls.size());
    page.push_back(Heading{2, std::string(words::controls.in(language)) + say(words::in_brackets, language, count)});
    if (selection.controls.empty()) {
      page.push_back(Paragraph{std::string(words::none.in(language))});
    } else {
      page.push_back(controls_grid(report, language));
    }
  }
  if (!selection.obligations.empty()) {
    page.push_back(Heading{2, std::string(words::obligations.in(language))});
    page.push_back(obligations_grid(report, language));
  }
  return page;
}

}  // namespace michibiki
