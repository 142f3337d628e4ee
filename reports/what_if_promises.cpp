#include "reports/what_if_promises.hpp"

#include <algorithm>

#include "reports/naming.hpp"
#include "reports/promise_words.hpp"
#include "reports/promises.hpp"
#include "reports/value_text.hpp"
#include "reports/what_if_values.hpp"
#include "reports/what_if_words.hpp"

namespace michibiki {
namespace {

std::string standing_text(const DerivationReport& of, const PromiseOverall& overall, Language language) {
  if (overall.beside.empty()) return std::string(words::promise_without_measure.in(language));
  return standings_text(of, overall, language);
}

const Indicator& indicator_of(const DerivationReport& of, const PromiseOverall& overall) {
  const auto& promise = promise_of(of, overall);
  return of.view.catalog().measures[promise.measure].indicators[promise.indicator];
}

/// The reference values that it stands beside, each once.
std::string references_text(const DerivationReport& of, const PromiseOverall& overall, Language language) {
  std::vector<std::string> texts;
  for (const auto& [position, held] : overall.beside) {
    auto text = value_text(of.view.catalog(), indicator_of(of, overall), of.derivation.grading.grades[position].value,
                           language);
    if (std::ranges::count(texts, text) == 0) texts.push_back(std::move(text));
  }
  return joined(texts, language);
}

bool doubtful(const PromiseOverall& overall) {
  return std::ranges::any_of(
      overall.beside, [](const PromiseOverall::Beside& one) { return tone_of_promise(one.held) != Tone::plain; });
}

/// That it comes or ceases to be what holds; null where that says nothing new.
const Words* binding_turn(const ChangedPromise& changed) {
  if (changed.bound == changed.binds) return nullptr;
  switch (changed.binds) {
    case PromiseBinds::yes:
      return &words::promise_comes_to_hold;
    case PromiseBinds::undecided:
      return &words::promise_becomes_undecided;
    case PromiseBinds::no:
      break;
  }
  return changed.bound == PromiseBinds::yes ? &words::promise_ceases_to_hold : nullptr;
}

Points::Point point_of(const WhatIfReport& report, const ChangedPromise& changed, Language language) {
  const auto& before = report.before;
  const auto& after = report.after;
  const auto& promise = promise_of(after, changed.after);
  Points::Point point;
  point.cell = {say(words::promise_change, language,
                    indicator_name(after, changed.measure, changed.indicator, {changed.service}, language),
                    value_text(after.view.catalog(), indicator_of(after, changed.after), promise.value, language),
                    standing_text(before, changed.before, language), standing_text(after, changed.after, language)),
                doubtful(changed.after) ? Tone::caution : Tone::plain};
  const auto add = [&](std::string text) { point.below.push_back({std::move(text), Tone::faint}); };
  if (!changed.before.beside.empty() && !changed.after.beside.empty()) {
    const auto was = references_text(before, changed.before, language);
    const auto is = references_text(after, changed.after, language);
    if (was != is) add(say(words::promise_beside, language, was, is));
    if (const auto* turn = binding_turn(changed)) add(std::string(turn->in(language)));
  }
  add(say(words::colon, language, words::promise_because.in(language), place_and_reason(promise, language)));
  return point;
}

}  // namespace

std::vector<Points::Point> promise_changes(const WhatIfReport& report, Language language) {
  std::vector<Points::Point> points;
  for (const auto& changed : report.result.promises) points.push_back(point_of(report, changed, language));
  return points;
}

}  // namespace michibiki
