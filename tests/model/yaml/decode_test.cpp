// What catalogues say, once read: facts and their basis above all. What is wrong with catalogues stands in tests/golden/diagnostics.

#include "model/yaml/decode.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "model/view.hpp"

#include "tests/catch.hpp"
#include "tests/support/texts.hpp"

using namespace michibiki;
using michibiki::testing::catalog_of;
using michibiki::testing::told;

namespace {

Catalog loaded(const std::vector<NamedText>& texts) {
  auto result = load_catalog(texts);
  INFO(told(result.diagnostics));
  REQUIRE(result.diagnostics.empty());
  REQUIRE(result.catalog);
  return std::move(*result.catalog);
}
Catalog loaded(std::string_view sections) { return loaded({catalog_of(sections)}); }

const Link& link(const Catalog& catalog, std::string_view code) {
  for (const auto& item : catalog.links) {
    if (item.code == code) return item;
  }
  FAIL("no link " << code);
  return catalog.links.front();
}

const Basis& basis(const Catalog& catalog, FactId fact) { return catalog.fact(fact).basis; }

}  // namespace

TEST_CASE("every statement has its own basis, else that of its entry, its file, its manifest",
          "[yaml][decode][basis]") {
  const auto catalog = loaded(R"(
properties: [{id: secrecy}, {id: use}]
origins: [{id: malicious}]
threats:
  - {id: fire}
  - id: theft
    basis: {stated: report, at: 図表33, line: 1181}
    title: {ja: {is: 盗難, basis: {judgement: our word}}, en: Theft}
    origin: {is: malicious, basis: unverified}
    harms: [secrecy, {is: use, because: {ja: 使えない, en: it is gone}, basis: {judgement: ours, by: me, on: 2026-11-22}}]
)");
  const auto& fire = catalog.threats[*catalog.threats.find("fire")];
  CHECK(basis(catalog, fire.fact).kind == BasisKind::unverified);

  const auto& theft = catalog.threats[*catalog.threats.find("theft")];
  CHECK(basis(catalog, theft.fact).kind == BasisKind::stated);
  CHECK(basis(catalog, theft.fact).source == "report");
  CHECK(basis(catalog, theft.fact).at == "図表33");
  CHECK(basis(catalog, theft.fact).line == 1181);
  CHECK(basis(catalog, theft.title.ja_fact).reason.en == "our word");
  CHECK(basis(catalog, theft.title.en_fact).kind == BasisKind::stated);
  CHECK(basis(catalog, theft.origin->fact).kind == BasisKind::unverified);
  REQUIRE(theft.harms.size() == 2);
  CHECK(basis(catalog, theft.harms[0].fact).kind == BasisKind::stated);
  CHECK(basis(catalog, theft.harms[1].fact).by == "me");
  CHECK(basis(catalog, theft.harms[1].fact).on == "2026-11-22");
  CHECK(to_string(catalog.fact(theft.harms[1].fact).location) == "field.yaml:12:27");
}

TEST_CASE("a list may be wrapped as a whole, and its members again", "[yaml][decode][basis]") {
  const auto catalog = loaded(R"(
natures: [{id: data}, {id: paper}]
assets:
  - id: letter
    natures: {is: [data, {is: paper, basis: {stated: report}}], basis: {judgement: ours}, because: it is written}
)");
  const auto& data = link(catalog, "letter has-nature data");
  CHECK(basis(catalog, data.fact).kind == BasisKind::judgement);
  CHECK(data.because.en == "it is written");
  CHECK(basis(catalog, link(catalog, "letter has-nature paper").fact).kind == BasisKind::stated);
}

TEST_CASE("why a statement holds is the reason of an inherited judgement, never of one that gives its own",
          "[yaml][decode][basis]") {
  const auto catalog = loaded(R"(
threats: [{id: theft}, {id: fire}]
controls: [{id: A.1}]
links:
  - {kind: mitigates, from: A.1, to: theft, because: it keeps people out}
  - {kind: mitigates, from: A.1, to: fire, because: walls, basis: {judgement: tried once}}
)");
  CHECK(basis(catalog, link(catalog, "A.1 mitigates theft").fact).reason.en == "it keeps people out");
  CHECK(basis(catalog, link(catalog, "A.1 mitigates fire").fact).reason.en == "tried once");
  CHECK(link(catalog, "A.1 mitigates fire").because.en == "walls");
}

