#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/called_for.hpp"
#include "engine/check_parts.hpp"
#include "engine/compositions.hpp"
#include "engine/derive.hpp"

namespace michibiki::checks {
namespace {

/// One exposure whatever component it occurs on.
struct Key {
  std::optional<AssetId> asset;
  ThreatId threat;
  std::optional<VulnerabilityId> vulnerability;
  std::optional<PropertyId> property;
  auto operator<=>(const Key&) const = default;
};
using Cases = std::set<EntryRef>;
using Patterns = std::set<EntryRef>;
/// Where an exposure is open: by system case (none: of a composition that is none) in which patterns.
using Where = std::map<std::optional<EntryRef>, Patterns>;
using Treatments = std::set<EntryRef>;

/// Adds up over the cases.
class Gatherer {
 public:
  explicit Gatherer(Findings& findings) : findings_(findings), view_(findings.view()) {}

  /// As if the service were of that pattern; without one, of any that it may be.
  CaseCoverage gather(const Composition& composition, std::optional<PatternId> pattern) {
    const auto derivation = pattern ? derive(view_, composition.portfolio, {classified_as(view_, *pattern)})
                                    : derive(view_, composition.portfolio);
    Cases here;
    if (composition.system_case) here.insert(ref(*composition.system_case));
    ++compositions_;
    for (std::size_t i = 0; i < derivation.analysis.exposures.size(); ++i) {
      note_exposure(derivation, i, composition.system_case, pattern);
    }
    for (std::size_t i = 0; i < derivation.analysis.unreached.size(); ++i) {
      const auto threat = derivation.analysis.unreached[i];
      auto& [times, cases] = unreached_[threat];
      ++times;
      cases.insert(here.begin(), here.end());
      note(derivation.proposals.unreached[i], proposed_for_unreached_[threat]);
    }
    note_assets(derivation);
    for (const auto& answer : derivation.selection.answers) {
      for (const auto* supports : {&answer.measures, &answer.open_measures}) {
        for (const auto& support : *supports) {
          effective_.insert(support.link);
          needed_.insert(support.measures.begin(), support.measures.end());
        }
      }
      for (const auto* supports : {&answer.controls, &answer.open_controls}) {
        for (const auto& support : *supports) effective_.insert(support.link);
      }
    }
    for (const auto& requirement : derivation.selection.requirements) {
      if (requirement.needed.kind == EntryKind::measure) needed_.insert(MeasureId{requirement.needed.index});
    }
    return {composition.system_case, pattern, derivation.coverage, derivation.analysis.unreached.size()};
  }

  void report() {
    const bool countering = has_links(view_, LinkKind::counters);
    if (countering || has_links(view_, LinkKind::mitigates)) {
      report_open(FindingKind::uncovered, uncovered_);
      report_open(FindingKind::control_only, control_only_);
      if (treating_) report_open(FindingKind::untreated, untreated_);
      report_single_points();
      report_links();
    }
    if (!view_.catalog().assets.empty()) {
      report_unreached();
      report_unthreatened();
    }
    report_treatments();
    if (countering || has_links(view_, LinkKind::involves)) report_measures();
  }

 private:
  void note_exposure(const Derivation& derivation, std::size_t index, std::optional<SystemCaseId> system_case,
                     std::optional<PatternId> pattern) {
    const auto& exposure = derivation.analysis.exposures[index];
    const auto& row = derivation.coverage.exposures[index];
    const Key key{derivation.inventory.assets[exposure.asset].asset, exposure.threat, exposure.vulnerability,
                  exposure.property};
    const auto add = [&](std::map<Key, Where>& open) {
      auto& patterns = open[key][system_case ? std::optional(ref(*system_case)) : std::nullopt];
      if (pattern) patterns.insert(ref(*pattern));
    };
    if (row.status == CoverageStatus::uncovered) add(uncovered_);
    if (row.status == CoverageStatus::control_only) add(control_only_);
    for (const auto entry : row.indispensable) alone_[entry].insert(key);
    if (row.status == CoverageStatus::covered) return;
    note(derivation.proposals.exposures[index], proposed_[key]);
    if (derivation.proposals.exposures[index].empty()) add(untreated_);
  }

