#include "model/yaml/read_figures.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"

namespace {

using namespace michibiki;

const std::string manifest =
    "catalog:\n"
    "  {schema: 1, id: figures, kind: figures, version: 1.0.0, released: 2026-11-22,\n"
    "   sources: [{id: report, title: {ja: 報告書, en: report}}]}\n"
    "basis: {stated: report}\n";

struct Read {
  std::vector<PublishedFigure> figures;
  std::vector<std::string> problems;
};

/// Reads `text` as the file `a.yaml` of a catalogue whose manifest is the one above.
Read read(const std::string& text, const std::string& with_manifest = manifest) {
  std::vector<Diagnostic> diagnostics;
  const auto reading = read_layer({{"a.yaml", text}, {"manifest.yaml", with_manifest}}, {"a", "m"}, diagnostics);
  Read result{read_figures(reading, diagnostics), {}};
  sort_and_deduplicate(diagnostics);
  for (const auto& diagnostic : diagnostics) result.problems.push_back(to_string(diagnostic));
  return result;
}

using Problems = std::vector<std::string>;

TEST_CASE("a figure is read with its cells in their order", "[yaml][figures]") {
  const auto [figures, problems] = read(
      "figures:\n"
      "  - id: \"22\"\n"
      "    title: {ja: パターン, en: Patterns}\n"
      "    form: table\n"
      "    basis: {stated: report, at: 図表22, line: 928}\n"
      "    cells:\n"
      "      - {id: 2/c, is: high, line: 932}\n"
      "      - {id: 1/c, is: ○}\n");
  CHECK(problems.empty());
  REQUIRE(figures.size() == 1);
  const auto& figure = figures.front();
  CHECK(figure.id == "22");
  CHECK(figure.title.ja == "パターン");
  CHECK(figure.title.en == "Patterns");
  CHECK(figure.form == FigureForm::table);
  CHECK(figure.basis.source == "report");
  CHECK(figure.basis.line == 928);
  CHECK(to_string(figure.location) == "a.yaml:2:5");
  REQUIRE(figure.cells.size() == 2);
  CHECK(figure.cells[0].id == "2/c");
  CHECK(figure.cells[0].value == "high");
  CHECK(figure.cells[0].line == 932);
  CHECK(to_string(figure.cells[0].location) == "a.yaml:7:9");
  CHECK(figure.cells[1].id == "1/c");
  CHECK(figure.cells[1].value == "○");
  CHECK(figure.cells[1].line == 0);
}

TEST_CASE("a value is the text as it is written", "[yaml][figures]") {
  const auto [figures, problems] =
      read("figures:\n  - {id: f, form: table, cells: [{id: a, is: 1}, {id: b, is: \"2\"}, {id: c, is: 010}]}\n");
  CHECK(problems.empty());
  REQUIRE(figures.size() == 1);
  REQUIRE(figures[0].cells.size() == 3);
  CHECK(figures[0].cells[0].value == "1");
  CHECK(figures[0].cells[1].value == "2");
  CHECK(figures[0].cells[2].value == "010");
}

TEST_CASE("a lost image has a title and no cells", "[yaml][figures]") {
  const auto [figures, problems] = read("figures:\n  - {id: \"25\", title: {ja: 構成, en: Case}, form: image}\n");
  CHECK(problems.empty());
  REQUIRE(figures.size() == 1);
  CHECK(figures[0].form == FigureForm::image);
  CHECK(figures[0].cells.empty());
}

TEST_CASE("a figure takes its basis from its file, or else from the manifest", "[yaml][figures]") {
  const std::string figure = "figures:\n  - {id: f, form: image}\n";
  CHECK(read(figure).figures.at(0).basis.source == "report");
  CHECK(read("basis: {judgement: ours}\n" + figure).figures.at(0).basis.kind == BasisKind::judgement);
}

TEST_CASE("full-width ids of figures and cells are folded", "[yaml][figures]") {
  const auto [figures, problems] = read("figures:\n  - {id: ３８, form: table, cells: [{id: Ⅲ．５．２．１, is: x}]}\n");
  CHECK(problems.empty());
  REQUIRE(figures.size() == 1);
  CHECK(figures[0].id == "38");
  CHECK(figures[0].cells.at(0).id == "III.5.2.1");
}

TEST_CASE("the same cell in two figures is no repetition, twice in one is", "[yaml][figures]") {
  const auto [figures, problems] = read(
      "figures:\n"
      "  - {id: a, form: table, cells: [{id: x, is: 1}]}\n"
      "  - id: b\n"
      "    form: table\n"
      "    cells:\n"
      "      - {id: x, is: 1}\n"
      "      - {id: x, is: 2}\n");
  CHECK(problems == Problems{"a.yaml:7:14: error: cell 'x' is given twice; keep one [duplicate-id]\n"
                             "  note: first given here (a.yaml:6:14)"});
  REQUIRE(figures.size() == 2);
  CHECK(figures[1].cells.size() == 1);
}

TEST_CASE("a figure given twice is refused", "[yaml][figures]") {
  const auto [figures, problems] = read("figures:\n  - {id: a, form: image}\n  - {id: a, form: image}\n");
  CHECK(problems == Problems{"a.yaml:3:10: error: figure 'a' is given twice; keep one [duplicate-id]\n"
                             "  note: first given here (a.yaml:2:10)"});
  CHECK(figures.size() == 1);
}

TEST_CASE("keys that nobody reads are named, with what was meant", "[yaml][figures]") {
  const auto [figures, problems] = read(
      "figures:\n"
      "  - id: a\n"
      "    form: table\n"
      "    cell: []\n"
      "    cells:\n"
      "      - {id: x, is: 1, lines: 7}\n"
      "      - {id: y, is: 1, note: why}\n");
  const auto unknown = [](const std::string& problem, const std::string& start, const std::string& end) {
    CHECK_THAT(problem, Catch::Matchers::StartsWith(start) && Catch::Matchers::EndsWith(end));
  };
  REQUIRE(problems.size() == 3);
  unknown(problems[0], "a.yaml:4:5: error: this figure has no key 'cell'; ",
          " [unknown-key]\n  hint: did you mean 'cells'?");
  unknown(problems[1], "a.yaml:6:24: error: this cell has no key 'lines'; ",
          " [unknown-key]\n  hint: did you mean 'line'?");
  unknown(problems[2], "a.yaml:7:24: error: this cell has no key 'note'; ", " [unknown-key]");
}

TEST_CASE("what is missing is said of each figure and cell", "[yaml][figures]") {
  const auto [figures, problems] = read(
      "figures:\n"
      "  - {form: image}\n"
      "  - {id: b}\n"
      "  - {id: c, form: table}\n"
      "  - id: d\n"
      "    form: table\n"
      "    cells:\n"
      "      - {is: 1}\n"
      "      - {id: x}\n"
      "      - {id: y, is: ~}\n"
      "      - {id: z, is: 1}\n");
  CHECK(problems == Problems{"a.yaml:2:5: error: this figure lacks `id` [missing-key]",
                             "a.yaml:3:5: error: this figure lacks `form` [missing-key]",
                             "a.yaml:4:5: error: this figure lacks `cells` [missing-key]",
                             "a.yaml:8:9: error: this cell lacks `id` [missing-key]",
                             "a.yaml:9:9: error: this cell lacks `is` [missing-key]",
                             "a.yaml:10:9: error: this cell lacks `is` [missing-key]"});
  REQUIRE(figures.size() == 2);
  CHECK(figures[1].cells.size() == 1);
}

TEST_CASE("things of the wrong type are refused where they stand", "[yaml][figures]") {
  const auto [figures, problems] = read(
      "figures:\n"
      "  - 22\n"
      "  - {id: [a], form: image}\n"
      "  - {id: b, form: {is: image}}\n"
      "  - {id: c, form: table, cells: {x: 1}}\n"
      "  - id: d\n"
      "    form: table\n"
      "    cells:\n"
      "      - x\n"
      "      - {id: x, is: [1]}\n"
      "      - {id: y, is: 1, line: l}\n"
      "      - {id: 表, is: 1}\n"
      "  - {id: e, form: picture}\n"
      "  - {id: f, form: image, cells: []}\n");
  CHECK(problems ==
        Problems{
            "a.yaml:2:5: error: this figure is a text; write a mapping [wrong-type]",
            "a.yaml:3:10: error: `id` is a list; write a text [wrong-type]",
            "a.yaml:4:19: error: `form` is a mapping; write a text [wrong-type]",
            "a.yaml:5:33: error: `cells` is a mapping; write a list [wrong-type]",
            "a.yaml:9:9: error: this cell is a text; write a mapping [wrong-type]",
            "a.yaml:10:21: error: `is` is a list; write a text [wrong-type]",
            "a.yaml:11:30: error: `line` is l; write a whole number [wrong-type]",
            problems.size() > 7 ? problems[7] : "",
            "a.yaml:13:19: error: `form` is 'picture'; write `table`, or `image` for one that the text has lost "
            "[invalid-value]",
            "a.yaml:14:33: error: an image has no cells; leave out `cells`, or write `form: table` [invalid-value]"});
  REQUIRE(problems.size() > 7);
  CHECK_THAT(problems[7],
             Catch::Matchers::StartsWith("a.yaml:12:14: error: ") && Catch::Matchers::EndsWith("[invalid-id]"));
}

TEST_CASE("a section that is no list is refused", "[yaml][figures]") {
  const auto [figures, problems] = read("figures: {id: a}\nthreats: [{id: t}]\n");
  CHECK(figures.empty());
  CHECK(problems.at(0) == "a.yaml:1:10: error: section `figures` is a mapping; write a list [wrong-type]");
}

TEST_CASE("a figure without any basis, or with an unknown source, is refused", "[yaml][figures]") {
  const std::string bare = "catalog: {schema: 1, id: figures, kind: figures, version: 1.0.0, released: 2026-11-22}\n";
  CHECK(read("figures:\n  - {id: a, form: image}\n", bare).problems ==
        Problems{"a.yaml:2:5: error: nothing says why this is believed; give it, its entry, its file or its manifest a "
                 "`basis` [missing-basis]"});
  CHECK(read("figures:\n  - {id: a, form: image, basis: {stated: reports}}\n").problems ==
        Problems{"a.yaml:2:42: error: unknown source 'reports'; sources are declared under `sources` of a manifest "
                 "[unknown-id]\n"
                 "  hint: did you mean 'report'?"});
}

TEST_CASE("a catalogue of figures holds nothing that a derivation could use", "[yaml][figures]") {
  const auto problems =
      read("figures: [{id: a, form: image}]\nthreats:\n  - {id: t}\nedits:\n  - {withdraw: threat t}\n").problems;
  const std::string refused =
      ": error: a catalogue of published figures holds nothing else; keep this in another one "
      "[wrong-catalog-kind]";
  CHECK(problems == Problems{"a.yaml:3:5" + refused, "a.yaml:5:5" + refused});
}

TEST_CASE("figures in a catalogue of another kind are never read", "[yaml][figures]") {
  const std::string ordinary =
      "catalog: {schema: 1, id: threats, version: 1.0.0, released: 2026-11-22}\nbasis: unverified\n";
  const auto [figures, problems] = read("figures: [{id: a, form: image}]\nthreats: [{id: t}]\n", ordinary);
  CHECK(figures.empty());
  CHECK(problems ==
        Problems{"a.yaml:1:10: error: published figures stand in a catalogue of `kind: figures`, so that no "
                 "derivation reads them [wrong-catalog-kind]"});
}

TEST_CASE("a figure says what its cells are compared with, a cell where it is something else", "[yaml][figures]") {
  const auto [figures, problems] = read(
      "figures:\n"
      "  - id: f\n"
      "    form: table\n"
      "    compare: type-patterns\n"
      "    of: thing\n"
      "    words: {undetermined: ※}\n"
      "    cells:\n"
      "      - {id: a, is: x, compare: classes, unverified: true, incomparable: {ja: 崩れ, en: damaged}}\n"
      "      - {id: b, is: y, explanation: {ja: 説明, en: explained}}\n"
      "    oddities:\n"
      "      - {sort: text-damage, lines: [3, 4], what: {ja: 欠け, en: lost}, reading: {ja: 補った, en: restored}}\n");
  CHECK(problems.empty());
  REQUIRE(figures.size() == 1);
  const auto& figure = figures.front();
  CHECK(figure.compare == Comparison::type_patterns);
  CHECK(figure.of == "thing");
  CHECK(figure.words.at("undetermined") == "※");
  REQUIRE(figure.cells.size() == 2);
  CHECK(figure.cells[0].compare == Comparison::classes);
  CHECK(figure.cells[0].unverified);
  CHECK(figure.cells[0].incomparable.en == "damaged");
  CHECK_FALSE(figure.cells[1].compare.has_value());
  CHECK(figure.cells[1].explanation.ja == "説明");
  REQUIRE(figure.oddities.size() == 1);
  CHECK(figure.oddities[0].sort == OdditySort::text_damage);
  CHECK(figure.oddities[0].lines == std::vector<int>{3, 4});
  CHECK(figure.oddities[0].reading.en == "restored");
}

TEST_CASE("a comparison and an oddity of no known sort are told, with what they could be", "[yaml][figures]") {
  const auto [figures, problems] = read(
      "figures:\n"
      "  - {id: f, form: image, compare: type-pattern, words: [x], oddities: [{sort: text damage}]}\n");
  REQUIRE(problems.size() == 3);
  CHECK(problems[0] ==
        "a.yaml:2:35: error: `compare` is 'type-pattern'; write one of `parents`, `carriers`, `compositions`, `harms`, "
        "`pattern-levels`, `type-levels`, `type-patterns`, `exposures`, `answers`, `classes`, `placements`, `values`, "
        "`shared-values` [invalid-value]\n  hint: did you mean 'type-patterns'?");
  CHECK(problems[1] == "a.yaml:2:56: error: `words` is a list; write a mapping [wrong-type]");
  CHECK(problems[2] ==
        "a.yaml:2:79: error: `sort` is 'text damage'; write one of `substance`, `naming`, `text-damage`, `revision` "
        "[invalid-value]\n  hint: did you mean 'text-damage'?");
}

}  // namespace