TEST_CASE("a text in one language is told by its letters", "[yaml][decode]") {
  const auto catalog = loaded(R"(
threats: [{id: a, title: 盗難}, {id: b, title: "“Theft” – naïve, costing €5"}, {id: c, title: ﾃｰﾌﾟ}, {id: d, title: {en: Theft}}]
)");
  CHECK(catalog.threats.at(0).title.ja == "盗難");
  CHECK(catalog.threats.at(1).title.ja.empty());
  CHECK_FALSE(catalog.threats.at(1).title.en.empty());
  CHECK(catalog.threats.at(2).title.en.empty());
  CHECK(catalog.threats.at(3).title.in(Language::ja) == "Theft");
}

TEST_CASE("what an entry says of others becomes links with codes that say what they connect", "[yaml][decode][link]") {
  const auto catalog = loaded(R"(
properties: [{id: secrecy}, {id: use}]
natures: [{id: data}, {id: log, parent: data}]
mechanisms:
  - id: reading
    acts-on: [{natures: [data], properties: [secrecy], because: it is read}]
    spares: {natures: log, properties: use}
threats: [{id: spying, mechanisms: reading}]
components: [{id: server, carries: [mail]}]
assets: [{id: mail, natures: data}]
purposes: [{id: watching}]
considerations: [{id: small-firms}]
measures: [{id: lock, implemented-on: server, aims-at: watching, considers: small-firms}]
)");
  CHECK(link(catalog, "reading acts-on data secrecy").because.en == "it is read");
  CHECK(link(catalog, "reading spares log use").kind == LinkKind::spares);
  CHECK(link(catalog, "spying works-by reading").kind == LinkKind::works_by);
  CHECK(link(catalog, "server carries mail").kind == LinkKind::carries);
  CHECK(link(catalog, "mail has-nature data").kind == LinkKind::has_nature);
  CHECK(link(catalog, "lock implemented-on server").kind == LinkKind::implemented_on);
  CHECK(link(catalog, "lock aims-at watching").kind == LinkKind::aims_at);
  CHECK(link(catalog, "lock considers small-firms").kind == LinkKind::considers);
}

TEST_CASE("entries may be named before they stand, in other files and other catalogues", "[yaml][decode]") {
  const auto catalog =
      loaded({catalog_of("natures: [{id: log, parent: data}]\nassets: [{id: mail, natures: [log]}]\n", "one"),
              catalog_of("natures: [{id: data}]\n", "two")});
  const auto log = *catalog.natures.find("log");
  CHECK(catalog.natures[log].parent == catalog.natures.find("data")->index());
  CHECK(catalog.layers.size() == 2);
  CHECK(catalog.fact(catalog.natures[log].fact).catalog == "one");
}

TEST_CASE("an indicator has a value per pattern, each with its basis", "[yaml][decode][value]") {
  const auto catalog = loaded(R"(
properties: [{id: secrecy, levels: [low, high]}]
levels: [{id: low}, {id: high}]
patterns: [{id: 1, levels: {secrecy: high}}, {id: 2, levels: {secrecy: low}}]
units: [{id: h, dimension: duration, factor: 3600}, {id: day, dimension: duration, factor: 86400}]
classes: [{id: basic}]
measures:
  - id: backup
    class: {is: basic, basis: {stated: report}}
    number: {is: III.2.3.1, basis: unverified}
    indicators:
      - {key: a, stricter: {is: lower, basis: {judgement: ours}}, values: {is: {1: "within 24 h *", 2: {is: 3 day, basis: {stated: report}}}, basis: unverified}}
      - {key: b, values: {1: , 2: "-"}}
      - {key: c, values: {1: done}}
)");
  const auto& measure = catalog.measures.at(0);
  CHECK(basis(catalog, measure.measure_class->fact).kind == BasisKind::stated);
  CHECK(measure.number->value == "III.2.3.1");
  REQUIRE(measure.indicators.size() == 3);
  const auto& a = measure.indicators[0];
  CHECK(a.stricter.value == Indicator::Stricter::lower);
  CHECK(a.values.at(PatternId{0}).value.starred);
  CHECK(basis(catalog, a.values.at(PatternId{0}).fact).kind == BasisKind::unverified);
  CHECK(basis(catalog, a.values.at(PatternId{1}).fact).kind == BasisKind::stated);
  CHECK_FALSE(measure.indicators[1].values.at(PatternId{0}).value.known());
  CHECK(std::holds_alternative<FreeValue>(measure.indicators[1].values.at(PatternId{1}).value.what));
  CHECK(std::holds_alternative<DoneValue>(measure.indicators[2].values.at(PatternId{0}).value.what));
}

