#include "engine/what_if/dropping.hpp"

#include <utility>

#include "engine/explain/justify.hpp"
#include "engine/explain/smallest_cut.hpp"
#include "engine/what_if/falling.hpp"

namespace michibiki {
namespace {

/// Each takes a derivation, and makes the next integer program larger.
constexpr std::size_t most_sets = 20;

}  // namespace

Dropping dropping(const Workings& here, const Conclusion& conclusion, const std::function<bool(FactId)>& removable) {
  const auto justification = justify(here, {conclusion});
  const auto root = justification.roots.front();
  auto fewest = smallest_cut(justification, root, removable);
  std::vector<Otherwise> otherwise;
  while (fewest) {
    auto after = aftermath_of(here, justification, *fewest);
    if (after.falling.falls[root]) return {std::move(fewest), false};
    if (otherwise.size() == most_sets) return {std::nullopt, true};
    otherwise.push_back({*fewest, std::move(after.justification), std::move(after.same[root])});
    fewest = smallest_cut(justification, root, removable, otherwise);
  }
  return {};
}

}  // namespace michibiki
