#include "engine/appraise.hpp"

#include <algorithm>
#include <array>

#include "engine/called_now.hpp"
#include "engine/check.hpp"
#include "engine/compositions.hpp"
#include "engine/derive.hpp"

namespace michibiki {
namespace {

/// Kinds of entries that take part in exposures.
constexpr std::array reaching_kinds{EntryKind::component, EntryKind::asset,  EntryKind::nature,
                                    EntryKind::mechanism, EntryKind::threat, EntryKind::vulnerability,
                                    EntryKind::control,   EntryKind::measure};

/// Kinds of links that decide what is concluded. The others tell where something comes from, or where it belongs.
constexpr std::array deciding_links{LinkKind::carries,   LinkKind::lacks,    LinkKind::has_nature,
                                    LinkKind::works_by,  LinkKind::acts_on,  LinkKind::spares,
                                    LinkKind::mitigates, LinkKind::counters, LinkKind::involves,
                                    LinkKind::exposes,   LinkKind::treats,   LinkKind::requires_other};
constexpr std::array deciding_sorts{std::string_view("threat-harms"),     std::string_view("measure-classes"),
                                    std::string_view("indicators"),       std::string_view("reference-values"),
                                    std::string_view("placement-rules"),  std::string_view("service-type-levels"),
                                    std::string_view("control-patterns"), std::string_view("measure-patterns")};
constexpr std::array deciding_entries{
    EntryKind::component,     EntryKind::asset,   EntryKind::nature,  EntryKind::mechanism, EntryKind::threat,
    EntryKind::vulnerability, EntryKind::control, EntryKind::measure, EntryKind::exclusion, EntryKind::treatment};

/// Facts of reference values that are not known, and of indicators without any that is: without them nothing is known either.
std::set<FactId> unknown_values(const Catalog& catalog) {
  std::set<FactId> found;
  for (const auto& measure : catalog.measures) {
    for (const auto& indicator : measure.indicators) {
      bool known = false;
      const auto note = [&](const Sourced<Value>& value) {
        known = known || value.value.known();
        if (!value.value.known()) found.insert(value.fact);
      };
      for (const auto& [pattern, value] : indicator.values) note(value);
      if (indicator.single) note(*indicator.single);
      if (!known) found.insert(indicator.fact);
    }
  }
  return found;
}

/// All that a catalogue concludes, as far as an addition can change it: of a system with every component, of every typical composition
/// where that is wanted, and the patterns of some service types.
class Probe {
 public:
  Probe(std::vector<std::string> types, bool cases) : types_(std::move(types)), cases_(cases) {}

  struct Result {
    std::vector<Conclusions> conclusions;
    std::vector<std::vector<std::string>> patterns;
    bool operator==(const Result&) const = default;
  };

  Result operator()(const View& view) const {
    Result result;
    result.conclusions.push_back(of(view, all_components(view)));
    if (cases_) {
      for (const auto& composition : typical_compositions(view)) result.conclusions.push_back(of(view, composition));
    }
    for (const auto& code : types_) {
      result.patterns.push_back(patterns_of(view, code));
    }
    return result;
  }

  /// Of a service that is of that type and says no more; none where there is no such type.
  static std::vector<std::string> patterns_of(const View& view, const std::string& code) {
    std::vector<std::string> patterns;
    Service service;
    service.type = view.catalog().service_types.find(code);
    if (!service.type || !view.holds(ref(*service.type))) return patterns;
    for (const auto pattern : classify(view, service).patterns)
      patterns.push_back(view.catalog().patterns[pattern].code);
    return patterns;
  }

  static Conclusions of(const View& view, const Composition& composition) {
    return conclude(view, composition.portfolio, derive(view, composition.portfolio));
  }

 private:
  std::vector<std::string> types_;
  bool cases_;
};

class Appraiser {
 public:
  Appraiser(const View& before, const View& after, const Addition& addition, const AppraisalProgress& progress)
      : before_(before),
        after_(after),
        catalog_(after.catalog()),
        called_now_(catalog_),
        addition_(addition),
        progress_(progress) {}

  Appraisal appraise() {
    appraisal_.added = addition_.catalogs;
    auto checked = check(after_, addition_.catalogs);
    appraisal_.findings = std::move(checked.findings);
    appraisal_.adds = std::move(checked.bases);
    appraisal_.empty = says_nothing();
    portfolio_ = all_components(after_).portfolio;
    whole_ = derive(after_, portfolio_);
    compare();
    note_reach();
    conclude_from_answers(appraisal_, catalog_);
    note_types();
    note_changed_types();
    plan_trials();
    try_statements();
    try_edits();
    return std::move(appraisal_);
  }

 private:
  bool is_added(FactId fact) const {
    return addition_.catalogs.contains(catalog_.fact(fact).catalog) && after_.holds(fact);
  }

