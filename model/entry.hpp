#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/bilingual.hpp"
#include "model/id.hpp"

namespace michibiki {

/// The kinds of entries that a catalogue can hold; the words are those of docs/catalog-format.md.
enum class EntryKind : std::uint8_t {
  property,
  level,
  origin,
  measure_class,
  purpose,
  role,
  nature,
  mechanism,
  component,
  asset,
  threat,
  vulnerability,
  standard,
  control,
  document,
  chapter,
  measure,
  scale,
  unit,
  stakeholder,
  pattern,
  question,
  reason,
  service_type,
  system_case,
  consideration,
  exclusion,
  disposition,
  treatment,
  step
};
inline constexpr std::size_t entry_kind_count = static_cast<std::size_t>(EntryKind::step) + 1;

/// The singular word for a kind, as edits of catalogues write it: "threat", "service-type".
std::string_view name_of(EntryKind kind);
/// The section of a catalogue file that holds entries of the kind: "threats", "service-types".
std::string_view section_of(EntryKind kind);
std::optional<EntryKind> entry_kind_of_section(std::string_view section);
std::optional<EntryKind> entry_kind_named(std::string_view name);

/// What all entries have in common.
struct Entry {
  std::string code;  ///< the catalogue's id, ASCII, unique per kind
  Bilingual title;
  Bilingual note;
  bool group = false;                 ///< a heading: only groups others, is never derived or counted
  std::optional<std::size_t> parent;  ///< position of the parent in the table of the same kind
  std::vector<std::string> replaces;  ///< earlier ids of the same entry
  std::vector<std::string> tags;
  FactId fact;
};

/// An entry of a known kind.
template <EntryKind Kind>
struct EntryOf : Entry {
  static constexpr EntryKind kind = Kind;
};

/// Any entry of any kind: what links connect and the graph has as its vertices.
struct EntryRef {
  EntryKind kind{};
  std::uint32_t index = 0;

  constexpr EntryRef() = default;
  constexpr EntryRef(EntryKind entry_kind, std::size_t position)
      : kind(entry_kind), index(static_cast<std::uint32_t>(position)) {}
  constexpr auto operator<=>(const EntryRef&) const = default;
};

}  // namespace michibiki
