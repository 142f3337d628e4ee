// Smallest catalogues in which the engine was once found to differ from what docs/how-it-works.md says.

#include "tests/catch.hpp"
#include "tests/second/engine_form.hpp"

namespace michibiki::testing {
namespace {

/// Two services that share a component `c`, by YAML and as the second computation takes them.
std::string difference_when_shared(const std::string& sections, BasisKind trust = BasisKind::unverified) {
  SecondComputation computation({{catalog_text(sections).text}});
  computation.trust(trust);
  const auto engine =
      World(sections).derive("id: all\nshared: [c]\nservices: [{id: one, uses: [c]}, {id: two, uses: [c]}]\n", trust);
  return difference(form_of(engine),
                    computation.derive({{{"one", {}, {}, {}, {}, {}, {"c"}}, {"two", {}, {}, {}, {}, {}, {"c"}}},
                                        {{"c", "c", {}, {}}}}));
}

/// A measure with one indicator, for what is shared, where patterns exist.
std::string with_values(const std::string& values) {
  return "levels: [{id: l}]\nproperties: [{id: p, levels: [l]}]\npatterns: [{id: y, levels: {p: l}}]\n"
         "components: [{id: c, carries: [a]}]\nassets: [{id: a}]\n"
         "threats: [{id: t, harms: [p]}]\nmeasures: [{id: g, indicators: [{key: a, values: {y: " +
         values + "}}]}]\nlinks: [{id: k, kind: counters, from: g, to: t}]\n";
}

}  // namespace

TEST_CASE("an answer limited by origin is no firmer than the threat's origin", "[second]") {
  CHECK(difference_when_shared(R"(
origins: [{id: o}]
threats: [{id: t, origin: {is: o, basis: unverified}}]
measures: [{id: g}]
components: [{id: c}]
links: [{id: l, kind: counters, from: g, to: t, origins: [o]}]
)") == "");
}

TEST_CASE("an answer limited by nature is no firmer than that this nature is harmed", "[second]") {
  CHECK(difference_when_shared(R"(
natures: [{id: thing}, {id: paper}]
mechanisms: [{id: fire, acts-on: [{natures: [thing, paper]}]}]
components: [{id: c, carries: [a]}]
assets: [{id: a, natures: [thing, {is: paper, basis: unverified}]}]
threats: [{id: t, mechanisms: [fire]}]
measures: [{id: g}]
links: [{id: l, kind: counters, from: g, to: t, natures: [paper]}]
)") == "");
}

TEST_CASE("what is stated outright may harm through any nature, whatever a mechanism does besides", "[second]") {
  // Else to hide the mechanism would cover what is open with it.
  CHECK(difference_when_shared(R"(
natures: [{id: thing}, {id: paper}]
mechanisms: [{id: fire, basis: unverified, acts-on: [{natures: [thing]}]}]
components: [{id: c, carries: [a]}]
assets: [{id: a, natures: [thing, paper]}]
threats: [{id: t, mechanisms: [fire]}]
measures: [{id: g}]
links:
  - {id: x, kind: exposes, from: t, to: a}
  - {id: l, kind: counters, from: g, to: t, natures: [paper]}
)") == "");
}

TEST_CASE("what is stated outright for a nature is no firmer than that the asset has it", "[second]") {
  CHECK(difference_when_shared(R"(
natures: [{id: paper}]
components: [{id: c, carries: [a]}]
assets: [{id: a, natures: [{is: paper, basis: unverified}]}]
threats: [{id: t}]
links: [{id: l, kind: exposes, from: t, to: a, natures: [paper]}]
)") == "");
}

TEST_CASE("a measure that people are obliged to is no firmer than that they are there", "[second]") {
  CHECK(difference_when_shared(R"(
threats: [{id: t}]
components: [{id: c}]
stakeholders: [{id: s, always: {is: true, basis: unverified}}]
measures: [{id: g}]
links: [{id: l, kind: involves, from: s, to: g}]
)") == "");
}

TEST_CASE("the value of what is shared is withheld where trust hides all that are compared", "[second]") {
  CHECK(difference_when_shared(with_values("{is: done, basis: unverified}"), BasisKind::stated) == "");
}

TEST_CASE("a value that is said to be unknown is not withheld, be that trusted or not", "[second]") {
  SecondComputation computation({{catalog_text(with_values("{is: unknown, basis: unverified}")).text}});
  computation.trust(BasisKind::stated);
  const auto engine =
      World(with_values("{is: unknown, basis: unverified}")).derive("instances: [c]\n", BasisKind::stated);
  CHECK(difference(form_of(engine),
                   computation.derive({{{"service", {}, {}, {}, {}, {{"c", "c", {}, {}}}, {}}}, {}})) == "");
}

TEST_CASE("what is stated outright of one nature is answered through that one alone", "[second]") {
  CHECK(difference_when_shared(R"(
natures: [{id: thing}, {id: paper}]
components: [{id: c, carries: [a]}]
assets: [{id: a, natures: [thing, paper]}]
threats: [{id: t}]
measures: [{id: g}]
links:
  - {id: x, kind: exposes, from: t, to: a, natures: [thing]}
  - {id: l, kind: counters, from: g, to: t, natures: [paper]}
)") == "");
}

TEST_CASE("a limit is met by what it names only where that is believed", "[second]") {
  for (const auto trust : every_trust) {
    CHECK(difference_when_shared(R"(
origins: [{id: o, basis: unverified}]
natures: [{id: thing, basis: {judgement: ours}}, {id: paper, parent: thing}]
components: [{id: c, carries: [a]}]
assets: [{id: a, natures: [paper]}]
threats: [{id: t, origin: o}]
measures: [{id: g}, {id: h}]
links:
  - {id: x, kind: exposes, from: t, to: a}
  - {id: l, kind: counters, from: g, to: t, natures: [thing]}
  - {id: m, kind: counters, from: h, to: t, origins: [o]}
)",
                                 trust) == "");
  }
}

TEST_CASE("nobody is there as one of operators who are not believed in", "[second]") {
  const std::string catalog =
      "components: [{id: c}]\nthreats: [{id: t}]\nmeasures: [{id: g}]\n"
      "stakeholders: [{id: s, group: true, basis: unverified}, {id: r, parent: s}]\n"
      "links: [{id: l, kind: involves, from: r, to: g}]\n";
  SecondComputation computation({{catalog_text(catalog).text}});
  for (const auto trust : every_trust) {
    computation.trust(trust);
    const auto engine = World(catalog).derive("instances: [{id: i, type: c, operator: s}]\n", trust);
    CHECK(difference(form_of(engine),
                     computation.derive({{{"service", {}, {}, {}, {}, {{"i", "c", "s", {}}}, {}}}, {}})) == "");
  }
}

TEST_CASE("a hidden pattern rules out no value of what services share", "[second]") {
  const std::string catalog =
      "levels: [{id: l}, {id: m}, {id: h}]\nproperties: [{id: p, levels: [l, m, h]}]\n"
      "patterns: [{id: a, levels: {p: l}}, {id: b, levels: {p: m}}, {id: c, levels: {p: h}, basis: {judgement: ours}}]\n"
      "service-types: [{id: u, levels: {p: {is: open, among: [m, h]}}}]\n"
      "units: [{id: d}]\ncomponents: [{id: c, carries: [a]}]\nassets: [{id: a}]\nthreats: [{id: t, harms: [p]}]\n"
      "measures: [{id: g, indicators: [{key: a, stricter: lower, values: {a: 24 d, b: 1 d, c: 48 d}}]}]\n"
      "links: [{id: k, kind: counters, from: g, to: t}]\n";
  SecondComputation computation({{catalog_text(catalog).text}});
  for (const auto trust : every_trust) {
    computation.trust(trust);
    const auto engine = World(catalog).derive(
        "id: all\nshared: [c]\nservices: [{id: one, uses: [c], levels: {p: l}}, {id: two, type: u, uses: [c]}]\n",
        trust);
    const auto again = computation.derive(
        {{{"one", {}, {{"p", "l"}}, {}, {}, {}, {"c"}}, {"two", "u", {}, {}, {}, {}, {"c"}}}, {{"c", "c", {}, {}}}});
    CHECK(difference(form_of(engine), again) == "");
    CHECK(again.grades.values.size() == 2);
  }
}

}  // namespace michibiki::testing