TEST_CASE("a measure or control may be called for in some patterns alone, each a statement",
          "[yaml][decode][overlay]") {
  const std::string base = R"(
levels: [{id: low}, {id: mid}, {id: high}]
properties: [{id: use, levels: [low, mid, high]}]
patterns: [{id: 1, levels: {use: low}}, {id: 2, levels: {use: mid}}, {id: 3, levels: {use: high}}]
controls: [{id: lock, patterns: 3}, {id: key}]
measures: [{id: guard, patterns: [3, {is: 1, basis: {judgement: ours}}]}]
)";
  const auto told_of = [](const Catalog& catalog, const std::vector<Sourced<PatternId>>& patterns) {
    std::string text;
    for (const auto& [pattern, fact] : patterns)
      text += catalog.patterns[pattern].code + ' ' + std::string(name_of(basis(catalog, fact).kind)) + ", ";
    return text;
  };
  const auto catalog = loaded(base);
  CHECK(told_of(catalog, catalog.controls[ControlId{0}].patterns) == "3 unverified, ");
  CHECK(catalog.controls[ControlId{1}].patterns.empty());
  CHECK(told_of(catalog, catalog.measures[MeasureId{0}].patterns) == "1 judgement, 3 unverified, ");
  SECTION("which overlays add to, replace and withdraw") {
    const auto edited = loaded({catalog_of(base), catalog_of(R"(
edits:
  - {add: control lock, field: patterns, is: 2, basis: {judgement: ours}}
  - {add: control key, field: patterns, is: [2]}
  - {replace: measure guard, field: patterns, was: 3, is: 2}
  - {withdraw: measure guard, field: patterns, was: 1}
)",
                                                             "over", "field")});
    CHECK(told_of(edited, edited.controls[ControlId{0}].patterns) == "2 judgement, 3 unverified, ");
    CHECK(told_of(edited, edited.controls[ControlId{1}].patterns) == "2 unverified, ");
    CHECK(told_of(edited, edited.measures[MeasureId{0}].patterns) == "2 unverified, ");
  }
  SECTION("and a pattern that is withdrawn goes from it") {
    const auto edited = loaded({catalog_of(base), catalog_of("edits: [{withdraw: pattern 1}]\n", "over", "field")});
    const KnowledgeGraph graph(edited);
    const View view(graph);
    CHECK(view.standing(ref(edited.measures[MeasureId{0}].patterns[0].value)) == Standing::absent);
    CHECK(view.holds(ref(edited.measures[MeasureId{0}].patterns[1].value)));
  }
}

TEST_CASE("where there are no patterns an indicator has one value", "[yaml][decode][value]") {
  const auto catalog =
      loaded("measures: [{id: backup, indicators: [{key: a, value: {is: done, basis: unverified}}]}]\n");
  const auto& single = catalog.measures.at(0).indicators.at(0).single;
  REQUIRE(single.has_value());
  CHECK(std::holds_alternative<DoneValue>(single->value.what));
  CHECK(basis(catalog, single->fact).kind == BasisKind::unverified);
}

TEST_CASE("a service type may leave a level open, among some or among all", "[yaml][decode]") {
  const auto catalog = loaded(R"(
properties: [{id: secrecy, levels: [low, high]}, {id: use, levels: [low, mid, high]}]
levels: [{id: low}, {id: mid}, {id: high}]
reasons: [{id: customer}]
service-types:
  - id: mail
    levels: {secrecy: open, use: {is: open, among: [mid, high], reason: customer, because: they decide}}
)");
  const auto& levels = catalog.service_types.at(0).levels;
  CHECK(levels.at(PropertyId{0}).possible == std::vector{LevelId{0}, LevelId{2}});
  CHECK(levels.at(PropertyId{1}).possible == std::vector{LevelId{1}, LevelId{2}});
  CHECK(levels.at(PropertyId{1}).reason == ReasonId{0});
}

