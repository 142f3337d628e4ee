#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/figures.hpp"
#include "model/view.hpp"

namespace michibiki::figures {

/// What the catalogues, or a derivation from them, say where a figure has a cell.
struct CellAnswer {
  std::string value;
  bool derived = false;  ///< false: it stands in a catalogue as it is, and nothing was concluded
  /// The ways to the answer, each with the statements that it rests on.
  std::vector<std::vector<FactId>> ways;
};

/// One way to compare. Neither function sees what is printed.
struct CellSource {
  /// None where the cell names nothing in the catalogues.
  std::function<std::optional<CellAnswer>(std::string_view cell)> answer;
  /// The cells that a figure of this sort would have if it printed all that is known.
  std::function<std::vector<std::string>()> cells;
};

/// What the figure prints for one of the comparison's own words.
std::string printed(const PublishedFigure& figure, const std::string& word);

/// The parts of a cell's id.
std::vector<std::string> parts_of(std::string_view cell);

CellSource parents(const View& view, const PublishedFigure& figure);
CellSource carriers(const View& view, const PublishedFigure& figure);
CellSource compositions(const View& view, const PublishedFigure& figure);
CellSource harms(const View& view, const PublishedFigure& figure);
CellSource pattern_levels(const View& view, const PublishedFigure& figure);
CellSource type_levels(const View& view, const PublishedFigure& figure);
CellSource type_patterns(const View& view, const PublishedFigure& figure);
CellSource exposures(const View& view, const PublishedFigure& figure);
CellSource answers(const View& view, const PublishedFigure& figure);
CellSource classes(const View& view, const PublishedFigure& figure);
CellSource placements(const View& view, const PublishedFigure& figure);
CellSource values(const View& view, const PublishedFigure& figure);
CellSource shared_values(const View& view, const PublishedFigure& figure);

}  // namespace michibiki::figures
