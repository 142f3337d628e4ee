#include "engine/grade.hpp"

#include <algorithm>
#include <map>

#include "engine/called_for.hpp"
#include "engine/published_value.hpp"
#include "model/compare_values.hpp"

namespace michibiki {
namespace {

using Services = std::vector<std::size_t>;
using Components = std::vector<std::size_t>;

/// The components that a measure protects, by the services that use them. It concerns the whole of a service whose stakeholders it
/// involves, or that is threatened as a whole, and none of whose components it protects.
std::map<Services, Components> groups(const Inventory& inventory, const Analysis& analysis, const Selection& selection,
                                      const SelectedMeasure& selected, std::size_t services) {
  std::map<Services, Components> found;
  std::vector<bool> concerned(services, false);
  std::vector<bool> component_wise(services, false);
  std::vector<std::size_t> exposures;
  std::ranges::merge(selected.exposures, selected.open_exposures, std::back_inserter(exposures));
  // Where it is required it is graded as what requires it.
  for (const auto position : all_requirements(selected)) {
    const auto& requirement = selection.requirements[position];
    for (const auto* more : {&requirement.exposures, &requirement.open_exposures})
      exposures.insert(exposures.end(), more->begin(), more->end());
    for (const auto* more : {&requirement.services, &requirement.open_services}) {
      for (const auto service : *more) concerned[service] = true;
    }
  }
  std::ranges::sort(exposures);
  for (const auto exposure : exposures) {
    const auto component = inventory.assets[analysis.exposures[exposure].asset].component;
    if (!component) {
      concerned.assign(services, true);
      continue;
    }
    const auto& used_by = inventory.components[*component].used_by;
    auto& components = found[used_by];
    if (components.empty() || components.back() != *component) components.push_back(*component);
    for (const auto service : used_by) component_wise[service] = true;
  }
  for (const auto* obligations : {&selected.obligations, &selected.open_obligations}) {
    for (const auto obligation : *obligations) {
      for (const auto& in : selection.obligations[obligation].services) concerned[in.service] = true;
      for (const auto& in : selection.obligations[obligation].open_services) concerned[in.service] = true;
    }
  }
  for (std::size_t s = 0; s < services; ++s) {
    if (concerned[s] && !component_wise[s]) found[{s}];
  }
  return found;
}

class Grader {
 public:
  Grader(const View& view, const std::vector<Classification>& classifications)
      : view_(view), classifications_(classifications) {}

  std::vector<Grade> grades(const Grade& frame, const Indicator& indicator) const {
    if (view_.catalog().patterns.empty()) {
      Grade grade = frame;
      set_value(grade, indicator, std::nullopt);
      return {grade};
    }
    return frame.services.size() == 1 ? each_possible(frame, indicator) : strictest(frame, indicator);
  }

 private:
  void set_value(Grade& grade, const Indicator& indicator, std::optional<PatternId> pattern) const {
    const auto* value = published_value(indicator, pattern);
    if (value == nullptr) return;
    grade.fact = value->fact;
    if (shows_value(view_, indicator, value->fact)) {
      grade.value = value->value;
    } else {
      grade.withheld = value->value.known();
    }
  }

  /// Whether a pattern may call for the measure: another has no value of it.
  bool asked_in(const Grade& frame, PatternId pattern) const {
    return called_in(view_, view_.catalog().measures[frame.measure].patterns, pattern).call != Call::none;
  }

  std::vector<Grade> each_possible(const Grade& frame, const Indicator& indicator) const {
    std::vector<Grade> result;
    const auto& classification = classifications_[frame.services.front()];
    for (const auto pattern : classification.patterns) {
      if (!asked_in(frame, pattern)) continue;
      Grade grade = frame;
      grade.pattern = pattern;
      grade.compared = {pattern};
      grade.alternative = !classification.decided();
      grade.incomplete = !classification.withheld.empty();
      set_value(grade, indicator, pattern);
      result.push_back(std::move(grade));
    }
    return result;
  }

  std::optional<std::weak_ordering> order(const Indicator& indicator, const Grade& a, const Grade& b) const {
    return compare_strictness(view_, indicator, a.value, b.value);
  }

