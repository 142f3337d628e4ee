#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/yaml/load_catalog.hpp"

namespace michibiki::testing {

/// A whole catalogue in one file: a manifest and a basis for all, then these sections.
inline NamedText catalog_of(std::string_view sections, const std::string& id = "field",
                            const std::string& depends_on = {}) {
  std::string text =
      "catalog: {schema: 1, id: " + id + ", version: 1.0.0, released: 2026-01-01, sources: [{id: report}]";
  if (!depends_on.empty()) text += ", depends-on: [" + depends_on + "]";
  return {id + ".yaml", text + "}\nbasis: unverified\n" + std::string(sections)};
}

/// All that is said, a line per diagnostic.
inline std::string told(const std::vector<Diagnostic>& diagnostics) {
  std::string all;
  for (const auto& diagnostic : diagnostics) all += to_string(diagnostic) + '\n';
  return all;
}

}  // namespace michibiki::testing
