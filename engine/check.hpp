#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cover.hpp"
#include "model/diagnostic.hpp"
#include "model/view.hpp"

namespace michibiki {

/// What sort of thing a look over the catalogues found. The names are read by scripts: never rename one.
/// `finding_kinds()` has one row for each, in the same order.
enum class FindingKind {
  // How threats reach assets
  threat_without_origin,
  threat_without_harm,
  threat_without_mechanism,
  mechanism_without_threat,
  mechanism_without_effect,
  nature_without_asset,
  nature_without_mechanism,
  asset_without_nature,
  asset_without_component,
  // What answers them
  control_without_use,
  control_without_threat,
  control_without_disposition,
  measure_without_use,
  measure_without_threat,
  measure_without_origin,
  measure_without_indicator,
  measure_without_chapter,
  // Links
  contradiction,
  redundant_link,
  link_without_effect,
  lack_without_effect,
  unsupported_counter,
  lone_judgement,
  broad_answer,
  declared_unmappable,
  mapped_after_all,
  withdrawn_end,
  // Entries that nothing uses
  orphan,
  empty_group,
  // Coverage over the system cases
  uncovered,
  control_only,
  single_point,
  unreached_threat,
  untreated,
  treatment_without_use,
  unthreatened_asset,
  // Values
  unknown_value,
  laxer_value,
  laxer_selection,
  // Wording and bases
  missing_translation,
  duplicate_title,
  judgement_without_reason,
  overridden,
};

struct FindingKindInfo {
  FindingKind kind{};
  std::string_view name;  ///< kebab-case: `unused-control`
  Severity severity{};    ///< the usual one; a finding's own may be milder
};
[[nodiscard]] std::span<const FindingKindInfo> finding_kinds();
[[nodiscard]] std::string_view name_of(FindingKind kind);

/// Where a catalogue says what a finding is about.
struct Place {
  std::string catalog;
  SourceLocation at;
};

/// One thing that was found. It says what it is about, not in which words: reports have those for each kind and language.
struct Finding {
  FindingKind kind{};
  Severity severity{};
  std::vector<Place> places;        ///< the first is where to look; never empty
  std::optional<EntryRef> subject;  ///< the entry that it is about
  std::optional<EntryRef> object;   ///< a second one, e.g. the asset that a threat reaches
  std::vector<EntryRef> members;    ///< entries of one kind: properties, threats, patterns …, in catalogue order
  std::vector<EntryRef> cases;      ///< system cases, in catalogue order
  std::vector<EntryRef> patterns;   ///< where patterns select: those in which it is so; none: in all of them
  std::vector<EntryRef> proposed;   ///< treatments proposed against it, in catalogue order
  std::optional<LinkId> link;
  std::optional<LinkId> other;  ///< the link that contradicts it or makes it redundant
  std::size_t count = 0;
  std::vector<std::string>
      texts;  ///< what is neither an entry nor a link: the key of an indicator, a title in both languages
};

/// How many statements of one sort have which basis.
struct BasisTally {
  std::string what;                       ///< "threats", "counters", "reference-values"
  std::array<std::size_t, 3> by_basis{};  ///< by BasisKind

  std::size_t total() const { return by_basis[0] + by_basis[1] + by_basis[2]; }
};

/// Coverage of one typical composition with everybody present; of one with every component type when the catalogues have no cases.
struct CaseCoverage {
  std::optional<SystemCaseId> system_case;
  std::optional<PatternId> pattern;  ///< that the service is of, where patterns select
  Coverage coverage;
  std::size_t unreached = 0;
};

struct CheckResult {
  std::vector<Finding> findings;  ///< by kind, then place
  std::vector<CaseCoverage> cases;
  std::vector<BasisTally> bases;
  bool empty = false;  ///< nothing at all holds in the view: that is never "all clear"

  std::size_t count(Severity severity) const;
  std::size_t count(FindingKind kind) const;
};

/// Looks over the catalogues as the view shows them. `only` names the catalogues whose statements matter; empty: all of them.
/// Coverage is looked at per system case, and per pattern where measures or controls are limited to patterns: else it is the same for all.
CheckResult check(const View& view, const std::set<std::string>& only = {});

}  // namespace michibiki
