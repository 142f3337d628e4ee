#include "engine/called_now.hpp"

#include <utility>

namespace michibiki {

std::string CalledNow::operator()(EntryKind kind, const std::string& code) const {
  const auto entry = later_.find(kind, code);
  if (code.empty() || (entry && !later_.withdrawn.contains(*entry))) return code;
  const auto now = standing_for(later_, successors_, kind, code);
  return now.size() == 1 ? later_.entry(now.front()).code : code;
}

std::set<std::string> CalledNow::operator()(EntryKind kind, const std::set<std::string>& codes) const {
  std::set<std::string> now;
  for (const auto& code : codes) now.insert((*this)(kind, code));
  return now;
}

std::set<std::string> CalledNow::answering(const std::set<std::string>& measures_and_controls) const {
  return (*this)(EntryKind::control, (*this)(EntryKind::measure, measures_and_controls));
}

Conclusions CalledNow::operator()(const Conclusions& conclusions) const {
  const auto& now = *this;
  Conclusions renamed;
  for (const auto& [code, answer] : conclusions.exposures) {
    auto told = answer;
    told.measures = now(EntryKind::measure, answer.measures);
    told.controls = now(EntryKind::control, answer.controls);
    told.treatments = now(EntryKind::treatment, answer.treatments);
    told.open = answering(answer.open);
    renamed.exposures.emplace(ExposureCode{now(EntryKind::component, code.component), now(EntryKind::asset, code.asset),
                                           now(EntryKind::threat, code.threat), now(EntryKind::property, code.property),
                                           now(EntryKind::vulnerability, code.vulnerability), code.repeated},
                              std::move(told));
  }
  for (const auto& [threat, treatments] : conclusions.unreached)
    renamed.unreached.emplace(now(EntryKind::threat, threat), now(EntryKind::treatment, treatments));
  for (const auto& [code, measure] : conclusions.measures) {
    renamed.measures.emplace(
        now(EntryKind::measure, code),
        MeasureConclusion{now(EntryKind::measure_class, measure.measure_class),
                          now(EntryKind::chapter, measure.chapter), now(EntryKind::stakeholder, measure.stakeholders),
                          answering(measure.required_by), measure.open});
  }
  for (const auto& [code, control] : conclusions.controls) {
    renamed.controls.emplace(now(EntryKind::control, code),
                             ControlConclusion{answering(control.required_by), control.open});
  }
  for (const auto& [code, value] : conclusions.values) {
    renamed.values.emplace(
        ValueCode{now(EntryKind::measure, code.measure), code.indicator, now(EntryKind::pattern, code.pattern)}, value);
  }
  return renamed;
}

}  // namespace michibiki
