#include "engine/appraisal.hpp"

#include <algorithm>
#include <array>

namespace michibiki {
std::vector<std::size_t> edits_of(const Catalog& catalog) {
  std::vector<std::size_t> edits;
  std::set<SourceLocation> seen;
  for (std::size_t i = 0; i < catalog.overrides.size(); ++i) {
    if (seen.insert(catalog.overrides[i].edited_at).second) edits.push_back(i);
  }
  return edits;
}

bool TypeAppraisal::reaches_nothing() const {
  return std::ranges::all_of(compositions,
                             [](const TypeInCase& composition) { return composition.coverage.exposures.empty(); });
}

std::string_view name_of(Criterion criterion) {
  static constexpr std::array<std::string_view, criterion_count> names{
      "consistent", "reaching", "preserving", "answered", "effective", "independent", "worded", "grounded", "tidy"};
  return names.at(static_cast<std::size_t>(criterion));
}

std::optional<Criterion> criterion_of(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::missing_translation:
      return Criterion::worded;
    case FindingKind::judgement_without_reason:
      return Criterion::grounded;
    case FindingKind::orphan:
      return Criterion::effective;
    case FindingKind::uncovered:
    case FindingKind::control_only:
    case FindingKind::untreated:
    case FindingKind::unreached_threat:
    case FindingKind::single_point:
      return std::nullopt;
    default:
      break;
  }
  if (finding.severity == Severity::note) return std::nullopt;
  return finding.severity == Severity::error ? Criterion::consistent : Criterion::tidy;
}

std::vector<CriterionVerdict> Appraisal::verdicts() const {
  std::vector<CriterionVerdict> all;
  for (std::size_t i = 0; i < criterion_count; ++i) all.push_back({static_cast<Criterion>(i), 0, Severity::warning});
  const auto of = [&](Criterion criterion) -> CriterionVerdict& { return all[static_cast<std::size_t>(criterion)]; };
  of(Criterion::consistent).severity = Severity::error;
  of(Criterion::independent).severity = Severity::note;
  // Of wordings and reasons the check only notes some.
  of(Criterion::worded).severity = of(Criterion::grounded).severity = Severity::note;
  for (const auto& finding : findings) {
    const auto criterion = criterion_of(finding);
    if (!criterion) continue;
    ++of(*criterion).count;
    if (finding.severity == Severity::warning) of(*criterion).severity = Severity::warning;
  }
  of(Criterion::reaching).count =
      static_cast<std::size_t>(std::ranges::count_if(reach, &Reach::nowhere)) +
      static_cast<std::size_t>(std::ranges::count_if(types, &TypeAppraisal::reaches_nothing));
  of(Criterion::preserving).count =
      difference.gone_exposures.size() + difference.gone_measures.size() + difference.gone_controls.size();
  const auto decisive = idle.size() + static_cast<std::size_t>(std::ranges::count_if(
                                          edits, [](const EditEffect& edit) { return edit.idle && !edit.wording; }));
  if (decisive == 0) of(Criterion::effective).severity = Severity::note;
  of(Criterion::effective).count += decisive;
  of(Criterion::answered).count = open.size();
  const bool proposed =
      std::ranges::all_of(open, [&](const ExposureCode& code) { return !answers.at(code).treatments.empty(); });
  if (proposed) of(Criterion::answered).severity = Severity::note;
  for (const auto& lone : lone_links) of(Criterion::independent).count += lone.exposures.size();
  const auto unverified =
      unconfirmed.size() + static_cast<std::size_t>(std::ranges::count_if(edits, &EditEffect::unverified));
  of(Criterion::grounded).count += unverified;
  if (unverified > 0) of(Criterion::grounded).severity = Severity::warning;
  return all;
}

void conclude_from_answers(Appraisal& appraisal, const Catalog& catalog) {
  std::map<std::string, std::vector<ExposureCode>> by_link;
  for (const auto& [code, answer] : appraisal.answers) {
    if (answer.status != CoverageStatus::covered) {
      appraisal.open.push_back(code);
    } else if (answer.links.size() == 1) {
      by_link[*answer.links.begin()].push_back(code);
    }
  }
  for (std::size_t i = 0; i < catalog.links.size(); ++i) {
    const auto found = by_link.find(catalog.links[i].code);
    if (found != by_link.end()) appraisal.lone_links.push_back({LinkId{i}, std::move(found->second)});
  }
}

}  // namespace michibiki
