#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/catalog.hpp"
#include "model/gaps.hpp"
#include "model/node.hpp"

namespace michibiki {

/// One entry, link or rule of a catalogue as its author wrote it, before references are resolved.
struct Record {
  std::string section;  ///< "threats", "links", "placement" …
  /// Normalised id; of a link without one "FROM KIND TO", of a level criterion its property; empty where it is missing.
  std::string code;
  Node body;
  std::shared_ptr<const Node> default_basis;  ///< of its file or manifest; null when there is none
  std::string catalog;                        ///< id of the catalogue that holds it
  std::optional<Withdrawal> withdrawn;
};

/// One change that an overlay makes to a catalogue it depends on.
struct Edit {
  enum class Action { add, replace, withdraw };
  Action action{};
  std::string section;  ///< that of the record; "rules" for one rule of the level criteria or of the placement table
  std::string code;
  std::string field;  ///< "origin", or a part of one: "indicators.a.values.1"; empty: the entry or link itself
  std::optional<Node> was;
  std::optional<Node> is;
  std::optional<Node> because;
  std::optional<Node> basis;
  std::shared_ptr<const Node> default_basis;  ///< of its file or manifest; null when there is none
  SourceLocation at;
};

/// One catalogue as read: what it says of itself, its records in the order of its files, its edits of other catalogues.
struct Layer {
  CatalogInfo info;
  std::vector<Source> sources;
  std::vector<Record> records;
  std::vector<Edit> edits;
  std::vector<SourceLocation> depends_on_at;  ///< where each of `info.depends_on` is written
  Gaps gaps;                                  ///< what of its files could not be read
};

}  // namespace michibiki
