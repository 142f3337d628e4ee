// A field where theft takes disks and a lock keeps thieves out, and what others add to it.
#include "engine/appraise.hpp"

#include <algorithm>

#include "model/knowledge_graph.hpp"
#include "model/yaml/load_catalog.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

using namespace michibiki;
using michibiki::testing::catalog_text;
using michibiki::testing::Strings;

namespace {

const std::string field = R"(
properties: [{id: secrecy}, {id: presence, levels: [low, high]}]
levels: [{id: low}, {id: high}]
patterns: [{id: "1", levels: {presence: high}}, {id: "2", levels: {presence: low}}]
natures: [{id: thing}, {id: person}]
mechanisms: [{id: taking, acts-on: [{natures: [thing], properties: [secrecy, presence]}]}]
components: [{id: rack, carries: [disk]}, {id: desk, carries: [paper]}]
assets: [{id: disk, natures: [thing]}, {id: paper, natures: [thing]}]
threats: [{id: theft, harms: [secrecy, presence], mechanisms: [taking]}]
controls: [{id: guarding}]
measures: [{id: locks, indicators: [{key: a, title: {ja: 鍵, en: Keys}, values: {1: done, 2: "-"}}]}]
system-cases: [{id: small, components: [rack]}, {id: large, components: [rack, desk]}]
service-types: [{id: depot, case: small, levels: {presence: high}}, {id: archive, case: large, levels: {presence: high}}]
links:
  - {id: locks/theft, kind: counters, from: locks, to: theft}
  - {id: guarding/theft, kind: mitigates, from: guarding, to: theft}
)";

/// What the overlay of these sections comes to, on top of the field.
struct Appraised {
  explicit Appraised(const std::string& sections, const std::string& base = field)
      : texts{catalog_text(base), catalog_text(sections, "added", "field")},
        before(load({{"added"}, {}})),
        after(load({})),
        view(after),
        appraisal(appraise(View(before), view, {{"added"}, [&](const SourceLocation& edit) {
                                                  return load_catalog(texts, {{}, edit}).catalog;
                                                }})) {}

  KnowledgeGraph load(const LeftOut& left_out) const {
    auto loaded = load_catalog(texts, left_out);
    for (const auto& diagnostic : loaded.diagnostics) UNSCOPED_INFO(diagnostic.message);
    REQUIRE(loaded.catalog.has_value());
    return KnowledgeGraph(std::move(*loaded.catalog));  // NOLINT: just required
  }

  const Catalog& catalog() const { return after.catalog(); }

  static Strings codes(const std::vector<ExposureCode>& exposures) {
    Strings all;
    for (const auto& code : exposures)
      all.push_back(code.component + '/' + code.asset + ' ' + code.threat + ' ' + code.property);
    return all;
  }
  Strings nowhere() const {
    Strings all;
    for (const auto& reach : appraisal.reach) {
      if (reach.nowhere()) all.push_back(catalog().entry(reach.entry).code);
    }
    return all;
  }
  Strings idle() const {
    Strings all;
    for (const auto& statement : appraisal.idle) {
      all.push_back(statement.link    ? catalog().link(*statement.link).code
                    : statement.about ? std::string(statement.sort) + ' ' + catalog().entry(*statement.about).code
                                      : std::string(statement.sort));
    }
    return all;
  }
  std::size_t against(Criterion criterion) const {
    return appraisal.verdicts().at(static_cast<std::size_t>(criterion)).count;
  }
  Severity weight(Criterion criterion) const {
    return appraisal.verdicts().at(static_cast<std::size_t>(criterion)).severity;
  }

  std::vector<NamedText> texts;
  KnowledgeGraph before;
  KnowledgeGraph after;
  View view;
  Appraisal appraisal;
};

const std::string laptops = R"(
components: [{id: laptop, carries: [files]}]
assets: [{id: files, natures: [thing]}]
threats: [{id: loss, harms: [presence], mechanisms: [taking]}]
)";

}  // namespace

