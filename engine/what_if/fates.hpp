#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/explain/firmness.hpp"
#include "engine/explain/ways.hpp"
#include "engine/what_if/dropping.hpp"

namespace michibiki {

/// What a derivation without some statements says of a conclusion all of whose reasons use them. Where a line of a table is gone another one may
/// decide the same, or nothing decides.
enum class Fate { falls, undecided, stands };

/// "falls", "undecided", "stands".
std::string_view name_of(Fate fate);

/// Of the statements of a Firmness.
struct FirmnessFates {
  std::vector<Fate> alone;  ///< parallel: without each
  /// Those of the Firmness, and what is left without all of them; where several carry it alone, the first without which it falls.
  std::optional<std::vector<FactId>> carried_by;
  Fate without_carried_by = Fate::falls;
  Fate without_besides = Fate::falls;
  /// Where it does not fall without carried_by: the fewest judged or unverified statements without which it does.
  std::optional<Dropping> dropping;
};

/// Of each, in order. `told` hears how many are done, of how many.
std::vector<FirmnessFates> fates(const Workings& here, const Justification& justification,
                                 const std::vector<Firmness>& firmness,
                                 const std::function<void(std::size_t, std::size_t)>& told = {});

}  // namespace michibiki
