#pragma once

#include <optional>
#include <vector>

#include "engine/explain/ways.hpp"

namespace michibiki {

// What a step needs the catalogues to say, as far as it is believed.

/// That there is such an entry.
FactId fact_of(const View& view, EntryRef entry);

/// Of the entries named those that are the item or stand over it.
AnyFact over(const View& view, const std::vector<EntryRef>& named, EntryRef item);

/// That the link says so, and that what it starts from is there: all of it, or where each counts alone what stands over the item.
void add_start(const View& view, LinkId link, EntryRef item, std::vector<AnyFact>& facts);

/// Where a limit is given: that it names the item, or what stands over it. False where it does not.
template <typename T>
bool add_limit(const View& view, const std::vector<Id<T>>& limit, std::optional<Id<T>> item,
               std::vector<AnyFact>& facts) {
  if (limit.empty()) return true;
  if (!item) return false;
  std::vector<EntryRef> named;
  for (const auto id : limit) named.push_back(ref(id));
  auto any = over(view, named, ref(*item));
  if (any.empty()) return false;
  facts.push_back(std::move(any));
  return true;
}

/// The same of a limit by the origin of a threat.
bool add_origin(const View& view, const std::vector<OriginId>& limit, ThreatId threat, std::vector<AnyFact>& facts);

/// That every limit holds at that exposure (a position in the analysis), but those by nature: by which nature it is reached is told apart.
bool add_limits(const Workings& workings, const Limits& limits, std::size_t exposure, std::vector<AnyFact>& facts);

}  // namespace michibiki
