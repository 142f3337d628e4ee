#include "reports/step_teller.hpp"

#include <algorithm>
#include <map>

#include "reports/explanation_words.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

const StepWording* wording_of(const Catalog& catalog, StepKind kind) {
  const auto id = catalog.steps.find(name_of(kind));
  return !id || catalog.withdrawn.contains(ref(*id)) ? nullptr : &catalog.steps[*id];
}

/// The catalogues tell the step as one that is not decided.
bool told_as_open(const StepWording* wording, const Step& step) {
  return step.open && wording != nullptr && !wording->open.empty();
}

std::optional<Phrase> phrase_of(const StepWording* wording, bool open, Language language) {
  if (wording == nullptr) return std::nullopt;
  const auto& phrase = open ? wording->open.in(language) : wording->title.in(language);
  return phrase.empty() ? std::nullopt : parse_phrase(phrase).phrase;
}

}  // namespace

StepTeller::StepTeller(const DerivationReport& report, const Justification& justification, Language language,
                       const std::vector<EntryRef>& known)
    : report_(report), justification_(justification), language_(language) {
  for (const auto entry : known) known_.insert(report.view.catalog().entry(entry).code);
}

std::string StepTeller::name(const StepPart& part) const {
  if (!part.with_id) return text_of(part, language_);
  if (known_.contains(part.code)) return part.code;
  const bool told = told_.contains(part.code) && !part.title.empty();
  return told ? part.title.in(language_) : text_of(part, language_);
}

std::string StepTeller::tell(const Step& step) const {
  const auto* wording = wording_of(report_.view.catalog(), step.kind);
  const bool open = told_as_open(wording, step);
  auto sentence = told(step, phrase_of(wording, open, language_));
  // That nothing decides is what such a step says anyway.
  const bool remark = step.open && !open && step.kind != StepKind::level_open;
  return remark ? say(words::undecided_step, language_, sentence) : sentence;
}

std::string StepTeller::told(const Step& step, const std::optional<Phrase>& phrase) const {
  std::map<std::string, std::vector<std::string>, std::less<>> named;
  for (const auto& part : parts_of(report_, justification_, step)) {
    named[std::string(part.name)].push_back(name(part));
  }
  if (phrase) {
    return phrase->fill([&](std::string_view part) -> std::optional<std::string> {
      const auto found = named.find(part);
      return found == named.end() ? std::nullopt : std::optional(joined(found->second, language_));
    });
  }
  if (named.empty()) return std::string(michibiki::name_of(step.kind));
  std::vector<std::string> said;
  for (const auto part : parts_of(step.kind)) {
    const auto found = named.find(part);
    if (found != named.end()) said.push_back(say(words::colon, language_, part, joined(found->second, language_)));
  }
  return say(words::title_and_id, language_, michibiki::name_of(step.kind), joined(said, language_));
}

std::string StepTeller::tell_on(const Step& step) {
  auto sentence = tell(step);
  for (const auto& part : parts_of(report_, justification_, step)) told_.insert(part.code);
  return sentence;
}

}  // namespace michibiki