TEST_CASE("what an overlay withdraws stays in the catalogue, and its facts are marked", "[yaml][decode][overlay]") {
  auto catalog = loaded({catalog_of("threats: [{id: theft, title: 盗難}, {id: fire}]\ncontrols: [{id: A.1}]\n"
                                    "links: [{kind: mitigates, from: A.1, to: [fire]}]\n",
                                    "base"),
                         catalog_of("edits:\n  - {withdraw: threat theft}\n  - {withdraw: link A.1 mitigates fire}\n",
                                    "overlay", "base")});
  const auto theft = *catalog.find(EntryKind::threat, "theft");
  CHECK(catalog.overrides.size() == 2);
  CHECK(catalog.fact(catalog.entry(theft).fact).withdrawn);
  const KnowledgeGraph graph(std::move(catalog));
  const View view(graph);
  CHECK_FALSE(view.holds(theft));
  CHECK(view.holds(*graph.catalog().find(EntryKind::threat, "fire")));
  CHECK_FALSE(view.holds(LinkId{0}));
}

TEST_CASE("what an overlay says is a fact of the overlay's own basis, in its place", "[yaml][decode][overlay]") {
  const auto catalog =
      loaded({catalog_of("origins: [{id: malicious}, {id: negligent}]\nthreats: [{id: theft, origin: malicious}]\n"
                         "mechanisms: [{id: reading}]\nnatures: [{id: data}]\n",
                         "base"),
              catalog_of(R"(edits:
  - {replace: threat theft, field: origin, was: malicious, is: negligent, basis: {judgement: seen}, because: it happens}
  - {add: threat theft, field: mechanisms, is: reading, because: {ja: 読む, en: they read}}
  - {add: mechanism reading, field: acts-on, is: {natures: [data]}, because: data is read, basis: {stated: report}}
  - {add: threat theft, field: title, is: {ja: 盗難, en: Theft}, basis: {stated: report}}
)",
                         "overlay", "base")});
  const auto& theft = catalog.threats.at(0);
  CHECK(catalog.origins[theft.origin->value].code == "negligent");
  CHECK(basis(catalog, theft.origin->fact).kind == BasisKind::judgement);
  CHECK(catalog.fact(theft.origin->fact).location.file_name() == "overlay.yaml");
  CHECK(link(catalog, "theft works-by reading").because.ja == "読む");
  CHECK(catalog.fact(link(catalog, "theft works-by reading").fact).location.file_name() == "overlay.yaml");
  CHECK(basis(catalog, link(catalog, "reading acts-on data").fact).kind == BasisKind::stated);
  CHECK(theft.title.ja == "盗難");
  CHECK(basis(catalog, theft.title.ja_fact).kind == BasisKind::stated);
}

TEST_CASE("an edit is believed for the overlay's reasons, not for those of what it changes",
          "[yaml][decode][overlay][basis]") {
  const auto base = catalog_of(R"(
natures: [{id: data, basis: {stated: report}}, {id: paper, basis: {stated: report}}]
assets: [{id: mail, basis: {stated: report}, natures: [data], title: {ja: 手紙, en: Mail}}]
classes: [{id: basic, basis: {stated: report}}, {id: extra, basis: {stated: report}}]
mechanisms: [{id: reading, basis: {stated: report}}]
threats: [{id: theft, basis: {stated: report}}]
measures: [{id: lock, basis: {stated: report}, class: basic, indicators: [{key: a, value: done}]}]
stakeholders: [{id: firm, basis: {stated: report}}, {id: staff, basis: {stated: report}}]
)",
                               "base");
  const NamedText overlay{"overlay.yaml", R"(
catalog: {schema: 1, id: overlay, version: 1.0.0, released: 2026-01-01, depends-on: [base]}
basis: {judgement: ours}
edits:
  - {replace: asset mail, field: natures, was: data, is: paper, because: we looked}
  - {replace: measure lock, field: class, was: basic, is: extra}
  - {add: threat theft, field: mechanisms, is: reading}
  - {replace: measure lock, field: indicators.a.value, was: done, is: {is: unknown, basis: unverified}}
  - {replace: asset mail, field: title.en, was: Mail, is: Letter}
  - {add: stakeholder staff, field: parent, is: firm, basis: unverified}
  - {add: stakeholder firm, field: tags, is: new}
)"};
  const auto catalog = loaded({base, overlay});
  const auto says = [&](FactId fact, BasisKind kind) {
    CHECK(basis(catalog, fact).kind == kind);
    CHECK(catalog.fact(fact).catalog == "overlay");
  };
  says(link(catalog, "mail has-nature paper").fact, BasisKind::judgement);
  CHECK(basis(catalog, link(catalog, "mail has-nature paper").fact).reason.en == "we looked");
  says(catalog.measures.at(0).measure_class->fact, BasisKind::judgement);
  says(link(catalog, "theft works-by reading").fact, BasisKind::judgement);
  says(catalog.measures.at(0).indicators[0].single->fact, BasisKind::unverified);
  says(catalog.assets.at(0).title.en_fact, BasisKind::judgement);
  CHECK(basis(catalog, catalog.assets.at(0).title.ja_fact).kind == BasisKind::stated);
  CHECK(basis(catalog, catalog.assets.at(0).fact).kind == BasisKind::stated);
  // An attribute that has no basis of its own makes its entry as firm as the edit; one from which nothing follows does not.
  says(catalog.stakeholders.at(1).fact, BasisKind::unverified);
  CHECK(basis(catalog, catalog.stakeholders.at(0).fact).kind == BasisKind::stated);
}

