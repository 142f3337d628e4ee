#include "engine/basis_through.hpp"

#include <algorithm>
#include <vector>

namespace michibiki {
namespace {

/// The firmest of the entries named of which the entry is one, or lies under one.
BasisKind firmest_above(const View& view, const std::vector<EntryRef>& named, EntryRef entry) {
  auto basis = BasisKind::unverified;
  for (const auto one : named) {
    if (view.holds(one) && view.graph().lies_under(entry, one)) basis = std::max(basis, basis_of(view, one));
  }
  return basis;
}

}  // namespace

BasisKind basis_of(const View& view, EntryRef entry) {
  return view.catalog().fact(view.catalog().entry(entry).fact).basis.kind;
}

BasisKind basis_towards(const View& view, LinkId id, EntryRef to) {
  const auto& link = view.catalog().link(id);
  return std::min(view.catalog().fact(link.fact).basis.kind, firmest_above(view, link.to, to));
}

BasisKind basis_from(const View& view, LinkId id, EntryRef from) {
  const auto& link = view.catalog().link(id);
  if (link.join == Join::any) return firmest_above(view, link.from, from);
  auto basis = BasisKind::stated;
  for (const auto one : link.from) basis = std::min(basis, basis_of(view, one));
  return basis;
}

BasisKind basis_through(const View& view, LinkId id, EntryRef from, EntryRef to) {
  return std::min(basis_towards(view, id, to), basis_from(view, id, from));
}

std::map<EntryRef, BasisKind> items_meant(const View& view, LinkId id) {
  const auto& link = view.catalog().link(id);
  std::map<EntryRef, BasisKind> meant;
  for (const auto to : link.to) {
    const auto by_this = std::min(view.catalog().fact(link.fact).basis.kind, basis_of(view, to));
    for (const auto item : view.items_of(to)) {
      auto& basis = meant.try_emplace(item, BasisKind::unverified).first->second;
      basis = std::max(basis, std::min(by_this, basis_of(view, item)));
    }
  }
  return meant;
}

}  // namespace michibiki
