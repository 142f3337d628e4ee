#include "model/yaml/read_judgements.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"

namespace {

using namespace michibiki;

struct Read {
  std::vector<JudgedTable> tables;
  std::vector<std::string> problems;
};

Read read(const std::string& text, const std::string& kind = "figures") {
  const std::string manifest =
      "catalog: {schema: 1, id: twice, kind: " + kind + ", version: 1.0.0, released: 2026-11-22}\nbasis: unverified\n";
  std::vector<Diagnostic> diagnostics;
  const auto reading = read_layer({{"a.yaml", text}, {"manifest.yaml", manifest}}, {"a", "m"}, diagnostics);
  Read result{read_judgements(reading, diagnostics), {}};
  sort_and_deduplicate(diagnostics);
  for (const auto& diagnostic : diagnostics) result.problems.push_back(to_string(diagnostic));
  return result;
}

}  // namespace

TEST_CASE("a table is read as each judge handed it in, with how they were settled", "[yaml][judgements]") {
  const auto [tables, problems] = read(R"(
judgements:
  - id: mitigates
    title: {ja: 管理策と脅威, en: Controls and threats}
    rows: [A.1, A.2]
    columns: [theft, fire]
    first: {A.1: [theft, fire]}
    second: {A.1: theft, A.2: [fire]}
    settled:
      - {row: A.1, column: fire, holds: false, because: {ja: 理由, en: why}, dissent: {ja: 異論, en: dissent}}
      - {row: A.2, column: fire, holds: true}
)");
  CHECK(problems.empty());
  REQUIRE(tables.size() == 1);
  const auto& table = tables.front();
  CHECK(table.id == "mitigates");
  CHECK(table.rows == std::vector<std::string>{"A.1", "A.2"});
  CHECK(table.first == JudgedCells{{"A.1", {"fire", "theft"}}});
  CHECK(table.second == JudgedCells{{"A.1", {"theft"}}, {"A.2", {"fire"}}});
  REQUIRE(table.settled.size() == 2);
  CHECK_FALSE(table.settled[0].holds);
  CHECK(table.settled[0].because.en == "why");
  CHECK(table.settled[0].dissent.ja == "異論");
  CHECK(table.settled[1].holds);
}

TEST_CASE("a row, column or settlement that does not fit the table is told with its place", "[yaml][judgements]") {
  const auto [tables, problems] = read(R"(
judgements:
  - id: mitigates
    rows: [A.1, A.1]
    columns: [theft, fire]
    first: {A.1: [thefd], A.9: [fire]}
    second: [A.1]
    settled:
      - {row: A.1, column: fire, holds: maybe}
)");
  CHECK(problems == std::vector<std::string>{
                        "a.yaml:4:17: error: 'A.1' is given twice; keep one [duplicate-id]",
                        "a.yaml:6:19: error: 'thefd' is no column of this table; list it under `columns` [unknown-id]\n"
                        "  hint: did you mean 'theft'?",
                        "a.yaml:6:32: error: 'A.9' is no row of this table; list it under `rows` [unknown-id]\n"
                        "  hint: did you mean 'A.1'?",
                        "a.yaml:7:13: error: `second` is a list; write a mapping from rows to the columns said yes to "
                        "[wrong-type]",
                        "a.yaml:9:9: error: the judges agree on 'A.1' and 'fire'; leave it out of `settled` "
                        "[invalid-value]",
                        "a.yaml:9:41: error: `holds` is maybe; write `true` or `false` [wrong-type]"});
}

TEST_CASE("tables of judgements stand where no derivation reads", "[yaml][judgements]") {
  const auto [tables, problems] =
      read("judgements: [{id: t, rows: [], columns: [], first: {}, second: {}}]\n", "catalog");
  CHECK(tables.empty());
  REQUIRE_FALSE(problems.empty());
  CHECK(problems.front() ==
        "a.yaml:1:13: error: tables of judgements stand in a catalogue of `kind: figures`, so that no derivation reads "
        "them [wrong-catalog-kind]");
}
