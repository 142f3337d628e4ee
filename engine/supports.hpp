#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "engine/analyse.hpp"
#include "engine/basis_through.hpp"
#include "engine/limits.hpp"

namespace michibiki {

/// What the limits of links are held against, for one exposure.
Circumstance circumstance_of(const View& view, const Inventory& inventory, const Exposure& exposure);

/// The parties at a link's start that count together: all of them, or each that holds alone.
template <typename IdType>
std::vector<std::vector<IdType>> parties(const View& view, const Link& link) {
  std::vector<std::vector<IdType>> result;
  if (link.join == Join::all) {
    auto& all = result.emplace_back();
    for (const auto from : link.from) all.emplace_back(from.index);
  } else {
    for (const auto from : link.from) {
      if (view.holds(from)) result.push_back({IdType{from.index}});
    }
  }
  return result;
}

/// The links of a kind to the threat, or to what it lies under, whose limits fit, with each party at their start; none is firmer than
/// `basis`, or than what `fits` gives for its limits.
template <typename Support, typename IdType, typename Fits>
std::vector<Support> supports(const View& view, ThreatId threat, BasisKind basis, LinkKind kind, const Fits& fits) {
  std::vector<Support> found;
  for (const auto id : view.links_to_upwards(ref(threat), kind)) {
    const auto& link = view.catalog().link(id);
    const std::optional<BasisKind> limited = fits(link.limits);
    if (!limited) continue;
    for (auto& party : parties<IdType>(view, link)) {
      auto firm = std::min({basis, *limited, basis_towards(view, id, ref(threat))});
      for (const auto member : party) firm = std::min(firm, basis_of(view, ref(member)));
      found.push_back({id, std::move(party), firm});
    }
  }
  return found;
}

}  // namespace michibiki
