#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.hpp"
#include "model/fact.hpp"
#include "model/judgements.hpp"
#include "model/source_location.hpp"
#include "model/wording.hpp"

namespace michibiki {

/// What of the catalogues, or of a derivation from them, a figure's cells are compared with; docs/catalog-format.md has the table.
enum class Comparison {
  // Of what is about one entry, ENTRY/LABEL will do too: a figure may say several things of it.
  parents,         ///< ENTRY: the entry that it stands under
  carriers,        ///< ASSET: what the component that carries it stands under
  compositions,    ///< COMPONENT: whether a system case has it
  harms,           ///< THREAT/PROPERTY, THREAT/PARENT: whether it does
  pattern_levels,  ///< PATTERN/PROPERTY: the level
  type_levels,     ///< TYPE/PROPERTY/LEVEL: whether it may be required; TYPE/PROPERTY/reason: why
  type_patterns,   ///< TYPE, or TYPE:TYPE: the pattern of a service of that type
  exposures,       ///< THREAT/PROPERTY, THREAT/PARENT of one asset; ASSET/THREAT: whether it is exposed
  answers,         ///< ASSET/THREAT: the status of the exposures
  classes,         ///< MEASURE: its class
  placements,      ///< MEASURE: the chapter it is placed in
  values,          ///< MEASURE.KEY/PATTERN: the reference value
  shared_values    ///< anything: whether shared assets take the strictest published value
};

/// The word of the catalogues for a comparison: "type-patterns".
std::string_view name_of(Comparison comparison);
std::optional<Comparison> comparison_named(std::string_view name);
/// All of them, for messages.
std::vector<std::string> comparison_names();

/// One cell of a published figure, as it stands in the source's text.
struct PublishedCell {
  std::string id;     ///< unique in its figure; parts that name entries of the catalogues are joined by `/`
  std::string value;  ///< the id of the entry that the printed word names, or the printed word
  int line = 0;       ///< of the source's text, 0 when not given
  /// That what it is compared with may be wrong too: a figure that nobody at hand has seen printed.
  bool unverified = false;
  std::optional<Comparison> compare;  ///< where it is another than the figure's
  Wording incomparable;               ///< why nothing can be compared with it: damaged in the text, or it names nothing
  Wording explanation;                ///< of a difference that is understood
  SourceLocation location;
};

enum class FigureForm {
  table,
  image  ///< lost in the text: without cells, so nothing can be compared with it
};

/// How something in a source does not fit together.
enum class OdditySort {
  substance,    ///< two statements contradict each other, or a reason its conclusion
  naming,       ///< one thing has two names
  text_damage,  ///< the text has lost or displaced something
  revision      ///< a trace of an earlier version
};
std::string_view name_of(OdditySort sort);
std::optional<OdditySort> oddity_sort_named(std::string_view name);

/// An oddity of a figure, and how it was read.
struct Oddity {
  OdditySort sort{};
  Wording what;
  Wording reading;
  std::vector<int> lines;  ///< of the source's text
};

/// A figure that others published. No stage of a derivation sees one: a result is compared with it afterwards, and a figure that
/// could be read would sooner or later be its own answer.
struct PublishedFigure {
  std::string id;
  Wording title;
  Wording note;
  FigureForm form = FigureForm::table;
  Basis basis;                        ///< where it is printed
  std::optional<Comparison> compare;  ///< none: with nothing
  std::string of;  ///< the kind of entry, or the one entry, that the comparison is about, where it needs one
  /// What the figure prints for the comparison's own words: "present" -> "○".
  std::map<std::string, std::string> words;
  std::vector<PublishedCell> cells;
  std::vector<Oddity> oddities;
  SourceLocation location;
};

/// A catalogue of kind `figures`, what results are compared with and nothing is derived from: reports name it by id, version and SHA-256 like any other.
struct FigureCatalog {
  CatalogInfo info;
  std::vector<PublishedFigure> figures;
  std::vector<JudgedTable> judgements;
};

}  // namespace michibiki