  /// Whether, whatever the services turn out to require, none is sure to need a stricter value than this one: each has a pattern whose
  /// value is not known to be stricter, or that does not call for the measure. A pattern that the view hides may be such a one.
  bool may_be_strictest(const Grade& candidate, const std::map<PatternId, Grade>& published,
                        const Indicator& indicator) const {
    return std::ranges::all_of(candidate.services, [&](std::size_t service) {
      if (!classifications_[service].withheld.empty()) return true;
      return std::ranges::any_of(classifications_[service].patterns, [&](PatternId pattern) {
        const auto value = published.find(pattern);
        return value == published.end() || order(indicator, value->second, candidate) != std::weak_ordering::greater;
      });
    });
  }

  /// One value while the patterns of all services are decided; else each that may turn out to be the strictest.
  std::vector<Grade> strictest(Grade frame, const Indicator& indicator) const {
    std::map<PatternId, Grade> published;
    bool hidden_patterns = false;
    for (const auto service : frame.services) {
      const auto& classification = classifications_[service];
      for (const auto pattern : classification.patterns) {
        if (asked_in(frame, pattern)) published.emplace(pattern, frame);
      }
      hidden_patterns = hidden_patterns || !classification.withheld.empty();
    }
    frame.incomplete = hidden_patterns;
    for (auto& [pattern, grade] : published) {
      set_value(grade, indicator, pattern);
      frame.compared.push_back(pattern);
      frame.incomplete = frame.incomplete || !grade.value.known();
    }
    std::vector<Grade> result;
    for (const auto& entry : published) {
      auto grade = entry.second;
      if (!grade.value.known() || !may_be_strictest(grade, published, indicator)) continue;
      bool told = false;  // by a pattern before this one
      for (const auto& other : result) {
        const auto by_strictness = order(indicator, grade, other);
        // Trust may hide which is stricter: then the first stands for both, and a stricter one may exist.
        if (!by_strictness) frame.incomplete = true;
        told = told || !by_strictness || std::is_eq(*by_strictness);
      }
      if (told) continue;
      grade.pattern = entry.first;
      for (const auto& other : published) {
        if (view_.holds(indicator.stricter.fact) && needs_direction(view_.catalog(), grade.value, other.second.value)) {
          grade.direction = indicator.stricter.fact;
        }
      }
      result.push_back(std::move(grade));
    }
    if (result.empty()) {
      const auto hidden = std::ranges::find_if(published, [](const auto& each) { return each.second.withheld; });
      if (hidden != published.end()) frame.fact = hidden->second.fact;
      frame.withheld = frame.fact.has_value();
      result.push_back(frame);
    }
    for (auto& grade : result) {
      grade.compared = frame.compared;
      grade.incomplete = frame.incomplete;
      grade.alternative = result.size() > 1 || hidden_patterns;
    }
    return result;
  }

  const View& view_;
  const std::vector<Classification>& classifications_;
};

}  // namespace

Grading grade(const View& view, const std::vector<Classification>& classifications, const Inventory& inventory,
              const Analysis& analysis, const Selection& selection, const KnownGrades& known) {
  Grading grading;
  const Grader grader(view, classifications);
  for (const auto& selected : selection.measures) {
    const auto& measure = view.catalog().measures[selected.measure];
    const auto grouped = groups(inventory, analysis, selection, selected, classifications.size());
    for (std::size_t i = 0; i < measure.indicators.size(); ++i) {
      for (const auto& [services, components] : grouped) {
        Grade frame;
        frame.measure = selected.measure;
        frame.indicator = i;
        frame.services = services;
        frame.components = components;
        auto grades = known ? known(frame) : std::nullopt;
        if (!grades) grades = grader.grades(frame, measure.indicators[i]);
        std::move(grades->begin(), grades->end(), std::back_inserter(grading.grades));
      }
    }
  }
  return grading;
}

std::optional<BasisKind> basis_of(const Catalog& catalog, const Grade& grade) {
  if (!grade.fact) return std::nullopt;
  const auto kind = [&](FactId fact) { return catalog.fact(fact).basis.kind; };
  const auto own = std::min(kind(*grade.fact), kind(catalog.measures[grade.measure].indicators[grade.indicator].fact));
  return grade.direction ? std::min(own, kind(*grade.direction)) : own;
}

std::vector<PropertyId> driving_properties(const Analysis& analysis, const SelectedMeasure& selected) {
  std::vector<PropertyId> properties;
  for (const auto exposure : selected.exposures) {
    if (const auto property = analysis.exposures[exposure].property) properties.push_back(*property);
  }
  std::sort(properties.begin(), properties.end());
  properties.erase(std::unique(properties.begin(), properties.end()), properties.end());
  return properties;
}

}  // namespace michibiki
