#include "reports/text_page.hpp"

#include <algorithm>
#include <numeric>

#include "model/text.hpp"
#include "reports/fit.hpp"

namespace michibiki {
namespace {

constexpr std::size_t narrowest_page = 40;
constexpr std::size_t narrowest_column = 6;
constexpr std::string_view gutter = " | ";

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

/// The cell whose text may run on to the end of the row: the last one that has any, when it is not in the last column.
std::size_t running_on(const Grid& grid, const Grid::Row& row) {
  auto last = row.cells.size();
  while (last > 0 && row.cells[last - 1].text.empty()) --last;
  return last == 0 || last == grid.columns.size() ? grid.columns.size() : last - 1;
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

/// Takes columns away where there are most, until the table fits or nothing can be taken any more.
void narrow(const Grid& grid, std::vector<std::size_t>& widths, std::size_t room, bool firm_ones) {
  auto sum = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
  while (sum > room) {
    auto widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (grid.columns[i].firm && !firm_ones) continue;
      if (widths[i] > narrowest_column && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
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
    return std::move(out_);
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
  void hanging(const std::string& before, const Cell& cell, const std::string& tail = {}, std::size_t most_rows = 0) {
    const auto indent = display_width(before);
    const auto room = width_ > indent + narrowest_column ? width_ - indent : narrowest_column;
    const auto lines = cut(plain_line(cell.text), tail, room, most_rows);
    for (std::size_t i = 0; i < lines.size(); ++i)
      line((i == 0 ? before : std::string(indent, ' ')) + paint(lines[i], cell.tone));
  }

  /// The text and what ends it in at most that many lines: the text is cut, the end stays.
  static std::vector<std::string> cut(const std::string& text, const std::string& tail, std::size_t room,
                                      std::size_t most_rows) {
    const auto end = tail.starts_with(' ') ? ' ' + plain_line(tail) : plain_line(tail);
    auto lines = wrap(text + end, room);
    for (auto width = display_width(text); most_rows > 0 && lines.size() > most_rows && width > 0; --width) {
      lines = wrap(truncate_to_width(text, width) + end, room);
    }
    return lines;
  }

  void draw(const Heading& heading) {
    if (!out_.empty()) out_ += '\n';
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

  void draw(const Labelled& labelled) {
    std::size_t indent = 0;
    for (const auto& row : labelled.lines) indent = std::max(indent, display_width(plain_line(row.label)));
    indent = std::min(indent, width_ / 3) + 2;
    for (const auto& row : labelled.lines) {
      const auto label = truncate_to_width(plain_line(row.label), indent - 2);
      hanging(pad_right(label, indent), row.cell, row.tail, labelled.most_rows);
    }
  }

  void draw(const Grid& grid) {
    auto widths = natural_widths(grid);
    const auto gutters = grid.columns.empty() ? 0 : (grid.columns.size() - 1) * gutter.size();
    const auto room = width_ > gutters ? width_ - gutters : 0;
    narrow(grid, widths, room, false);
    narrow(grid, widths, room, true);

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
  std::string out_;
};

}  // namespace

std::string draw_text(const Page& page, const TextStyle& style) { return TextPage(style).draw(page); }

}  // namespace michibiki
