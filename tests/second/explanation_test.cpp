// Explanations as they are printed, held step by step against what the catalogues and services say.

#include "engine/explain/explanation.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "engine/compositions.hpp"
#include "engine/conclusions.hpp"
#include "engine/explain/about.hpp"

#include "tests/second/engine_form.hpp"
#include "tests/second/explanation_checker.hpp"
#include "tests/second/printed_explanation.hpp"
#include "tests/second/printed_grounds.hpp"
#include "tests/second/printed_words.hpp"
#include "tests/second/random_field.hpp"
#include "tests/second/shipped_graph.hpp"
#include "tests/support/justified.hpp"
#include "tests/support/pick.hpp"

namespace michibiki::testing {
namespace {

std::string lines(const Texts& texts) {
  std::string all;
  for (const auto& text : texts) all += '\n' + text;
  return all;
}

using Json = nlohmann::json;

const std::string shipped = std::string(MICHIBIKI_SOURCE_DIR) + "/catalogs";

const std::shared_ptr<const KnowledgeGraph>& graph() { return shipped_graph(); }

/// The same services for the engine and for the checker.
class Pair {
 public:
  Pair& add(const std::string& code) {
    engine_.services.emplace_back().code = code;
    plain_.services.emplace_back().code = code;
    return *this;
  }
  Pair& of_case(SystemCaseId id) {
    const auto& system_case = graph()->catalog().system_cases[id];
    engine_.services.back().system_case = id;
    engine_.services.back().instances = system_case.instances;
    plain_.services.back().system_case = system_case.code;
    return *this;
  }
  void of_type(ServiceTypeId id) {
    engine_.services.back().type = id;
    plain_.services.back().type = graph()->catalog().service_types[id].code;
  }
  void of_pattern(const Pattern& pattern) {
    const auto& catalog = graph()->catalog();
    for (const auto& [property, level] : pattern.levels) {
      engine_.services.back().levels[property] = {level.value};
      plain_.services.back().given[catalog.properties[property].code] = catalog.levels[level.value].code;
    }
  }

  std::size_t size() const { return plain_.services.size(); }
  const Portfolio& engine() const { return engine_; }
  std::string complaints(ExplanationChecker& checker, BasisKind trust) const {
    checker.lay_out(plain_, trust);
    const auto json = printed({graph(), View(*graph(), trust), engine_});
    static const auto files = files_under(shipped);
    return lines(checker.complaints(json)) + lines(wrong_words(Json::parse(json), files, plain_)) +
           lines(wrong_grounds(Json::parse(json), files));
  }

