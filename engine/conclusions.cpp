#include "engine/conclusions.hpp"

#include <algorithm>

#include "engine/component_names.hpp"
#include "model/value_notation.hpp"

namespace michibiki {
namespace {

class Concluder {
 public:
  Concluder(const View& view, const Portfolio& portfolio, const Derivation& derivation)
      : view_(view), catalog_(view.catalog()), portfolio_(portfolio), derivation_(derivation) {}

  Conclusions conclude() {
    for (std::size_t i = 0; i < derivation_.analysis.exposures.size(); ++i) {
      conclusions_.exposures.emplace(code_of(catalog_, portfolio_, derivation_, i), answer_of(i));
    }
    for (std::size_t i = 0; i < derivation_.analysis.unreached.size(); ++i) {
      conclusions_.unreached[catalog_.threats[derivation_.analysis.unreached[i]].code] =
          proposed(derivation_.proposals.unreached[i]);
    }
    for (std::size_t i = 0; i < derivation_.selection.measures.size(); ++i) add_measure(i);
    for (const auto& control : derivation_.selection.controls) {
      conclusions_.controls[catalog_.controls[control.control].code] = {requiring(control), control.open()};
    }
    add_values();
    return std::move(conclusions_);
  }

 private:
  std::set<std::string> proposed(const std::vector<Proposal>& proposals) const {
    std::set<std::string> codes;
    for (const auto& proposal : proposals) {
      for (const auto treatment : proposal.treatments) codes.insert(catalog_.treatments[treatment].code);
    }
    return codes;
  }

  ExposureConclusion answer_of(std::size_t exposure) const {
    const auto& answer = derivation_.selection.answers[exposure];
    ExposureConclusion conclusion;
    conclusion.status = derivation_.coverage.exposures[exposure].status;
    for (const auto& support : answer.measures) {
      conclusion.links.insert(catalog_.link(support.link).code);
      for (const auto measure : support.measures) conclusion.measures.insert(catalog_.measures[measure].code);
    }
    for (const auto& support : answer.controls) {
      if (catalog_.measures.empty()) conclusion.links.insert(catalog_.link(support.link).code);
      for (const auto control : support.controls) conclusion.controls.insert(catalog_.controls[control].code);
    }
    for (const auto& support : answer.open_measures) {
      for (const auto measure : support.measures) conclusion.open.insert(catalog_.measures[measure].code);
    }
    for (const auto& support : answer.open_controls) {
      for (const auto control : support.controls) conclusion.open.insert(catalog_.controls[control].code);
    }
    conclusion.treatments = proposed(derivation_.proposals.exposures[exposure]);
    return conclusion;
  }

  void add_measure(std::size_t position) {
    const auto& selected = derivation_.selection.measures[position];
    const auto& measure = catalog_.measures[selected.measure];
    auto& conclusion = conclusions_.measures[measure.code];
    if (measure.measure_class && view_.holds(measure.measure_class->fact)) {
      conclusion.measure_class = catalog_.classes[measure.measure_class->value].code;
    }
    if (const auto chapter = derivation_.placements[position].chapter) {
      conclusion.chapter = catalog_.chapters[*chapter].code;
    }
    for (const auto* obligations : {&selected.obligations, &selected.open_obligations}) {
      for (const auto obligation : *obligations) {
        const auto stakeholder = derivation_.selection.obligations[obligation].stakeholder;
        conclusion.stakeholders.insert(catalog_.stakeholders[stakeholder].code);
      }
    }
    conclusion.required_by = requiring(selected);
    conclusion.open = selected.open();
  }

  template <typename Selected>
  std::set<std::string> requiring(const Selected& selected) const {
    std::set<std::string> codes;
    for (const auto requirement : all_requirements(selected)) {
      for (const auto by : derivation_.selection.requirements[requirement].by) codes.insert(catalog_.entry(by).code);
    }
    return codes;
  }

  void add_values() {
    std::map<ValueCode, std::vector<std::string>> all;
    for (const auto& grade : derivation_.grading.grades) {
      const auto& measure = catalog_.measures[grade.measure];
      auto& values = all[{measure.code, measure.indicators[grade.indicator].key,
                          grade.pattern ? catalog_.patterns[*grade.pattern].code : std::string()}];
      auto text = value_notation(catalog_, grade.value) + (grade.value.starred ? " *" : "");
      if (std::ranges::count(values, text) == 0) values.push_back(std::move(text));
    }
    for (const auto& [code, values] : all) {
      auto& text = conclusions_.values[code];
      for (const auto& value : values) text += (text.empty() ? "" : ", ") + value;
    }
  }