TEST_CASE("the reason given for a list is not that of a member which an overlay adds to it",
          "[yaml][decode][overlay][basis]") {
  const auto catalog =
      loaded({catalog_of("assets: [{id: disk}, {id: tape}]\n"
                         "components: [{id: rack, carries: {is: [disk], because: it is built in}}]\n",
                         "base"),
              catalog_of("edits: [{add: component rack, field: carries, is: tape}]\n", "overlay", "base")});
  CHECK(link(catalog, "rack carries disk").because.en == "it is built in");
  CHECK(link(catalog, "rack carries tape").because.empty());
}

TEST_CASE("a rule is as firm as what an overlay made of its conditions", "[yaml][decode][overlay][basis]") {
  const auto base = catalog_of(R"(
properties: [{id: secrecy, levels: [low, high]}]
levels: [{id: low}, {id: high}]
questions: [{id: loss}]
level-criteria:
  - property: secrecy
    rules: [{id: r, when: {loss: true}, then: high, basis: {stated: report}}, {id: s, then: low, basis: {stated: report}}]
purposes: [{id: watching}, {id: keeping}]
chapters: [{id: III}]
placement: [{id: p, when: {aims-at: watching}, then: III, basis: {stated: report}}]
)",
                               "base");
  const auto catalog = loaded({base, catalog_of(R"(edits:
  - {replace: rule r, field: when.loss, was: true, is: false}
  - {replace: rule p, field: when.aims-at, was: watching, is: keeping, basis: {judgement: ours}}
)",
                                                "overlay", "base")});
  const auto& rules = catalog.level_criteria.at(0).rules;
  CHECK_FALSE(rules.at(0).when.at(QuestionId{0}));
  CHECK(basis(catalog, rules.at(0).fact).kind == BasisKind::unverified);
  CHECK(basis(catalog, rules.at(1).fact).kind == BasisKind::stated);
  CHECK(catalog.placement.at(0).aims_at == std::vector{PurposeId{1}});
  CHECK(basis(catalog, catalog.placement.at(0).fact).kind == BasisKind::judgement);
}

