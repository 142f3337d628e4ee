#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/entry.hpp"
#include "model/value.hpp"

namespace michibiki {

/// A type of component 構成要素 (図表30). Types form a tree; a subtype inherits what its ancestors carry.
struct Component : EntryOf<EntryKind::component> {};

/// An information asset 情報資産: a component itself or information that passes through one (図表31).
struct Asset : EntryOf<EntryKind::asset> {};

/// An entry of the threat list 脅威 (図表33).
struct Threat : EntryOf<EntryKind::threat> {
  std::optional<Sourced<OriginId>> origin;
  std::vector<Sourced<PropertyId>> harms;
};

/// The optional layer that the report leaves out (5(a)): where one names an asset and a threat, exposures are per vulnerability.
struct Vulnerability : EntryOf<EntryKind::vulnerability> {
  std::vector<Sourced<AssetId>> assets;
  std::vector<Sourced<ThreatId>> threats;
};

/// An entry of a control standard 管理策.
struct Control : EntryOf<EntryKind::control> {
  std::optional<StandardId> standard;
  std::vector<Sourced<PatternId>> patterns;  ///< it is called for in these alone; none: in every pattern
  Bilingual broad_because;                   ///< why it answers so many threats
};

/// What a measure's level of implementation is judged by 評価項目, with its reference values 対策参照値.
struct Indicator {
  enum class Stricter { unstated, higher, lower };
  std::string key;
  Bilingual title;
  Sourced<Stricter> stricter;  ///< `unstated` has no fact
  std::optional<ScaleId> scale;
  Bilingual relative_to;  ///< counted from, e.g. the vendor's release
  std::map<PatternId, Sourced<Value>> values;
  std::optional<Sourced<Value>> single;  ///< in a catalogue without patterns
  FactId fact;
};

/// An entry of the guideline 対策項目.
struct Measure : EntryOf<EntryKind::measure> {
  std::optional<Sourced<std::string>> number;  ///< the published number, when its basis differs from the entry's
  Bilingual summary;
  Bilingual broad_because;  ///< why it answers so many threats
  std::optional<Sourced<MeasureClassId>> measure_class;
  std::vector<Sourced<PatternId>> patterns;  ///< it is called for in these alone; none: in every pattern
  std::vector<Indicator> indicators;
};

/// Who acts, is bound or benefits (図表20).
struct Stakeholder : EntryOf<EntryKind::stakeholder> {
  std::optional<FactId>
      always;  ///< says that it is part of every service; otherwise present when it operates an instance
};

/// A point of the lattice of required levels (図表22).
struct Pattern : EntryOf<EntryKind::pattern> {
  std::map<PropertyId, Sourced<LevelId>> levels;
};

/// One line of the level criteria 判定基準; the first whose conditions hold decides.
struct LevelRule {
  std::string code;
  std::map<QuestionId, bool> when;
  LevelId then;
  Bilingual because;
  FactId fact;
};
struct LevelCriterion {
  PropertyId property;
  std::vector<LevelRule> rules;
};

/// The level that a table of service types gives: one level, or several that stay possible.
struct TypeLevel {
  std::vector<LevelId> possible;
  std::optional<ReasonId> reason;
  Bilingual because;
  FactId fact;
};
/// A kind of service with its required levels (図表23).
struct ServiceType : EntryOf<EntryKind::service_type> {
  std::map<PropertyId, TypeLevel> levels;
  std::optional<Sourced<SystemCaseId>> system_case;  ///< what such a service is typically made of
};

/// One component of a service: types and instances are apart, so that two servers can have two operators.
struct Instance {
  std::string code;
  ComponentId type;
  std::optional<StakeholderId> operated_by;
  std::optional<std::string> parent;  ///< code of the instance it is part of
  std::optional<FactId> fact;         ///< of the system case that lists it; none where a service itself does
  SourceLocation at = {};             ///< where a service itself lists it; else nowhere
};

/// A typical composition of a service (図表25-28).
struct SystemCase : EntryOf<EntryKind::system_case> {
  std::vector<Instance> instances;
};

/// What the guideline does not cover (3.3.1): instances of these types or with these operators.
struct Exclusion : EntryOf<EntryKind::exclusion> {
  std::vector<Sourced<ComponentId>> components;
  std::vector<Sourced<StakeholderId>> operators;
};

/// What is proposed against threats that no measure covers (5(b)③): the title is the proposal, the note says more. It covers nothing.
struct Treatment : EntryOf<EntryKind::treatment> {};

/// One line of the placement table: the first whose conditions all hold gives the chapter.
struct PlacementRule {
  std::string code;  ///< optional
  std::vector<PurposeId> aims_at;
  std::vector<ComponentId> implemented_within;
  std::vector<ComponentId> implemented_on_any;
  std::vector<OriginId> counters_origins;
  std::vector<StakeholderId> obliges_any;
  ChapterId then;
  FactId fact;
};

}  // namespace michibiki
