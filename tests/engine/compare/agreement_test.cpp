#include "engine/compare/agreement.hpp"

#include "tests/catch.hpp"

namespace michibiki::testing {
namespace {

/// Rows r0 r1 …, columns c0 c1 …; each judge's cells as "row column".
JudgedTable table(std::size_t rows, std::size_t columns, const JudgedCells& first, const JudgedCells& second) {
  JudgedTable made;
  for (std::size_t i = 0; i < rows; ++i) made.rows.push_back("r" + std::to_string(i));
  for (std::size_t i = 0; i < columns; ++i) made.columns.push_back("c" + std::to_string(i));
  made.first = first;
  made.second = second;
  return made;
}

}  // namespace

TEST_CASE("every cell of a table is counted once, also where neither judge said yes", "[engine][agreement]") {
  const auto agreement = agreement_of(table(2, 3, {{"r0", {"c0", "c1"}}}, {{"r0", {"c1", "c2"}}, {"r1", {"c0"}}}));
  CHECK(agreement.both == 1);
  CHECK(agreement.first == 1);
  CHECK(agreement.second == 2);
  CHECK(agreement.neither == 2);
  CHECK(agreement.cells() == 6);
  CHECK(agreement.observed() == Ratio(1, 2));
  CHECK(agreement.jaccard() == Ratio(1, 4));
}

TEST_CASE("kappa is what Cohen's own table gives", "[engine][agreement]") {
  // 50 grant proposals: 20 both yes, 5 and 10 only one, 15 both no; po 0.7, pe 0.5, kappa 0.4.
  const Agreement agreement{20, 5, 10, 15};
  CHECK(agreement.observed() == Ratio(7, 10));
  CHECK(agreement.kappa() == Ratio(2, 5));
}

TEST_CASE("judges who agree in all have a kappa of one, those who agree as chance would have none",
          "[engine][agreement]") {
  CHECK(Agreement{3, 0, 0, 7}.kappa() == Ratio(1));
  CHECK(Agreement{0, 0, 0, 9}.kappa() == Ratio(1));
  CHECK(Agreement{1, 1, 1, 1}.kappa() == Ratio(0));
  CHECK(Agreement{0, 5, 5, 0}.kappa() == Ratio(-1));
  CHECK(Agreement{}.kappa() == Ratio(1));
}

TEST_CASE("what was settled joins what both said, and what was settled as a no does not", "[engine][agreement]") {
  auto judged = table(1, 4, {{"r0", {"c0", "c1"}}}, {{"r0", {"c1", "c2", "c3"}}});
  judged.settled = {{"r0", "c0", false, {}, {}, {}}, {"r0", "c2", true, {}, {}, {}}};
  CHECK(settled_cells(judged) == JudgedCells{{"r0", {"c1", "c2"}}});
  const auto open = disagreements_in(judged);
  REQUIRE(open.size() == 3);
  CHECK(open[0].column == "c0");
  CHECK(open[0].first_said_yes);
  REQUIRE(open[0].settled != nullptr);
  CHECK_FALSE(open[0].settled->holds);
  CHECK(open[1].column == "c2");
  CHECK_FALSE(open[1].first_said_yes);
  CHECK(open[2].column == "c3");
  CHECK(open[2].settled == nullptr);
}

}  // namespace michibiki::testing
