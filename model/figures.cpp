#include "model/figures.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace michibiki {
namespace {

using enum Comparison;

constexpr std::array<std::pair<Comparison, std::string_view>, 13> comparison_table{{
    {parents, "parents"},
    {carriers, "carriers"},
    {compositions, "compositions"},
    {harms, "harms"},
    {pattern_levels, "pattern-levels"},
    {type_levels, "type-levels"},
    {type_patterns, "type-patterns"},
    {exposures, "exposures"},
    {answers, "answers"},
    {classes, "classes"},
    {placements, "placements"},
    {values, "values"},
    {shared_values, "shared-values"},
}};

constexpr std::array<std::pair<OdditySort, std::string_view>, 4> sort_table{{
    {OdditySort::substance, "substance"},
    {OdditySort::naming, "naming"},
    {OdditySort::text_damage, "text-damage"},
    {OdditySort::revision, "revision"},
}};

template <typename Rows, typename Value>
std::string_view name_in(const Rows& rows, Value value) {
  const auto row = std::ranges::find(rows, value, &Rows::value_type::first);
  return row == rows.end() ? std::string_view() : row->second;
}

template <typename Rows>
auto named_in(const Rows& rows, std::string_view name) {
  const auto row = std::ranges::find(rows, name, &Rows::value_type::second);
  return row == rows.end() ? std::nullopt : std::optional(row->first);
}

}  // namespace

std::string_view name_of(Comparison comparison) { return name_in(comparison_table, comparison); }
std::optional<Comparison> comparison_named(std::string_view name) { return named_in(comparison_table, name); }

std::vector<std::string> comparison_names() {
  std::vector<std::string> names;
  for (const auto& row : comparison_table) names.emplace_back(row.second);
  return names;
}

std::string_view name_of(OdditySort sort) { return name_in(sort_table, sort); }
std::optional<OdditySort> oddity_sort_named(std::string_view name) { return named_in(sort_table, name); }

}  // namespace michibiki