TEST_CASE("what an addition brings are the exposures of a system with every component that were not there before",
          "[engine][appraise]") {
  const Appraised added(laptops);
  CHECK(added.appraisal.exposures_before == 4);
  CHECK(added.appraisal.exposures_after == 9);
  CHECK(Appraised::codes(added.appraisal.difference.new_exposures) ==
        Strings{"desk/paper loss presence", "laptop/files loss presence", "laptop/files theft presence",
                "laptop/files theft secrecy", "rack/disk loss presence"});
  CHECK(added.appraisal.difference.gone_exposures.empty());
  CHECK(Appraised::codes(added.appraisal.open) ==
        Strings{"desk/paper loss presence", "laptop/files loss presence", "rack/disk loss presence"});
  CHECK(added.against(Criterion::answered) == 3);
  CHECK(added.weight(Criterion::answered) == Severity::warning);
}

TEST_CASE("what is open is only noted where something is proposed against all of it", "[engine][appraise]") {
  const Appraised added(laptops + R"(
treatments: [{id: chain}]
links: [{id: chain/loss, kind: treats, from: chain, to: loss}]
)");
  CHECK(added.against(Criterion::answered) == 3);
  CHECK(added.weight(Criterion::answered) == Severity::note);
}

TEST_CASE("an entry reaches nothing that takes part in no exposure, involves nobody and is the origin of nothing",
          "[engine][appraise]") {
  const Appraised added(laptops + R"(
natures: [{id: idea}]
controls: [{id: thinking}, {id: planning}]
measures: [{id: drills}, {id: rota}, {id: slogan}]
stakeholders: [{id: keeper, always: true}]
links:
  - {id: drills/loss, kind: counters, from: drills, to: loss}
  - {id: keeper/rota, kind: involves, from: keeper, to: rota}
  - {id: rota/planning, kind: originates-from, from: rota, to: planning}
)");
  CHECK(added.nowhere() == Strings{"idea", "thinking", "slogan"});
  CHECK(added.against(Criterion::reaching) == 3);
  const auto& reach = added.appraisal.reach;
  const auto drills =
      std::ranges::find_if(reach, [&](const Reach& one) { return added.catalog().entry(one.entry).code == "drills"; });
  REQUIRE(drills != reach.end());
  CHECK(drills->exposures == 3);
  CHECK(drills->covered == 3);
  CHECK(drills->assets == 3);
  CHECK(drills->threats == 1);
}

TEST_CASE("a statement changes nothing when all is concluded alike without it", "[engine][appraise]") {
  const Appraised added(laptops + R"(
measures: [{id: drills, indicators: [{key: a, values: {1: done, 2: unknown}}, {key: b, values: {1: unknown, 2: unknown}}]}]
links:
  - {id: drills/loss, kind: counters, from: drills, to: loss}
  - {id: drills/laptop, kind: counters, from: drills, to: loss, components: [laptop]}
  - {id: drills/people, kind: counters, from: drills, to: loss, natures: [person]}
)");
  CHECK(added.idle() == Strings{"drills/laptop", "drills/people"});
  CHECK(added.against(Criterion::effective) == 2);
}

TEST_CASE("a statement that matters only where not everybody is present changes something", "[engine][appraise]") {
  const Appraised added(R"(
stakeholders: [{id: guard}]
components: [{id: gate}]
system-cases: [{id: guarded, components: [rack, {type: gate, operator: guard}]}]
links: [{id: guard/locks, kind: involves, from: guard, to: locks}]
)");
  CHECK(added.idle().empty());
  CHECK(added.nowhere() == Strings{"gate"});
}

TEST_CASE("what an added type lacks changes something where a type above it carries that", "[engine][appraise]") {
  const Appraised kiosk("components: [{id: kiosk, parent: rack, carries: [paper], lacks: [disk]}]");
  CHECK(kiosk.idle().empty());
  CHECK(Appraised::codes(kiosk.appraisal.difference.new_exposures) ==
        Strings{"kiosk/paper theft presence", "kiosk/paper theft secrecy"});
  CHECK(Appraised("components: [{id: kiosk, carries: [paper], lacks: [disk]}]").idle() == Strings{"kiosk lacks disk"});
}

TEST_CASE("what only others require reaches something, and what it is required by is a conclusion",
          "[engine][appraise]") {
  const Appraised added(R"(
controls: [{id: escort}, {id: register}, {id: bell}]
links:
  - {id: escorted, kind: requires, from: guarding, to: escort}
  - {id: guarded, kind: requires, from: escort, to: guarding}
  - {id: registered, kind: requires, from: register, to: bell}
)");
  CHECK(added.nowhere() == Strings{"register", "bell"});
  CHECK(added.idle() == Strings{"controls register", "controls bell", "registered"});
  CHECK(added.appraisal.difference.new_controls == Strings{"escort"});
  CHECK(added.appraisal.difference.moved_controls == Strings{"guarding"});
}

