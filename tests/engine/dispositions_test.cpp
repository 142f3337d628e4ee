// Every control of a standard is accounted for, once.
#include "engine/dispositions.hpp"

#include "tests/catch.hpp"
#include "tests/support/derivation_fixture.hpp"

namespace michibiki::testing {
namespace {

const std::string guideline = R"(
standards: [{id: s}, {id: t}, {id: empty}]
controls:
  - {id: loose}
  - {id: t.1, standard: t}
  - {id: a, group: true, standard: s}
  - {id: a.1, parent: a, group: true}
  - {id: a.1.1, parent: a.1}
  - {id: a.1.2, parent: a.1}
  - {id: a.2, parent: a, basis: {judgement: ours}}
measures: [{id: m1}, {id: m2}, {id: m3}]
documents: [{id: book}]
dispositions: [{id: rewritten}, {id: merged}, {id: dropped}]
)";

template <typename T>
std::string codes(const Table<T>& table, const std::vector<Id<T>>& ids) {
  std::string text;
  for (const auto id : ids) text += (text.empty() ? "" : ",") + table[id].code;
  return text.empty() ? "-" : text;
}

/// "s a.1.1: rewritten with a.1.2 < m1 (stated)", a line per control.
Strings table(const std::string& links, BasisKind trust = BasisKind::unverified) {
  const World world(guideline + "links:\n" + links);
  const auto view = world.view(trust);
  const auto& catalog = world.catalog();
  Strings lines;
  for (const auto& standard : dispositions(view)) {
    for (const auto& row : standard.controls) {
      auto line = (standard.standard ? catalog.standards[*standard.standard].code : "-") + ' ' +
                  catalog.controls[row.control].code + ": " + codes(catalog.dispositions, row.dispositions);
      if (!row.together_with.empty()) line += " with " + codes(catalog.controls, row.together_with);
      line += " < " + codes(catalog.measures, row.measures);
      if (row.basis) line += " (" + std::string(name_of(*row.basis)) + ')';
      lines.push_back(line);
    }
  }
  return lines;
}

std::string row_of(const std::string& control, const std::string& links, BasisKind trust = BasisKind::unverified) {
  for (const auto& line : table(links, trust)) {
    if (line.find(' ' + control + ": ") != std::string::npos) return line;
  }
  return {};
}

}  // namespace

TEST_CASE("the controls of each standard stand in the order of the catalogue, without headings, those of none last",
          "[engine][dispositions]") {
  CHECK(table("  - {kind: disposed-as, from: a.1.1, to: dropped}\n") ==
        Strings{"s a.1.1: dropped < - (stated)", "s a.1.2: - < -", "s a.2: - < -", "t t.1: - < -", "- loose: - < -"});
}

TEST_CASE("a control has the measures that originate from it and from the headings above it",
          "[engine][dispositions]") {
  const std::string links =
      "  - {id: o, kind: originates-from, from: [m3, m1], to: [a.1.1, document/book]}\n"
      "  - {kind: originates-from, from: m2, to: a}\n";
  CHECK(row_of("a.1.1", links) == "s a.1.1: - < m1,m2,m3 (stated)");
  CHECK(row_of("a.2", links) == "s a.2: - < m2 (judgement)");
  CHECK(row_of("t.1", links) == "t t.1: - < -");
}

TEST_CASE("controls that one link names were disposed of together, unless each for itself", "[engine][dispositions]") {
  CHECK(row_of("a.1.1", "  - {id: d, kind: disposed-as, from: [a.1.1, a.1.2], to: merged}\n") ==
        "s a.1.1: merged with a.1.2 < - (stated)");
  CHECK(row_of("a.1.1", "  - {id: d, kind: disposed-as, from: [a.1.1, a.1.2], to: dropped, join: any}\n") ==
        "s a.1.1: dropped < - (stated)");
}

TEST_CASE("a control may have several dispositions, each counted", "[engine][dispositions]") {
  const std::string links =
      "  - {id: d, kind: disposed-as, from: a.1.1, to: [merged, rewritten]}\n"
      "  - {kind: disposed-as, from: a.1.1, to: merged}\n"
      "  - {kind: disposed-as, from: a.1.2, to: merged}\n";
  CHECK(row_of("a.1.1", links) == "s a.1.1: rewritten,merged < - (stated)");
  const World world(guideline + "links:\n" + links);
  const auto view = world.view();
  const auto standard = dispositions(view).front();
  CHECK(standard.count(DispositionId{0}) == 1);
  CHECK(standard.count(DispositionId{1}) == 2);
  CHECK(standard.count(DispositionId{2}) == 0);
  CHECK(standard.without() == 1);
}

TEST_CASE("the reason of a row is that of its disposition, else those of its measures", "[engine][dispositions]") {
  const World world(guideline +
                    "links:\n  - {kind: originates-from, from: m1, to: a.1.1}\n"
                    "  - {kind: disposed-as, from: a.1.1, to: rewritten, basis: {judgement: ours}}\n"
                    "  - {kind: originates-from, from: m1, to: a.1.2}\n");
  const auto view = world.view();
  const auto controls = dispositions(view).front().controls;
  CHECK(controls.at(0).reasons() == std::vector{LinkId{1}});
  CHECK(controls.at(0).basis == BasisKind::judgement);
  CHECK(controls.at(1).reasons() == std::vector{LinkId{2}});
  CHECK(controls.at(1).basis == BasisKind::stated);
}

TEST_CASE("what is below the wanted trust says nothing of a control", "[engine][dispositions]") {
  const std::string links = "  - {kind: disposed-as, from: a.1.1, to: dropped, basis: unverified}\n";
  CHECK(row_of("a.1.1", links) == "s a.1.1: dropped < - (unverified)");
  CHECK(row_of("a.1.1", links, BasisKind::judgement) == "s a.1.1: - < -");
  CHECK(row_of("a.2", links, BasisKind::stated).empty());
}

TEST_CASE("without controls there is nothing to account for", "[engine][dispositions]") {
  const World world("standards: [{id: s}]\ncontrols: [{id: a, group: true, standard: s}]\n");
  const auto view = world.view();
  CHECK(dispositions(view).empty());
}

}  // namespace michibiki::testing
