#pragma once

#include <string>
#include <vector>

#include "model/catalog.hpp"
#include "model/fact.hpp"
#include "model/source_location.hpp"
#include "model/wording.hpp"

namespace michibiki {

/// One cell of a published figure, as it stands in the source's text.
struct PublishedCell {
  std::string id;     ///< unique in its figure; parts that name entries of the catalogues are joined by `/`
  std::string value;  ///< the id of the entry that the printed word names, or the printed word
  int line = 0;       ///< of the source's text, 0 when not given
  SourceLocation location;
};

enum class FigureForm {
  table,
  image  ///< lost in the text: without cells, so nothing can be compared with it
};

/// A figure that others published. No stage of a derivation sees one: a result is compared with it afterwards, and a figure that
/// could be read would sooner or later be its own answer.
struct PublishedFigure {
  std::string id;
  Wording title;
  Wording note;
  FigureForm form = FigureForm::table;
  Basis basis;  ///< where it is printed
  std::vector<PublishedCell> cells;
  SourceLocation location;
};

/// A catalogue of kind `figures`: reports name it by id, version and SHA-256 like any other.
struct FigureCatalog {
  CatalogInfo info;
  std::vector<PublishedFigure> figures;
};

}  // namespace michibiki
