#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/explain/ways.hpp"

namespace michibiki {

// What a derivation concludes about something that a person asks about; none where it concludes nothing.

/// About an entry of the catalogues: of a measure that it is called for, its class, lineage, chapter and values; of an asset or a type of
/// component where the services have it; of a threat or vulnerability its exposures; of a pattern or level which services may require it;
/// of a chapter or class the measures in it. None for kinds of entries that conclusions only rest on.
std::vector<Conclusion> conclusions_about(const Workings& workings, EntryRef entry);

/// About the components of the services that are called so (engine/component_names.hpp).
std::vector<Conclusion> conclusions_about_component(const Workings& workings, const std::string& name);

/// The values of one indicator of a measure.
std::vector<Conclusion> conclusions_about_indicator(const Workings& workings, MeasureId measure, std::size_t indicator);

/// The values of a measure, or of one of its indicators, that are those of the pattern.
std::vector<Conclusion> conclusions_about_value(const Workings& workings, MeasureId measure,
                                                std::optional<std::size_t> indicator, PatternId pattern);

/// The services that may require that level of the property.
std::vector<Conclusion> conclusions_about_level(const Workings& workings, PropertyId property, LevelId level);

/// That a measure or control answers the exposures that all of these ids are about, each by itself.
std::vector<Conclusion> conclusions_about_answer(const Workings& workings, EntryRef answer,
                                                 const std::vector<std::string>& codes);

/// The exposures, and what answers each, that all of these ids are about: a component or its type, or SERVICE/ and one of these, an asset, a threat or what it lies under, a
/// property, a vulnerability.
std::vector<Conclusion> conclusions_about_exposures(const Workings& workings, const std::vector<std::string>& codes);

/// All of them: classification, inventory, exposures, measures and controls, chapters, values.
std::vector<Conclusion> all_conclusions(const Workings& workings);

}  // namespace michibiki
