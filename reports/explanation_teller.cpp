#include "reports/explanation_teller.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "reports/explanation_words.hpp"
#include "reports/given_answers.hpp"
#include "reports/link_text.hpp"
#include "reports/naming.hpp"
#include "reports/reason_words.hpp"
#include "reports/statement_text.hpp"
#include "reports/statements.hpp"
#include "reports/step_ground.hpp"
#include "reports/tones.hpp"

namespace michibiki {
namespace {

constexpr std::size_t conclusions_at_once = 12;

}  // namespace

ClippedPage ExplanationTeller::page() const { return {language_, whole_ ? 0 : conclusions_at_once}; }

std::string ExplanationTeller::name(EntryRef entry) const {
  const bool known = std::ranges::count(report_.asked, entry) != 0;
  return known ? catalog().entry(entry).code : title_and_id(catalog().entry(entry), language_);
}

std::string ExplanationTeller::count(const ReasonCount& count) const {
  return count.at_least ? say(words::at_least_count, language_, count.number.str()) : count.number.str();
}

std::string ExplanationTeller::conclusion(std::size_t conclusion) const {
  const auto shortest = report_.explanation.shortest[conclusion];
  if (const auto* called = std::get_if<IsCalledFor>(&justification().conclusions[conclusion])) {
    const bool open = justification().steps[shortest].open;
    if (!called->exposure)
      return say(open ? words::called_for_open : words::called_for_anywhere, language_, name(called->entry));
  }
  return step(shortest);
}

bool ExplanationTeller::told_at_once(std::size_t conclusion) const {
  const auto& ways = justification().ways[conclusion];
  return ways.size() == 1 && justification().steps[ways.front()].premises.empty();
}

std::string ExplanationTeller::numbered(std::size_t step, const std::string& before) const {
  return "[" + std::to_string(step + 1) + "] " + before + steps_.tell(step);
}

Grid ExplanationTeller::reason(const ReasonSteps& reason) const {
  Grid grid;
  grid.columns = {{"", true, true},
                  {in(words::step_column)},
                  {in(words::basis_and_where), false},
                  {in(words::from_column), false, true}};
  std::map<std::size_t, std::size_t> numbers;  // of conclusions
  std::set<std::size_t> told;
  auto teller = steps_;
  for (const auto position : reason) {
    if (!told.insert(position).second) continue;
    const auto& step = justification().steps[position];
    std::vector<std::string> from;
    for (const auto premise : step.premises) from.push_back(std::to_string(numbers[premise]));
    const auto number = numbers[step.conclusion] = told.size();
    grid.rows.push_back(
        {{{std::to_string(number)}, {teller.tell_on(position)}, basis(step), {joined(from, language_)}}, false});
  }
  return grid;
}

/// A step tells a link as it holds at one place: the statement is all of it.
std::string ExplanationTeller::statement(FactId fact) const {
  const auto link = std::ranges::find(catalog().links, fact, &Link::fact);
  if (link != catalog().links.end())
    return whole_link_text(
        catalog(), *link, [&](EntryRef entry) { return name(entry); }, language_);
  for (const auto& step : justification().steps) {
    if (statement_of(report_.derivation, justification(), step) == fact) return steps_.tell(step);
  }
  return statement_text(catalog(), fact, language_);
}

Grid ExplanationTeller::statements(const std::vector<FactId>& facts) const {
  Grid grid;
  grid.columns = {{in(words::statement_column)}, {in(words::basis_and_where)}};
  for (const auto fact : facts) grid.rows.push_back({{{statement(fact)}, basis(fact)}, false});
  return grid;
}

Cell ExplanationTeller::basis(FactId fact) const {
  auto text = with_mark(basis_and_place(catalog(), fact, language_), place_of(catalog(), fact), language_);
  const auto& why = reason_of(catalog(), fact);
  if (!why.empty()) text = say(words::colon, language_, text, why.in(language_));
  return {text, tone_of(catalog().fact(fact).basis.kind)};
}

Cell ExplanationTeller::basis(const Step& step) const {
  const auto ground = ground_of(report_.derivation, justification(), step);
  if (const auto* at = std::get_if<SourceLocation>(&ground))
    return {with_mark(in(words::said_by_service), place_in_service(*at), language_), tone_of(BasisKind::stated)};
  const auto* fact = std::get_if<FactId>(&ground);
  if (fact == nullptr) return {};
  auto place = place_of(catalog(), *fact);
  const auto others = places_beside(step);
  if (!others.empty()) place = say(words::with_facts, language_, place, joined(others, language_));
  auto text = with_mark(basis_and_place(catalog(), *fact, language_), place, language_);
  const auto& why = reason_of(report_.derivation, justification(), step);
  if (whole_ && !why.empty()) text = say(words::colon, language_, text, why.in(language_));
  return {text, tone_of(catalog().fact(*fact).basis.kind)};
}

/// Where the service gives the answers that a line of the level criteria asks for; and where another way to the same conclusion differs
/// only in what else it needs the catalogues to say, the places of that.
std::vector<std::string> ExplanationTeller::places_beside(const Step& step) const {
  auto places = told_apart(step);
  for (const auto& [question, said] : given_answers(report_.derivation, justification(), step)) {
    if (said.at.file) places.push_back(place_in_service(said.at));
  }
  return places;
}

std::vector<std::string> ExplanationTeller::told_apart(const Step& step) const {
  std::set<std::string> places;
  for (const auto position : justification().ways[step.conclusion]) {
    const auto& other = justification().steps[position];
    const bool alike =
        other.kind == step.kind && other.premises == step.premises && other.facts.front() == step.facts.front();
    if (!alike) continue;
    for (const auto& any : step.facts) {
      if (std::ranges::count(other.facts, any) == 0) places.insert(place_of(catalog(), any.front()));
    }
  }
  return {places.begin(), places.end()};
}

}  // namespace michibiki
