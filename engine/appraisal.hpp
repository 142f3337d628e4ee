#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
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
  bool is_required = false;     ///< what is selected in some typical composition cannot do without it

  bool nowhere() const { return exposures == 0 && obligations == 0 && !is_origin && !is_required; }
};

/// Exposures that one link alone covers, of those that the addition brings or answers otherwise.
struct LoneLink {
  LinkId link;
  std::vector<ExposureCode> exposures;
};

/// What became of one edit: whether anything would be concluded otherwise without it. Where a service type is asked about, the edits
/// that all of it rests on are told, and none is tried.
struct EditEffect {
  std::size_t edit = 0;  ///< position in Catalog::overrides of the first statement that it changes
  bool tried = false;    ///< false: other statements could not do without it, or nobody asked
  bool idle = false;
  bool wording = false;  ///< of a text, of which nothing follows
  bool unverified = false;
};

/// The first statement that each edit of the catalogues changes: positions in Catalog::overrides.
std::vector<std::size_t> edits_of(const Catalog& catalog);

/// A service type that is of other patterns with the addition; of none where it is not there.
struct TypeChange {
  std::string type;
  std::vector<std::string> before;
  std::vector<std::string> after;
};

/// What an added service type, or the one that is asked about, comes to.
struct TypeAppraisal {
  ServiceTypeId type;
  std::vector<TypeInCase> compositions;
  std::optional<NearestType> nearest;

  bool reaches_nothing() const;  ///< in none of its compositions
};

/// What a maintainer asks of an addition, in the order of a report. The names are read by scripts: never rename one.
enum class Criterion {
  consistent,   ///< no errors of the check: contradictions, entries mapped though declared not mappable
  reaching,     ///< every added component, asset, threat … takes part in an exposure
  preserving,   ///< what was concluded without it is concluded still
  answered,     ///< what it exposes is covered, or a treatment is proposed
  effective,    ///< every statement and edit changes some conclusion
  independent,  ///< no conclusion hangs on one link alone
  worded,       ///< both languages everywhere
  grounded,     ///< judgements have reasons, nothing is unverified
  tidy          ///< no other warnings of the check
};
inline constexpr std::size_t criterion_count = static_cast<std::size_t>(Criterion::tidy) + 1;
std::string_view name_of(Criterion criterion);

/// Which criterion a finding of the check speaks against; none for most notes, and for what the appraisal itself looks at in more detail.
std::optional<Criterion> criterion_of(const Finding& finding);

/// How an addition stands to one criterion.
struct CriterionVerdict {
  Criterion criterion{};
  std::size_t count = 0;               ///< of what speaks against it
  Severity severity = Severity::note;  ///< how much that weighs
};

/// Whether an addition is sound, and what follows from it: what some catalogues add to others, or one service type.
struct Appraisal {
  std::set<std::string> added;   ///< catalogues; empty where a service type is asked about
  std::vector<BasisTally> adds;  ///< what it states, by sort and basis
  Difference difference;         ///< of catalogues, in a system with every component: from without them to with them
  std::size_t exposures_before = 0;  ///< of that system
  std::size_t exposures_after = 0;
  std::vector<Reach> reach;  ///< of catalogues: their entries, by kind, in catalogue order
  /// What it brings: new and changed exposures; of a service type, all exposures of its typical compositions, regardless of names.
  std::map<ExposureCode, ExposureConclusion> answers;
  std::vector<ExposureCode> open;  ///< those of them that no measure covers
  std::vector<ThreatId>
      unreached;  ///< threats that reach nothing: added ones; of a service type, in none of its compositions
  std::vector<Statement> idle;  ///< statements without which nothing would be concluded otherwise
  std::size_t tried = 0;        ///< statements that were looked at for that
  std::vector<EditEffect> edits;
  std::vector<Statement>
      unconfirmed;  ///< of what it states: those that are unverified; withdrawals are told by `edits`
  std::vector<TypeChange> changed_types;  ///< that it does not add, by id
  std::vector<LoneLink> lone_links;       ///< in catalogue order
  std::vector<Finding> findings;          ///< of the check, as far as they concern the addition
  std::vector<TypeAppraisal> types;       ///< added ones, or the one that is asked about

  bool empty = false;  ///< nothing of it holds in the view: that is never "all clear"

  std::vector<CriterionVerdict> verdicts() const;  ///< one for each criterion
};

/// Fills in what follows from the answers: which of them are open, and which links are alone in covering something.
void conclude_from_answers(Appraisal& appraisal, const Catalog& catalog);

}  // namespace michibiki
