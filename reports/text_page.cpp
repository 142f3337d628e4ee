#include "reports/text_page.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "model/text.hpp"
#include "reports/fit.hpp"

namespace michibiki {
namespace {

constexpr std::size_t narrowest_page = 40;
constexpr std::size_t narrowest_column = 6;
constexpr std::string_view gutter = " | ";
constexpr std::string_view ledger_gap = "  ";

std::string_view color_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "\x1b[32m";
    case Tone::caution:
      return "\x1b[33m";
    case Tone::bad:
      return "\x1b[31m";
    case Tone::faint:
      return "\x1b[2m";
    case Tone::strong:
      return "\x1b[1m";
    case Tone::plain:
      break;
  }
  return {};
}

/// The cell whose text may run on to the end of the row: the last one that has any, when it is not in the last column. A number stays in
/// its own.
std::size_t running_on(const Grid& grid, const Grid::Row& row) {
  auto last = row.cells.size();
  while (last > 0 && row.cells[last - 1].text.empty()) --last;
  const bool runs = last > 0 && last < grid.columns.size() && !grid.columns[last - 1].number;
  return runs ? last - 1 : grid.columns.size();
}

/// How wide each column would like to be.
std::vector<std::size_t> natural_widths(const Grid& grid) {
  std::vector<std::size_t> widths;
  for (const auto& column : grid.columns) widths.push_back(display_width(plain_line(column.title)));
  for (const auto& row : grid.rows) {
    if (row.heading) continue;
    const auto runs_on = running_on(grid, row);
    for (std::size_t i = 0; i < widths.size() && i < row.cells.size(); ++i) {
      if (i != runs_on) widths[i] = std::max(widths[i], display_width(plain_line(row.cells[i].text)));
    }
  }
  return widths;
}

/// As narrow as a column can be without breaking a word of its title. Japanese titles are kept whole.
std::vector<std::size_t> title_widths(const Grid& grid) {
  std::vector<std::size_t> widths;
  for (const auto& column : grid.columns) {
    std::size_t widest = narrowest_column;
    std::size_t word = 0;
    const auto title = plain_line(column.title);
    for (const auto c : title + ' ') {
      if (c != ' ') ++word;
      if (c == ' ' || c == '-') widest = std::max(widest, std::exchange(word, 0));
    }
    widths.push_back(display_width(title) < title.size() ? std::max(narrowest_column, display_width(title)) : widest);
  }
  return widths;
}

/// Takes columns away where there are most, until the table fits or nothing can be taken any more.
void narrow(const Grid& grid, std::vector<std::size_t>& widths, std::size_t room, bool firm_ones,
            const std::vector<std::size_t>& least) {
  auto sum = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
  while (sum > room) {
    auto widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (grid.columns[i].firm && !firm_ones) continue;
      if (widths[i] > least[i] && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    }
    if (widest == widths.size()) return;
    --widths[widest];
    --sum;
  }
}

class TextPage {
 public:
  explicit TextPage(const TextStyle& style) : color_(style.color), width_(std::max(style.width, narrowest_page)) {}

  std::string draw(const Page& page) {
    for (const auto& block : page) std::visit([&](const auto& it) { draw(it); }, block);
    begun_ = begun_ || !out_.empty();
    return std::exchange(out_, {});
  }

 private:
  std::string paint(const std::string& text, Tone tone) const {
    const auto color = color_of(tone);
    if (!color_ || color.empty() || text.empty()) return text;
    return std::string(color) + text + "\x1b[0m";
  }

  void line(const std::string& text) {
    const auto end = text.find_last_not_of(' ');
    out_ += end == std::string::npos ? std::string() : text.substr(0, end + 1);
    out_ += '\n';
  }

  /// A text with something before its first line, and blanks before the others.
  void hanging(const std::string& before, const Cell& cell) {
    const auto indent = display_width(before);
    const auto room = width_ > indent + narrowest_column ? width_ - indent : narrowest_column;
    const auto lines = wrap(plain_line(cell.text), room);
    for (std::size_t i = 0; i < lines.size(); ++i)
      line((i == 0 ? before : std::string(indent, ' ')) + paint(lines[i], cell.tone));
  }

  void draw(const Heading& heading) {
    if (begun_ || !out_.empty()) out_ += '\n';
    const auto lines = wrap(plain_line(heading.text), width_);
    std::size_t widest = 0;
    for (const auto& text : lines) {
      line(paint(text, Tone::strong));
      widest = std::max(widest, display_width(text));
    }
    if (heading.level < 3) line(std::string(widest, heading.level == 1 ? '=' : '-'));
  }

  void draw(const Paragraph& paragraph) { hanging("", {paragraph.text, paragraph.tone}); }

  void draw(const Points& points) {
    for (const auto& point : points.points) {
      hanging("- ", point.cell);
      for (const auto& below : point.below) hanging("    ", below);
    }
  }

  void draw(const Outline& outline) {
    const auto deepest = width_ / 4;  // there has to be room for the text
    for (const auto& item : outline.lines)
      hanging(std::string(2 * std::min(item.depth, deepest), ' ') + "- ", item.cell);
  }

  void draw(const Labelled& labelled) {
    std::size_t indent = labelled.indent;
    for (const auto& row : labelled.lines) indent = std::max(indent, display_width(plain_line(row.label)));
    indent = std::min(indent, width_ / 3) + 2;
    for (const auto& row : labelled.lines) {
      const auto label = wrap(plain_line(row.label), indent - 2);
      for (std::size_t i = 0; i + 1 < label.size(); ++i) line(label[i]);
      hanging(pad_right(label.back(), indent), row.cell);
    }
  }

