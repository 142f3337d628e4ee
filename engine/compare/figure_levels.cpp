#include <algorithm>
#include <map>
#include <set>

#include "engine/classify.hpp"
#include "engine/compare/figure_comparison.hpp"

// Figures of required levels and patterns (図表22-24).

namespace michibiki::figures {
namespace {

constexpr std::string_view reason_part = "reason";

/// A line of the table of service types, if it is one and holds.
const TypeLevel* line_of(const View& view, std::string_view type, std::string_view property) {
  const auto& catalog = view.catalog();
  const auto type_id = catalog.service_types.find(type);
  const auto property_id = catalog.properties.find(property);
  if (!type_id || !property_id || !view.holds(ref(*type_id))) return nullptr;
  const auto& levels = catalog.service_types[*type_id].levels;
  const auto line = levels.find(*property_id);
  return line != levels.end() && view.holds(line->second.fact) ? &line->second : nullptr;
}

/// The patterns that a service of that type may have, and what says so.
struct TypePatterns {
  std::set<PatternId> patterns;
  bool hidden = false;  ///< there may be others, which the view hides
  std::vector<FactId> premises;
};

std::optional<TypePatterns> patterns_of(const View& view, std::string_view code) {
  const auto type = view.catalog().service_types.find(code);
  if (!type || !view.holds(ref(*type))) return std::nullopt;
  Service service;
  service.type = type;
  const auto found = classify(view, service);
  TypePatterns result{{found.patterns.begin(), found.patterns.end()}, !found.withheld.empty(), {}};
  for (const auto& level : found.levels) {
    for (const auto& ground : level.grounds) result.premises.push_back(ground.fact);
  }
  for (const auto& possible : {found.patterns, found.withheld}) {
    for (const auto pattern : possible) {
      for (const auto& [property, level] : view.catalog().patterns[pattern].levels)
        result.premises.push_back(level.fact);
    }
  }
  return result;
}

/// The types that a cell names: one, or several that the figure lists as one.
std::vector<std::string> types_in(std::string_view cell) {
  std::vector<std::string> types(1);
  for (const char c : cell) {
    if (c == ':') {
      types.emplace_back();
    } else {
      types.back() += c;
    }
  }
  return types;
}

}  // namespace

CellSource pattern_levels(const View& view, const PublishedFigure&) {
  const auto answer = [&view](std::string_view cell) -> std::optional<CellAnswer> {
    const auto& catalog = view.catalog();
    const auto parts = parts_of(cell);
    if (parts.size() != 2) return std::nullopt;
    const auto pattern = catalog.patterns.find(parts[0]);
    const auto property = catalog.properties.find(parts[1]);
    if (!pattern || !property || !view.holds(ref(*pattern))) return std::nullopt;
    const auto& levels = catalog.patterns[*pattern].levels;
    const auto level = levels.find(*property);
    if (level == levels.end() || !view.holds(level->second.fact)) return std::nullopt;
    return CellAnswer{catalog.levels[level->second.value].code, false, {{level->second.fact}}};
  };
  const auto cells = [&view] {
    std::vector<std::string> all;
    for (const auto& pattern : view.catalog().patterns) {
      for (const auto& [property, level] : pattern.levels)
        all.push_back(pattern.code + '/' + view.catalog().properties[property].code);
    }
    return all;
  };
  return {answer, cells};
}

CellSource type_levels(const View& view, const PublishedFigure& figure) {
  const auto answer = [&view, &figure](std::string_view cell) -> std::optional<CellAnswer> {
    const auto& catalog = view.catalog();
    const auto parts = parts_of(cell);
    const auto* line = parts.size() == 3 ? line_of(view, parts[0], parts[1]) : nullptr;
    if (line == nullptr) return std::nullopt;
    if (parts[2] == reason_part) {
      return CellAnswer{
          line->reason ? catalog.reasons[*line->reason].code : printed(figure, "absent"), false, {{line->fact}}};
    }
    const auto level = catalog.levels.find(parts[2]);
    if (!level) return std::nullopt;
    const bool marked = std::ranges::count(line->possible, *level) != 0;
    return CellAnswer{printed(figure, marked ? "present" : "absent"), false, {{line->fact}}};
  };
  const auto cells = [&view] {
    const auto& catalog = view.catalog();
    std::vector<std::string> all;
    for (const auto& type : catalog.service_types) {
      for (const auto& [property, line] : type.levels) {
        const auto start = type.code + '/' + catalog.properties[property].code + '/';
        for (const auto level : line.possible) all.push_back(start + catalog.levels[level].code);
        if (line.reason) all.push_back(start + std::string(reason_part));
      }
    }
    return all;
  };
  return {answer, cells};
}

CellSource type_patterns(const View& view, const PublishedFigure& figure) {
  const auto answer = [&view, &figure](std::string_view cell) -> std::optional<CellAnswer> {
    const auto types = types_in(cell);
    TypePatterns all;
    for (const auto& type : types) {
      auto one = patterns_of(view, type);
      if (!one) return std::nullopt;
      all.patterns.merge(one->patterns);
      all.hidden = all.hidden || one->hidden;
      all.premises.insert(all.premises.end(), one->premises.begin(), one->premises.end());
    }
    // A type without one pattern is what the figure has a sign for; variants that are rated apart have one each.
    std::string value;
    for (const auto pattern : all.patterns)
      value += (value.empty() ? "" : ", ") + view.catalog().patterns[pattern].code;
    const bool open = all.hidden || (types.size() == 1 && all.patterns.size() != 1);
    if (open) value = printed(figure, "undetermined");
    return CellAnswer{value, true, {std::move(all.premises)}};
  };
  const auto cells = [] { return std::vector<std::string>{}; };
  return {answer, cells};
}

}  // namespace michibiki::figures