TEST_CASE("what an edit limits to patterns is called for less certainly", "[engine][appraise]") {
  const Appraised added(R"(
edits:
  - {add: control guarding, field: patterns, is: 1, because: {ja: 厳しいときだけ, en: where it is strict alone}}
  - {add: measure locks, field: patterns, is: 1, because: {ja: 厳しいときだけ, en: where it is strict alone}}
)");
  CHECK(added.appraisal.difference.moved_controls == Strings{"guarding"});
  CHECK(added.appraisal.difference.moved_measures == Strings{"locks"});
  for (const auto& edit : added.appraisal.edits) CHECK((edit.tried && !edit.idle));
}

TEST_CASE("an edit changes nothing when all is concluded alike without it", "[engine][appraise]") {
  const Appraised added(R"(
edits:
  - {add: component desk, field: carries, is: disk, because: {ja: ある, en: there}}
  - {add: threat theft, field: tags, is: old, because: {ja: 分類, en: a word}}
)");
  REQUIRE(added.appraisal.edits.size() == 2);
  CHECK(added.appraisal.edits[0].tried);
  CHECK_FALSE(added.appraisal.edits[0].idle);
  CHECK(added.appraisal.edits[1].idle);
  CHECK(added.against(Criterion::effective) == 1);
}

TEST_CASE("an edit that others need cannot be tried", "[engine][appraise]") {
  const Appraised added(R"(
edits: [{add: property secrecy, field: levels, is: [high], because: {ja: 要る, en: needed}}]
service-types: [{id: vault, case: small, levels: {secrecy: high, presence: high}}]
)");
  REQUIRE(added.appraisal.edits.size() == 1);
  CHECK_FALSE(added.appraisal.edits[0].tried);
  CHECK_FALSE(added.appraisal.edits[0].idle);
}

TEST_CASE("what one link alone covers hangs on it", "[engine][appraise]") {
  const Appraised added(laptops + R"(
measures: [{id: chain}, {id: drills}]
links:
  - {id: chain/loss, kind: counters, from: chain, to: loss}
  - {id: drills/loss, kind: counters, from: drills, to: loss, components: [laptop]}
)");
  REQUIRE(added.appraisal.lone_links.size() == 2);
  const auto& [theft, of_theft] = added.appraisal.lone_links[0];
  CHECK(added.catalog().link(theft).code == "locks/theft");
  CHECK(Appraised::codes(of_theft) == Strings{"laptop/files theft presence", "laptop/files theft secrecy"});
  const auto& [chain, of_chain] = added.appraisal.lone_links[1];
  CHECK(added.catalog().link(chain).code == "chain/loss");
  CHECK(Appraised::codes(of_chain) == Strings{"desk/paper loss presence", "rack/disk loss presence"});
  CHECK(added.weight(Criterion::independent) == Severity::note);
}

TEST_CASE("what the check says about an addition, and what nobody has confirmed, speaks against it",
          "[engine][appraise]") {
  const Appraised added(R"(
components: [{id: laptop, title: {ja: 端末}, carries: [disk], basis: unverified}]
links: [{id: locks/theft2, kind: counters, from: locks, to: theft, basis: {judgement: {ja: 見た, en: seen}, by: us, on: 2026-01-01}}]
)");
  CHECK(added.against(Criterion::worded) == 1);
  CHECK(added.against(Criterion::grounded) == 3);  // the component, that it carries something, and the link's reason
  CHECK(added.appraisal.unconfirmed.size() == 2);
  CHECK(added.weight(Criterion::grounded) == Severity::warning);
  CHECK(added.against(Criterion::consistent) == 0);
}

TEST_CASE("entries that are mapped though they are declared not mappable are inconsistent", "[engine][appraise]") {
  const Appraised added(R"(
measures: [{id: chain}]
links:
  - {id: chain/nothing, kind: originates-from, from: chain, to: nothing, because: {ja: ない, en: none}}
  - {id: chain/guarding, kind: originates-from, from: chain, to: guarding}
)");
  CHECK(added.against(Criterion::consistent) == 1);
  CHECK(added.weight(Criterion::consistent) == Severity::error);
}

