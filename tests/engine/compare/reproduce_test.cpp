// What agreement with a published cell is worth, on small catalogues and figures made by hand.
#include "engine/compare/reproduce.hpp"

#include <algorithm>

#include "engine/compare/chance.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

PublishedFigure figure(const std::string& id, Comparison compare,
                       const std::vector<std::pair<std::string, std::string>>& cells) {
  PublishedFigure made;
  made.id = id;
  made.compare = compare;
  made.basis.kind = BasisKind::stated;
  made.basis.source = "report";
  made.basis.at = "figure " + id;
  for (const auto& [cell, value] : cells) {
    made.cells.emplace_back();
    made.cells.back().id = cell;
    made.cells.back().value = value;
  }
  return made;
}

/// "cell: derived verdict", as the one figure is reproduced.
Strings verdicts(const World& world, const PublishedFigure& published, BasisKind trust = BasisKind::unverified) {
  const std::vector<FigureCatalog> catalogs{{{}, {published}, {}}};
  const auto result = reproduce(world.view(trust), catalogs);
  Strings lines;
  const auto& cells = result.figures.at(0).cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    lines.push_back(published.cells[i].id + ": " + cells[i].derived + (cells[i].derived.empty() ? "" : " ") +
                    std::string(name_of(cells[i].verdict)));
  }
  for (const auto& extra : result.figures.at(0).unprinted) lines.push_back("+ " + extra.cell + ": " + extra.derived);
  return lines;
}

