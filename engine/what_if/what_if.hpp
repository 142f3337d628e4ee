#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/conclusions.hpp"
#include "engine/what_if/changed_promises.hpp"
#include "engine/what_if/rederive.hpp"
#include "engine/what_if/turning.hpp"

namespace michibiki {

/// Something that one of two derivations concludes and the other does not, and where the shortest reason for it breaks.
struct Turn {
  std::size_t conclusion = 0;  ///< position in the explanation of the derivation that concludes it
  std::vector<Break> breaks;   ///< never none
};

/// What is different in one of two derivations, with the reasons that it had there.
struct Side {
  Explanation explanation;
  std::vector<Turn> turns;  ///< by conclusion

  const Turn* find(const Conclusion& conclusion) const;
};

/// A shared component that is there in both of two derivations, and that other services use.
struct OtherwiseUsed {
  std::size_t before = 0;  ///< its position in the inventory
  std::size_t after = 0;
  std::vector<std::size_t> no_longer;  ///< services (positions in the portfolio before) that use it before alone
  std::vector<std::size_t> now;        ///< in the one after
};

/// An exposure that is open in one derivation: no measure covers it, and nobody has accepted it.
struct OpenExposure {
  std::size_t exposure = 0;           ///< its position there
  std::optional<std::size_t> other;   ///< in the other one; none: there is no such exposure
  std::vector<std::size_t> services;  ///< for which it is open here alone
  bool for_others = false;  ///< in the other one it is open, too, but for others that use the shared component there
};

/// What a value is of: an indicator of a measure, for one service or for several alike, be it for what these share or not.
struct ValueKey {
  std::string measure;
  std::string indicator;
  std::vector<std::string> services;  ///< by their ids; never none
  auto operator<=>(const ValueKey&) const = default;
};

/// The values of an indicator, as catalogues write them; empty where there are none.
struct ChangedValue : ValueKey {
  std::string before;
  std::string after;
  bool operator==(const ChangedValue&) const = default;
};

/// The values of an indicator whose measure one of two derivations alone calls for, as catalogues write them.
struct LoneValue : ValueKey {
  std::string value;
  bool operator==(const LoneValue&) const = default;
};

/// Components whose users differ, in the order of the inventory before.
std::vector<OtherwiseUsed> otherwise_used(const Workings& before, const Workings& after);

/// What is open in the one derivation and not in the other, for any service.
std::vector<OpenExposure> open_only_in(const Workings& here, const Workings& there);

/// Of measures in both, whatever pattern they are of.
std::vector<ChangedValue> changed_values(const Workings& before, const Workings& after);

/// Of measures that the one derivation calls for and the other does not.
std::vector<LoneValue> lone_values(const Workings& here, const Workings& there);

/// Whether a value of a derivation is one of these, for any of its services.
bool is_of(const Workings& workings, const Grade& grade, const ValueKey& value);

/// What differs between a derivation and another one, in which something is otherwise.
struct WhatIf {
  Conclusions before;
  Conclusions after;
  Difference difference;
  Side gone;   ///< what the first concludes and the second does not
  Side fresh;  ///< the other way round
  std::vector<OtherwiseUsed> otherwise_used;
  std::vector<OpenExposure> newly_open;      ///< open in the second and not in the first
  std::vector<OpenExposure> no_longer_open;  ///< the other way round
  std::vector<ChangedValue> values;          ///< of measures in both, whatever pattern they are of
  std::vector<LoneValue> values_gone;        ///< with the measures that the first alone calls for
  std::vector<LoneValue> values_come;        ///< the other way round
  std::vector<ChangedPromise> promises;      ///< that stand otherwise beside the reference values

  bool nothing_changes() const;
};

WhatIf what_if(const Workings& before, const Workings& after);

}  // namespace michibiki