  void note(const std::vector<Proposal>& proposals, Treatments& treatments) {
    for (const auto& proposal : proposals) {
      for (const auto treatment : proposal.treatments) {
        treatments.insert(ref(treatment));
        used_.insert(ref(treatment));
      }
    }
  }

  void note_assets(const Derivation& derivation) {
    std::set<std::size_t> threatened;
    for (const auto& exposure : derivation.analysis.exposures) threatened.insert(exposure.asset);
    for (std::size_t i = 0; i < derivation.inventory.assets.size(); ++i) {
      const auto asset = derivation.inventory.assets[i].asset;
      if (asset) (threatened.contains(i) ? threatened_ : present_).insert(*asset);
    }
  }

  /// The cases by the patterns in which it is open there; all patterns are told as none.
  std::map<Patterns, Cases> by_patterns(const Where& where) const {
    std::map<Patterns, Cases> found;
    for (const auto& [system_case, patterns] : where) {
      auto& cases = found[patterns == all_patterns_ ? Patterns() : patterns];
      if (system_case) cases.insert(*system_case);
    }
    return found;
  }

  /// One finding for what is alike in asset, threat, cases, patterns and what is proposed; the properties are its members.
  void report_open(FindingKind kind, const std::map<Key, Where>& open) {
    using Alike =
        std::tuple<std::optional<AssetId>, ThreatId, std::optional<VulnerabilityId>, Cases, Patterns, Treatments>;
    std::map<Alike, std::vector<EntryRef>> groups;
    for (const auto& [key, where] : open) {
      const auto proposed = kind == FindingKind::untreated ? Treatments() : proposed_.at(key);
      for (const auto& [patterns, cases] : by_patterns(where)) {
        auto& properties = groups[{key.asset, key.threat, key.vulnerability, cases, patterns, proposed}];
        if (key.property) properties.push_back(ref(*key.property));
      }
    }
    for (auto& [alike, properties] : groups) {
      const auto& [asset, threat, vulnerability, cases, patterns, proposed] = alike;
      auto& finding = findings_.add(kind, ref(threat));
      if (asset) {
        finding.object = ref(*asset);
        finding.places.push_back(findings_.place(view_.catalog().assets[*asset].fact));
      }
      if (vulnerability) finding.texts.push_back(view_.catalog().vulnerabilities[*vulnerability].code);
      finding.members = std::move(properties);
      finding.cases.assign(cases.begin(), cases.end());
      finding.patterns.assign(patterns.begin(), patterns.end());
      finding.proposed.assign(proposed.begin(), proposed.end());
      finding.count = std::max<std::size_t>(1, finding.members.size());
    }
  }

  void report_single_points() {
    for (const auto& [entry, keys] : alone_) {
      auto& finding = findings_.add(FindingKind::single_point, entry);
      std::set<EntryRef> threats;
      for (const auto& key : keys) threats.insert(ref(key.threat));
      finding.members.assign(threats.begin(), threats.end());
      finding.count = keys.size();
    }
  }

  void report_unreached() {
    for (const auto& [threat, found] : unreached_) {
      if (declared_without(view_, ref(threat), LinkKind::exposes)) continue;
      const auto& proposed = proposed_for_unreached_.at(threat);
      report_unreached(FindingKind::unreached_threat, threat).proposed.assign(proposed.begin(), proposed.end());
      if (treating_ && proposed.empty()) report_unreached(FindingKind::untreated, threat);
    }
  }