  void draw(const Ledger& ledger) {
    std::size_t indent = display_width(plain_line(ledger.things));
    for (const auto& row : ledger.rows) indent = std::max(indent, display_width(plain_line(row)));
    const auto widths = widths_of(ledger);
    const auto room = width_ > indent ? width_ - indent : 0;
    for (std::size_t first = 0; first < widths.size();) {
      const auto end = band_end(ledger, widths, first, room);
      draw_band(ledger, widths, indent, first, end);
      first = end;
    }
  }

  static std::vector<std::size_t> widths_of(const Ledger& ledger) {
    std::vector<std::size_t> widths;
    for (const auto& column : ledger.columns) {
      auto width = display_width(plain_line(column.title));
      for (const auto& cell : column.cells) width = std::max(width, display_width(plain_line(cell)));
      widths.push_back(width + ledger_gap.size());
    }
    return widths;
  }

  /// The column behind the last one of the band: whole groups if that leaves any.
  static std::size_t band_end(const Ledger& ledger, const std::vector<std::size_t>& widths, std::size_t first,
                              std::size_t room) {
    std::size_t taken = 0;
    std::size_t group = first;
    auto end = first;
    for (; end < widths.size() && (end == first || taken + widths[end] <= room); ++end) {
      if (ledger.columns[end].begins_group) group = end;
      taken += widths[end];
    }
    if (end == widths.size() || ledger.columns[end].begins_group) return end;
    return group > first ? group : end;
  }

  void draw_band(const Ledger& ledger, const std::vector<std::size_t>& widths, std::size_t indent, std::size_t first,
                 std::size_t end) {
    const auto pieces = [&](const std::string& label, const auto& text_of, Tone tone) {
      auto text = pad_right(plain_line(label), indent);
      for (auto i = first; i < end; ++i) text += pad_left(plain_line(text_of(ledger.columns[i])), widths[i]);
      line(paint(text, tone));
    };
    pieces(
        ledger.things, [](const Ledger::Column& column) { return column.title; }, Tone::strong);
    for (std::size_t row = 0; row < ledger.rows.size(); ++row) {
      const auto cell = [&](const Ledger::Column& column) {
        return row < column.cells.size() ? column.cells[row] : std::string();
      };
      const auto says_something = [&](const Ledger::Column& column) {
        return !cell(column).empty() && cell(column) != "0";
      };
      const auto begin = ledger.columns.begin();
      const bool any = std::any_of(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(end),
                                   says_something);
      if (any) pieces(ledger.rows[row], cell, Tone::plain);
    }
  }

  void draw(const Grid& grid) {
    auto widths = natural_widths(grid);
    const auto gutters = grid.columns.empty() ? 0 : (grid.columns.size() - 1) * gutter.size();
    const auto room = width_ > gutters ? width_ - gutters : 0;
    const auto titles_fit = title_widths(grid);
    narrow(grid, widths, room, false, titles_fit);
    narrow(grid, widths, room, true, titles_fit);
    narrow(grid, widths, room, true, std::vector(widths.size(), narrowest_column));

    Grid::Row titles;
    for (const auto& column : grid.columns) titles.cells.push_back({column.title, Tone::strong});
    draw_row(grid, widths, titles);
    std::string rule;
    for (std::size_t i = 0; i < widths.size(); ++i) rule += (i == 0 ? "" : "-+-") + std::string(widths[i], '-');
    line(rule);
    for (const auto& row : grid.rows) {
      if (row.heading) {
        hanging("== ", {row.cells.empty() ? std::string() : row.cells.front().text, Tone::strong});
      } else {
        draw_row(grid, widths, row);
      }
    }
  }

  void draw_row(const Grid& grid, std::vector<std::size_t> widths, const Grid::Row& row) {
    const auto runs_on = running_on(grid, row);
    if (runs_on < widths.size()) {
      for (std::size_t i = runs_on + 1; i < widths.size(); ++i) widths[runs_on] += gutter.size() + widths[i];
      widths.resize(runs_on + 1);
      if (runs_on == 0)
        widths.front() = std::max(widths.front(), width_);  // a line of its own: no column is in its way
    }
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      cells.push_back(wrap(i < row.cells.size() ? plain_line(row.cells[i].text) : std::string(), widths[i]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t y = 0; y < height; ++y) {
      std::string text;
      for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto piece = y < cells[i].size() ? cells[i][y] : std::string();
        const auto taken = display_width(piece);
        const std::string blanks(widths[i] > taken ? widths[i] - taken : 0, ' ');
        const auto painted = paint(piece, i < row.cells.size() ? row.cells[i].tone : Tone::plain);
        if (i > 0) text += gutter;
        text += grid.columns[i].number ? blanks + painted : painted + blanks;
      }
      line(text);
    }
  }

  bool color_;
  std::size_t width_;
  bool begun_ = false;  ///< something stands in an earlier part
  std::string out_;
};

}  // namespace

std::string draw_text(const Page& page, const TextStyle& style) { return TextPage(style).draw(page); }

PageDrawing text_drawing(const TextStyle& style) {
  return [drawn = TextPage(style)](const Page& part) mutable { return drawn.draw(part); };
}

}  // namespace michibiki
