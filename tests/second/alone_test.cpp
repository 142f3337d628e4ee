// Explanations as they are printed, asked of each measure alone and of all at once.

#include <nlohmann/json.hpp>

#include "engine/explain/about.hpp"
#include "engine/explain/explanation.hpp"
#include "reports/explanation_report.hpp"

#include "tests/second/random_field.hpp"
#include "tests/second/shipped_graph.hpp"
#include "tests/support/justified.hpp"
#include "tests/support/pick.hpp"
#include "tests/support/told_steps.hpp"

namespace michibiki::testing {
namespace {

using Json = nlohmann::json;

Json printed_of(const Derived& derived, const std::vector<Conclusion>& asked, const std::string& in_words) {
  const auto workings = workings_of(derived);
  const auto explanation = explain(workings, asked);
  const DerivationReport of{derived.view, derived.portfolio, derived.derivation};
  ExplanationReport report{of, explanation, {}, in_words, false, {}};
  report.values = value_origins(workings, explanation.justification.conclusions_of_roots());
  return Json::parse(explanation_json(report));
}

/// Every measure, alone and with the others.
std::string otherwise_alone(const Derived& derived) {
  const auto workings = workings_of(derived);
  std::vector<Conclusion> all;
  std::vector<Json> alone;
  for (const auto& selected : derived.derivation.selection.measures) {
    const auto about = conclusions_about(workings, ref(selected.measure));
    all.insert(all.end(), about.begin(), about.end());
    alone.push_back(printed_of(derived, about, derived.catalog().measures[selected.measure].code));
  }
  return told_otherwise(printed_of(derived, all, "--all-measures"), alone);
}

}  // namespace

TEST_CASE("of each measure of a shipped example the same is printed, asked alone or with all others",
          "[second][explain][catalogs]") {
  const auto derived = shipped_example("accounting");
  CHECK(derived.derivation.selection.measures.size() > 50);
  CHECK(otherwise_alone(derived) == "");
}

TEST_CASE("and of random catalogues, of several services", "[second][explain]") {
  rc::prop("at any trust", [] {
    if (!one_in(4)) return;  // to print all of it takes long
    const auto field = *random_field();
    const auto trust = *rc::gen::element(BasisKind::unverified, BasisKind::judgement, BasisKind::stated);
    RC_ASSERT(otherwise_alone(World(field.catalogs).derive(field.service, trust)) == "");
  });
}

TEST_CASE("what is printed otherwise is noticed, in whatever part", "[second][explain][catalogs]") {
  const auto derived = shipped_example("accounting");
  const auto& first = derived.derivation.selection.measures.front();
  const auto about = conclusions_about(workings_of(derived), ref(first.measure));
  const auto good = printed_of(derived, about, "alone");
  REQUIRE(told_otherwise(good, {good}) == "");
  const auto& step = good["steps"][0];
  for (const auto& [part, said] : step.items()) {
    if (part == "id") continue;
    CAPTURE(part);
    auto changed = good;
    changed["steps"][0][part] = part == "premises" ? Json::array({1, 1, 1}) : Json("otherwise");
    CHECK(told_otherwise(good, {changed}) != "");
  }
  for (const std::string part : {"count", "at_least", "firmness", "shortest"}) {
    CAPTURE(part);
    auto changed = good;
    changed["reasons"].back()[part] = part == "shortest" ? Json::array({1}) : Json("otherwise");
    CHECK(told_otherwise(good, {changed}) != "");
  }
}

}  // namespace michibiki::testing
