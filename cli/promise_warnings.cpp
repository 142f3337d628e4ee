#include "cli/promise_warnings.hpp"

#include <algorithm>

#include "model/text.hpp"
#include "model/value_notation.hpp"

namespace michibiki::cli {
namespace {

const Promise& promise_of(const Portfolio& portfolio, const PromiseOverall& overall) {
  return portfolio.services[overall.service].promises[overall.promise];
}

/// The reference value as catalogues write it, and whose it is.
std::string reference_of(const Catalog& catalog, const Grade& grade) {
  const auto value = '`' + value_notation(catalog, grade.value) + '`';
  return grade.pattern ? value + " of pattern " + catalog.patterns[*grade.pattern].code : value;
}

/// Why the two cannot be compared.
std::string reason_of(const Session& session, NoComparison reason) {
  switch (reason) {
    case NoComparison::reference_unknown:
      return "that is not known";
    case NoComparison::reference_withheld:
      return "that is hidden" + session.under_trust();
    case NoComparison::direction_unstated:
      return "the catalogues do not say which value is stricter";
    case NoComparison::direction_withheld:
      return "what says which value is stricter is hidden" + session.under_trust();
    case NoComparison::unlike:  // the reader refuses such a promise
      break;
  }
  return "unlike values";
}

void add_once(std::vector<std::string>& texts, std::string text) {
  if (std::ranges::count(texts, text) == 0) texts.push_back(std::move(text));
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

}  // namespace

void warn_of_weak_promises(const Session& session, const Catalog& catalog, const Portfolio& portfolio,
                           const Derivation& derivation, const std::optional<std::vector<std::size_t>>& grades) {
  for (const auto& overall : each_promise(portfolio, derivation.promised)) {
    std::vector<std::string> stricter;
    std::vector<std::string> reasons;
    for (const auto& [grade, held] : overall.beside) {
      if (grades && std::ranges::count(*grades, grade) == 0) continue;
      if (held.standing == PromiseStanding::laxer)
        add_once(stricter, reference_of(catalog, derivation.grading.grades[grade]));
      if (held.because) add_once(reasons, reason_of(session, *held.because));
    }
    const auto& promise = promise_of(portfolio, overall);
    const auto& measure = catalog.measures[promise.measure];
    const auto name = to_string(promise.location) + ": this promise for " +
                      quote(measure.code + '.' + measure.indicators[promise.indicator].key);
    if (!stricter.empty()) {
      session.log().warn(name + " is laxer than the reference value, " + joined(stricter) +
                         "; it does not override that");
    }
    if (!reasons.empty()) session.log().warn(name + " cannot be compared with the reference value: " + joined(reasons));
  }
}

void warn_of_idle_promises(const Session& session, const Catalog& catalog, const Portfolio& portfolio,
                           const Derivation& derivation) {
  for (const auto& overall : each_promise(portfolio, derivation.promised)) {
    if (!overall.beside.empty()) continue;
    const auto& promise = promise_of(portfolio, overall);
    session.log().warn(to_string(promise.location) + ": no reference value stands beside this promise: measure " +
                       quote(catalog.measures[promise.measure].code) + " is not called for" + session.under_trust());
  }
}

}  // namespace michibiki::cli
