#include "engine/compare/agreement.hpp"

#include <algorithm>

namespace michibiki {
namespace {

bool says_yes(const JudgedCells& cells, const std::string& row, const std::string& column) {
  const auto found = cells.find(row);
  return found != cells.end() && found->second.contains(column);
}

std::int64_t whole(std::size_t number) { return static_cast<std::int64_t>(number); }

}  // namespace

Ratio Agreement::observed() const { return cells() == 0 ? Ratio(1) : Ratio(whole(both + neither), whole(cells())); }

Ratio Agreement::kappa() const {
  const auto all = whole(cells());
  const auto yes_first = whole(both + first);
  const auto yes_second = whole(both + second);
  // Both sides times the square of all cells: whole numbers up to the last step.
  const auto by_chance = yes_first * yes_second + (all - yes_first) * (all - yes_second);
  if (by_chance == all * all) return Ratio(1);
  return {all * whole(both + neither) - by_chance, all * all - by_chance};
}

Ratio Agreement::jaccard() const {
  const auto either = whole(both + first + second);
  return either == 0 ? Ratio(1) : Ratio(whole(both), either);
}

Agreement agreement_of(const JudgedTable& table) {
  Agreement agreement;
  for (const auto& row : table.rows) {
    for (const auto& column : table.columns) {
      const bool one = says_yes(table.first, row, column);
      const bool other = says_yes(table.second, row, column);
      ++(one && other ? agreement.both : one ? agreement.first : other ? agreement.second : agreement.neither);
    }
  }
  return agreement;
}

std::vector<Disagreement> disagreements_in(const JudgedTable& table) {
  std::map<std::pair<std::string, std::string>, const Settlement*> settled;
  for (const auto& settlement : table.settled) settled[{settlement.row, settlement.column}] = &settlement;
  std::vector<Disagreement> found;
  for (const auto& row : table.rows) {
    for (const auto& column : table.columns) {
      const bool one = says_yes(table.first, row, column);
      if (one == says_yes(table.second, row, column)) continue;
      const auto how = settled.find({row, column});
      found.push_back({row, column, one, how == settled.end() ? nullptr : how->second});
    }
  }
  return found;
}

JudgedCells settled_cells(const JudgedTable& table) {
  JudgedCells cells;
  for (const auto& row : table.rows) {
    for (const auto& column : table.columns) {
      if (says_yes(table.first, row, column) && says_yes(table.second, row, column)) cells[row].insert(column);
    }
  }
  for (const auto& settlement : table.settled) {
    if (settlement.holds) cells[settlement.row].insert(settlement.column);
  }
  return cells;
}

}  // namespace michibiki