  Finding& report_unreached(FindingKind kind, ThreatId threat) {
    const auto& [times, cases] = unreached_.at(threat);
    auto& finding = findings_.add(kind, ref(threat));
    // Reached elsewhere: worth knowing, and often just what the case is about.
    if (times < compositions_) finding.severity = Severity::note;
    finding.cases.assign(cases.begin(), cases.end());
    return finding;
  }

  void report_unthreatened() {
    for (const auto asset : present_) {
      if (!threatened_.contains(asset)) findings_.add(FindingKind::unthreatened_asset, ref(asset));
    }
  }

  void report_links() {
    for (std::size_t i = 0; i < view_.catalog().links.size(); ++i) {
      const LinkId id{i};
      const auto& link = view_.catalog().link(id);
      if (link.kind != LinkKind::counters && link.kind != LinkKind::mitigates) continue;
      if (view_.holds(id) && !effective_.contains(id) && !reaches_only_unreached(link)) {
        findings_.add(FindingKind::link_without_effect, id).subject = link.from.front();
      }
    }
  }

  /// Nothing can answer a threat that reaches no asset; the threat itself is reported.
  bool reaches_only_unreached(const Link& link) const {
    return std::ranges::all_of(items(view_, EntryKind::threat), [&](EntryRef threat) {
      const bool named =
          std::ranges::any_of(link.to, [&](EntryRef to) { return view_.graph().lies_under(threat, to); });
      const auto found = unreached_.find(ThreatId{threat.index});
      return !named || (found != unreached_.end() && found->second.first == compositions_);
    });
  }

  void report_measures() {
    for (const auto measure : items(view_, EntryKind::measure)) {
      const bool involved = !view_.links_to_upwards(measure, LinkKind::involves).empty();
      if (!involved && !needed_.contains(MeasureId{measure.index})) {
        findings_.add(FindingKind::measure_without_use, measure);
      }
    }
  }

  /// What is proposed only against what is covered has had its day.
  void report_treatments() {
    if (!treating_) return;
    for (const auto treatment : items(view_, EntryKind::treatment)) {
      if (!used_.contains(treatment)) findings_.add(FindingKind::treatment_without_use, treatment);
    }
  }

  Findings& findings_;
  const View& view_;
  const Patterns all_patterns_ = [&] {
    const auto all = items(view_, EntryKind::pattern);
    return Patterns(all.begin(), all.end());
  }();
  const bool treating_ = !items(view_, EntryKind::treatment).empty();
  std::size_t compositions_ = 0;
  std::map<Key, Where> uncovered_;
  std::map<Key, Where> control_only_;
  std::map<Key, Where> untreated_;
  std::map<Key, Treatments> proposed_;
  std::map<ThreatId, Treatments> proposed_for_unreached_;
  Treatments used_;
  std::map<EntryRef, std::set<Key>> alone_;
  std::map<ThreatId, std::pair<std::size_t, Cases>> unreached_;
  std::set<AssetId> present_;  ///< in some case, on a component where no threat reaches it
  std::set<AssetId> threatened_;
  std::set<LinkId> effective_;
  std::set<MeasureId> needed_;
};

}  // namespace

std::vector<CaseCoverage> check_coverage(Findings& findings) {
  Gatherer gatherer(findings);
  std::vector<std::optional<PatternId>> patterns;
  if (patterns_select(findings.view())) {
    for (const auto pattern : items(findings.view(), EntryKind::pattern))
      patterns.emplace_back(PatternId{pattern.index});
  }
  if (patterns.empty()) patterns.emplace_back();
  std::vector<CaseCoverage> cases;
  for (const auto& composition : typical_compositions(findings.view())) {
    for (const auto pattern : patterns) cases.push_back(gatherer.gather(composition, pattern));
  }
  gatherer.report();
  // Where nothing answers anything, the catalogues are not about coverage: figures would only look like a result.
  const bool answering =
      has_links(findings.view(), LinkKind::counters) || has_links(findings.view(), LinkKind::mitigates);
  return answering ? cases : std::vector<CaseCoverage>();
}

}  // namespace michibiki::checks
