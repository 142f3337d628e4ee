#include <algorithm>

#include "cli/asked_about.hpp"
#include "cli/commands/commands.hpp"
#include "cli/derived_service.hpp"
#include "cli/missed_item.hpp"
#include "cli/progress.hpp"
#include "cli/promise_warnings.hpp"
#include "engine/compositions.hpp"
#include "engine/derive.hpp"
#include "engine/explain/about.hpp"
#include "engine/explain/explanation.hpp"
#include "model/text.hpp"
#include "reports/explanation_report.hpp"

namespace michibiki::cli {
namespace {

/// Told one by one, unless more are wanted.
constexpr std::size_t most_reasons = 1000;

/// For people: handed over as it is made, since there may be any number of reasons.
ExitStatus deliver_page(const Session& session, const ExplanationReport& report) {
  Progress progress(session.environment(), "telling the reasons one by one");
  const auto told = [&](std::size_t done, std::size_t all) {
    if (!session.result_on_terminal()) progress.tell(done, all);
  };
  const auto make = [&](const TextSink& sink) {
    if (session.format() == Format::markdown) {
      explanation_markdown(report, session.language(), sink, told);
    } else {
      explanation_text(report, session.language(), session.text_style(), sink, told);
    }
    progress.finish();
  };
  return session.deliver_made(make, ExitStatus::clean);
}

ExitStatus deliver(const Session& session, const ExplainOptions& options, const ExplanationReport& report) {
  if (options.dot) return session.deliver(explanation_dot(report, session.language()), ExitStatus::clean);
  if (session.format() == Format::json) return session.deliver(explanation_json(report), ExitStatus::clean);
  return deliver_page(session, report);
}

std::optional<ReasonGroup> group_named(const std::string& name) {
  if (name == "threat") return ReasonGroup::threat;
  if (name == "asset") return ReasonGroup::asset;
  if (name == "control") return ReasonGroup::control;
  return std::nullopt;
}

std::string in_words(const ExplainOptions& options) {
  if (options.all_measures) return "--all-measures";
  std::string text;
  for (const auto& word : options.asked) text += (text.empty() ? "" : " ") + printable(word);
  return text;
}

/// Whatever service: one that has every type of component and may be of any pattern.
Portfolio any_service(const View& view) {
  auto portfolio = all_components(view).portfolio;
  portfolio.services.front().title.ja = "すべての構成要素をもつサービス";
  portfolio.services.front().title.en = "a service with every component";
  return portfolio;
}

/// Positions in the grading of what was asked about: nothing may be concluded about a value, and something be promised beside it.
std::vector<std::size_t> values_among(const std::vector<Conclusion>& conclusions) {
  std::vector<std::size_t> grades;
  for (const auto& conclusion : conclusions) {
    if (const auto* value = std::get_if<HasValue>(&conclusion)) grades.push_back(value->grade);
  }
  return grades;
}

Asked all_measures(const Workings& workings) {
  Asked asked;
  for (const auto& selected : workings.derivation.selection.measures) {
    const auto about = conclusions_about(workings, ref(selected.measure));
    asked.conclusions.insert(asked.conclusions.end(), about.begin(), about.end());
  }
  return asked;
}

/// Where nothing is concluded. About all measures neither --why-not nor --inverted is asked.
std::string what_tells_more(const Workings& workings, const std::vector<std::string>& asked, bool any_service) {
  if (asked.empty() && workings.view.trust() != BasisKind::unverified)
    return any_service
               ? "; ask at a lower level of trust"
               : "; ask at a lower level of trust, or about one measure with --why-not, which tells what is hidden";
  if (asked.empty()) return any_service ? "" : "; ask about one measure with --why-not, which tells what is missing";
  if (asked.size() > 1 && !entry_kind_named(asked.front()) && !name_one_thing(workings, asked))
    return "; ask about each of them alone";
  return any_service ? "; --inverted shows what rests on it"
                     : "; --why-not tells what is missing, --inverted what rests on it";
}

}  // namespace

ExitStatus run_explain(const Session& session, const ExplainOptions& options) {
  if (options.why_not) return run_why_not(session, options);
  auto catalog = session.load();
  if (!catalog) return ExitStatus::wrong_input;
  std::optional<ServiceFile> service;
  if (!options.service.empty()) {
    service = read_service_file(session, *catalog, options.service);
    if (!service) return ExitStatus::wrong_input;
  }
  const KnowledgeGraph graph(std::move(*catalog));
  const View view(graph, session.trust());
  if (service) {
    if (const auto status = outside_lattice(session, view, *service)) return *status;
  }
  const bool any = !service;
  const auto portfolio = any ? any_service(view) : service->portfolio;
  const auto derivation = derive(view, portfolio);
  warn_of_withheld(session, portfolio, derivation.inventory);
  const Workings workings{view, portfolio, derivation};
  const auto asked = options.all_measures ? all_measures(workings) : asked_about(session, workings, options.asked);
  if (!asked) return ExitStatus::wrong_input;
  if (options.value)
    warn_of_weak_promises(session, view.catalog(), portfolio, derivation, values_among(asked->conclusions));
  const auto explanation = explain(workings, options.inverted ? all_conclusions(workings) : asked->conclusions);
  // Of a value that is not known nothing is concluded, and yet something may be promised.
  auto values = options.value ? value_origins(workings, asked->conclusions) : std::vector<ValueOrigin>();
  if (explanation.justification.roots.empty() && values.empty()) {
    session.log().error("nothing is concluded about " + in_words(options) +
                        (any ? std::string(" in the catalogues") : " for " + quote(options.service)) +
                        session.under_trust() + what_tells_more(workings, options.asked, any));
    return ExitStatus::nothing_to_check;
  }
  const DerivationReport of{view, portfolio, derivation};
  const auto steps = explanation.justification.steps.size();
  if (options.step && *options.step > steps) {
    session.log().error("--step: there are only " + std::to_string(steps) + " steps");
    return ExitStatus::wrong_input;
  }
  const ExplanationExtent extent{group_named(options.by), options.depth, options.step,
                                 options.all ? std::optional(options.limit.value_or(most_reasons)) : std::nullopt,
                                 session.verbose()};
  ExplanationReport report{of, explanation, asked->entries, in_words(options), any, extent};
  if (options.value && values.empty()) {
    session.log().error("no reference value is concluded about " + in_words(options) + session.under_trust());
    return ExitStatus::nothing_to_check;
  }
  report.values = std::move(values);
  if (options.firmness) {
    Progress progress(session.environment(), "looking for the fewest statements that carry a conclusion");
    report.firmness = firmness_of_roots(explanation.justification, view.catalog(),
                                        [&](std::size_t done, std::size_t all) { progress.tell(done, all); });
    progress.finish();
    Progress deriving(session.environment(), "deriving without the statements that carry a conclusion");
    report.fates = fates(workings, explanation.justification, report.firmness,
                         [&](std::size_t done, std::size_t all) { deriving.tell(done, all); });
    deriving.finish();
  }
  if (options.inverted) {
    report.resting = resting_on(explanation.justification, asked->facts, asked->components);
    report.falling = falling_without(workings, explanation.justification, asked->facts, asked->away);
    const auto any_of = [](const std::vector<bool>& those) { return std::ranges::count(those, true) != 0; };
    if (report.resting->directly.empty() && !any_of(report.falling.falls) && !any_of(report.falling.undecided)) {
      session.log().error("nothing rests on " + in_words(options) + session.under_trust());
      return ExitStatus::nothing_to_check;
    }
  }
  return deliver(session, options, report);
}

}  // namespace michibiki::cli
