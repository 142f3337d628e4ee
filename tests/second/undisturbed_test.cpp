// That explaining leaves a derivation as it is, to the last byte, whatever is asked: what was derived before, and what is derived after.

#include <functional>
#include <map>

#include "engine/explain/about.hpp"
#include "engine/explain/explanation.hpp"
#include "engine/what_if/what_if.hpp"
#include "engine/what_if/why_not.hpp"
#include "reports/derivation_json.hpp"
#include "reports/explanation_report.hpp"
#include "reports/why_not.hpp"

#include "tests/second/engine_form.hpp"
#include "tests/second/random_field.hpp"
#include "tests/second/random_missed.hpp"
#include "tests/second/shipped_graph.hpp"
#include "tests/support/derivation_rows.hpp"
#include "tests/support/justified.hpp"
#include "tests/support/pick.hpp"

namespace michibiki::testing {
namespace {

/// As it is printed, and as the engine holds it.
std::string bytes(const Derived& derived) {
  return derivation_json({derived.view, derived.portfolio, derived.derivation}) + dump(derived);
}

/// A question of one kind: asked, and answered in every form.
using Question = std::function<void(const Derived&, const std::vector<Conclusion>&)>;

void tell(const ExplanationReport& report) {
  explanation_json(report);
  explanation_dot(report, Language::en);
  explanation_markdown(report, Language::ja);
}

/// With what that kind of question adds to the report.
template <typename Add>
Question explaining(const Add& add) {
  return [add](const Derived& derived, const std::vector<Conclusion>& asked) {
    const auto workings = workings_of(derived);
    const auto explanation = explain(workings, asked);
    const DerivationReport of{derived.view, derived.portfolio, derived.derivation};
    ExplanationReport report{of, explanation, {}, "anything", false, {}};
    add(workings, report);
    tell(report);
  };
}

/// What a catalogue says of the first thing that it knows, whatever that is.
std::vector<FactId> some_facts(const Catalog& catalog) {
  std::vector<FactId> facts;
  for (std::size_t i = 0; i < catalog.facts.size(); i += 7) facts.emplace_back(i);
  return facts;
}

const std::map<std::string, Question> questions{
    {"why", explaining([](const Workings&, ExplanationReport&) {})},
    {"every reason", explaining([](const Workings&, ExplanationReport& report) { report.extent.all = 100; })},
    {"grouped", explaining([](const Workings&, ExplanationReport& report) { report.extent.by = ReasonGroup::threat; })},
    {"as a tree", explaining([](const Workings&, ExplanationReport& report) { report.extent.depth = 3; })},
    {"--firmness", explaining([](const Workings& workings, ExplanationReport& report) {
       const auto& justification = report.explanation.justification;
       report.firmness = firmness_of_roots(justification, workings.view.catalog());
       report.fates = fates(workings, justification, report.firmness);
     })},
    {"--value", explaining([](const Workings& workings, ExplanationReport& report) {
       report.values = value_origins(workings, report.explanation.justification.conclusions_of_roots());
     })},
    {"-i", explaining([](const Workings& workings, ExplanationReport& report) {
       const auto& justification = report.explanation.justification;
       const auto facts = some_facts(workings.view.catalog());
       report.resting = resting_on(justification, facts);
       report.falling = falling_without(workings, justification, facts);
     })},
    {"what if", [](const Derived& derived, const std::vector<Conclusion>&) {
       const Derived after(derived.graph, derived.view.without(some_facts(derived.catalog())), derived.portfolio);
       what_if(workings_of(derived), workings_of(after));
     }}};

void ask_why_not(const Derived& derived, const Missed& missed) {
  const auto why = why_not(workings_of(derived), missed);
  const WhyNotReport report{why, derived.portfolio, derived.derivation, missed.entries, "anything", {}, "", true};
  why_not_json(report);
  why_not_markdown(report, Language::en);
}

/// What is told otherwise after a question than before it.
std::string disturbed(const Derived& derived, const std::string& before, const std::string& by) {
  const Derived again(derived.graph, derived.view, derived.portfolio);
  std::string lines;
  if (bytes(derived) != before) lines += "the derivation is another one after " + by + '\n';
  if (bytes(again) != before) lines += "another one is derived after " + by + '\n';
  return lines;
}

std::string disturbed_by_any(const Derived& derived, const std::vector<Conclusion>& asked, const Missed& missed) {
  const auto before = bytes(derived);
  std::string lines;
  for (const auto& [name, question] : questions) {
    question(derived, asked);
    lines += disturbed(derived, before, name);
  }
  ask_why_not(derived, missed);
  return lines + disturbed(derived, before, "--why-not");
}

}  // namespace

TEST_CASE("whatever is asked, the derivation stays as it is, and so does what is derived after", "[second][explain]") {
  rc::prop("of random catalogues, at any trust", [] {
    if (!one_in(3)) return;  // to ask everything takes long
    const auto field = *random_field();
    const World world(field.catalogs);
    const auto derived = world.derive(field.service, *rc::gen::elementOf(every_trust));
    const auto all = all_conclusions(workings_of(derived));
    std::vector<Conclusion> asked;  // the fewest statements of very many would take long
    for (int i = 0; i < 5 && !all.empty(); ++i) asked.push_back(any_of(all));
    RC_ASSERT(disturbed_by_any(derived, asked, random_missed(world.catalog())) == "");
  });
}

TEST_CASE("and of the shipped ones", "[second][explain][catalogs][thorough]") {
  const auto derived = shipped_example("accounting");
  const auto workings = workings_of(derived);
  std::vector<Conclusion> asked;
  for (const auto& selected : derived.derivation.selection.measures) {
    const auto about = conclusions_about(workings, ref(selected.measure));
    asked.insert(asked.end(), about.begin(), about.end());
    if (asked.size() > 8) break;
  }
  Missed missed;  // a type of component that the service lacks
  for (std::size_t i = 0; i < derived.catalog().components.size(); ++i) {
    missed.entries = {ref(ComponentId{i})};
    if (found_of(workings, missed).empty()) break;
  }
  CHECK(disturbed_by_any(derived, asked, missed) == "");
}

}  // namespace michibiki::testing
