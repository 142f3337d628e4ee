#include "tests/support/derivation_rows.hpp"

#include <algorithm>
#include <sstream>

namespace michibiki::testing {
namespace {

std::string sorted_list(Strings items) {
  std::sort(items.begin(), items.end());
  std::string text = "{";
  for (const auto& item : items) text += (text.size() == 1 ? "" : ", ") + item;
  return text + '}';
}

template <typename T>
Strings codes(const Table<T>& table, const std::vector<Id<T>>& ids) {
  Strings found;
  for (const auto id : ids) found.push_back(table[id].code);
  return found;
}

std::string joined(Strings items) {
  std::sort(items.begin(), items.end());
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : "+") + item;
  return text;
}

std::string ground_text(const Catalog& catalog, const HarmGround& ground) {
  std::string text;
  for (const auto link : {ground.works_by, ground.acts_on, ground.has_nature, ground.exposes}) {
    text += (text.empty() ? "" : " / ") + (link ? catalog.link(*link).code : "-");
  }
  return text;
}

/// One exposure with its grounds, answers and coverage.
std::string exposure_row(const Derived& derived, std::size_t i) {
  const auto& catalog = derived.catalog();
  const auto& answer = derived.derivation.selection.answers[i];
  const auto& coverage = derived.derivation.coverage.exposures[i];
  const auto& exposure = derived.derivation.analysis.exposures[i];
  Strings grounds;
  for (const auto& ground : exposure.grounds) grounds.push_back(ground_text(catalog, ground));
  const auto told = [&](const auto& table, const auto& supports, const auto member) {
    Strings found;
    for (const auto& support : supports)
      found.push_back(joined(codes(table, support.*member)) + " by " + catalog.link(support.link).code);
    return sorted_list(found);
  };
  const auto measures = [&](const auto& supports) {
    return told(catalog.measures, supports, &MeasureSupport::measures);
  };
  const auto controls = [&](const auto& supports) {
    return told(catalog.controls, supports, &ControlSupport::controls);
  };
  std::ostringstream row;
  row << derived.name_of_exposure(i) << " (" << name_of(exposure.basis) << ") because " << sorted_list(grounds) << ": "
      << name_of(coverage.status) << ", depth " << coverage.depth << ", needs "
      << sorted_list(derived.indispensable(derived.name_of_exposure(i))) << ", measures " << measures(answer.measures)
      << ", controls " << controls(answer.controls) << ", open measures " << measures(answer.open_measures)
      << ", open controls " << controls(answer.open_controls);
  return row.str();
}

std::string exposure_list(const Derived& derived, const std::vector<std::size_t>& exposures) {
  Strings names;
  for (const auto i : exposures) names.push_back(derived.name_of_exposure(i));
  return sorted_list(names);
}

std::string requirement_row(const Derived& derived, std::size_t i) {
  const auto& requirement = derived.derivation.selection.requirements[i];
  const auto service_list = [&](const std::vector<std::size_t>& services) {
    Strings names;
    for (const auto service : services) names.push_back(derived.portfolio.services[service].code);
    return sorted_list(names);
  };
  return derived.name_of_requirement(i) + " (" + std::string(name_of(requirement.basis)) + ") at " +
         exposure_list(derived, requirement.exposures) + ' ' + service_list(requirement.services) + ", open at " +
         exposure_list(derived, requirement.open_exposures) + ' ' + service_list(requirement.open_services);
}

std::string grade_row(const Derived& derived, const Grade& grade) {
  const auto& catalog = derived.catalog();
  const auto& measure = catalog.measures[grade.measure];
  Strings services;
  for (const auto service : grade.services) services.push_back(derived.portfolio.services[service].code);
  Strings components;
  for (const auto i : grade.components) components.push_back(derived.derivation.inventory.components[i].instance.code);
  std::ostringstream row;
  row << "grade " << measure.code << '.' << measure.indicators[grade.indicator].key << " for " << sorted_list(services)
      << " on " << sorted_list(components) << " among " << sorted_list(codes(catalog.patterns, grade.compared)) << ": "
      << value_text(catalog, grade.value) << (grade.alternative ? ", one of several" : "")
      << (grade.incomplete ? ", incomplete" : "");
  return row.str();
}

Strings unsorted_rows(const Derived& derived) {
  const auto& catalog = derived.catalog();
  Strings all;
  const auto add = [&](const std::string& what, const Strings& items) {
    for (const auto& item : items) all.push_back(what + ' ' + item);
  };
  for (std::size_t s = 0; s < derived.portfolio.services.size(); ++s) {
    const auto service = derived.portfolio.services[s].code;
    add("pattern of " + service + ':', derived.patterns(s));
    for (const auto& level : derived.derivation.classifications[s].levels) {
      all.push_back("level of " + service + ", " + catalog.properties[level.property].code + ": " +
                    sorted_list(codes(catalog.levels, level.possible)) + ", asks " +
                    sorted_list(codes(catalog.questions, level.open_questions)));
    }
  }
  add("component", derived.components());
  add("asset", derived.assets());
  for (const auto& item : derived.derivation.inventory.out_of_scope)
    all.push_back("out of scope " + item.instance.code);
  add("withheld", derived.withheld());
  add("stakeholder", derived.stakeholders());
  for (std::size_t i = 0; i < derived.derivation.analysis.exposures.size(); ++i) {
    all.push_back("exposure " + exposure_row(derived, i));
  }
  add("unreached", derived.unreached());
  const auto chapters = derived.chapters();
  for (std::size_t i = 0; i < derived.derivation.selection.measures.size(); ++i) {
    const auto& selected = derived.derivation.selection.measures[i];
    all.push_back("measure " + chapters[i] + " against " + exposure_list(derived, selected.exposures));
  }
  for (const auto& selected : derived.derivation.selection.controls) {
    all.push_back("control " + catalog.controls[selected.control].code + " against " +
                  exposure_list(derived, selected.exposures));
  }
  add("open measure", derived.open_measures());
  add("open control", derived.open_controls());
  add("obligation", derived.obligations());
  add("open obligation", derived.open_obligations());
  for (std::size_t i = 0; i < derived.derivation.selection.requirements.size(); ++i)
    all.push_back("requirement " + requirement_row(derived, i));
  for (const auto& grade : derived.derivation.grading.grades) all.push_back(grade_row(derived, grade));
  const auto& coverage = derived.derivation.coverage;
  std::ostringstream totals;
  totals << "coverage " << coverage.covered << ' ' << coverage.control_only << ' ' << coverage.uncovered << ' '
         << coverage.single_point << ' ' << coverage.accepted << ' ' << coverage.open;
  all.push_back(totals.str());
  return all;
}

}  // namespace

