#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/claims.hpp"
#include "model/figures.hpp"
#include "model/view.hpp"

namespace michibiki {

/// What agreement with a published cell is worth. Only `derived` and `repaired` may be called reproduced.
enum class Verdict {
  derived,         ///< from statements that were fixed without this figure
  repaired,        ///< the same, where the text of a statement was damaged and restored from other evidence
  calibrated,      ///< derived, but something it rests on was chosen knowing the figure
  settled,         ///< derived, but something it rests on was restored from the figure itself
  transcribed,     ///< the figure is a statement of the catalogue, and was compared with the text once more
  not_comparable,  ///< the cell is damaged, or names nothing
  differs          ///< what was derived is not what is printed
};
inline constexpr std::size_t verdict_count = static_cast<std::size_t>(Verdict::differs) + 1;

/// The word of reports for a verdict: "not-comparable".
std::string_view name_of(Verdict verdict);

struct ReproducedCell {
  std::string derived;  ///< what the derivation says there; empty where nothing could be compared
  Verdict verdict = Verdict::not_comparable;
  std::vector<FactId> premises;  ///< what it rests on, as far as that decides the verdict
};

/// What the derivation says where the figure has no cell.
struct UnprintedCell {
  std::string cell;
  std::string derived;
};

struct ReproducedFigure {
  const PublishedFigure* figure = nullptr;
  std::vector<ReproducedCell> cells;  ///< parallel to the figure's
  std::vector<UnprintedCell> unprinted;

  std::size_t count(Verdict verdict) const;
};

struct Reproduction {
  std::vector<ReproducedFigure> figures;  ///< by number
  std::vector<Claim> claims;

  std::size_t count(Verdict verdict) const;
};

/// Derives what the figure prints, and only then looks at it. It must outlive the result.
ReproducedFigure reproduce(const View& view, const PublishedFigure& figure);

/// All figures, and the claims that no single cell can show.
Reproduction reproduce(const View& view, const std::vector<FigureCatalog>& catalogs);

}  // namespace michibiki