  const View& view_;
  const Catalog& catalog_;
  const Portfolio& portfolio_;
  const Derivation& derivation_;
  Conclusions conclusions_;
};

/// The keys of one map, or the members of one set, that the other lacks.
template <typename Keyed, typename Visit>
void each_missing(const Keyed& in, const Keyed& from, Visit visit) {
  for (const auto& item : in) {
    if constexpr (requires { typename Keyed::mapped_type; }) {
      if (!from.contains(item.first)) visit(item.first);
    } else {
      if (!from.contains(item)) visit(item);
    }
  }
}

template <typename Map, typename Same, typename Visit>
void each_changed(const Map& before, const Map& after, Same same, Visit visit) {
  for (const auto& [key, now] : after) {
    const auto was = before.find(key);
    if (was != before.end() && !same(was->second, now)) visit(key);
  }
}

template <typename Keyed, typename List>
void compare(const Keyed& before, const Keyed& after, List& fresh, List& gone) {
  each_missing(after, before, [&](const auto& key) { fresh.push_back(key); });
  each_missing(before, after, [&](const auto& key) { gone.push_back(key); });
}

std::vector<std::string> gone(const Conclusions& before, const Conclusions& after, std::string ExposureCode::*what) {
  std::set<std::string> codes;
  for (const auto& [code, answer] : before.exposures) codes.insert(code.*what);
  for (const auto& [code, answer] : after.exposures) codes.erase(code.*what);
  codes.erase("");
  return {codes.begin(), codes.end()};
}

}  // namespace

ExposureCode code_of(const Catalog& catalog, const Portfolio& portfolio, const Derivation& derivation,
                     std::size_t position) {
  const auto& exposure = derivation.analysis.exposures[position];
  const auto& asset = derivation.inventory.assets[exposure.asset];
  ExposureCode code;
  if (asset.component) code.component = code_in_portfolio(portfolio, derivation.inventory.components[*asset.component]);
  if (asset.asset) code.asset = catalog.assets[*asset.asset].code;
  code.threat = catalog.threats[exposure.threat].code;
  if (exposure.property) code.property = catalog.properties[*exposure.property].code;
  if (exposure.vulnerability) code.vulnerability = catalog.vulnerabilities[*exposure.vulnerability].code;
  return code;
}

Conclusions conclude(const View& view, const Portfolio& portfolio, const Derivation& derivation) {
  return Concluder(view, portfolio, derivation).conclude();
}

Conclusions regardless_of_names(const Conclusions& conclusions) {
  auto merged = conclusions;
  merged.exposures.clear();
  merged.values.clear();
  std::map<ExposureCode, std::vector<ExposureConclusion>> alike;
  for (const auto& [code, conclusion] : conclusions.exposures) {
    auto shared = code;
    shared.component.clear();
    alike[std::move(shared)].push_back(conclusion);
  }
  for (auto& [shared, all] : alike) {
    std::ranges::stable_sort(all, std::greater<>(), &ExposureConclusion::status);
    auto code = shared;
    for (auto& conclusion : all) {
      merged.exposures.emplace(code, std::move(conclusion));
      ++code.repeated;
    }
  }
  std::map<ValueCode, std::set<std::string>> values;
  for (const auto& [code, value] : conclusions.values) values[{code.measure, code.indicator, {}}].insert(value);
  for (const auto& [code, possible] : values) {
    auto& text = merged.values[code];
    for (const auto& value : possible) text += (text.empty() ? "" : ", ") + value;
  }
  return merged;
}

bool Difference::empty() const {
  return new_exposures.empty() && gone_exposures.empty() && changed_exposures.empty() && new_measures.empty() &&
         new_unreached.empty() && gone_unreached.empty() && changed_unreached.empty() && gone_measures.empty() &&
         moved_measures.empty() && new_controls.empty() && gone_controls.empty() && moved_controls.empty() &&
         changed_values.empty();
}

Difference difference(const Conclusions& before, const Conclusions& after) {
  Difference found;
  compare(before.exposures, after.exposures, found.new_exposures, found.gone_exposures);
  each_changed(before.exposures, after.exposures, std::equal_to(),
               [&](const ExposureCode& code) { found.changed_exposures.push_back(code); });
  found.gone_components = gone(before, after, &ExposureCode::component);
  found.gone_assets = gone(before, after, &ExposureCode::asset);
  found.gone_threats = gone(before, after, &ExposureCode::threat);
  compare(before.unreached, after.unreached, found.new_unreached, found.gone_unreached);
  each_changed(before.unreached, after.unreached, std::equal_to(),
               [&](const std::string& code) { found.changed_unreached.push_back(code); });
  compare(before.measures, after.measures, found.new_measures, found.gone_measures);
  each_changed(before.measures, after.measures, std::equal_to(),
               [&](const std::string& code) { found.moved_measures.push_back(code); });
  compare(before.controls, after.controls, found.new_controls, found.gone_controls);
  each_changed(before.controls, after.controls, std::equal_to(),
               [&](const std::string& code) { found.moved_controls.push_back(code); });
  const auto value_changed = [&](const ValueCode& code) {
    const bool in_both = before.measures.contains(code.measure) && after.measures.contains(code.measure);
    if (in_both) found.changed_values.push_back(code);
  };
  each_missing(after.values, before.values, value_changed);
  each_missing(before.values, after.values, value_changed);
  each_changed(before.values, after.values, std::equal_to(), value_changed);
  std::ranges::sort(found.changed_values);
  return found;
}

}  // namespace michibiki
