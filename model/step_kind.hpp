#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace michibiki {

/// The kinds of steps by which a derivation comes to its conclusions, in the order of the report's own steps. What each says in words stands
/// in the catalogues (`steps`); docs/catalog-format.md has the table.
enum class StepKind : std::uint8_t {
  level_given,           ///< the service says which level it requires
  level_by_criterion,    ///< a line of the level criteria
  level_by_type,         ///< the table of service types
  level_open,            ///< nothing decides: any level of the scale
  pattern_fits,          ///< has levels that the service may require
  component_listed,      ///< by a system case
  component_own,         ///< by the service itself
  stakeholder_always,    ///< part of every service
  stakeholder_operates,  ///< operates a component
  asset_carried,         ///< by a component
  asset_of_service,      ///< in a catalogue without components
  nature,                ///< of an asset
  harm,                  ///< of a property by a threat
  mechanism,             ///< by which a threat works
  direct_harm,           ///< of things of a nature by a mechanism
  weakness,              ///< a vulnerability that lets a threat reach an asset
  exposed_by_mechanism,  ///< the mechanism acts directly on a nature of the asset
  exposed_outright,      ///< a catalogue says so
  exposed_to_all,        ///< in a catalogue that knows no mechanisms
  counters,              ///< a measure, an exposure
  mitigates,             ///< a control, an exposure
  involves,              ///< a measure, a stakeholder
  requires_other,        ///< what is selected cannot do without it
  lineage,               ///< what a measure was drawn from
  measure_class,         ///< basic or recommended
  placed,                ///< a measure in a chapter
  value_published,       ///< the value of the pattern
  value_strictest        ///< the strictest among those of several patterns
};
inline constexpr std::size_t step_kind_count = static_cast<std::size_t>(StepKind::value_strictest) + 1;

/// The id of a kind in the catalogues: "exposed-by-mechanism".
std::string_view name_of(StepKind kind);
std::optional<StepKind> step_kind_named(std::string_view name);

/// What a sentence about a step of that kind may name: "asset", "threat" … Not every one is there in every catalogue.
std::span<const std::string_view> parts_of(StepKind kind);

}  // namespace michibiki
