#include "reports/statement_grid.hpp"

#include "reports/naming.hpp"
#include "reports/reason_words.hpp"

namespace michibiki {
namespace {

/// The entries at one end, with the properties that the link is limited to behind what it goes to.
std::string ends(const Catalog& catalog, const std::vector<EntryRef>& entries, Language language) {
  std::vector<std::string> titles;
  for (const auto entry : entries) titles.push_back(title_and_id(catalog.entry(entry), language));
  return joined(titles, language);
}

}  // namespace

std::string basis_and_line(const Catalog& catalog, FactId fact, Language language) {
  return say(words::where, language, basis_and_place(catalog, fact, language), place_of(catalog, fact));
}

std::string basis_and_line(const Catalog& catalog, LinkId id, Language language) {
  const auto& evidence = catalog.link(id).evidence;
  auto text = basis_and_line(catalog, catalog.link(id).fact, language);
  const auto add = [&](const Words& words, const std::vector<std::string>& sources) {
    if (!sources.empty()) text += ' ' + say(words, language, joined(sources, language));
  };
  add(words::sources_agree, evidence.agree);
  add(words::sources_disagree, evidence.disagree);
  add(words::sources_silent, evidence.silent);
  return text;
}

Grid links_grid(const DerivationReport& report, Language language, const Words& from, const Words& to,
                const std::set<LinkId>& links) {
  const auto& catalog = report.view.catalog();
  Grid grid;
  for (const auto* title : {&from, &to, &words::reason, &words::basis_and_where})
    grid.columns.push_back({std::string(title->in(language))});
  for (const auto id : links) {
    const auto& link = catalog.link(id);
    auto goes_to = ends(catalog, link.to, language);
    std::vector<std::string> properties;
    for (const auto property : link.limits.properties)
      properties.push_back(title_of(catalog.properties[property], language));
    if (!properties.empty())
      goes_to = say(words::word_and_count, language, goes_to, '[' + listed(properties, language) + ']');
    const auto& because = reason_of(catalog, id);
    grid.rows.push_back({{{ends(catalog, link.from, language)},
                          {goes_to},
                          {because.empty() ? std::string(words::no_reason_given.in(language)) : because.in(language)},
                          {basis_and_line(catalog, id, language)}},
                         false});
  }
  return grid;
}

Grid links_grid(const DerivationReport& report, Language language, const Words& from, const Words& to,
                const std::map<LinkId, std::size_t>& links) {
  std::set<LinkId> ids;
  for (const auto& [id, exposures] : links) ids.insert(id);
  auto grid = links_grid(report, language, from, to, ids);
  grid.columns.insert(grid.columns.end() - 1, {std::string(words::exposure_count.in(language)), true, true});
  auto row = grid.rows.begin();
  for (const auto& [id, exposures] : links) {
    row->cells.insert(row->cells.end() - 1, Cell{std::to_string(exposures)});
    ++row;
  }
  return grid;
}

}  // namespace michibiki
