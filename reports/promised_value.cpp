#include "reports/promised_value.hpp"

#include "reports/explanation_words.hpp"
#include "reports/grades.hpp"
#include "reports/naming.hpp"
#include "reports/promise_words.hpp"
#include "reports/promises.hpp"
#include "reports/value_text.hpp"

namespace michibiki {
namespace {

std::string service_of(const ExplanationTeller& teller, const HeldPromise& held) {
  const auto& service = teller.report().derivation.portfolio.services[held.service];
  return title_and_id(service.title, service.code, teller.language());
}

Cell what_holds(const ExplanationTeller& teller, const PromisedGrade& promised, const Grade& grade,
                const Indicator& indicator) {
  const auto& of = teller.report().derivation;
  const auto language = teller.language();
  const auto text = [&](const Value& value) {
    return with_gaps(of, grade, value_text(teller.catalog(), indicator, value, language), language);
  };
  switch (promised.holds) {
    case Holds::reference:
      return {say(words::reference_holds, language, text(grade.value)), Tone::strong};
    case Holds::promise: {
      const auto& held = promised.promises[promised.strictest];
      return {say(words::promise_holds, language, text(promise_of(of, held).value), service_of(teller, held)),
              Tone::strong};
    }
    case Holds::undecided:
      break;
  }
  return {teller.in(words::holds_undecided), Tone::caution};
}

}  // namespace

std::vector<Labelled::Line> promise_lines(const ExplanationTeller& teller, const PromisedGrade& promised) {
  const auto& of = teller.report().derivation;
  const auto language = teller.language();
  const auto& grade = of.derivation.grading.grades[promised.grade];
  const auto& indicator = teller.catalog().measures[grade.measure].indicators[grade.indicator];
  std::vector<Labelled::Line> lines;
  const auto add = [&](const Words& label, Cell cell) { lines.push_back({teller.in(label), std::move(cell)}); };
  for (const auto& held : promised.promises) {
    const auto& promise = promise_of(of, held);
    add(words::promised_by,
        {say(words::promise_of, language, value_text(teller.catalog(), indicator, promise.value, language),
             service_of(teller, held), words_for(held).in(language)),
         tone_of_promise(held)});
    add(words::promise_because, {place_and_reason(promise, language)});
    if (held.direction) add(words::compared_by, teller.basis(*held.direction));
  }
  add(words::what_holds, what_holds(teller, promised, grade, indicator));
  return lines;
}

std::vector<Paragraph> lax_promises(const ExplanationTeller& teller, const PromisedGrade& promised) {
  std::vector<Paragraph> paragraphs;
  for (const auto& held : promised.promises) {
    if (held.standing == PromiseStanding::laxer)
      paragraphs.push_back({say(words::lax_promise, teller.language(), service_of(teller, held)), Tone::caution});
  }
  return paragraphs;
}

}  // namespace michibiki
