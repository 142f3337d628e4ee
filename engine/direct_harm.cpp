#include "engine/direct_harm.hpp"

#include <algorithm>
#include <tuple>

#include "engine/basis_through.hpp"

namespace michibiki {
namespace {

bool names(const Link& link, EntryRef entry) {
  return std::find(link.to.begin(), link.to.end(), entry) != link.to.end();
}

/// How the best that a limit by property names stands, where it names the property or one above it; none where it names none such.
struct Named {
  Standing standing = Standing::holds;
  BasisKind basis = BasisKind::stated;
};

std::optional<Named> named_by(const View& view, const std::vector<PropertyId>& limit,
                              std::optional<PropertyId> property) {
  if (limit.empty()) return Named{};
  std::optional<Named> best;
  for (const auto id : limit) {
    if (!property || !view.graph().lies_under(ref(*property), ref(id))) continue;
    const Named one{view.standing(ref(id)), basis_of(view, ref(id))};
    if (!best || std::tuple(one.standing, best->basis) < std::tuple(best->standing, one.basis)) best = one;
  }
  return best;
}

}  // namespace

std::vector<DirectHarm> direct_harms(const View& view, EntryRef mechanism, EntryRef nature,
                                     std::optional<PropertyId> property) {
  const auto& catalog = view.catalog();
  const auto mechanisms = view.graph().linked_from_upwards(mechanism);
  const auto said_at = [&](EntryRef source, EntryRef level, LinkKind kind, Standing standing) {
    auto links = view.graph().links_from(source, kind);
    std::erase_if(links, [&](LinkId id) {
      const auto& link = catalog.link(id);
      const auto limit = named_by(view, link.limits.properties, property);
      if (!limit || !names(link, level)) return true;
      // As far as this mechanism, nature and property carry it: others that the link names do not matter here.
      return standing !=
             std::max({view.standing(link.fact), view.standing(source), view.standing(level), limit->standing});
    });
    return links;
  };
  std::vector<DirectHarm> harms;
  BasisKind unspared = BasisKind::stated;
  for (const auto level : view.graph().linked_to_upwards(nature)) {
    for (const auto source : mechanisms) {
      if (!said_at(source, level, LinkKind::spares, Standing::holds).empty()) return harms;
      const auto firmness = [&](LinkId id) {
        const auto& link = catalog.link(id);
        return std::min({catalog.fact(link.fact).basis.kind, basis_of(view, source), basis_of(view, level),
                         named_by(view, link.limits.properties, property).value_or(Named{}).basis});
      };
      for (const auto id : said_at(source, level, LinkKind::spares, Standing::distrusted))
        unspared = std::min(unspared, firmness(id));
      for (const auto id : said_at(source, level, LinkKind::acts_on, Standing::holds))
        harms.push_back({id, source, level, std::min(unspared, firmness(id))});
    }
  }
  return harms;
}

std::vector<DirectHarm> deciding(const std::vector<DirectHarm>& harms) {
  const auto place = [](const DirectHarm& harm) { return std::tuple(harm.level, harm.source); };
  std::vector<DirectHarm> kept;
  auto firmest = BasisKind::unverified;  // of those before the place that is looked at
  auto so_far = firmest;
  for (std::size_t i = 0; i < harms.size(); ++i) {
    if (i > 0 && place(harms[i]) != place(harms[i - 1])) firmest = so_far;
    const bool nearest = place(harms[i]) == place(harms.front());
    if (nearest || harms[i].basis > firmest) kept.push_back(harms[i]);
    if (nearest || harms[i].basis > firmest) so_far = std::max(so_far, harms[i].basis);
  }
  return kept;
}

}  // namespace michibiki
