// Any text gives a catalogue or errors, and so it does as a service and as the edits of an overlay; what is said can be printed, has a
// place, and is said once. Of two overlays that nobody ordered it never shows which comes first.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "model/text.hpp"
#include "model/view.hpp"
#include "model/yaml/load_catalog.hpp"
#include "model/yaml/read_service.hpp"

namespace {

using namespace michibiki;

constexpr const char* tiny = R"(
catalog: {schema: 1, id: tiny, version: 1.0.0, released: 2026-01-01, sources: [{id: report}]}
basis: {stated: report}
properties: [{id: secrecy, levels: [low, high]}]
levels: [{id: low}, {id: high}]
components: [{id: machines, group: true}, {id: server, parent: machines, carries: [data]}]
assets: [{id: data, natures: [information]}]
natures: [{id: information}]
mechanisms: [{id: reading, acts-on: [{natures: [information], properties: [secrecy]}]}]
threats: [{id: theft, harms: [secrecy], mechanisms: [reading]}]
controls: [{id: A.1}]
measures: [{id: lock, indicators: [{key: a, stricter: lower, values: {1: within 24 h *, 2: "-"}}]}]
units: [{id: h, dimension: duration, factor: 3600}]
patterns: [{id: 1, levels: {secrecy: high}}, {id: 2, levels: {secrecy: low}}]
questions: [{id: personal-data}]
level-criteria: [{property: secrecy, rules: [{id: c.personal, when: {personal-data: true}, then: high}, {id: c.otherwise, then: low}]}]
placement: [{id: p, when: {implemented-within: [machines]}, then: III}, {then: IV}]
chapters: [{id: III}, {id: IV}]
scales: [{id: proof, choices: [{id: password}]}]
service-types: [{id: mail, levels: {secrecy: open}}]
system-cases: [{id: office, components: [server, {id: part, type: server, parent: server}]}]
links:
  - {kind: mitigates, from: A.1, to: theft}
  - {id: lock/theft, kind: counters, from: lock, to: theft, properties: [secrecy]}
)";

void expect(bool condition) {
  if (!condition) std::abort();
}

void examine(const std::vector<Diagnostic>& diagnostics, bool there) {
  expect(there == !has_errors(diagnostics));
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    expect(!find_invalid_utf8(to_string(diagnostics[i])));
    expect(diagnostics[i].location.line >= 1 && diagnostics[i].location.column >= 1);
    expect(!diagnostics[i].message.empty());
    if (i > 0)
      expect(!(diagnostics[i] == diagnostics[i - 1]) && diagnostics[i - 1].location <= diagnostics[i].location);
  }
}

NamedText overlay(const std::string& id, const std::string& edits) {
  return {id + ".yaml",
          "catalog: {schema: 1, id: " + id +
              ", version: 1.0.0, released: 2026-01-01, depends-on: [tiny]}\nbasis: unverified\norigins: [{id: " + id +
              "}]\nedits:\n" + edits + '\n'};
}

/// What the overlays made of the catalogue: every change, and the lists whose order has a meaning.
std::vector<std::string> outcome_of(const Catalog& catalog) {
  std::vector<std::string> rows;
  for (const auto& change : catalog.overrides)
    rows.push_back(change.target + ": " + change.before + " > " + change.after);
  std::sort(rows.begin(), rows.end());
  for (const auto& property : catalog.properties) {
    for (const auto level : property.levels) rows.push_back(property.code + ": " + catalog.levels[level].code);
  }
  for (const auto& scale : catalog.scales) {
    for (const auto& choice : scale.choices) rows.push_back(scale.code + ": " + choice.code);
  }
  for (const auto& criterion : catalog.level_criteria) {
    for (const auto& rule : criterion.rules) rows.push_back(rule.code + ": " + catalog.levels[rule.then].code);
  }
  return rows;
}

/// The edits up to an empty line are those of one overlay, the others those of another.
void edit(const std::string& edits) {
  const NamedText base{"tiny.yaml", tiny};
  const auto alone = load_catalog({base, overlay("one", edits)});
  examine(alone.diagnostics, alone.catalog.has_value());
  const auto middle = std::min(edits.find("\n\n"), edits.size());
  const auto first = edits.substr(0, middle);
  const auto second = edits.substr(middle);
  const auto both = load_catalog({base, overlay("one", first), overlay("two", second)});
  examine(both.diagnostics, both.catalog.has_value());
  expect(load_catalog({overlay("two", second), overlay("one", first), base}).diagnostics == both.diagnostics);
  const auto swapped = load_catalog({base, overlay("one", second), overlay("two", first)});
  expect(swapped.catalog.has_value() == both.catalog.has_value());
  if (both.catalog) expect(outcome_of(*swapped.catalog) == outcome_of(*both.catalog));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);

  auto alone = load_catalog({NamedText{"fuzz.yaml", text}});
  examine(alone.diagnostics, alone.catalog.has_value());
  if (alone.catalog) {
    const KnowledgeGraph graph(std::move(*alone.catalog));
    const View view(graph, BasisKind::judgement);
    for (std::size_t i = 0; i < graph.catalog().links.size(); ++i) (void)view.holds(LinkId{i});
  }

  const auto above = load_catalog({NamedText{"tiny.yaml", tiny}, NamedText{"fuzz.yaml", text}});
  examine(above.diagnostics, above.catalog.has_value());
  edit(text);

  static const auto known = load_catalog({NamedText{"tiny.yaml", tiny}});
  expect(known.catalog.has_value());
  const auto service = read_service(*known.catalog, text, "fuzz.yaml");
  examine(service.diagnostics, service.portfolio.has_value());
  return 0;
}
