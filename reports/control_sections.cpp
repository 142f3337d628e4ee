#include <algorithm>
#include <set>

#include "reports/called_for.hpp"
#include "reports/digest.hpp"
#include "reports/naming.hpp"
#include "reports/reason_words.hpp"
#include "reports/requirements.hpp"
#include "reports/sections.hpp"
#include "reports/statement_grid.hpp"

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
    auto title = control.title.empty() ? std::string() : control.title.in(language);
    if (const auto called = called_text(report, ref(selected.control), selected.open(), language); !called.empty())
      title += say(words::in_brackets, language, called);
    if (const auto who = requiring(report, all_requirements(selected)); !who.empty()) {
      title = say(words::required_by_after, language, title, joined(who, language));
    }
    grid.rows.push_back({{{control.code}, {std::move(title)}, {std::to_string(selected.exposures.size())}}, false});
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
    const auto& reason = reason_of(catalog, obligation.link);
    const auto because = reason.empty() ? std::string(words::no_reason_given.in(language)) : reason.in(language);
    auto code = catalog.measures[obligation.measure].code;
    if (obligation.open())
      code += say(words::in_brackets, language, called_text(report, ref(obligation.measure), true, language));
    grid.rows.push_back({{{std::move(code)},
                          {link.role ? title_of(catalog.roles[*link.role], language) : std::string()},
                          {with_mark(because, basis_and_line(catalog, link.fact, language), language)}},
                         false});
  }
  return grid;
}

/// The `mitigates` links behind the controls, in catalogue order of the controls.
Grid why_controls(const DerivationReport& report, Language language) {
  Grid all = links_grid(report, language, words::control, words::threat, std::map<LinkId, std::size_t>());
  for (const auto& reasons : control_reasons(report)) {
    std::map<LinkId, std::size_t> links;
    for (const auto& reason : reasons) links.emplace(reason.link, reason.exposures);
    auto grid = links_grid(report, language, words::control, words::threat, links);
    for (auto& row : grid.rows) all.rows.push_back(std::move(row));
  }
  return all;
}

/// Measures and controls of which an undecided pattern leaves open whether they are called for.
Page open_selection(const DerivationReport& report, Language language) {
  const auto& catalog = report.view.catalog();
  Grid grid;
  grid.columns = {{std::string(words::id.in(language)), false, true},
                  {std::string(words::open_selection.in(language))},
                  {std::string(words::may_answer.in(language)), true, true}};
  const auto add = [&](EntryRef entry, std::size_t exposures) {
    const auto& title = catalog.entry(entry).title;
    grid.rows.push_back({{{catalog.entry(entry).code},
                          {(title.empty() ? std::string() : title.in(language)) +
                           say(words::in_brackets, language, called_text(report, entry, true, language))},
                          {std::to_string(exposures)}},
                         false});
  };
  for (const auto& selected : report.derivation.selection.measures) {
    if (selected.open()) add(ref(selected.measure), selected.open_exposures.size());
  }
  for (const auto& selected : report.derivation.selection.controls) {
    if (selected.open()) add(ref(selected.control), selected.open_exposures.size());
  }
  if (grid.rows.empty()) return {};
  Page page;
  page.push_back(Heading{2, std::string(words::open_selection.in(language))});
  page.push_back(Paragraph{std::string(words::open_selection_means.in(language))});
  page.push_back(std::move(grid));
  return page;
}

/// What ties controls to one another, by links of a kind.
void add_between(Page& page, const DerivationReport& report, Language language, LinkKind kind, const Words& heading,
                 const Words& to) {
  const auto& catalog = report.view.catalog();
  auto links = links_between(report);
  std::erase_if(links, [&](LinkId id) {
    const auto& link = catalog.link(id);
    return link.kind != kind || link.from.front().kind != EntryKind::control;
  });
  if (links.empty()) return;
  page.push_back(Heading{3, std::string(heading.in(language))});
  page.push_back(links_grid(report, language, words::control, to, links));
}

}  // namespace

Page control_sections(const DerivationReport& report, Language language, Detail detail) {
  const auto& selection = report.derivation.selection;
  Page page;
  if (!report.view.catalog().controls.empty()) {
    const auto count = say(words::count, language, selection.controls.size());
    page.push_back(Heading{2, std::string(words::controls.in(language)) + say(words::in_brackets, language, count)});
    if (selection.controls.empty()) {
      page.push_back(Paragraph{std::string(words::none.in(language))});
    } else {
      page.push_back(controls_grid(report, language));
      if (detail == Detail::full) {
        page.push_back(Heading{3, std::string(words::why_controls.in(language))});
        page.push_back(why_controls(report, language));
        add_between(page, report, language, LinkKind::requires_other, words::required_controls,
                    words::requires_control);
        add_between(page, report, language, LinkKind::related, words::related_controls, words::related_control);
      } else {
        page.push_back(Paragraph{std::string(words::see_markdown.in(language)), Tone::faint});
      }
    }
  }
  for (auto& part : open_selection(report, language)) page.push_back(std::move(part));
  if (!selection.obligations.empty()) {
    page.push_back(Heading{2, std::string(words::obligations.in(language))});
    page.push_back(obligations_grid(report, language));
  }
  return page;
}

}  // namespace michibiki
