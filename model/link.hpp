#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/entry.hpp"

namespace michibiki {

/// What a link says of the entries it connects; docs/catalog-format.md has the table.
enum class LinkKind {
  carries,
  lacks,
  has_nature,
  works_by,
  acts_on,
  spares,
  implemented_on,
  aims_at,
  considers,
  mitigates,
  counters,
  originates_from,
  involves,
  exposes,
  requires_other,
  related,
  maps,
  disposed_as,
  treats
};
inline constexpr std::size_t link_kind_count = static_cast<std::size_t>(LinkKind::treats) + 1;

/// The word of the catalogues for a kind of link: "originates-from".
std::string_view name_of(LinkKind kind);
std::optional<LinkKind> link_kind_named(std::string_view name);
/// The kinds of entries that may stand at either end; empty = any.
std::vector<EntryKind> from_kinds(LinkKind kind);
std::vector<EntryKind> to_kinds(LinkKind kind);

/// Where a link holds; an empty list does not limit. A named entry stands for everything under it.
struct Limits {
  std::vector<PropertyId> properties;
  std::vector<OriginId> origins;
  std::vector<NatureId> natures;
  std::vector<ComponentId> components;
  std::vector<AssetId> assets;
  std::vector<ThreatId> threats;
  std::vector<VulnerabilityId> vulnerabilities;

  bool operator==(const Limits&) const = default;

  /// All that they name.
  std::vector<EntryRef> named() const;
};

/// Whether several entries at the link's start count together or each alone.
enum class Join { all, any };

/// What independent published sources say of a judged link, by their ids.
struct Evidence {
  std::vector<std::string> agree;     ///< they link the same
  std::vector<std::string> disagree;  ///< they know both ends and do not link them
  std::vector<std::string> silent;    ///< they do not know both ends
  Bilingual alone;                    ///< why the link stands though no source agrees

  bool given() const { return !agree.empty() || !disagree.empty() || !silent.empty(); }
};

struct Link {
  std::string code;  ///< stable and unique
  LinkKind kind{};
  std::vector<EntryRef> from;
  std::vector<EntryRef>
      to;  ///< empty where it is declared that there is nothing: `to: nothing`; such a link never holds
  Join join = Join::all;
  Limits limits;
  std::optional<RoleId> role;  ///< of an `involves` link
  std::string relation;        ///< of a `maps` link
  Bilingual because;
  Bilingual stands_because;  ///< of a `counters` link that no originating control supports
  Evidence evidence;
  FactId fact;
};

}  // namespace michibiki
