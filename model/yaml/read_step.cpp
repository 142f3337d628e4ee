#include "model/yaml/read_step.hpp"

#include <algorithm>
#include <set>

#include "model/phrase.hpp"
#include "model/step_kind.hpp"
#include "model/text.hpp"

namespace michibiki {
namespace {

std::optional<StepKind> kind_of(Builder& context, const Node& id) {
  const auto name = id.is_scalar() ? normalise_id(id.text).id : std::string();
  const auto kind = step_kind_named(name);
  if (kind || name.empty()) return kind;  // that it is no id has been said
  std::vector<std::string> known;
  for (std::size_t i = 0; i < step_kind_count; ++i) known.emplace_back(name_of(static_cast<StepKind>(i)));
  context.error(DiagnosticKind::invalid_value, id.at,
                "there is no kind of step " + quote(name) + "; docs/catalog-format.md has the table of kinds",
                context.guesses.hint(name, known));
  return std::nullopt;
}

/// Of the kind nothing is known where there is none.
void check_phrase(Builder& context, const std::string& text, const SourceLocation& at, std::optional<StepKind> kind) {
  const auto reading = parse_phrase(text);
  for (const auto& [character, what] : reading.mistakes) {
    context.error(DiagnosticKind::invalid_value, at,
                  "this is no phrase, as " + what + " at character " + std::to_string(character) +
                      "; write parts as `{asset}`, and what may be left out as `[ on {asset}]`");
  }
  if (!reading.phrase || !kind) return;
  const auto known = parts_of(*kind);
  const std::vector<std::string> names(known.begin(), known.end());
  const auto used = reading.phrase->parts();
  for (const auto& part : std::set(used.begin(), used.end())) {
    if (std::ranges::find(names, part) != names.end()) continue;
    auto hint = context.guesses.hint(part, names);
    if (hint.empty()) {
      for (const auto& name : names) hint += (hint.empty() ? "its parts are " : ", ") + name;
    }
    context.error(DiagnosticKind::unknown_id, at,
                  "a step of kind " + quote(name_of(*kind)) + " has no part " + quote(part), hint);
  }
}

}  // namespace

void read_step(Builder& context, Fields& fields, StepWording& step) {
  step.open = fields.bilingual("open");
  const auto* id = fields.find("id");
  const auto kind = id == nullptr ? std::nullopt : kind_of(context, *id);
  const auto check = [&](const std::string& text, FactId fact) {
    if (!text.empty()) check_phrase(context, text, context.catalog.fact(fact).location, kind);
  };
  for (const auto* phrase : {&step.title, &step.open}) {
    check(phrase->ja, phrase->ja_fact);
    check(phrase->en, phrase->en_fact);
  }
}

}  // namespace michibiki
