#include "engine/what_if/weaker_links.hpp"

#include <algorithm>

namespace michibiki {

bool says(const Link& link, EntryRef from, EntryRef to, const std::vector<PropertyId>& properties) {
  const bool alone = link.from.size() == 1 || link.join == Join::any;
  auto beside_properties = link.limits;
  beside_properties.properties.clear();
  const auto& limited_to = link.limits.properties;
  const auto within = [&](PropertyId property) { return std::ranges::count(limited_to, property) != 0; };
  const bool for_these = limited_to.empty() || (!properties.empty() && std::ranges::all_of(properties, within));
  return alone && std::ranges::count(link.from, from) != 0 && std::ranges::count(link.to, to) != 0 &&
         beside_properties == Limits{} && for_these;
}

std::vector<LinkId> weaker_links(const View& view, const Link& link) {
  const auto& graph = view.graph();
  std::vector<LinkId> found;
  for (const auto above : graph.linked_from_upwards(link.from.front())) {
    for (const auto id : graph.links_from(above, link.kind)) {
      const auto& known = view.catalog().link(id);
      const auto names = [&](EntryRef named) { return graph.lies_under(link.to.front(), named); };
      const bool together = known.from.size() > 1 && known.join == Join::all;
      if (view.catalog().fact(known.fact).catalog.empty()) continue;  // it has none either
      if ((known.limits != Limits{} || together) && std::ranges::any_of(known.to, names)) found.push_back(id);
    }
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace michibiki
