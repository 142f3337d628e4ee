#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/items.hpp"
#include "model/source_location.hpp"

namespace michibiki {

/// An exposure that the service's owner has accepted: with reason, name and date, else it stays open.
struct Acceptance {
  std::optional<AssetId> asset;  ///< none only in a catalogue without assets
  ThreatId threat;
  std::optional<PropertyId> property;  ///< none: every property
  std::optional<std::string> instance;
  Bilingual reason;
  std::string by;
  std::string on;
  SourceLocation location;
};

/// What a service promises its customers for an indicator, in an agreement or by contract. It stands beside the reference value and never in
/// its place.
struct Promise {
  MeasureId measure;
  std::size_t indicator = 0;  ///< position in Measure::indicators
  Value value;                ///< known, not free and without a star
  Bilingual because;
  SourceLocation location;
};

/// What a service itself says, and where: its owner's word is its basis. What is supposed or asked for on the command line has no place.
template <typename T>
struct Said {
  T value{};
  SourceLocation at = {};
};

/// One service: its required levels come from its type, from answers to the level criteria, or are given.
struct Service {
  std::string code;
  Bilingual title;
  std::optional<ServiceTypeId> type;
  std::map<QuestionId, Said<bool>> answers;
  std::map<PropertyId, Said<LevelId>> levels;
  std::optional<SystemCaseId> system_case;
  std::vector<Instance> instances;  ///< after the case, `with` and `without`; in the order of the files
  std::vector<Acceptance> accepted;
  std::vector<Promise> promises;  ///< at most one for each indicator
  std::vector<std::string> uses;  ///< codes of the portfolio's shared instances that it uses
  SourceLocation location;
  SourceLocation
      requires_at;  ///< where it says what it must withstand: `levels`, else `answers`, else `type`, else as `location`
};

/// What a derivation is asked for: one service, or several that share instances (report 3.3.5).
struct Portfolio {
  std::string code;
  Bilingual title;
  std::vector<Service> services;  ///< by id
  std::vector<Instance> shared;
};

}  // namespace michibiki