/// Two kinds of services and two patterns; how firm the levels of one of them are is up to the test.
World types(const std::string& basis_of_letters = "{stated: report, at: figure 23}") {
  return World(R"(
levels: [{id: low}, {id: high}]
properties: [{id: secrecy, levels: [low, high]}]
patterns:
  - {id: 1, levels: {secrecy: high}}
  - {id: 2, levels: {secrecy: low}}
service-types:
  - {id: letters, levels: {secrecy: {is: high, basis: )" +
               basis_of_letters + R"(}}}
  - {id: posters, levels: {secrecy: low}}
  - {id: parcels, levels: {secrecy: {is: open, among: [low, high]}}}
)");
}

World storage(const std::string& nature_basis, const std::string& mechanism_basis = "{judgement: ours}") {
  return World(R"(
properties: [{id: a}, {id: c}]
natures: [{id: device}, {id: data}]
mechanisms:
  - {id: shaking, acts-on: [{natures: [device], properties: [a]}], basis: )" +
               mechanism_basis + R"(}
components: [{id: box, carries: [disk, content]}]
assets:
  - {id: disk, natures: {is: [device], basis: )" +
               nature_basis + R"(}}
  - {id: content, natures: {is: [data], basis: )" +
               nature_basis + R"(}}
threats:
  - {id: natural, group: true}
  - {id: quake, parent: natural, harms: [a], mechanisms: [shaking]}
measures: [{id: copy}]
links: [{kind: counters, from: copy, to: quake}]
)");
}

}  // namespace

TEST_CASE("a pattern that follows from a table of types is derived", "[engine][reproduce]") {
  const auto published = figure("24", Comparison::type_patterns, {{"letters", "1"}, {"posters", "2"}});
  CHECK(verdicts(types(), published) == Strings{"letters: 1 derived", "posters: 2 derived"});
}

TEST_CASE("a pattern that follows from a cell restored from other evidence is repaired", "[engine][reproduce]") {
  const auto published = figure("24", Comparison::type_patterns, {{"letters", "1"}});
  const auto restored = types("{stated: report, at: figure 23, restored: reason column}");
  CHECK(verdicts(restored, published) == Strings{"letters: 1 repaired"});
}

TEST_CASE("a pattern that follows from a cell restored from this very figure is settled", "[engine][reproduce]") {
  const auto published = figure("24", Comparison::type_patterns, {{"letters", "1"}});
  const auto restored = types("{stated: report, at: figure 23, restored: figure 24}");
  CHECK(verdicts(restored, published) == Strings{"letters: 1 settled"});
}

TEST_CASE("what was judged knowing a figure is calibrated to it, and to no other", "[engine][reproduce]") {
  const auto judged = types("{judgement: as we read it, knowing: [figure 24]}");
  CHECK(verdicts(judged, figure("24", Comparison::type_patterns, {{"letters", "1"}})) ==
        Strings{"letters: 1 calibrated"});
  CHECK(verdicts(judged, figure("25", Comparison::type_patterns, {{"letters", "1"}})) == Strings{"letters: 1 derived"});
}

TEST_CASE("what a figure states itself is transcribed, however it agrees", "[engine][reproduce]") {
  const auto published = figure("22", Comparison::pattern_levels, {{"1/secrecy", "high"}, {"2/secrecy", "low"}});
  CHECK(verdicts(types(), published) == Strings{"1/secrecy: high transcribed", "2/secrecy: low transcribed"});
  // Also where something is concluded from a statement that cites the figure.
  CHECK(verdicts(types("{stated: report, at: figure 24}"),
                 figure("24", Comparison::type_patterns, {{"letters", "1"}})) == Strings{"letters: 1 transcribed"});
}

TEST_CASE("another print differs, whatever the answer rests on", "[engine][reproduce]") {
  CHECK(verdicts(types(), figure("24", Comparison::type_patterns, {{"letters", "2"}})) ==
        Strings{"letters: 1 differs"});
  CHECK(verdicts(types(), figure("22", Comparison::pattern_levels, {{"1/secrecy", "low"}, {"2/secrecy", "low"}})) ==
        Strings{"1/secrecy: high differs", "2/secrecy: low transcribed"});
}

TEST_CASE("a type without one pattern is what the figure has a sign for, variants rated apart are not",
          "[engine][reproduce]") {
  auto published = figure("24", Comparison::type_patterns, {{"parcels", "※"}, {"letters:posters", "※"}});
  published.words["undetermined"] = "※";
  CHECK(verdicts(types(), published) == Strings{"parcels: ※ derived", "letters:posters: 1, 2 differs"});
}

TEST_CASE("a damaged cell and one that names nothing cannot be compared", "[engine][reproduce]") {
  auto published = figure("24", Comparison::type_patterns, {{"letters", "1"}, {"unheard-of", "1"}});
  published.cells.front().incomparable.en = "displaced";
  CHECK(verdicts(types(), published) == Strings{"letters: not-comparable", "unheard-of: not-comparable"});
  auto nothing = figure("99", Comparison::parents, {{"letters", "1"}});
  nothing.compare.reset();
  CHECK(verdicts(types(), nothing) == Strings{"letters: not-comparable"});
}

TEST_CASE("levels are compared mark by mark, and a mark that is not printed is told", "[engine][reproduce]") {
  auto published = figure("23", Comparison::type_levels,
                          {{"letters/secrecy/high", "○"}, {"posters/secrecy/high", "○"}, {"parcels/secrecy/low", "○"}});
  published.words = {{"present", "○"}, {"absent", "blank"}};
  CHECK(verdicts(types(), published) ==
        Strings{"letters/secrecy/high: ○ transcribed", "posters/secrecy/high: blank differs",
                "parcels/secrecy/low: ○ transcribed", "+ posters/secrecy/low: ○", "+ parcels/secrecy/high: ○"});
}

TEST_CASE("that a threat reaches an asset, and that it does not, are both derived", "[engine][reproduce]") {
  auto published = figure("34", Comparison::exposures, {{"quake/a", "absent"}, {"quake/natural", "absent"}});
  published.of = "content";
  CHECK(verdicts(storage("{judgement: ours}"), published) ==
        Strings{"quake/a: absent derived", "quake/natural: absent derived"});
  auto disk = figure("34", Comparison::exposures, {{"quake/natural", "present"}});
  disk.of = "disk";
  CHECK(verdicts(storage("{judgement: ours}"), disk) ==
        Strings{"quake/natural: present derived", "+ quake/a: present"});
}

TEST_CASE("an absence, too, is calibrated when the mechanism or the nature was judged knowing the figure",
          "[engine][reproduce]") {
  auto published = figure("34", Comparison::exposures, {{"quake/a", "absent"}});
  published.of = "content";
  const std::string knowing = "{judgement: ours, knowing: [figure 34]}";
  CHECK(verdicts(storage(knowing), published) == Strings{"quake/a: absent calibrated"});
  CHECK(verdicts(storage("{judgement: ours}", knowing), published) == Strings{"quake/a: absent calibrated"});
}

TEST_CASE("one way that is free of the figure is enough", "[engine][reproduce]") {
  const World world(R"(
properties: [{id: a}]
natures: [{id: device}]
mechanisms:
  - {id: shaking, acts-on: [{natures: [device], properties: [a]}], basis: {judgement: ours, knowing: [figure 34]}}
  - {id: falling, acts-on: [{natures: [device], properties: [a]}], basis: {judgement: ours}}
components: [{id: box, carries: [disk]}]
assets: [{id: disk, natures: [device]}]
threats: [{id: quake, harms: [a], mechanisms: [shaking, falling]}]
)");
  auto published = figure("34", Comparison::exposures, {{"quake/a", "present"}});
  published.of = "disk";
  CHECK(verdicts(world, published) == Strings{"quake/a: present derived"});
}

TEST_CASE("a note may say of an asset that it is exposed, and that a measure answers it", "[engine][reproduce]") {
  auto published = figure("34-note", Comparison::exposures,
                          {{"disk/quake", "present"}, {"content/quake", "absent"}, {"disk/quake/kept", "covered"}});
  published.cells.back().compare = Comparison::answers;
  CHECK(verdicts(storage("{judgement: ours}"), published) ==
        Strings{"disk/quake: present derived", "content/quake: absent derived", "disk/quake/kept: covered derived"});
}

TEST_CASE("what trust hides is not compared", "[engine][reproduce]") {
  auto published = figure("22", Comparison::type_levels, {{"letters/secrecy/high", "present"}});
  CHECK(verdicts(types("unverified"), published, BasisKind::stated).front() == "letters/secrecy/high: not-comparable");
}

TEST_CASE("reference values are compared as values are written, star included", "[engine][reproduce]") {
  const World world(R"(
patterns: [{id: 1}]
units: [{id: h, dimension: duration, factor: 3600}]
threats: [{id: t}]
measures: [{id: m.1, indicators: [{key: k, stricter: lower, values: {1: "within 24 h *"}}]}]
links: [{kind: counters, from: m.1, to: t}]
)");
  CHECK(verdicts(world, figure("38", Comparison::values, {{"m.1.k/1", "within 24 h *"}})) ==
        Strings{"m.1.k/1: at most 24 h * transcribed"});
  CHECK(verdicts(world, figure("38", Comparison::values, {{"m.1.k/1", "within 24 h"}, {"m.1.k/2", "24 h"}})) ==
        Strings{"m.1.k/1: at most 24 h * differs", "m.1.k/2: not-comparable"});
}

TEST_CASE("figures stand by their numbers, notes after them and what has none last", "[engine][reproduce]") {
  std::vector<FigureCatalog> catalogs(1);
  for (const auto* id : {"sections", "34-note", "3.3.5", "10", "34", "9"})
    catalogs.front().figures.push_back(figure(id, Comparison::classes, {}));
  const auto result = reproduce(types().view(), catalogs);
  Strings order;
  for (const auto& reproduced : result.figures) order.push_back(reproduced.figure->id);
  CHECK(order == Strings{"9", "10", "34", "34-note", "3.3.5", "sections"});
}

TEST_CASE("a value that varies with a property which its measure counters nothing of is an exception",
          "[engine][claims]") {
  const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: c, levels: [low, high]}, {id: a, levels: [low, high]}]
patterns:
  - {id: 1, levels: {c: high, a: high}}
  - {id: 2, levels: {c: high, a: low}}
  - {id: 3, levels: {c: low, a: high}}
  - {id: 4, levels: {c: low, a: low}}
units: [{id: h, dimension: duration, factor: 3600}]
components: [{id: box, carries: [disk]}]
assets: [{id: disk}]
threats: [{id: theft, harms: [c]}, {id: fire, harms: [a]}]
measures:
  - {id: lock, indicators: [{key: k, stricter: lower, values: {1: 1 h, 2: 1 h, 3: 2 h, 4: 2 h}}]}
  - {id: sprinkler, indicators: [{key: k, stricter: lower, values: {1: 1 h, 2: 2 h, 3: 3 h, 4: 4 h}}]}
  - {id: both, indicators: [{key: k, stricter: lower, values: {1: 1 h, 2: 1 h, 3: 1 h, 4: 1 h}}]}
links:
  - {kind: counters, from: lock, to: theft}
  - {kind: counters, from: sprinkler, to: fire}
  - {id: both/all, kind: counters, from: both, to: [theft, fire]}
)");
  const auto claims = try_claims(world.view(), {});
  REQUIRE(claims.size() == 1);
  const auto& claim = claims.front();
  CHECK(claim.kind == ClaimKind::values_follow_exposures);
  CHECK(claim.cases == 3);
  CHECK(claim.could_fail == 2);  // the third varies with nothing
  CHECK(claim.agree == 2);
  REQUIRE(claim.exceptions.size() == 1);
  CHECK(claim.exceptions.front().subject == "sprinkler.k");
  CHECK(claim.exceptions.front().claimed == "a");
  CHECK(claim.exceptions.front().found == "c, a");
  // Dealt out anew: lock agrees with {c} or {c, a}, sprinkler with {c, a} only, the third always. On average 1 + 2/3 + 1/3.
  CHECK(claim.chance.trials == 10'000);
  CHECK(claim.chance.total > 19'500);
  CHECK(claim.chance.total < 20'500);
  CHECK(claim.chance.least == 1);
  CHECK(claim.chance.most == 3);
}

TEST_CASE("a claim about sections counts those that stand where they are implemented, and the chapters above them",
          "[engine][claims]") {
  const World world(R"(
components: [{id: house, carries: [a]}, {id: line, carries: [a]}]
assets: [{id: a}]
chapters:
  - {id: III, group: true}
  - {id: III.1, group: true, parent: III}
  - {id: III.1.1, parent: III.1}
  - {id: III.1.2, parent: III.1}
  - {id: III.2, group: true, parent: III}
  - {id: III.2.1, parent: III.2}
purposes: [{id: entry}, {id: fire}]
measures:
  - {id: m1, implemented-on: [house], aims-at: [entry]}
  - {id: m2, implemented-on: [house], aims-at: [fire]}
  - {id: m3, implemented-on: [line]}
placement:
  - {when: {implemented-within: [line]}, then: III.2.1}
  - {when: {aims-at: [entry]}, then: III.1.1}
  - {when: {aims-at: [fire]}, then: III.1.1}
)");
  const std::vector<FigureCatalog> catalogs{
      {{},
       {figure("sections", Comparison::placements, {{"m1", "III.1.1"}, {"m2", "III.1.2"}, {"m3", "III.2.1"}})},
       {}}};
  const auto claims = try_claims(world.view(), catalogs);
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].kind == ClaimKind::sections_follow_implementation);
  CHECK(claims[0].part == "III");
  CHECK(claims[0].cases == 3);
  CHECK(claims[0].agree == 2);
  REQUIRE(claims[0].exceptions.size() == 1);
  CHECK(claims[0].exceptions.front().subject == "m2");
  CHECK(claims[0].exceptions.front().claimed == "III.1.1");
  CHECK(claims[0].exceptions.front().found == "III.1.2");
  CHECK(claims[1].kind == ClaimKind::chapters_follow_implementation);
  CHECK(claims[1].agree == 3);
}

TEST_CASE("chance is the same on every machine", "[engine][claims]") {
  Chance chance(5489);
  std::vector<int> items{0, 1, 2, 3, 4, 5, 6, 7};
  chance.shuffle(items);
  CHECK(items == std::vector<int>{3, 4, 7, 0, 5, 2, 1, 6});
}

TEST_CASE("a type that may be of a hidden pattern too has none that is settled", "[engine][reproduce]") {
  const World world(R"(
levels: [{id: low}, {id: high}]
properties: [{id: secrecy, levels: [low, high]}]
patterns: [{id: 1, levels: {secrecy: high}}, {id: 2, levels: {secrecy: low}, basis: unverified}]
service-types:
  - {id: letters, levels: {secrecy: high}}
  - {id: parcels, levels: {secrecy: {is: open, among: [low, high]}}}
)");
  const auto published =
      figure("24", Comparison::type_patterns, {{"letters", "1"}, {"parcels", "1"}, {"letters:parcels", "1"}});
  CHECK(verdicts(world, published, BasisKind::stated) ==
        Strings{"letters: 1 derived", "parcels: undetermined differs", "letters:parcels: undetermined differs"});
}

}  // namespace michibiki::testing
