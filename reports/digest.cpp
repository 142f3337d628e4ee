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

std::vector<MeasureReason> reasons_of(const DerivationReport& report, const SelectedMeasure& selected) {
  std::map<std::pair<LinkId, std::vector<MeasureId>>, MeasureReason> reasons;
  for (const auto exposure : selected.exposures) {
    for (const auto& support : report.derivation.selection.answers[exposure].measures) {
      if (std::ranges::find(support.measures, selected.measure) == support.measures.end()) continue;
      auto others = support.measures;
      std::erase(others, selected.measure);
      auto& reason = reasons[{support.link, others}];
      reason.basis = reason.exposures == 0 ? support.basis : std::max(reason.basis, support.basis);
      ++reason.exposures;
    }
  }
  std::vector<MeasureReason> result;
  for (auto& [key, reason] : reasons) {
    std::tie(reason.link, reason.together_with) = key;
    result.push_back(std::move(reason));
  }
  return result;
}

MeasureDigest digest(const DerivationReport& report, const SelectedMeasure& selected) {
  const auto& catalog = report.view.catalog();
  const auto& measure = catalog.measures[selected.measure];
  const auto basis_of = [&](FactId fact) { return catalog.fact(fact).basis.kind; };
  MeasureDigest result;
  result.reasons = reasons_of(report, selected);
  for (const auto& reason : result.reasons) result.selection = std::max(result.selection, reason.basis);
  for (const auto obligation : selected.obligations) {
    const auto& link = catalog.link(report.derivation.selection.obligations[obligation].link);
    result.selection = std::max(result.selection, basis_of(link.fact));
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
  const auto& grades = report.derivation.grading.grades;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    if (grades[i].measure == selected.measure) result.grades.push_back(i);
  }
  return result;
}

}  // namespace

std::vector<MeasureDigest> digest_measures(const DerivationReport& report) {
  std::vector<MeasureDigest> digests;
  for (const auto& selected : report.derivation.selection.measures) digests.push_back(digest(report, selected));
  return digests;
}

bool withheld(const DerivationReport& report, const Grade& grade) {
  return grade.fact && !report.view.holds(*grade.fact);
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
      ++count.none;
    }
  }
  return count;
}

BasisCount count_values(const DerivationReport& report) {
  BasisCount count;
  for (const auto& grade : report.derivation.grading.grades) {
    if (grade.fact && grade.value.known()) {
      count.add(report.view.catalog().fact(*grade.fact).basis.kind);
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
