#include "engine/check.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "engine/check_parts.hpp"
#include "engine/statements.hpp"

namespace michibiki {
namespace {

using enum FindingKind;

constexpr auto kind_table = std::to_array<FindingKindInfo>({
    {threat_without_origin, "threat-without-origin", Severity::warning},
    {threat_without_harm, "threat-without-harm", Severity::warning},
    {threat_without_mechanism, "threat-without-mechanism", Severity::warning},
    {mechanism_without_threat, "mechanism-without-threat", Severity::warning},
    {mechanism_without_effect, "mechanism-without-effect", Severity::warning},
    {nature_without_asset, "nature-without-asset", Severity::note},
    {nature_without_mechanism, "nature-without-mechanism", Severity::warning},
    {asset_without_nature, "asset-without-nature", Severity::warning},
    {asset_without_component, "asset-without-component", Severity::warning},
    {control_without_use, "control-without-use", Severity::warning},
    {control_without_threat, "control-without-threat", Severity::note},
    {control_without_disposition, "control-without-disposition", Severity::warning},
    {measure_without_use, "measure-without-use", Severity::warning},
    {measure_without_threat, "measure-without-threat", Severity::note},
    {measure_without_origin, "measure-without-origin", Severity::warning},
    {measure_without_indicator, "measure-without-indicator", Severity::note},
    {measure_without_chapter, "measure-without-chapter", Severity::note},
    {contradiction, "contradiction", Severity::error},
    {redundant_link, "redundant-link", Severity::note},
    {link_without_effect, "link-without-effect", Severity::note},
    {lack_without_effect, "lack-without-effect", Severity::warning},
    {unsupported_counter, "unsupported-counter", Severity::warning},
    {lone_judgement, "lone-judgement", Severity::warning},
    {broad_answer, "broad-answer", Severity::warning},
    {declared_unmappable, "declared-unmappable", Severity::note},
    {mapped_after_all, "mapped-after-all", Severity::error},
    {withdrawn_end, "withdrawn-end", Severity::warning},
    {orphan, "orphan", Severity::note},
    {empty_group, "empty-group", Severity::note},
    {uncovered, "uncovered", Severity::warning},
    {control_only, "control-only", Severity::warning},
    {single_point, "single-point", Severity::note},
    {unreached_threat, "unreached-threat", Severity::warning},
    {untreated, "untreated", Severity::warning},
    {treatment_without_use, "treatment-without-use", Severity::note},
    {unthreatened_asset, "unthreatened-asset", Severity::warning},
    {unknown_value, "unknown-value", Severity::note},
    {laxer_value, "laxer-value", Severity::warning},
    {laxer_selection, "laxer-selection", Severity::warning},
    {missing_translation, "missing-translation", Severity::warning},
    {duplicate_title, "duplicate-title", Severity::note},
    {judgement_without_reason, "judgement-without-reason", Severity::warning},
    {overridden, "overridden", Severity::note},
});

constexpr bool rows_follow_the_enumeration() {
  for (std::size_t i = 0; i < kind_table.size(); ++i) {
    if (static_cast<std::size_t>(kind_table[i].kind) != i) return false;
  }
  return true;
}
static_assert(rows_follow_the_enumeration(), "the table lists the kinds in the order of the enumeration");

const FindingKindInfo& info(FindingKind kind) { return kind_table.at(static_cast<std::size_t>(kind)); }

/// By kind; within one by place, so that the order never depends on how a part walks the catalogue.
bool comes_before(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& f) {
    return std::tie(f.kind, f.severity, f.places.front().catalog, f.places.front().at);
  };
  return key(a) < key(b);
}

bool concerns(const Finding& finding, const std::set<std::string>& only) {
  return only.empty() ||
         std::ranges::any_of(finding.places, [&](const Place& place) { return only.contains(place.catalog); });
}

/// Edits hold whatever is trusted.
bool nothing_holds(const View& view, const std::set<std::string>& only) {
  const auto& catalog = view.catalog();
  const auto concerned = [&](const std::string& code) { return only.empty() || only.contains(code); };
  if (std::ranges::any_of(catalog.overrides, [&](const Override& change) { return concerned(change.catalog); }))
    return false;
  const auto holds = [&](FactId fact) { return concerned(catalog.fact(fact).catalog) && view.holds(fact); };
  // How a step is told is no statement, but a catalogue of nothing else is looked at, too.
  return std::ranges::none_of(catalog.steps, holds, &StepWording::fact) &&
         std::ranges::none_of(statements(catalog), holds, &Statement::fact);
}

}  // namespace

std::span<const FindingKindInfo> finding_kinds() { return kind_table; }

std::string_view name_of(FindingKind kind) { return info(kind).name; }

std::size_t CheckResult::count(Severity severity) const {
  return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

std::size_t CheckResult::count(FindingKind kind) const {
  return static_cast<std::size_t>(std::ranges::count(findings, kind, &Finding::kind));
}

namespace checks {

Place Findings::place(FactId fact) const {
  const auto& stated = catalog().fact(fact);
  return {stated.catalog, stated.location};
}

Finding& Findings::add(FindingKind kind, Place at) {
  auto& finding = found_.emplace_back();
  finding.kind = kind;
  finding.severity = info(kind).severity;
  finding.places.push_back(std::move(at));
  return finding;
}

Finding& Findings::add(FindingKind kind, FactId at) { return add(kind, place(at)); }

Finding& Findings::add(FindingKind kind, EntryRef about) {
  auto& finding = add(kind, catalog().entry(about).fact);
  finding.subject = about;
  return finding;
}

Finding& Findings::add(FindingKind kind, LinkId about) {
  auto& finding = add(kind, catalog().link(about).fact);
  finding.link = about;
  return finding;
}

std::vector<EntryRef> items(const View& view, EntryKind kind) {
  std::vector<EntryRef> found;
  for (std::size_t i = 0; i < view.catalog().size(kind); ++i) {
    const EntryRef entry(kind, i);
    if (!view.catalog().entry(entry).group && view.holds(entry)) found.push_back(entry);
  }
  return found;
}

bool has_links(const View& view, LinkKind kind) {
  return std::ranges::any_of(view.catalog().links, [&](const Link& link) { return link.kind == kind; });
}

}  // namespace checks

CheckResult check(const View& view, const std::set<std::string>& only) {
  CheckResult result;
  result.empty = nothing_holds(view, only);
  checks::Findings findings(view);
  checks::check_threats(findings);
  checks::check_answers(findings);
  checks::check_carrying(findings);
  checks::check_links(findings);
  checks::check_declared(findings);
  checks::check_orphans(findings);
  result.cases = checks::check_coverage(findings);
  checks::check_values(findings);
  checks::check_selection(findings);
  checks::check_texts(findings);
  result.findings = findings.take();
  std::erase_if(result.findings, [&](const Finding& finding) { return !concerns(finding, only); });
  std::ranges::stable_sort(result.findings, comes_before);
  result.bases = checks::count_bases(view.catalog(), only);
  return result;
}

}  // namespace michibiki
