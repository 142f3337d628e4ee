#include "tests/second/engine_form.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/value_notation.hpp"
#include "reports/digest.hpp"

namespace michibiki::testing {
namespace {

/// "a+b".
template <typename IdType>
std::string line_of(const Derived& derived, const std::vector<IdType>& line) {
  Texts members;
  for (const auto member : line) members.insert(derived.catalog().entry(ref(member)).code);
  std::string text;
  for (const auto& member : members) text += (text.empty() ? "" : "+") + member;
  return text;
}

/// "a+b (basis)": of lines with the same members the firmest.
template <typename Support>
Texts lines_of(const Derived& derived, const std::vector<Support>& supports, const auto& members_of) {
  std::map<std::string, BasisKind> firmest;
  for (const auto& support : supports) {
    const auto text = line_of(derived, members_of(support));
    firmest.try_emplace(text, support.basis).first->second = std::max(firmest[text], support.basis);
  }
  Texts lines;
  for (const auto& [text, basis] : firmest) lines.insert(with_basis(text, basis));
  return lines;
}

constexpr auto measures_of = [](const MeasureSupport& support) -> const auto& { return support.measures; };
constexpr auto controls_of = [](const ControlSupport& support) -> const auto& { return support.controls; };

std::string users_of(const Derived& derived, const std::vector<std::size_t>& services) {
  std::string text;
  for (const auto service : services) text += (text.empty() ? "" : "+") + derived.portfolio.services[service].code;
  return text;
}

std::string name_of_place(const Derived& derived, const InventoryComponent& component) {
  return users_of(derived, component.used_by) + ':' + component.instance.code;
}

/// The fixture's name of an exposure, with who uses the component.
std::string name_of_exposure(const Derived& derived, std::size_t position) {
  const auto& inventory = derived.derivation.inventory;
  const auto& component = inventory.assets[derived.derivation.analysis.exposures[position].asset].component;
  const auto name = derived.name_of_exposure(position);
  return component ? users_of(derived, inventory.components[*component].used_by) + ':' + name : name;
}

SecondExposure exposure_at(const Derived& derived, std::size_t position) {
  const auto& answer = derived.derivation.selection.answers[position];
  const auto& coverage = derived.derivation.coverage.exposures[position];
  SecondExposure exposure;
  exposure.basis = name_of(derived.derivation.analysis.exposures[position].basis);
  exposure.measures = lines_of(derived, answer.measures, measures_of);
  exposure.controls = lines_of(derived, answer.controls, controls_of);
  exposure.status = name_of(coverage.status);
  exposure.accepted = coverage.accepted;
  for (const auto& support : answer.open_measures) exposure.open.insert(line_of(derived, support.measures));
  for (const auto& support : answer.open_controls) exposure.open.insert(line_of(derived, support.controls));
  for (const auto entry : coverage.indispensable) exposure.needed.insert(derived.catalog().entry(entry).code);
  return exposure;
}

/// How firm it is that a control is selected: as the firmest line that it belongs to, or requirement of it.
BasisKind basis_of(const Derived& derived, const SelectedControl& selected) {
  auto firmest = BasisKind::unverified;
  for (const auto position : selected.exposures) {
    for (const auto& support : derived.derivation.selection.answers[position].controls) {
      if (std::ranges::count(support.controls, selected.control) != 0) firmest = std::max(firmest, support.basis);
    }
  }
  for (const auto position : selected.requirements)
    firmest = std::max(firmest, derived.derivation.selection.requirements[position].basis);
  return firmest;
}

std::map<std::string, SecondRequirement> requirements_of(const Derived& derived) {
  const auto& requirements = derived.derivation.selection.requirements;
  std::map<std::string, SecondRequirement> found;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    const auto& requirement = requirements[i];
    const auto places = [&](const std::vector<std::size_t>& exposures, const std::vector<std::size_t>& services) {
      Texts names;
      for (const auto exposure : exposures) names.insert(name_of_exposure(derived, exposure));
      for (const auto service : services) names.insert(derived.portfolio.services[service].code);
      return names;
    };
    const SecondRequirement form{std::string(name_of(requirement.basis)),
                                 places(requirement.exposures, requirement.services),
                                 places(requirement.open_exposures, requirement.open_services)};
    const auto name = derived.name_of_requirement(i);
    if (!found.emplace(name, form).second) throw std::logic_error(name + ", told twice");
  }
  return found;
}

DerivationReport report_of(const Derived& derived) { return {derived.view, derived.portfolio, derived.derivation}; }

/// What only one of the two says.
std::string difference(const Texts& engine, const Texts& sql) {
  std::string text;
  for (const auto& one : engine) text += sql.contains(one) ? "" : "\n  engine: " + one;
  for (const auto& one : sql) text += engine.contains(one) ? "" : "\n  SQL: " + one;
  return text;
}

/// ", name {item item }".
std::string list(const std::string& name, const Texts& items) {
  auto text = ", " + name + " {";
  for (const auto& item : items) text += item + ' ';
  return text + '}';
}

/// An exposure in one line.
Texts lines_of(const std::map<std::string, SecondExposure>& exposures) {
  Texts lines;
  for (const auto& [name, exposure] : exposures) {
    lines.insert(name + " (" + exposure.basis + ") " + exposure.status + (exposure.accepted ? ", accepted" : "") +
                 list("measures", exposure.measures) + list("controls", exposure.controls) +
                 list("needed", exposure.needed) + list("open", exposure.open));
  }
  return lines;
}

/// A requirement in one line.
Texts lines_of(const std::map<std::string, SecondRequirement>& requirements) {
  Texts lines;
  for (const auto& [name, requirement] : requirements) {
    lines.insert(name + " (" + requirement.basis + ')' + list("at", requirement.places) +
                 list("open at", requirement.open_places));
  }
  return lines;
}

}  // namespace