TEST_CASE("each part of a statement from which something follows has a basis of its own", "[yaml][decode][basis]") {
  const auto catalog = loaded(R"(
properties: [{id: secrecy, levels: [low, high]}, {id: use, levels: [low, high]}]
levels: [{id: low}, {id: high}]
patterns: [{id: 1, levels: {secrecy: {is: high, basis: {stated: report}}, use: low}}]
stakeholders: [{id: staff, always: {is: true, basis: {stated: report}}}, {id: partner, always: {is: false, basis: {stated: report}}}]
components: [{id: server}, {id: phone}]
exclusions:
  - {id: theirs, components: [server, {is: phone, basis: {stated: report}}], operators: {is: partner, basis: {stated: report}}}
assets: [{id: mail}]
threats: [{id: theft}]
vulnerabilities: [{id: v, assets: [{is: mail, basis: {stated: report}}], threats: theft}]
)");
  const auto kind = [&](FactId fact) { return basis(catalog, fact).kind; };
  const auto& levels = catalog.patterns.at(0).levels;
  CHECK(kind(levels.at(PropertyId{0}).fact) == BasisKind::stated);
  CHECK(kind(levels.at(PropertyId{1}).fact) == BasisKind::unverified);
  CHECK(kind(catalog.patterns.at(0).fact) == BasisKind::unverified);
  REQUIRE(catalog.stakeholders.at(0).always);
  CHECK(kind(*catalog.stakeholders.at(0).always) == BasisKind::stated);
  CHECK_FALSE(catalog.stakeholders.at(1).always);
  const auto& exclusion = catalog.exclusions.at(0);
  CHECK(kind(exclusion.components.at(0).fact) == BasisKind::unverified);
  CHECK(kind(exclusion.components.at(1).fact) == BasisKind::stated);
  CHECK(kind(exclusion.operators.at(0).fact) == BasisKind::stated);
  const auto& vulnerability = catalog.vulnerabilities.at(0);
  CHECK(kind(vulnerability.assets.at(0).fact) == BasisKind::stated);
  CHECK(kind(vulnerability.threats.at(0).fact) == BasisKind::unverified);
}

TEST_CASE("a line is a decimal number", "[yaml][decode][basis]") {
  const auto catalog = loaded("threats: [{id: theft, basis: {stated: report, line: 010}}]\n");
  CHECK(basis(catalog, catalog.threats.at(0).fact).line == 10);
}

TEST_CASE("two standards stand beside each other while their ids differ", "[yaml][decode]") {
  const auto catalog = loaded({catalog_of("standards: [{id: jis}]\ncontrols: [{id: A.5.1, standard: jis}]\n", "one"),
                               catalog_of("standards: [{id: nist}]\ncontrols: [{id: AC-2, standard: nist}]\n"
                                          "links: [{kind: maps, from: AC-2, to: A.5.1, relation: intersects}]\n",
                                          "two")});
  CHECK(catalog.controls.size() == 2);
  CHECK(link(catalog, "AC-2 maps A.5.1").relation == "intersects");
}

TEST_CASE("how a step is told is an entry, and an overlay tells it otherwise", "[yaml][decode][overlay]") {
  const auto catalog = loaded({catalog_of(R"(steps:
  - {id: harm, title: {ja: "{threat}は{property}を損なう", en: "{threat} harms {property}"}}
  - {id: class, title: "{measure} is {class}"}
)",
                                          "base"),
                               catalog_of(R"(edits:
  - {replace: step harm, field: title.en, was: "{threat} harms {property}", is: "{property} is lost by {threat}"}
  - {withdraw: step class}
steps: [{id: placed, title: "{measure} is in {chapter}"}]
)",
                                          "overlay", "base")});
  REQUIRE(catalog.steps.size() == 3);
  const auto& harm = catalog.steps.at(0);
  CHECK(harm.title == Wording{"{threat}は{property}を損なう", "{property} is lost by {threat}"});
  CHECK(catalog.fact(harm.title.en_fact).catalog == "overlay");
  CHECK(catalog.withdrawn.contains(ref(StepWordingId{1})));
  CHECK(catalog.steps.at(2).code == "placed");
}

TEST_CASE("how a step is told that is not decided yet stands beside, and an overlay edits it",
          "[yaml][decode][overlay]") {
  const auto catalog = loaded({catalog_of(R"(steps:
  - {id: harm, title: "{threat} harms {property}", open: {ja: "{threat}の害は未定", en: "{threat} may harm {property}"}}
)",
                                          "base"),
                               catalog_of(R"(edits:
  - {replace: step harm, field: open.en, was: "{threat} may harm {property}", is: "{threat} might harm {property}"}
)",
                                          "overlay", "base")});
  CHECK(catalog.steps.at(0).open == Wording{"{threat}の害は未定", "{threat} might harm {property}"});
}

TEST_CASE("a catalogue without properties, assets or measures is a catalogue", "[yaml][decode][foreign]") {
  const auto catalog =
      loaded("threats: [{id: T1059}]\ncontrols: [{id: AC-2}]\nlinks: [{kind: mitigates, from: AC-2, to: T1059}]\n");
  CHECK(catalog.links.size() == 1);
  CHECK(catalog.properties.empty());
}
