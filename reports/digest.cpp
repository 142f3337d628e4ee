#include "reports/digest.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace michibiki {
namespace {

template <typename IdType, typename Support>
std::vector<IdType> each_once(const std::vector<Support>& supports, std::vector<IdType> Support::*members) {
  std::vector<IdType> all;
  for (const auto& support : supports) all.insert(all.end(), (support.*members).begin(), (support.*members).end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// For each member of any support, by which links it answers how many exposures.
template <typename IdType, typename Support>
std::map<IdType, std::vector<LinkReason>> reasons(const std::vector<Answer>& answers,
                                                  std::vector<Support> Answer::*supports,
                                                  std::vector<IdType> Support::*members) {
  std::map<std::pair<IdType, LinkId>, LinkReason> found;
  for (const auto& answer : answers) {
    for (const auto& support : answer.*supports) {
      for (const auto member : support.*members) {
        auto& reason = found[{member, support.link}];
        reason.link = support.link;
        reason.basis = reason.exposures == 0 ? support.basis : std::max(reason.basis, support.basis);
        ++reason.exposures;
      }
    }
  }
  std::map<IdType, std::vector<LinkReason>> result;
  for (const auto& [key, reason] : found) result[key.first].push_back(reason);
  return result;
}

MeasureDigest digest(const DerivationReport& report, const SelectedMeasure& selected,
                     std::vector<LinkReason> selected_by, std::vector<LinkReason> open_by) {
  const auto& catalog = report.view.catalog();
  const auto& measure = catalog.measures[selected.measure];
  const auto basis_of = [&](FactId fact) { return catalog.fact(fact).basis.kind; };
  MeasureDigest result;
  result.reasons = std::move(selected_by);
  result.open_reasons = std::move(open_by);
  for (const auto& reason : selected.open() ? result.open_reasons : result.reasons) {
    result.selection = std::max(result.selection, reason.basis);
  }
  for (const auto obligation : selected.open() ? selected.open_obligations : selected.obligations) {
    result.selection = std::max(result.selection, report.derivation.selection.obligations[obligation].basis());
  }
  for (const auto requirement : selected.open() ? selected.open_requirements : selected.requirements) {
    result.selection = std::max(result.selection, report.derivation.selection.requirements[requirement].basis);
  }
  result.selection = std::min(result.selection, basis_of(measure.fact));
  if (measure.measure_class) {
    const auto& stated = *measure.measure_class;
    const bool shown = report.view.holds(stated.fact) && report.view.holds(ref(stated.value));
    result.class_shown = shown ? Shown::yes : Shown::withheld;
  }
  const auto number_fact = measure.number ? measure.number->fact : measure.fact;
  result.number = basis_of(number_fact);
  result.number_doubtful = result.number == BasisKind::unverified || !report.view.holds(number_fact);
  return result;
}

}  // namespace

std::vector<MeasureDigest> digest_measures(const DerivationReport& report) {
  auto by_measure = reasons(report.derivation.selection.answers, &Answer::measures, &MeasureSupport::measures);
  auto may_be = reasons(report.derivation.selection.answers, &Answer::open_measures, &MeasureSupport::measures);
  std::vector<MeasureDigest> digests;
  for (const auto& selected : report.derivation.selection.measures)
    digests.push_back(
        digest(report, selected, std::move(by_measure[selected.measure]), std::move(may_be[selected.measure])));
  // By measure, as selected measures and grades both come.
  const auto& grades = report.derivation.grading.grades;
  std::map<MeasureId, std::size_t> position;
  for (std::size_t i = 0; i < digests.size(); ++i) position[report.derivation.selection.measures[i].measure] = i;
  for (std::size_t i = 0; i < grades.size(); ++i) digests[position.at(grades[i].measure)].grades.push_back(i);
  return digests;
}

std::vector<std::vector<LinkReason>> control_reasons(const DerivationReport& report) {
  auto by_control = reasons(report.derivation.selection.answers, &Answer::controls, &ControlSupport::controls);
  auto may_be = reasons(report.derivation.selection.answers, &Answer::open_controls, &ControlSupport::controls);
  std::vector<std::vector<LinkReason>> result;
  for (const auto& selected : report.derivation.selection.controls)
    result.push_back(std::move((selected.open() ? may_be : by_control)[selected.control]));
  return result;
}

ValueState value_state(const DerivationReport& report, const MeasureDigest& digest, std::size_t indicator) {
  const auto state_of = [&](const Grade& grade) {
    const bool hidden_pattern = std::ranges::any_of(grade.services, [&](std::size_t service) {
      return !report.derivation.classifications[service].withheld.empty();
    });
    if (grade.withheld || hidden_pattern) return ValueState::withheld;
    if (!grade.value.known() || !grade.fact) return ValueState::unknown;
    const bool unverified = basis_of(report.view.catalog(), grade) == BasisKind::unverified;
    return unverified ? ValueState::unverified : ValueState::confirmed;
  };
  std::optional<ValueState> worst;
  for (const auto position : digest.grades) {
    const auto& grade = report.derivation.grading.grades[position];
    if (grade.indicator != indicator) continue;
    worst = std::max(worst.value_or(ValueState::confirmed), state_of(grade));
  }
  return worst.value_or(ValueState::unknown);
}

BasisCount count_exposures(const DerivationReport& report) {
  BasisCount count;
  for (const auto& exposure : report.derivation.analysis.exposures) count.add(exposure.basis);
  return count;
}

BasisCount count_measures(const std::vector<MeasureDigest>& digests) {
  BasisCount count;
  for (const auto& measure : digests) count.add(measure.selection);
  return count;
}

BasisCount count_classes(const DerivationReport& report, const std::vector<MeasureDigest>& digests) {
  const auto& catalog = report.view.catalog();
  BasisCount count;
  for (std::size_t i = 0; i < digests.size(); ++i) {
    if (digests[i].class_shown == Shown::yes) {
      const auto& measure = catalog.measures[report.derivation.selection.measures[i].measure];
      count.add(catalog.fact(measure.measure_class->fact).basis.kind);
    } else {
      ++(digests[i].class_shown == Shown::withheld ? count.withheld : count.none);
    }
  }
  return count;
}

BasisCount count_values(const DerivationReport& report) {
  BasisCount count;
  for (const auto& grade : report.derivation.grading.grades) {
    if (grade.withheld) {
      ++count.withheld;
    } else if (const auto basis = basis_of(report.view.catalog(), grade); basis && grade.value.known()) {
      count.add(*basis);
    } else {
      ++count.none;
    }
  }
  return count;
}

std::vector<MeasureId> measures_of(const Answer& answer) {
  return each_once(answer.measures, &MeasureSupport::measures);
}
std::vector<ControlId> controls_of(const Answer& answer) {
  return each_once(answer.controls, &ControlSupport::controls);
}

bool controls_cover(const DerivationReport& report) { return report.view.catalog().measures.empty(); }

}  // namespace michibiki
