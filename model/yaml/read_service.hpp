#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/catalog.hpp"
#include "model/diagnostic.hpp"
#include "model/service.hpp"

namespace michibiki {

/// A service file, or a portfolio: several services that may share components. There only when nothing is wrong.
struct ServiceReading {
  std::optional<Portfolio> portfolio;
  std::vector<Diagnostic> diagnostics;
};

/// Reads `text`, the content of the file shown as `name`, against the catalogue. docs/service-format.md has the format.
ServiceReading read_service(const Catalog& catalog, const std::string& text, const std::string& name);

}  // namespace michibiki
