#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/source_location.hpp"
#include "model/wording.hpp"

namespace michibiki {

/// What one judge handed in: the columns said yes to, by row. Whatever is not here is a no.
using JudgedCells = std::map<std::string, std::set<std::string>>;

/// How a cell on which the judges disagreed was settled, and the view that did not prevail.
struct Settlement {
  std::string row;
  std::string column;
  bool holds = false;
  Wording because;
  Wording dissent;
  SourceLocation location;
};

/// A table of links that two judges filled in without sight of each other's: rows by columns, each cell yes or no.
struct JudgedTable {
  std::string id;
  Wording title;
  Wording note;
  std::vector<std::string> rows;  ///< all of them, also those without any yes
  std::vector<std::string> columns;
  JudgedCells first;
  JudgedCells second;
  std::vector<Settlement> settled;
  SourceLocation location;
};

}  // namespace michibiki
