#include <algorithm>
#include <set>

#include "reports/called_for.hpp"
#include "reports/digest.hpp"
#include "reports/naming.hpp"
#include "reports/reason_words.hpp"
#include "reports/sections.hpp"
#include "reports/statement_grid.hpp"

namespace michibiki {
namespace {

/// The ids of what cannot do without that control.
std::vector<std::string> requiring(const DerivationReport& report, const SelectedControl& selected) {
  std::vector<std::string> who;
  auto positions = selected.requirements;
  positions.insert(positions.end(), selected.open_requirements.begin(), selected.open_requirements.end());
  for (const auto position : positions) {
    for (const auto by : report.derivation.selection.requirements[position].by) {
      const auto& code = report.view.catalog().entry(by).code;
      if (std::ranges::count(who, code) == 0) who.push_back(code);
    }
  }
  return who;
}

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
    if (const auto who = requiring(report, selected); !who.empty()) {
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
  Grid all = links_grid(report, language, words::control, words::threat, {});
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

/// What relates to a control that is selected.
std::set<LinkId> relating_links(const DerivationReport& report) {
  std::set<LinkId> links;
  for (const auto& selected : report.derivation.selection.controls) {
    const auto related = related_links(report.view, ref(selected.control));
    links.insert(related.begin(), related.end());
  }
  return links;
}

Grid between_controls(const DerivationReport& report, Language language, const Words& to,
                      const std::set<LinkId>& links) {
  const auto& catalog = report.view.catalog();
  Grid grid;
  for (const auto* title : {&words::control, &to, &words::reason, &words::basis_and_where}) {
    grid.columns.push_back({std::string(title->in(language))});
  }
  const auto ends = [&](const std::vector<EntryRef>& entries) {
    std::vector<std::string> titles;
    for (const auto entry : entries) titles.push_back(title_and_id(catalog.entry(entry), language));
    return joined(titles, language);
  };
  for (const auto id : links) {
    const auto& link = catalog.link(id);
    const auto& because = reason_of(catalog, id);
    grid.rows.push_back({{{ends(link.from)},
                          {ends(link.to)},
                          {because.empty() ? std::string(words::no_reason_given.in(language)) : because.in(language)},
                          {basis_and_line(catalog, id, language)}},
                         false});
  }
  return grid;
}

/// Controls that others require, by the links that brought them in.
std::set<LinkId> requiring_links(const DerivationReport& report) {
  std::set<LinkId> links;
  for (const auto& requirement : report.derivation.selection.requirements) {
    if (requirement.needed.kind == EntryKind::control) links.insert(requirement.link);
  }
  return links;
}

void add_between(Page& page, const DerivationReport& report, Language language, const Words& heading, const Words& to,
                 const std::set<LinkId>& links) {
  if (links.empty()) return;
  page.push_back(Heading{3, std::string(heading.in(language))});
  page.push_back(between_controls(report, language, to, links));
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
        add_between(page, report, language, words::required_controls, words::requires_control, requiring_links(report));
        add_between(page, report, language, words::related_controls, words::related_control, relating_links(report));
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
