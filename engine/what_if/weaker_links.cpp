#include "engine/what_if/weaker_links.hpp"

#include <algorithm>

namespace michibiki {

std::vector<LinkId> weaker_links(const View& view, const Link& link) {
  auto found = view.links_from_upwards(link.from.front(), link.kind);
  std::erase_if(found, [&](LinkId id) {
    const auto& known = view.catalog().link(id);
    const auto names = [&](EntryRef named) { return view.graph().lies_under(link.to.front(), named); };
    const bool together = known.from.size() > 1 && known.join == Join::all;
    return (known.limits == Limits{} && !together) || std::ranges::none_of(known.to, names);
  });
  return found;
}

}  // namespace michibiki