bool has_no_pattern(const Derived& derived) {
  return !derived.catalog().patterns.empty() &&
         std::ranges::any_of(derived.derivation.classifications,
                             [](const Classification& one) { return one.patterns.empty(); });
}

SecondDerivation form_of(const Derived& derived) {
  const auto& catalog = derived.catalog();
  const auto& result = derived.derivation;
  SecondDerivation form;
  for (const auto& component : result.inventory.components)
    form.components.insert(with_basis(name_of_place(derived, component), component.basis));
  for (std::size_t i = 0; i < result.analysis.exposures.size(); ++i)
    form.exposures.emplace(name_of_exposure(derived, i), exposure_at(derived, i));
  for (const auto id : result.analysis.unreached) form.unreached.insert(catalog.threats[id].code);
  const auto digests = digest_measures(report_of(derived));
  for (std::size_t i = 0; i < digests.size(); ++i) {
    const auto& measure = catalog.measures[result.selection.measures[i].measure];
    if (result.selection.measures[i].open()) {
      form.open_measures.insert(measure.code);
      continue;
    }
    form.measures.insert(with_basis(measure.code, digests[i].selection));
  }
  for (const auto& selected : result.selection.controls) {
    const auto& code = catalog.controls[selected.control].code;
    if (selected.open()) {
      form.open_controls.insert(code);
    } else {
      form.controls.insert(with_basis(code, basis_of(derived, selected)));
    }
  }
  std::map<std::string, BasisKind> obligations;
  for (const auto& obligation : result.selection.obligations) {
    const auto name = [&](const InService& in) {
      return catalog.stakeholders[obligation.stakeholder].code + ": " + catalog.measures[obligation.measure].code +
             " in " + derived.portfolio.services[in.service].code;
    };
    for (const auto& in : obligation.services) {
      auto& firmest = obligations[name(in)];
      firmest = std::max(firmest, in.basis);
    }
    for (const auto& in : obligation.open_services) form.open_obligations.insert(name(in));
  }
  for (const auto& [obligation, basis] : obligations) form.obligations.insert(with_basis(obligation, basis));
  form.requirements = requirements_of(derived);
  form.grades = grades_of(derived);
  return form;
}

Texts patterns_of(const Catalog& catalog, const std::string& service, const Classification& classification) {
  Texts patterns;
  for (const auto pattern : classification.patterns) patterns.insert(service + ": " + catalog.patterns[pattern].code);
  for (const auto pattern : classification.withheld)
    patterns.insert(service + ": " + catalog.patterns[pattern].code + " withheld");
  return patterns;
}

SecondGrades grades_of(const Derived& derived) {
  const auto& catalog = derived.catalog();
  SecondGrades form;
  for (std::size_t i = 0; i < derived.portfolio.services.size(); ++i)
    form.patterns.merge(
        patterns_of(catalog, derived.portfolio.services[i].code, derived.derivation.classifications[i]));
  for (const auto& grade : derived.derivation.grading.grades) {
    const auto& measure = catalog.measures[grade.measure];
    auto text = measure.code + '.' + measure.indicators[grade.indicator].key + " for " +
                users_of(derived, grade.services) + ": ";
    if (grade.value.known()) {
      text += value_notation(catalog, grade.value) + (grade.value.starred ? " *" : "");
    } else {
      text += grade.withheld ? "withheld" : "unknown";
    }
    if (grade.pattern) text += " of " + catalog.patterns[*grade.pattern].code;
    if (grade.value.known()) text = with_basis(text, *basis_of(catalog, grade));
    form.values.insert(text + (grade.incomplete ? " incomplete" : "") + (grade.alternative ? " alternative" : ""));
  }
  return form;
}

std::string difference(const SecondGrades& engine, const SecondGrades& sql) {
  return difference(engine.patterns, sql.patterns) + difference(engine.values, sql.values);
}

std::string difference(const SecondDerivation& engine, const SecondDerivation& sql) {
  return difference(engine.components, sql.components) +
         difference(lines_of(engine.exposures), lines_of(sql.exposures)) + difference(engine.unreached, sql.unreached) +
         difference(engine.measures, sql.measures) + difference(engine.controls, sql.controls) +
         difference(engine.obligations, sql.obligations) +
         difference(lines_of(engine.requirements), lines_of(sql.requirements)) +
         difference(engine.open_measures, sql.open_measures) + difference(engine.open_controls, sql.open_controls) +
         difference(engine.open_obligations, sql.open_obligations) + difference(engine.grades, sql.grades);
}

std::vector<CatalogTexts> texts_in(const std::vector<NamedText>& texts) {
  std::vector<CatalogTexts> all;
  for (const auto& text : texts) all.push_back({text.text});
  return all;
}

}  // namespace michibiki::testing