Strings rows(const Derived& derived) {
  auto all = unsorted_rows(derived);
  std::sort(all.begin(), all.end());
  return all;
}

Strings rows_of_component(const Derived& derived, std::string_view instance) {
  Strings found;
  const auto& inventory = derived.derivation.inventory;
  for (std::size_t i = 0; i < derived.derivation.analysis.exposures.size(); ++i) {
    const auto component = inventory.assets[derived.derivation.analysis.exposures[i].asset].component;
    if (component && inventory.components[*component].instance.code == instance) {
      found.push_back(exposure_row(derived, i));
    }
  }
  return found;
}

std::string dump(const Derived& derived) {
  std::ostringstream text;
  for (const auto& row : unsorted_rows(derived)) text << row << '\n';
  const auto& result = derived.derivation;
  for (const auto& exposure : result.analysis.exposures) {
    text << exposure.asset << ' ' << exposure.threat.index();
    for (const auto& ground : exposure.grounds) text << ' ' << ground.harms.index();
    text << '\n';
  }
  for (const auto& answer : result.selection.answers) {
    for (const auto& support : answer.measures) text << support.link.index() << ' ';
    for (const auto& support : answer.controls) text << support.link.index() << ' ';
    text << '\n';
  }
  for (const auto& requirement : result.selection.requirements) {
    text << requirement.link.index() << ' ' << requirement.needed.index;
    for (const auto& by : requirement.by) text << ' ' << by.index;
    text << '\n';
  }
  for (const auto& placement : result.placements) {
    text << (placement.rule ? std::to_string(placement.rule->index()) : "-") << '\n';
  }
  for (const auto& grade : result.grading.grades) {
    text << grade.measure.index() << ' ' << (grade.pattern ? std::to_string(grade.pattern->index()) : "-") << ' '
         << (grade.fact ? std::to_string(grade.fact->index()) : "-") << '\n';
  }
  return text.str();
}

}  // namespace michibiki::testing
