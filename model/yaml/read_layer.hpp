#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/layer.hpp"

namespace michibiki {

/// What a catalogue says it is.
enum class CatalogKind {
  catalog,  ///< what a derivation is made from
  overlay,  ///< the same, but only where it is asked for: it carries the others forward, or back
  figures   ///< published figures: only a comparison may read them, so that no derivation ever sees its own answer
};

/// One file of a catalogue, already in memory: `name` is how messages and digests call it.
struct CatalogFile {
  std::string name;
  std::string text;
  bool readable = true;  ///< false: its bytes could not be read, which has been said
};

/// Reads the files of one catalogue, in the order given (one of them holds the section `catalog`). `digest_names` are the names
/// that enter the SHA-256, so that it does not depend on where the folder lies.
struct LayerReading {
  std::optional<Layer> layer;
  CatalogKind kind = CatalogKind::catalog;
  /// Items of the sections `figures` and `judgements`, never among the layer's own records.
  std::vector<Record> figures;
};
LayerReading read_layer(const std::vector<CatalogFile>& files, const std::vector<std::string>& digest_names,
                        std::vector<Diagnostic>& diagnostics);

}  // namespace michibiki
