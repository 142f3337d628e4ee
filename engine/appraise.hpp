#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/check.hpp"
#include "engine/conclusions.hpp"
#include "engine/nearest_type.hpp"
#include "engine/statements.hpp"

namespace michibiki {

/// How far one added entry reaches in a system with every component.
struct Reach {
  EntryRef entry;
  std::size_t assets = 0;
  std::size_t threats = 0;
  std::size_t exposures = 0;
  std::size_t covered = 0;
  std::size_t control_only = 0;
  std::size_t uncovered = 0;
  std::size_t obligations = 0;  ///< of a measure: stakeholders that it involves in some typical composition
  bool is_origin = false;       ///< of a control: a measure originates from it

  bool nowhere() const { return exposures == 0 && obligations == 0 && !is_origin; }
};

/// Exposures that one link alone covers, of those that the addition brings or answers otherwise.
struct LoneLink {
  LinkId link;
  std::vector<ExposureCode> exposures;
};

/// What became of one edit: whether anything would be concluded otherwise without it.
struct EditEffect {
  std::size_t edit = 0;  ///< position in Catalog::overrides
  bool tried = false;    ///< false: other statements could not do without it
  bool idle = false;
};

/// What an added or named service type comes to.
struct TypeAppraisal {
  ServiceTypeId type;
  std::vector<TypeInCase> compositions;
  std::optional<NearestType> nearest;
};

/// What a maintainer asks of an addition, in the order of a report. The names are read by scripts: never rename one.
enum class Criterion {
  consistent,   ///< no errors of the check: contradictions, entries mapped though declared not mappable
  reaching,     ///< every added component, asset, threat … takes part in an exposure
  answered,     ///< what it exposes is covered, or a treatment is proposed
  effective,    ///< every statement and edit changes some conclusion
  independent,  ///< no conclusion hangs on one link alone
  worded,       ///< both languages everywhere
  grounded,     ///< judgements have reasons, nothing is unverified
  tidy          ///< no other warnings of the check
};
inline constexpr std::size_t criterion_count = static_cast<std::size_t>(Criterion::tidy) + 1;
std::string_view name_of(Criterion criterion);

/// How an addition stands to one criterion.
struct Verdict {
  Criterion criterion{};
  std::size_t count = 0;                ///< of what speaks against it
  Severity severity = Severity::note;  ///< how much that weighs
};

/// Whether what some catalogues add to others is sound, and what follows from it.
struct Appraisal {
  std::set<std::string> added;                  ///< catalogues; empty where only a service type is asked about
  std::vector<BasisTally> adds;                 ///< what it states, by sort and basis
  Difference difference;                        ///< in a system with every component: from without the addition to with it
  std::size_t exposures_before = 0;             ///< of that system
  std::size_t exposures_after = 0;
  std::vector<Reach> reach;                     ///< by kind, in catalogue order
  std::vector<ExposureCode> open;               ///< new or changed exposures that no measure covers
  std::map<ExposureCode, ExposureConclusion> answers;  ///< of the new and the changed exposures
  std::vector<ThreatId> unreached;              ///< added threats that reach nothing
  std::vector<Statement> idle;                  ///< statements without which nothing would be concluded otherwise
  std::size_t tried = 0;                        ///< statements that were looked at for that
  std::vector<EditEffect> edits;
  std::vector<LoneLink> lone_links;             ///< in catalogue order
  std::vector<Finding> findings;                ///< of the check, as far as they concern the added catalogues
  std::vector<TypeAppraisal> types;             ///< added ones, and the one that was asked about

  std::vector<Verdict> verdicts() const;        ///< one for each criterion that was looked at
};

/// What is asked, beside the two views.
struct AppraisalQuestion {
  std::set<std::string> added;            ///< ids of the catalogues that are added
  std::vector<ServiceTypeId> types;       ///< in `after`; added ones are looked at anyway
  /// The catalogue without the edit at that place; none where it cannot do without. Left out: edits are not tried.
  std::function<std::optional<Catalog>(const SourceLocation& edited_at)> without_edit;
  std::function<void(std::size_t done, std::size_t all)> progress;
};

/// `before` and `after` are the catalogues without and with the addition.
Appraisal appraise(const View& before, const View& after, const AppraisalQuestion& question);

}  // namespace michibiki
