// Every reason of an explanation, handed over while the next ones are not yet looked for.

#include <algorithm>
#include <limits>

#include "engine/explain/explanation.hpp"
#include "reports/explanation_report.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

/// One thing on top of another, each for two reasons: with so many of them 2^n reasons, of n steps each.
Explanation tower(const Catalog& catalog, std::size_t height) {
  Explanation made;
  auto& justification = made.justification;
  for (std::size_t i = 0; i < height; ++i) {
    justification.conclusions.emplace_back(HasComponent{0});
    auto& ways = justification.ways.emplace_back();
    for (std::size_t fact = 0; fact < 2; ++fact) {
      Step step;
      step.kind = StepKind::component_listed;
      step.conclusion = i;
      if (i + 1 < height) step.premises = {i + 1};
      step.facts = {{FactId{fact}}};
      ways.push_back(justification.steps.size());
      justification.steps.push_back(step);
    }
  }
  justification.roots = {0};
  made.counts = count_reasons(justification);
  made.firmness = firmness(justification, catalog);
  made.shortest = shortest_ways(justification, catalog);
  return made;
}

const Derived& derived() {
  static const Derived one = World("components: [{id: rack}, {id: shelf}]\n").derive("instances: [rack]");
  return one;
}

/// What became of a text of which only so many bytes were wanted.
struct Taken {
  std::size_t bytes = 0;
  std::size_t largest_part = 0;
  std::size_t reasons = 0;
};

Taken take(std::size_t height, std::size_t wanted, bool markdown) {
  const auto& of = derived();
  const auto explanation = tower(of.catalog(), height);
  const DerivationReport derivation{of.view, of.portfolio, of.derivation};
  ExplanationReport report{derivation, explanation, {}, "rack", false, {}};
  report.extent.all = std::numeric_limits<std::size_t>::max();
  Taken taken;
  const TextSink sink = [&](std::string_view part) {
    taken.bytes += part.size();
    taken.largest_part = std::max(taken.largest_part, part.size());
    return taken.bytes < wanted;
  };
  const auto told = [&](std::size_t done, std::size_t) { taken.reasons = done; };
  if (markdown) {
    explanation_markdown(report, Language::en, sink, told);
  } else {
    explanation_text(report, Language::en, {}, sink, told);
  }
  return taken;
}

}  // namespace

TEST_CASE("of more reasons than anybody could wait for those that are wanted are told, and no more is looked for",
          "[reports][explain]") {
  // 2^60: were they put together before the first is told, this would not end.
  constexpr std::size_t wanted = 200'000;
  const bool markdown = GENERATE(false, true);
  const auto taken = take(60, wanted, markdown);
  CHECK(taken.bytes >= wanted);
  CHECK(taken.bytes < wanted + taken.largest_part);
  CHECK(taken.reasons > 10);
  CHECK(taken.reasons < 1000);
}

TEST_CASE("what is handed over at once is one reason, however many there are", "[reports][explain]") {
  const bool markdown = GENERATE(false, true);
  const auto many = take(12, std::numeric_limits<std::size_t>::max(), markdown);
  CHECK(many.reasons == 4096);
  CHECK(many.largest_part < 4000);
  CHECK(many.bytes > 1000 * many.largest_part);
}

TEST_CASE("in parts or whole, an explanation is the same text", "[reports][explain]") {
  const auto& of = derived();
  const auto explanation = tower(of.catalog(), 4);
  const DerivationReport derivation{of.view, of.portfolio, of.derivation};
  ExplanationReport report{derivation, explanation, {}, "rack", false, {}};
  report.extent.all = 16;
  std::string text;
  std::string markdown;
  const auto into = [](std::string& all) {
    return [&all](std::string_view part) {
      all += part;
      return true;
    };
  };
  explanation_text(report, Language::ja, {}, into(text));
  explanation_markdown(report, Language::ja, into(markdown));
  CHECK(text == explanation_text(report, Language::ja, {}));
  CHECK(markdown == explanation_markdown(report, Language::ja));
  CHECK_THAT(markdown, Catch::Matchers::ContainsSubstring("\n\n### 理由 1\n\n| "));
  CHECK_THAT(text, Catch::Matchers::ContainsSubstring("\n\n理由 16\n"));
}

}  // namespace michibiki::testing