TEST_CASE("an added service type is compared with the one that is most like it", "[engine][appraise]") {
  const Appraised added(R"(
service-types: [{id: museum, case: large, levels: {presence: low}}]
)");
  REQUIRE(added.appraisal.types.size() == 1);
  const auto& museum = added.appraisal.types.front();
  REQUIRE(museum.compositions.size() == 1);
  CHECK(museum.compositions.front().coverage.covered == 4);
  REQUIRE(museum.nearest.has_value());
  CHECK(added.catalog().service_types[museum.nearest->other.type].code == "archive");
  CHECK(museum.nearest->difference.new_exposures.empty());
  REQUIRE(museum.nearest->difference.changed_values.size() == 1);
  CHECK(museum.nearest->difference.changed_values.front().measure == "locks");
  CHECK(museum.nearest->likeness.exposures == 1);
  CHECK(museum.nearest->likeness.measures == 1);
  CHECK(museum.nearest->likeness.values == 0);
}

TEST_CASE("an asset that several components carry counts as often when types are compared, whatever they are called",
          "[engine][appraise]") {
  const Appraised added(R"(
system-cases: [{id: twice, components: [{id: mine, type: rack}, {id: yours, type: rack}]}]
service-types: [{id: museum, case: twice, levels: {presence: high}}]
)");
  REQUIRE(added.appraisal.types.size() == 1);
  const auto& nearest = added.appraisal.types.front().nearest;
  REQUIRE(nearest.has_value());
  CHECK(added.catalog().service_types[nearest->other.type].code == "depot");
  CHECK(nearest->likeness.exposures == 0.5);
  CHECK(nearest->likeness.measures == 1);
  REQUIRE(nearest->difference.new_exposures.size() == 2);  // of the second rack; the first is as that of the depot
  CHECK(nearest->difference.new_exposures.front().asset == "disk");
  CHECK(nearest->difference.new_exposures.front().repeated == 1);
  CHECK(nearest->difference.gone_exposures.empty());
}

TEST_CASE("a type that names a case made for services in general leaves it to the others", "[engine][appraise]") {
  auto general = field;
  for (const std::string named : {"case: small, ", "case: large, "}) general.erase(general.find(named), named.size());
  const Appraised added("service-types: [{id: museum, case: large, levels: {presence: high}}]", general);
  const auto& museum = added.appraisal.types.front();
  REQUIRE(museum.nearest.has_value());
  REQUIRE(museum.nearest->other.system_case.has_value());
  CHECK(added.catalog().system_cases[*museum.nearest->other.system_case].code == "large");
  CHECK(museum.nearest->likeness.mean() == 1);
  CHECK(derive_type(added.view, *added.catalog().service_types.find("archive")).size() == 2);
}

TEST_CASE("what an addition takes away speaks against it, and is named", "[engine][appraise]") {
  const Appraised excluded("exclusions: [{id: out, components: [desk]}]");
  CHECK(excluded.against(Criterion::preserving) == 2);
  CHECK(excluded.weight(Criterion::preserving) == Severity::warning);
  CHECK(excluded.appraisal.difference.gone_components == Strings{"desk"});
  CHECK(excluded.appraisal.difference.gone_assets == Strings{"paper"});
  CHECK(excluded.appraisal.difference.gone_threats.empty());
  const Appraised withdrawn("edits: [{withdraw: measure locks}]");
  CHECK(withdrawn.against(Criterion::preserving) == 1);
  CHECK(withdrawn.appraisal.difference.gone_measures == Strings{"locks"});
}

TEST_CASE("what an addition only renames is no difference", "[engine][appraise]") {
  const Appraised renamed(R"(
components: [{id: table, replaces: desk, carries: [paper]}]
threats: [{id: robbery, replaces: theft, harms: [secrecy, presence], mechanisms: [taking]}]
service-types: [{id: shed, replaces: depot, case: small, levels: {presence: high}}]
edits: [{withdraw: component desk}, {withdraw: threat theft}, {withdraw: service-type depot}]
)");
  CHECK(renamed.appraisal.exposures_after == 4);
  CHECK(renamed.appraisal.difference.empty());
  CHECK(renamed.appraisal.answers.empty());
  CHECK(renamed.appraisal.changed_types.empty());
}

TEST_CASE("entries that nothing refers to change no conclusion, and weigh as little as the check says",
          "[engine][appraise]") {
  const Appraised added("levels: [{id: mid}]\norigins: [{id: nobody}]\n" + laptops);
  CHECK(added.against(Criterion::effective) == 1);  // the level; of origins the field has none
  CHECK(added.weight(Criterion::effective) == Severity::note);
}