  bool says_nothing() const {
    for (std::size_t i = 0; i < catalog_.facts.size(); ++i) {
      if (is_added(FactId{i})) return false;
    }
    return std::ranges::none_of(catalog_.overrides,
                                [&](const Override& change) { return addition_.catalogs.contains(change.catalog); });
  }

  void note_types() {
    for (std::size_t i = 0; i < catalog_.service_types.size(); ++i) {
      const ServiceTypeId type{i};
      const auto& entry = catalog_.service_types[type];
      if (entry.group || !is_added(entry.fact)) continue;
      auto compositions = derive_type(after_, type);
      auto nearest = nearest_type(after_, type, compositions, addition_.catalogs);
      appraisal_.types.push_back({type, std::move(compositions), std::move(nearest)});
    }
  }

  void note_changed_types() {
    std::set<std::string> codes;
    for (const auto* view : {&before_, &after_}) {
      for (const auto& type : view->catalog().service_types) {
        if (!type.group) codes.insert(type.code);
      }
    }
    for (const auto& type : appraisal_.types) codes.erase(catalog_.service_types[type.type].code);
    for (const auto& code : codes) {
      TypeChange change{code, Probe::patterns_of(before_, code),
                        Probe::patterns_of(after_, called_now_(EntryKind::service_type, code))};
      if (change.before != change.after) appraisal_.changed_types.push_back(std::move(change));
    }
  }

  void compare() {
    const auto was = called_now_(Probe::of(before_, all_components(before_)));
    const auto is = conclude(after_, portfolio_, whole_);
    appraisal_.exposures_before = was.exposures.size();
    appraisal_.exposures_after = is.exposures.size();
    appraisal_.difference = difference(was, is);
    for (const auto* codes : {&appraisal_.difference.new_exposures, &appraisal_.difference.changed_exposures}) {
      for (const auto& code : *codes) appraisal_.answers.emplace(code, is.exposures.at(code));
    }
    for (const auto threat : whole_.analysis.unreached) {
      if (is_added(catalog_.threats[threat].fact)) appraisal_.unreached.push_back(threat);
    }
  }

  /// Everything that an exposure rests on or is answered by, with what it lies under.
  std::set<EntryRef> involved(std::size_t position) const {
    std::set<EntryRef> found;
    const auto note = [&](EntryRef entry) {
      const auto path = after_.graph().upwards(entry);
      found.insert(path.begin(), path.end());
    };
    const auto& exposure = whole_.analysis.exposures[position];
    const auto& asset = whole_.inventory.assets[exposure.asset];
    if (asset.component) note(ref(whole_.inventory.components[*asset.component].instance.type));
    if (asset.asset) note(ref(*asset.asset));
    note(ref(exposure.threat));
    if (exposure.vulnerability) note(ref(*exposure.vulnerability));
    for (const auto& ground : exposure.grounds) {
      if (ground.nature) note(ref(*ground.nature));
      if (ground.works_by) std::ranges::for_each(catalog_.link(*ground.works_by).to, note);
      if (ground.acts_on) std::ranges::for_each(catalog_.link(*ground.acts_on).from, note);
      if (ground.has_nature) std::ranges::for_each(catalog_.link(*ground.has_nature).to, note);
    }
    const auto& answer = whole_.selection.answers[position];
    for (const auto* supports : {&answer.measures, &answer.open_measures}) {
      for (const auto& support : *supports) {
        for (const auto measure : support.measures) note(ref(measure));
      }
    }
    for (const auto* supports : {&answer.controls, &answer.open_controls}) {
      for (const auto& support : *supports) {
        for (const auto control : support.controls) note(ref(control));
      }
    }
    return found;
  }

  void note_reach() {
    struct Seen {
      Reach reach;
      std::set<std::optional<AssetId>> assets;
      std::set<ThreatId> threats;
    };
    std::map<EntryRef, Seen> seen;
    for (const auto kind : reaching_kinds) {
      for (std::size_t i = 0; i < catalog_.size(kind); ++i) {
        const EntryRef entry(kind, i);
        if (catalog_.entry(entry).group || !is_added(catalog_.entry(entry).fact)) continue;
        seen[entry].reach.entry = entry;
      }
    }
    for (std::size_t i = 0; i < whole_.analysis.exposures.size(); ++i) {
      for (const auto entry : involved(i)) {
        const auto found = seen.find(entry);
        if (found == seen.end()) continue;
        auto& [reach, assets, threats] = found->second;
        ++reach.exposures;
        const auto status = whole_.coverage.exposures[i].status;
        ++(status == CoverageStatus::covered        ? reach.covered
           : status == CoverageStatus::control_only ? reach.control_only
                                                    : reach.uncovered);
        assets.insert(whole_.inventory.assets[whole_.analysis.exposures[i].asset].asset);
        threats.insert(whole_.analysis.exposures[i].threat);
      }
    }
    const auto [involving, required] = other_reasons();
    for (const auto kind : reaching_kinds) {
      for (auto& [entry, one] : seen) {
        if (entry.kind != kind) continue;
        one.reach.assets = one.assets.size();
        one.reach.threats = one.threats.size();
        const auto people = involving.find(entry);
        if (people != involving.end()) one.reach.obligations = people->second.size();
        one.reach.is_required = required.contains(entry);
        one.reach.is_origin =
            kind == EntryKind::control && !after_.links_to_upwards(entry, LinkKind::originates_from).empty();
        appraisal_.reach.push_back(one.reach);
      }
    }
  }

