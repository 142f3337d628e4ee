#include "engine/compare/reproduce.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "engine/compare/figure_comparison.hpp"

namespace michibiki {
namespace figures {

std::string printed(const PublishedFigure& figure, const std::string& word) {
  const auto found = figure.words.find(word);
  return found == figure.words.end() ? word : found->second;
}

std::vector<std::string> parts_of(std::string_view cell) {
  std::vector<std::string> parts(1);
  for (const char c : cell) {
    if (c == '/') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

}  // namespace figures

namespace {

figures::CellSource source_for(const View& view, const PublishedFigure& figure, Comparison comparison) {
  switch (comparison) {
    case Comparison::parents:
      return figures::parents(view, figure);
    case Comparison::carriers:
      return figures::carriers(view, figure);
    case Comparison::compositions:
      return figures::compositions(view, figure);
    case Comparison::harms:
      return figures::harms(view, figure);
    case Comparison::pattern_levels:
      return figures::pattern_levels(view, figure);
    case Comparison::type_levels:
      return figures::type_levels(view, figure);
    case Comparison::type_patterns:
      return figures::type_patterns(view, figure);
    case Comparison::exposures:
      return figures::exposures(view, figure);
    case Comparison::answers:
      return figures::answers(view, figure);
    case Comparison::classes:
      return figures::classes(view, figure);
    case Comparison::placements:
      return figures::placements(view, figure);
    case Comparison::values:
      return figures::values(view, figure);
    case Comparison::shared_values:
      break;
  }
  return figures::shared_values(view, figure);
}

/// What a statement that an answer rests on makes of it. Worst last.
enum class Taint { none, repaired, calibrated, settled, printed_here };

Taint taint_of(const Basis& basis, const PublishedFigure& figure) {
  const auto& at = figure.basis.at;
  if (!basis.restored.empty() && basis.restored == at) return Taint::settled;
  if (basis.kind == BasisKind::stated && basis.source == figure.basis.source && basis.at == at)
    return Taint::printed_here;
  if (std::ranges::count(basis.knowing, at) != 0) return Taint::calibrated;
  return basis.restored.empty() ? Taint::none : Taint::repaired;
}

Verdict verdict_of(Taint taint) {
  switch (taint) {
    case Taint::none:
      return Verdict::derived;
    case Taint::repaired:
      return Verdict::repaired;
    case Taint::calibrated:
      return Verdict::calibrated;
    case Taint::settled:
      return Verdict::settled;
    case Taint::printed_here:
      break;
  }
  return Verdict::transcribed;
}

/// An answer is worth what its best way is worth, and a way what its worst statement is.
void judge(const Catalog& catalog, const PublishedFigure& figure, const figures::CellAnswer& answer,
           ReproducedCell& cell) {
  if (!answer.derived) {
    cell.verdict = Verdict::transcribed;
    cell.premises = answer.ways.front();
    return;
  }
  std::optional<Taint> best;
  for (const auto& way : answer.ways) {
    auto worst = Taint::none;
    for (const auto premise : way) worst = std::max(worst, taint_of(catalog.fact(premise).basis, figure));
    if (best && worst >= *best) continue;
    best = worst;
    cell.premises = way;
  }
  cell.verdict = verdict_of(*best);
}

/// `within` and `at most` are one word (docs/catalog-format.md).
std::string as_notation(const std::string& text) {
  constexpr std::string_view within = "within ";
  return text.starts_with(within) ? "at most " + text.substr(within.size()) : text;
}

/// The ways of comparing that a figure asks for, each made once.
class Sources {
 public:
  Sources(const View& view, const PublishedFigure& figure) : view_(view), figure_(figure) {}

  const figures::CellSource* of(std::optional<Comparison> comparison) {
    if (!comparison) comparison = figure_.compare;
    if (!comparison) return nullptr;
    auto found = made_.find(*comparison);
    if (found == made_.end()) found = made_.emplace(*comparison, source_for(view_, figure_, *comparison)).first;
    return &found->second;
  }

 private:
  const View& view_;
  const PublishedFigure& figure_;
  std::map<Comparison, figures::CellSource> made_;
};

}  // namespace

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::derived:
      return "derived";
    case Verdict::repaired:
      return "repaired";
    case Verdict::calibrated:
      return "calibrated";
    case Verdict::settled:
      return "settled";
    case Verdict::transcribed:
      return "transcribed";
    case Verdict::not_comparable:
      return "not-comparable";
    case Verdict::differs:
      break;
  }
  return "differs";
}

std::size_t ReproducedFigure::count(Verdict verdict) const {
  return static_cast<std::size_t>(std::ranges::count(cells, verdict, &ReproducedCell::verdict));
}

std::size_t Reproduction::count(Verdict verdict) const {
  return std::accumulate(figures.begin(), figures.end(), std::size_t{0},
                         [&](std::size_t sum, const ReproducedFigure& figure) { return sum + figure.count(verdict); });
}

ReproducedFigure reproduce(const View& view, const PublishedFigure& figure) {
  ReproducedFigure result;
  result.figure = &figure;
  Sources sources(view, figure);
  std::set<std::string, std::less<>> seen;
  for (const auto& published : figure.cells) {
    seen.insert(published.id);
    auto& cell = result.cells.emplace_back();
    const auto* source = published.incomparable.empty() ? sources.of(published.compare) : nullptr;
    const auto answer = source != nullptr ? source->answer(published.id) : std::nullopt;
    if (!answer) continue;
    cell.derived = answer->value;
    judge(view.catalog(), figure, *answer, cell);
    if (answer->value != as_notation(published.value)) cell.verdict = Verdict::differs;
  }
  const auto* source = sources.of(std::nullopt);
  if (source == nullptr) return result;
  for (const auto& id : source->cells()) {
    if (!seen.insert(id).second) continue;
    if (const auto answer = source->answer(id)) result.unprinted.push_back({id, answer->value});
  }
  return result;
}

namespace {

/// 9 comes before 10, 34 before 34-note, and what has no number after all of them.
bool natural_before(const std::string& a, const std::string& b) {
  const auto number_of = [](const std::string& id) {
    int number = 0;
    const auto read = std::from_chars(id.data(), id.data() + id.size(), number);
    const bool ends = read.ptr == id.data() + id.size() || *read.ptr == '-';
    return read.ec == std::errc() && ends ? number : std::numeric_limits<int>::max();
  };
  return std::tuple(number_of(a), std::string_view(a)) < std::tuple(number_of(b), std::string_view(b));
}

}  // namespace

Reproduction reproduce(const View& view, const std::vector<FigureCatalog>& catalogs) {
  Reproduction result;
  for (const auto& catalog : catalogs) {
    for (const auto& figure : catalog.figures) result.figures.push_back(reproduce(view, figure));
  }
  std::ranges::stable_sort(result.figures, [](const ReproducedFigure& a, const ReproducedFigure& b) {
    return natural_before(a.figure->id, b.figure->id);
  });
  result.claims = try_claims(view, catalogs);
  return result;
}

}  // namespace michibiki
