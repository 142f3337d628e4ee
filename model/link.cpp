#include "model/link.hpp"

#include <algorithm>
#include <array>

namespace michibiki {
namespace {

using Kinds = std::vector<EntryKind>;

struct LinkKindRow {
  LinkKind kind;
  std::string_view name;
  Kinds from;
  Kinds to;
};

const std::array<LinkKindRow, link_kind_count>& rows() {
  using K = EntryKind;
  static const std::array<LinkKindRow, link_kind_count> table{{
      {LinkKind::carries, "carries", {K::component}, {K::asset}},
      {LinkKind::lacks, "lacks", {K::component}, {K::asset}},
      {LinkKind::has_nature, "has-nature", {K::asset}, {K::nature}},
      {LinkKind::works_by, "works-by", {K::threat}, {K::mechanism}},
      {LinkKind::acts_on, "acts-on", {K::mechanism}, {K::nature}},
      {LinkKind::spares, "spares", {K::mechanism}, {K::nature}},
      {LinkKind::implemented_on, "implemented-on", {K::measure}, {K::component}},
      {LinkKind::aims_at, "aims-at", {K::measure}, {K::purpose}},
      {LinkKind::considers, "considers", {K::measure}, {K::consideration}},
      {LinkKind::mitigates, "mitigates", {K::control}, {K::threat}},
      {LinkKind::counters, "counters", {K::measure}, {K::threat}},
      {LinkKind::originates_from, "originates-from", {K::measure}, {K::control, K::document, K::consideration}},
      {LinkKind::involves, "involves", {K::stakeholder}, {K::measure}},
      {LinkKind::exposes, "exposes", {K::threat}, {K::asset}},
      {LinkKind::requires_other, "requires", {}, {}},
      {LinkKind::related, "related", {}, {}},
      {LinkKind::maps, "maps", {K::control}, {K::control}},
      {LinkKind::disposed_as, "disposed-as", {K::control}, {K::disposition}},
      {LinkKind::treats, "treats", {K::treatment}, {K::threat}},
  }};
  return table;
}

}  // namespace

std::vector<EntryRef> Limits::named() const {
  std::vector<EntryRef> entries;
  const auto add = [&](EntryKind kind, const auto& ids) {
    for (const auto id : ids) entries.emplace_back(kind, id.index());
  };
  add(EntryKind::property, properties);
  add(EntryKind::origin, origins);
  add(EntryKind::nature, natures);
  add(EntryKind::component, components);
  add(EntryKind::asset, assets);
  add(EntryKind::threat, threats);
  add(EntryKind::vulnerability, vulnerabilities);
  return entries;
}

std::string_view name_of(LinkKind kind) { return rows()[static_cast<std::size_t>(kind)].name; }

std::optional<LinkKind> link_kind_named(std::string_view name) {
  const auto found =
      std::find_if(rows().begin(), rows().end(), [&](const LinkKindRow& row) { return row.name == name; });
  return found == rows().end() ? std::nullopt : std::optional(found->kind);
}

std::vector<EntryKind> from_kinds(LinkKind kind) { return rows()[static_cast<std::size_t>(kind)].from; }
std::vector<EntryKind> to_kinds(LinkKind kind) { return rows()[static_cast<std::size_t>(kind)].to; }

}  // namespace michibiki