TEST_CASE("a wording that is put right is no statement without effect", "[engine][appraise]") {
  const Appraised added("edits: [{add: component desk, field: title, is: {ja: 机, en: Desk}}]");
  REQUIRE(added.appraisal.edits.size() == 1);
  CHECK(added.appraisal.edits.front().wording);
  CHECK(added.against(Criterion::effective) == 0);
}

TEST_CASE("steps that are told otherwise are wordings, and change no conclusion", "[engine][appraise]") {
  const Appraised added(
      "steps: [{id: class, title: \"{measure} is {class}\", basis: unverified}]\nedits: [{withdraw: step harm}]",
      field + "steps: [{id: harm}]\n");
  REQUIRE(added.appraisal.edits.size() == 1);
  CHECK(added.appraisal.edits.front().wording);
  CHECK(added.against(Criterion::effective) == 0);
  CHECK(added.against(Criterion::grounded) == 0);
}

TEST_CASE("a withdrawal that nobody confirms is told as such", "[engine][appraise]") {
  const Appraised added("edits: [{withdraw: measure locks, basis: unverified}]");
  CHECK(added.against(Criterion::grounded) == 1);
  CHECK(added.weight(Criterion::grounded) == Severity::warning);
}

TEST_CASE("measures that a type calls for otherwise tell it from another", "[engine][appraise]") {
  const auto people = field + R"(
  - {kind: involves, from: guard, to: locks}
stakeholders: [{id: guard}]
)";
  const Appraised added(R"(
system-cases: [{id: guarded, components: [{id: rack, type: rack, operator: guard}]}]
service-types: [{id: museum, case: guarded, levels: {presence: high}}]
)",
                        people);
  const auto& nearest = added.appraisal.types.front().nearest;
  REQUIRE(nearest.has_value());
  CHECK(nearest->likeness.exposures == 1);
  CHECK(nearest->likeness.measures == 0);
  CHECK(nearest->difference.moved_measures == Strings{"locks"});
}

TEST_CASE("a service type that an addition makes one of another pattern is told, and one that it takes away",
          "[engine][appraise]") {
  const Appraised laxer(
      "edits:\n- {replace: service-type depot, field: levels.presence, was: high, is: low}\n- {withdraw: service-type archive}");
  std::vector<std::string> changes;
  for (const auto& change : laxer.appraisal.changed_types) {
    changes.push_back(change.type + (change.before == Strings{"1"} ? ": 1" : ": ?") +
                      (change.after == Strings{"2"} ? " to 2"
                       : change.after.empty()       ? " to none"
                                                    : " to ?"));
  }
  CHECK(changes == Strings{"archive: 1 to none", "depot: 1 to 2"});
  CHECK(laxer.idle().empty());
  CHECK(laxer.appraisal.difference.empty());
}

TEST_CASE("a reason that the check only misses in a note is counted, and weighs as little", "[engine][appraise]") {
  const Appraised added(
      "measures: [{id: chain}]\nlinks: [{id: c, kind: counters, from: chain, to: theft, "
      "basis: {judgement: {ja: 見た, en: seen}}}]");
  CHECK(added.against(Criterion::grounded) == 1);
  CHECK(added.weight(Criterion::grounded) == Severity::note);
}

TEST_CASE("a service type is looked at as a whole", "[engine][appraise]") {
  const auto loaded = load_catalog(std::vector{
      catalog_text(field + "  - {id: unused, kind: counters, from: locks, to: theft, components: [desk]}\n")});
  REQUIRE(loaded.catalog.has_value());
  const KnowledgeGraph graph(*loaded.catalog);  // NOLINT: just required
  const View view(graph);
  const auto appraisal = appraise(view, *view.catalog().service_types.find("depot"));
  CHECK(appraisal.added.empty());
  CHECK(Appraised::codes(appraisal.open).empty());
  CHECK(appraisal.answers.size() == 2);
  CHECK(appraisal.tried == 1);
  CHECK(appraisal.idle.empty());  // without its level it could have either pattern
  REQUIRE(appraisal.types.size() == 1);
  REQUIRE(appraisal.types.front().nearest.has_value());
  CHECK(view.catalog().service_types[appraisal.types.front().nearest->other.type].code == "archive");
  CHECK(appraisal.lone_links.size() == 1);
}
