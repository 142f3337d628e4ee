#pragma once

#include <vector>

#include "model/diagnostic.hpp"
#include "model/judgements.hpp"
#include "model/yaml/read_layer.hpp"

namespace michibiki {

/// The tables of judgements of one catalogue of kind `figures`, in the order of its files; docs/catalog-format.md has the format. What
/// is wrong is in `diagnostics`, with its place, and is left out of the result.
std::vector<JudgedTable> read_judgements(const LayerReading& reading, std::vector<Diagnostic>& diagnostics);

}  // namespace michibiki
