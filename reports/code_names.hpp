#pragma once

#include <string>

#include "engine/conclusions.hpp"
#include "reports/naming.hpp"

namespace michibiki {

// What conclusions in ids are called by a catalogue; an id that it does not have (any more) is its own name.

/// The title and id of what has that id.
template <typename T>
std::string title_and_id(const Table<T>& table, const std::string& code, Language language) {
  const auto id = table.find(code);
  return id ? title_and_id(table[*id], language) : code;
}

std::string asset_name(const Catalog& catalog, const ExposureCode& code, Language language);
std::string threat_name(const Catalog& catalog, const ExposureCode& code, Language language);
std::string property_name(const Catalog& catalog, const ExposureCode& code, Language language);

}  // namespace michibiki
