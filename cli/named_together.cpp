#include "cli/named_together.hpp"

#include <algorithm>

#include "engine/component_names.hpp"

namespace michibiki::cli {
namespace {

/// The item of that kind, unless it was withdrawn.
template <typename T>
std::optional<Id<T>> called(const Catalog& catalog, const std::string& id) {
  const auto entry = catalog.find(T::kind, id);
  if (!entry || catalog.withdrawn.contains(*entry)) return std::nullopt;
  return Id<T>{entry->index};
}

std::optional<CalledValue> value_called(const Catalog& catalog, const std::string& id, const std::string& other) {
  const auto pattern = called<Pattern>(catalog, other);
  if (!pattern) return std::nullopt;
  if (const auto measure = called<Measure>(catalog, id)) return CalledValue{*measure, std::nullopt, *pattern};
  if (const auto of = indicator_called(catalog, id)) return CalledValue{of->measure, of->indicator, *pattern};
  return std::nullopt;
}

std::optional<std::pair<PropertyId, LevelId>> level_called(const Catalog& catalog, const std::string& id,
                                                           const std::string& other) {
  const auto property = called<Property>(catalog, id);
  const auto level = called<Level>(catalog, other);
  if (!property || !level) return std::nullopt;
  return std::pair(*property, *level);
}

}  // namespace

std::optional<CalledIndicator> indicator_called(const Catalog& catalog, const std::string& id) {
  const auto dot = id.rfind('.');
  const auto measure = dot == std::string::npos ? std::nullopt : catalog.measures.find(id.substr(0, dot));
  if (!measure || catalog.measures.find(id)) return std::nullopt;
  const auto& indicators = catalog.measures[*measure].indicators;
  const auto found = std::ranges::find(indicators, id.substr(dot + 1), &Indicator::key);
  if (found == indicators.end()) return std::nullopt;
  return CalledIndicator{*measure, static_cast<std::size_t>(found - indicators.begin())};
}

bool names_component(const Catalog& catalog, const Portfolio& portfolio, const std::string& id) {
  const auto in = [&](const std::vector<Instance>& instances) {
    return std::ranges::count(instances, id, &Instance::code) != 0;
  };
  const auto of_service = [&](const NameInService& one) {
    return std::ranges::count(component_ids(portfolio.services[one.service]), one.name) != 0 ||
           called<Component>(catalog, one.name);
  };
  return in(portfolio.shared) ||
         std::ranges::any_of(portfolio.services, [&](const Service& service) { return in(service.instances); }) ||
         std::ranges::any_of(names_in_services(portfolio, id), of_service);
}

NamedTogether named_together(const Catalog& catalog, const std::vector<std::string>& ids) {
  NamedTogether named;
  if (ids.size() == 2) {
    named.value = value_called(catalog, ids.front(), ids.back());
    if (!named.value) named.value = value_called(catalog, ids.back(), ids.front());
    named.level = level_called(catalog, ids.front(), ids.back());
    if (!named.level) named.level = level_called(catalog, ids.back(), ids.front());
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    auto others = ids;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    if (const auto measure = called<Measure>(catalog, ids[i])) named.answering.emplace_back(ref(*measure), others);
    if (const auto control = called<Control>(catalog, ids[i])) named.answering.emplace_back(ref(*control), others);
  }
  return named;
}

}  // namespace michibiki::cli
