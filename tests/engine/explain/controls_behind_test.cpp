// By which controls of its lineage a measure answers an exposure.

#include "engine/explain/controls_behind.hpp"

#include "engine/explain/about.hpp"
#include "engine/explain/justify.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

const World& field() {
  static const World world(R"(
properties: [{id: secrecy}]
natures: [{id: data}]
mechanisms: [{id: copying, acts-on: [{natures: [data], properties: [secrecy]}]}]
components: [{id: server, carries: [file]}]
assets: [{id: file, natures: [data]}]
threats: [{id: theft, harms: [secrecy], mechanisms: [copying]}]
controls:
  - {id: chapter, group: true}
  - {id: fences, parent: chapter}
  - {id: walls, parent: chapter}
  - {id: songs}
measures:
  - {id: lock}
  - {id: seal}
links:
  - {id: o, kind: originates-from, from: lock, to: [walls, fences, songs]}
  - {id: l, kind: counters, from: lock, to: theft}
  - {id: s, kind: counters, from: seal, to: theft}
  - {id: f, kind: mitigates, from: fences, to: theft}
  - {id: w, kind: mitigates, from: walls, to: theft}
)");
  return world;
}

/// For each way in which it is called for; empty where no control stands behind.
Strings behind(EntryKind kind, std::string_view code) {
  const auto derived = field().derive("instances: [server]");
  const Workings workings{derived.view, derived.portfolio, derived.derivation};
  const auto entry = *derived.catalog().find(kind, code);
  const auto justification = justify(workings, conclusions_about(workings, entry));
  Strings found;
  for (const auto way : justification.ways[justification.roots.front()]) {
    std::string codes;
    for (const auto control : controls_behind(workings, justification, justification.steps[way]))
      codes += (codes.empty() ? "" : "+") + derived.catalog().controls[control].code;
    found.push_back(codes);
  }
  return found;
}

}  // namespace

TEST_CASE("behind a measure stand the controls of its lineage that mitigate the exposure, in catalogue order",
          "[engine][explain]") {
  CHECK(behind(EntryKind::measure, "lock") == Strings{"fences+walls"});
}

TEST_CASE("behind a measure without lineage stands no control", "[engine][explain]") {
  CHECK(behind(EntryKind::measure, "seal") == Strings{""});
}

TEST_CASE("a control stands for itself", "[engine][explain]") {
  CHECK(behind(EntryKind::control, "walls") == Strings{"walls"});
}

TEST_CASE("no control stands behind what calls for nothing", "[engine][explain]") {
  CHECK(behind(EntryKind::threat, "theft") == Strings{""});
}

}  // namespace michibiki::testing
