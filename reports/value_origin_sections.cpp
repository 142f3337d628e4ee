#include <algorithm>

#include "reports/explanation_sections.hpp"
#include "reports/explanation_words.hpp"
#include "reports/levels.hpp"
#include "reports/naming.hpp"
#include "reports/promised_value.hpp"
#include "reports/reason_words.hpp"
#include "reports/value_text.hpp"

namespace michibiki {
namespace {

std::string titles_of(const ExplanationTeller& teller, const std::vector<PropertyId>& properties) {
  std::vector<std::string> titles;
  for (const auto property : properties)
    titles.push_back(title_of(teller.catalog().properties[property], teller.language()));
  return titles.empty() ? teller.in(words::none) : listed(titles, teller.language());
}

/// With the places of both, whole: values are short.
std::string override_text(const ExplanationTeller& teller, const Override& change) {
  const auto at = [](const std::string& catalog, const SourceLocation& place) {
    return catalog + '/' + file_name_of(place) + ':' + std::to_string(place.line);
  };
  return say(words::override_line, teller.language(), change.before, at(change.stated_by, change.stated_at),
             change.after.empty() ? teller.in(words::withdrawn_value) : change.after,
             at(change.catalog, change.edited_at));
}

/// Of the one pattern, or the strictest of several; empty where there are no patterns, or none of several is known.
std::string how_taken(const ExplanationTeller& teller, const Grade& grade) {
  const auto& portfolio = teller.report().derivation.portfolio;
  const auto language = teller.language();
  if (grade.services.size() > 1 && !grade.value.known()) return {};
  if (grade.services.size() > 1) {
    std::vector<std::string> services;
    for (const auto service : grade.services) services.push_back(portfolio.services[service].code);
    const auto how = say(words::taken_by_strictness, language, joined(services, language),
                         codes(grade.compared, teller.catalog().patterns, language));
    return grade.alternative ? say(words::undecided_step, language, how) : how;
  }
  if (!grade.pattern) return {};
  const auto& service = portfolio.services[grade.services.front()];
  const auto& taken = grade.alternative ? words::may_be_taken_by_pattern : words::taken_by_pattern;
  return say(taken, language, title_and_id(service.title, service.code, language));
}

Grid offered_values(const ExplanationTeller& teller, const ValueOrigin& origin, const Indicator& indicator) {
  const bool open = teller.report().derivation.derivation.grading.grades[origin.grade].alternative;
  const auto language = teller.language();
  Grid grid;
  grid.columns = {{teller.in(words::pattern), false, true},
                  {teller.in(words::value_taken)},
                  {""},
                  {teller.in(words::basis_and_where)}};
  for (const auto& one : origin.offered) {
    const auto pattern =
        one.pattern ? pattern_text(teller.report().derivation, *one.pattern, false, language) : std::string();
    const auto& taken = open ? words::may_be_taken_mark : words::taken_mark;
    const auto& mark = one.taken ? taken : words::compared_mark;
    grid.rows.push_back(
        {{{pattern},
          {value_text(teller.catalog(), indicator, one.value, language), one.taken ? Tone::strong : Tone::plain},
          {one.taken || one.compared ? teller.in(mark) : std::string()},
          teller.basis(one.fact)},
         false});
  }
  return grid;
}

Page value_origin_section(const ExplanationTeller& teller, const ValueOrigin& origin) {
  const auto& catalog = teller.catalog();
  const auto language = teller.language();
  const auto& grade = teller.report().derivation.derivation.grading.grades[origin.grade];
  const auto& measure = catalog.measures[grade.measure];
  const auto& indicator = measure.indicators[grade.indicator];
  auto page = teller.page();
  page.add(Heading{2, say(words::origin_of_value, language, measure.code + '.' + indicator.key,
                          indicator.title.empty() ? std::string() : indicator.title.in(language))});
  Labelled facts;
  const auto add = [&](const Words& label, const std::string& text) {
    facts.lines.push_back({teller.in(label), {text}});
  };
  const auto value =
      grade.withheld ? teller.in(words::value_withheld) : value_text(catalog, indicator, grade.value, language);
  add(words::value_taken,
      grade.pattern ? say(words::of_pattern, language, value, title_of(catalog.patterns[*grade.pattern], language))
                    : value);
  if (const auto how = how_taken(teller, grade); !how.empty()) add(words::how_taken, how);
  const auto* promised = promised_beside(teller.report().derivation.derivation.promised, origin.grade);
  if (promised != nullptr) {
    for (auto& line : promise_lines(teller, *promised)) facts.lines.push_back(std::move(line));
  }
  add(words::countered_properties, titles_of(teller, origin.countered));
  add(words::varying, origin.varies.empty() ? teller.in(words::varies_not) : titles_of(teller, origin.varies));
  for (const auto position : origin.overrides)
    add(words::overridden_value, override_text(teller, catalog.overrides[position]));
  page.add(std::move(facts));
  if (promised != nullptr) {
    for (auto& paragraph : lax_promises(teller, *promised)) page.add(std::move(paragraph));
  }
  auto undriven = origin.varies;
  std::erase_if(undriven, [&](PropertyId property) { return std::ranges::count(origin.countered, property) != 0; });
  if (!undriven.empty())
    page.add(Paragraph{say(words::drives_not, language, titles_of(teller, undriven)), Tone::caution});
  page.add(offered_values(teller, origin, indicator));
  return page.take();
}

}  // namespace

Page value_origin_sections(const ExplanationTeller& teller) {
  Page page;
  for (const auto& origin : teller.report().values) append(page, value_origin_section(teller, origin));
  return page;
}

}  // namespace michibiki
