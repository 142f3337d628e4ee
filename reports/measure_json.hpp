#pragma once

#include "reports/json_facts.hpp"

namespace michibiki {

/// Why something is selected that others cannot do without: the link, those that require it, and how firm that is.
Json json_requirements(const DerivationReport& report, const std::vector<std::size_t>& requirements,
                       const std::vector<std::size_t>& open_requirements);
/// The ids of the links to what an entry has to do with.
Json json_related(const View& view, EntryRef entry);

/// The selected measures, each with why it is there, what is asked of stakeholders, and its reference values.
Json json_measures(const DerivationReport& report);

}  // namespace michibiki
