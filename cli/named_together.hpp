#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/catalog.hpp"
#include "model/service.hpp"

namespace michibiki::cli {

/// "III.2.3.1.a": a measure and one of its indicators, by position.
struct CalledIndicator {
  MeasureId measure;
  std::size_t indicator = 0;
};

/// The indicator that "MEASURE.KEY" names, of a withdrawn measure too; none where a measure itself is called so.
std::optional<CalledIndicator> indicator_called(const Catalog& catalog, const std::string& id);

/// Whether a service lists a component of that id, be it left out of the derivation; SERVICE/ID also where ID is a type that it could have.
bool names_component(const Catalog& catalog, const Portfolio& portfolio, const std::string& id);

/// A value that a catalogue may offer.
struct CalledValue {
  MeasureId measure;
  std::optional<std::size_t> indicator;  ///< none: of each
  PatternId pattern;
};

/// What several ids name between them, in any order, besides an exposure. An id may name several things, and so may all of them together.
struct NamedTogether {
  std::optional<CalledValue> value;                                      ///< a measure or indicator, and a pattern
  std::optional<std::pair<PropertyId, LevelId>> level;                   ///< a property and a level
  std::vector<std::pair<EntryRef, std::vector<std::string>>> answering;  ///< a measure or control, and what exposures
};

/// Withdrawn entries name nothing here, but with their indicators.
NamedTogether named_together(const Catalog& catalog, const std::vector<std::string>& ids);

}  // namespace michibiki::cli
