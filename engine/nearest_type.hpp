#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/conclusions.hpp"

namespace michibiki {

/// A service type derived with a composition: its own typical one, or one of those that catalogues give for services in general.
struct TypeInCase {
  ServiceTypeId type;
  std::optional<SystemCaseId> system_case;  ///< none: all component types together
  std::vector<PatternId> patterns;          ///< every one still possible
  Coverage coverage;
  std::vector<ThreatId> unreached;
  Conclusions conclusions;  ///< regardless of names
};

/// All compositions of one type, in catalogue order.
std::vector<TypeInCase> derive_type(const View& view, ServiceTypeId type);

/// How much two types have in common: of what either has, the shares that both have alike, in 0…1. Of exposures it does not matter how
/// they are answered; measures are alike that have the same class and chapter, involve the same people and are called for as surely.
struct Likeness {
  double exposures = 0;
  double measures = 0;
  double values = 0;

  double mean() const { return (exposures + measures + values) / 3; }
};

Likeness likeness(const Conclusions& a, const Conclusions& b);

/// The other type whose conclusions are the most like those of this one, and what this one has otherwise.
struct NearestType {
  std::size_t composition = 0;  ///< of the type itself, in derive_type
  TypeInCase other;
  Likeness likeness;
  Difference difference;  ///< from the other type to this one
};

/// Looks at all types that hold but those of the catalogues in `apart`. A type with a typical composition of its own is compared with
/// others in theirs; one without, in the same composition. None when there is no other type.
std::optional<NearestType> nearest_type(const View& view, ServiceTypeId type, const std::vector<TypeInCase>& own,
                                        const std::set<std::string>& apart);

}  // namespace michibiki
