#include "reports/changes_by_threat.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "reports/code_names.hpp"
#include "reports/tones.hpp"

namespace michibiki {
namespace {

constexpr Words new_column{"新規", "New"};
constexpr Words gone_column{"消滅", "Gone"};
constexpr Words changed_column{"変化", "Changed"};

}  // namespace

Grid changes_by_threat(const Catalog& catalog, const Difference& difference, Language language) {
  std::map<std::string, std::array<std::size_t, 3>> by_threat;
  const auto count = [&](const std::vector<ExposureCode>& codes, std::size_t column) {
    for (const auto& code : codes) ++by_threat[code.threat].at(column);
  };
  count(difference.new_exposures, 0);
  count(difference.gone_exposures, 1);
  count(difference.changed_exposures, 2);
  std::vector<std::pair<std::string, std::array<std::size_t, 3>>> rows(by_threat.begin(), by_threat.end());
  std::ranges::stable_sort(rows, std::greater<>(),
                           [](const auto& row) { return row.second[0] + row.second[1] + row.second[2]; });
  const auto in = [&](const Words& words) { return std::string(words.in(language)); };
  Grid grid;
  grid.columns = {{in(words::threat)},
                  {in(new_column), true, true},
                  {in(gone_column), true, true},
                  {in(changed_column), true, true}};
  for (const auto& [threat, counts] : rows) {
    grid.rows.push_back({{{title_and_id(catalog.threats, threat, language)},
                          count_cell(counts[0]),
                          count_cell(counts[1]),
                          count_cell(counts[2])},
                         false});
  }
  return grid;
}

}  // namespace michibiki