 private:
  Portfolio engine_;
  SecondPortfolio plain_;
};

/// A service for each, which has nothing.
Pair of_every_type_and_pattern() {
  const auto& catalog = graph()->catalog();
  Pair services;
  for (std::size_t i = 0; i < catalog.service_types.size(); ++i) {
    const ServiceTypeId type{i};
    if (!catalog.service_types[type].group) services.add(catalog.service_types[type].code).of_type(type);
  }
  for (const auto& pattern : catalog.patterns) services.add("of-" + pattern.code).of_pattern(pattern);
  return services;
}

/// By conclusion all that leads to it.
using AllSteps = std::map<Conclusion, Ways>;

/// As of a portfolio's only service.
Conclusion of_only_service(Conclusion conclusion) {
  if (auto* level = std::get_if<MayRequireLevel>(&conclusion)) level->service = 0;
  if (auto* pattern = std::get_if<MayBeOfPattern>(&conclusion)) pattern->service = 0;
  return conclusion;
}

AllSteps all_steps(const Derived& derived, const std::vector<Conclusion>& roots) {
  const auto justification = justify(workings_of(derived), roots);
  AllSteps steps;
  for (std::size_t i = 0; i < justification.steps.size(); ++i) {
    auto said = said_by(justification, i);
    for (auto& premise : said.premises) premise = of_only_service(premise);
    steps[of_only_service(justification.conclusions[justification.steps[i].conclusion])].push_back(std::move(said));
  }
  return steps;
}

/// The levels and patterns that may be required of a service.
std::vector<Conclusion> required_of(const Derived& derived, std::size_t service) {
  const auto& of = derived.derivation.classifications[service];
  std::vector<Conclusion> required;
  for (const auto& level : of.levels) {
    for (const auto possible : level.possible)
      required.emplace_back(MayRequireLevel{service, level.property, possible});
  }
  for (const auto pattern : of.patterns) required.emplace_back(MayBeOfPattern{service, pattern});
  return required;
}

bool is_required(const Conclusion& conclusion) {
  return std::holds_alternative<MayRequireLevel>(conclusion) || std::holds_alternative<MayBeOfPattern>(conclusion);
}

/// The same value, of the same pattern, in another derivation.
std::optional<Conclusion> same_value(const Derived& derived, const HasValue& value, const Derived& other) {
  const auto& grade = derived.derivation.grading.grades[value.grade];
  const auto& grades = other.derivation.grading.grades;
  const auto found = std::ranges::find_if(grades, [&](const Grade& one) {
    return one.measure == grade.measure && one.indicator == grade.indicator && one.pattern == grade.pattern &&
           one.value == grade.value;
  });
  if (found == grades.end()) return std::nullopt;
  return HasValue{static_cast<std::size_t>(found - grades.begin())};
}

/// What leads to anything but what is required: steps that the case has not, and, but for those to values, steps that it has and that are not
/// there; a line each. A value of the only possible pattern is not open, as one of several is: which are possible, the second computation says.
std::string other_steps(const Derived& of_case, const AllSteps& steps_of_case, const Derived& derived) {
  std::string text;
  std::size_t seen = 0;
  for (auto [conclusion, ways] : all_steps(derived, all_conclusions(workings_of(derived)))) {
    if (is_required(conclusion)) continue;
    std::optional<Conclusion> same = conclusion;
    const auto* value = std::get_if<HasValue>(&conclusion);
    if (value != nullptr) {
      same = same_value(derived, *value, of_case);
    } else {
      ++seen;
    }
    const auto found = same ? steps_of_case.find(*same) : steps_of_case.end();
    auto there = found == steps_of_case.end() ? Ways{} : found->second;
    if (value != nullptr) {
      for (auto* all : {&ways, &there}) {
        for (auto& way : *all) way.open = false;
      }
    }
    if (ways != there) text += "other steps to a conclusion of kind " + std::to_string(conclusion.index()) + '\n';
  }
  for (const auto& [conclusion, ways] : steps_of_case) {
    if (!is_required(conclusion) && !std::holds_alternative<HasValue>(conclusion)) --seen;
  }
  return seen == 0 ? text : text + "not as many conclusions\n";
}

/// Of each measure and control that is called for, and of no other, the statements of the links that lead directly to it.
std::map<EntryRef, std::vector<FactId>> links_of_ways(const Workings& workings) {
  std::map<EntryRef, std::vector<FactId>> links;
  const auto justification = justify(workings, all_conclusions(workings));
  for (const auto& step : justification.steps) {
    const auto* conclusion = std::get_if<IsCalledFor>(&justification.conclusions[step.conclusion]);
    if (conclusion == nullptr || conclusion->exposure) continue;
    auto& of = links[conclusion->entry];
    const auto fact = workings.view.catalog().link(step.link.value()).fact;
    if (std::ranges::count(of, fact) == 0) of.push_back(fact);
  }
  return links;
}

std::set<EntryRef> called(const Selection& selection) {
  std::set<EntryRef> entries;
  for (const auto& selected : selection.measures) entries.insert(ref(selected.measure));
  for (const auto& selected : selection.controls) entries.insert(ref(selected.control));
  return entries;
}

}  // namespace

TEST_CASE("every printed step of an explanation says what random catalogues say, and follows", "[second][explain]") {
  rc::prop("of several services, at any trust", [] {
    auto field = *random_field();
    if (pick(2) == 1) field.catalogs.push_back(step_wording());
    const auto trust = *rc::gen::elementOf(every_trust);
    ExplanationChecker checker(texts_in(field.catalogs));
    checker.lay_out(field.portfolio, trust);
    const auto json = printed(World(field.catalogs).derive(field.service, trust));
    auto complaints = checker.complaints(json);
    complaints.merge(wrong_words(Json::parse(json), files_in(field.catalogs), field.portfolio));
    complaints.merge(wrong_grounds(Json::parse(json), files_in(field.catalogs)));
    if (!complaints.empty()) RC_FAIL(lines(complaints));
  });
}

TEST_CASE("so does that of the shipped catalogues, for every system case", "[second][explain][catalogs][thorough]") {
  ExplanationChecker checker(catalogs_under(shipped));
  for (std::size_t i = 0; i < graph()->catalog().system_cases.size(); ++i) {
    // Without a type it may be of any pattern: with the values of all of them.
    Pair services;
    services.add("service").of_case(SystemCaseId{i});
    // What is judged alone makes most of it; without that there is much less.
    for (const auto trust : {BasisKind::unverified, BasisKind::stated})
      CHECK(services.complaints(checker, trust) == "");
  }
}

TEST_CASE("and for every service type and pattern", "[second][explain][catalogs][thorough]") {
  ExplanationChecker checker(catalogs_under(shipped));
  const auto services = of_every_type_and_pattern();
  CHECK(services.size() == 63 + 6);
  for (const auto trust : every_trust) CHECK(services.complaints(checker, trust) == "");
}

// To look at an explanation of a case takes seconds, and there are 276 of a type or pattern in a case. But each is made of what was looked
// at just now: the steps to the levels and patterns of the type without a case, and those to all else of the case without a type. The former
// is seen here of each; the latter once for all types of the same patterns, as the derivations say the same.
TEST_CASE("and for every one of these in every system case, as it is made of the steps that are looked at",
          "[second][explain][catalogs][thorough]") {
  const auto& catalog = graph()->catalog();
  std::size_t combinations = 0;
  std::size_t explained = 0;
  for (const auto trust : {BasisKind::unverified, BasisKind::stated}) {
    const View view(*graph(), trust);
    const Derived alone{graph(), view, of_every_type_and_pattern().engine()};
    for (std::size_t c = 0; c < catalog.system_cases.size(); ++c) {
      const Derived of_case{graph(), view, Pair().add("service").of_case(SystemCaseId{c}).engine()};
      const auto steps_of_case = all_steps(of_case, all_conclusions(workings_of(of_case)));
      std::map<std::vector<PatternId>, Conclusions> derived_before;
      for (std::size_t s = 0; s < alone.portfolio.services.size(); ++s) {
        ++combinations;
        auto service = alone.portfolio.services[s];
        service.system_case = SystemCaseId{c};
        service.instances = catalog.system_cases[SystemCaseId{c}].instances;
        INFO(service.code << ", " << catalog.system_cases[SystemCaseId{c}].code << ", " << name_of(trust));
        const Derived derived{graph(), view, {"", {}, {service}, {}}};
        CHECK(all_steps(derived, required_of(derived, 0)) == all_steps(alone, required_of(alone, s)));
        const auto concluded = conclude(view, derived.portfolio, derived.derivation);
        const auto [before, first] =
            derived_before.try_emplace(derived.derivation.classifications.front().patterns, concluded);
        CHECK(before->second == concluded);
        if (!first) continue;
        ++explained;
        CHECK(other_steps(of_case, steps_of_case, derived) == "");
      }
    }
  }
  CHECK(combinations == 2 * 4 * (63 + 6));
  CHECK(explained > 50);
}

TEST_CASE("somebody under a heading, whom a measure involves together with others, is told apart",
          "[second][explain]") {
  const std::string field =
      "roles: [{id: acts}]\n"
      "measures: [{id: training}, {id: report}]\n"
      "stakeholders: [{id: staff, group: true}, {id: engineers, parent: staff, always: true}, {id: boss, always: true}]\n"
      "links:\n"
      "  - {id: both, kind: involves, from: [staff, boss], to: training, role: acts}\n"
      "  - {id: alone, kind: involves, from: [engineers, boss], join: any, to: report, role: acts}\n";
  const NamedText catalog = catalog_text(field);
  ExplanationChecker checker({{catalog.text}});
  SecondService service;
  service.code = "shop";
  checker.lay_out({{service}, {}}, BasisKind::unverified);
  const auto json = printed(World({catalog}).derive("id: shop\n"));
  CHECK(lines(checker.complaints(json)) == "");
  const auto document = Json::parse(json);
  Texts told;
  for (const auto& step : document.at("steps")) {
    if (step.at("rule") == "stakeholder-always") told.insert(step.at("conclusion").dump());
  }
  CHECK(told == Texts{R"({"is":"has-stakeholder","or-under":"boss","service":"shop","stakeholder":"boss"})",
                      R"({"is":"has-stakeholder","or-under":"staff","service":"shop","stakeholder":"staff"})",
                      R"({"is":"has-stakeholder","service":"shop","stakeholder":"boss"})",
                      R"({"is":"has-stakeholder","service":"shop","stakeholder":"engineers"})"});
}

TEST_CASE("of the shipped catalogues no way to what is called for is left out", "[second][explain][catalogs]") {
  const View view(*graph());
  const auto composition = all_components(view);
  const auto derived = derive(view, composition.portfolio);
  const auto ways = links_of_ways({view, composition.portfolio, derived});
  CHECK(ways.size() > 100);
  std::size_t most = 0;
  const auto still_called = [&](const std::vector<FactId>& gone) {
    const auto without = view.without(gone);
    const auto again = derive(without, composition.portfolio);
    return called(again.selection);
  };
  for (const auto& [entry, links] : ways) {
    INFO(graph()->catalog().entry(entry).code);
    most = std::max(most, links.size());
    CHECK(!still_called(links).contains(entry));
  }
  // Of all at once one way each is left: first the first, then the next. Where there are no more the last one stays.
  for (std::size_t kept = 0; kept < most; ++kept) {
    std::set<FactId> gone;
    for (const auto& [entry, links] : ways) gone.insert(links.begin(), links.end());
    for (const auto& [entry, links] : ways) gone.erase(links[std::min(kept, links.size() - 1)]);
    const auto called_still = still_called({gone.begin(), gone.end()});
    for (const auto& [entry, links] : ways) {
      INFO(graph()->catalog().entry(entry).code << ", " << kept);
      CHECK(called_still.contains(entry));
    }
  }
}

}  // namespace michibiki::testing
