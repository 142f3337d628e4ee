#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/layer.hpp"

namespace michibiki {

/// Whom each catalogue depends on, directly or not.
using Dependencies = std::map<std::string, std::set<std::string>>;

/// The layers made one: records in the order of their catalogues, edits applied, and which edits those were.
struct Resolved {
  std::vector<CatalogInfo> layers;
  std::vector<Source> sources;
  std::vector<Record> records;
  std::vector<Override> overrides;
  std::vector<Node> edits;  ///< of each override: what is stated, wrapped with the edit's own basis and reason
  Dependencies dependencies;
  Gaps gaps;
};

/// Puts every catalogue after those it depends on, then applies its edits. Precedence: a catalogue may edit only what it depends on,
/// directly or not; two that edit the same statement must be ordered by `depends-on`, else it is a conflict that names both places.
/// `gaps` is what could not even be read as a layer.
Resolved resolve(std::vector<Layer> layers, std::vector<Diagnostic>& diagnostics, Gaps gaps = {});

}  // namespace michibiki