  struct OtherReasons {
    std::map<EntryRef, std::set<StakeholderId>> stakeholders;  ///< that a measure involves
    std::set<EntryRef> required;
  };

  /// Why something is selected in any of the typical compositions besides that it answers something.
  OtherReasons other_reasons() const {
    OtherReasons found;
    for (const auto& composition : typical_compositions(after_)) {
      const auto selection = derive(after_, composition.portfolio).selection;
      for (const auto& obligation : selection.obligations)
        found.stakeholders[ref(obligation.measure)].insert(obligation.stakeholder);
      for (const auto& requirement : selection.requirements) found.required.insert(requirement.needed);
    }
    return found;
  }

  bool decides(const Statement& statement, const std::set<FactId>& unknown) const {
    // A link to nothing declares a gap: nothing follows from it.
    if (statement.link) {
      const auto& link = catalog_.link(*statement.link);
      return !link.to.empty() && std::ranges::count(deciding_links, link.kind) > 0;
    }
    if (std::ranges::count(deciding_sorts, statement.sort) > 0) return !unknown.contains(statement.fact);
    return statement.about && statement.sort == section_of(statement.about->kind) &&
           std::ranges::count(deciding_entries, statement.about->kind) > 0;
  }

  void plan_trials() {
    const auto unknown = unknown_values(catalog_);
    for (const auto& statement : statements(catalog_)) {
      if (!is_added(statement.fact)) continue;
      if (decides(statement, unknown)) tried_.push_back(statement);
      if (catalog_.fact(statement.fact).basis.kind == BasisKind::unverified)
        appraisal_.unconfirmed.push_back(statement);
    }
    appraisal_.tried = tried_.size();
    if (addition_.without_edit) plan_edits();
  }

  void plan_edits() {
    for (const auto edit : edits_of(catalog_)) {
      const auto& change = catalog_.overrides[edit];
      if (!addition_.catalogs.contains(change.catalog)) continue;
      // What is stated instead is told with its own basis.
      const bool unverified = change.after.empty() && change.basis && change.basis->kind == BasisKind::unverified;
      appraisal_.edits.push_back({edit, false, false, change.wording, unverified});
    }
  }

  /// The types that the addition brings, and those of which it says something.
  std::vector<std::string> type_codes() const {
    std::set<std::string> codes;
    for (const auto& type : appraisal_.types) codes.insert(catalog_.service_types[type.type].code);
    for (const auto& statement : tried_) {
      if (statement.about && statement.about->kind == EntryKind::service_type)
        codes.insert(catalog_.entry(*statement.about).code);
    }
    return {codes.begin(), codes.end()};
  }

  void tell_progress() {
    if (progress_) progress_(++done_, tried_.size() + appraisal_.edits.size());
  }

  /// What changes nothing in a system with every component may still do so where not everybody is present.
  void try_statements() {
    const Probe narrow(type_codes(), false);
    const Probe wide(type_codes(), true);
    const auto narrow_result = narrow(after_);
    const auto wide_result = wide(after_);
    for (const auto& statement : tried_) {
      const auto view = after_.without({statement.fact});
      if (narrow(view) == narrow_result && wide(view) == wide_result) appraisal_.idle.push_back(statement);
      tell_progress();
    }
  }

  void try_edits() {
    if (appraisal_.edits.empty()) return;
    std::vector<std::string> all_types;
    for (const auto& type : catalog_.service_types) {
      if (!type.group) all_types.push_back(type.code);
    }
    const Probe probe(all_types, true);
    const auto with = probe(after_);
    for (auto& effect : appraisal_.edits) {
      auto catalog = addition_.without_edit(catalog_.overrides[effect.edit].edited_at);
      effect.tried = catalog.has_value();
      if (catalog) {
        const KnowledgeGraph graph(std::move(*catalog));
        effect.idle = probe(View(graph, after_.trust())) == with;
      }
      tell_progress();
    }
  }

  const View& before_;
  const View& after_;
  const Catalog& catalog_;
  CalledNow called_now_;
  const Addition& addition_;
  const AppraisalProgress& progress_;
  Appraisal appraisal_;
  Portfolio portfolio_;
  Derivation whole_;
  std::vector<Statement> tried_;
  std::size_t done_ = 0;
};

}  // namespace

Appraisal appraise(const View& before, const View& after, const Addition& addition, const AppraisalProgress& progress) {
  return Appraiser(before, after, addition, progress).appraise();
}

}  // namespace michibiki
