#include "reports/markdown_page.hpp"

#include <algorithm>
#include <utility>

#include "reports/fit.hpp"

namespace michibiki {
namespace {

constexpr std::string_view always_markup = "\\`*_[]|~$@";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How many bytes at the start of a line would begin a list, heading, quotation or rule: "12." "#" "-" "+" "=".
std::size_t block_mark(std::string_view line) {
  if (line.empty()) return 0;
  if (std::string_view("#-+=").find(line.front()) != std::string_view::npos) return 1;
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')')) return digits + 1;
  return 0;
}

bool starts_link(std::string_view rest, std::string_view before) {
  // Bare addresses become links too: break them at the colon and after www.
  return rest.starts_with("://") ||
         (rest.front() == '.' && before.size() >= 3 && (before.ends_with("www") || before.ends_with("WWW")));
}

class MarkdownPage {
 public:
  std::string draw(const Page& page) {
    for (const auto& block : page) std::visit([&](const auto& it) { draw(it); }, block);
    begun_ = begun_ || !out_.empty();
    return std::exchange(out_, {});
  }

 private:
  void blank_line() {
    if (begun_ || !out_.empty()) out_ += '\n';
  }

  void draw(const Heading& heading) {
    blank_line();
    out_ += std::string(static_cast<std::size_t>(std::clamp(heading.level, 1, 6)), '#') + ' ' +
            markdown_text(heading.text) + '\n';
    heading_ = heading.level;
  }

  void draw(const Paragraph& paragraph) {
    blank_line();
    out_ += markdown_text(paragraph.text) + '\n';
  }

  void draw(const Points& points) {
    blank_line();
    for (const auto& point : points.points) {
      out_ += "- " + markdown_text(point.cell.text) + '\n';
      for (const auto& below : point.below) out_ += "  - " + markdown_text(below.text) + '\n';
    }
  }

  void draw(const Outline& outline) {
    blank_line();
    for (const auto& item : outline.lines)
      out_ += std::string(2 * item.depth, ' ') + "- " + markdown_text(item.cell.text) + '\n';
  }

  void draw(const Labelled& labelled) {
    blank_line();
    for (const auto& line : labelled.lines) {
      if (line.label.empty()) {
        out_ += "  - " + markdown_text(line.cell.text) + '\n';
      } else {
        out_ += "- **" + markdown_text(line.label) + "** " + markdown_text(line.cell.text) + '\n';
      }
    }
  }

  void draw(const Ledger& ledger) {
    Grid grid;
    grid.columns.push_back({ledger.things});
    for (const auto& row : ledger.rows) grid.columns.push_back({row, true});
    for (const auto& column : ledger.columns) {
      Grid::Row row{{{column.title}}, false};
      for (const auto& cell : column.cells) row.cells.push_back({cell});
      grid.rows.push_back(std::move(row));
    }
    draw(grid);
  }

  void draw(const Grid& grid) {
    bool open = false;
    for (const auto& row : grid.rows) {
      if (row.heading) {
        const auto level = heading_;
        draw(Heading{heading_ + 1, row.cells.empty() ? std::string() : row.cells.front().text});
        heading_ = level;
        open = false;
        continue;
      }
      if (!open) head(grid);
      open = true;
      out_ += '|';
      for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        out_ += ' ' + (i < row.cells.size() ? markdown_text(row.cells[i].text) : std::string()) + " |";
      }
      out_ += '\n';
    }
  }

  void head(const Grid& grid) {
    blank_line();
    out_ += '|';
    for (const auto& column : grid.columns) out_ += ' ' + markdown_text(column.title) + " |";
    out_ += "\n|";
    for (const auto& column : grid.columns) out_ += column.number ? " ---: |" : " --- |";
    out_ += '\n';
  }

  bool begun_ = false;  ///< something stands in an earlier part
  std::string out_;
  int heading_ = 1;
};

}  // namespace

std::string markdown_text(std::string_view text) {
  const auto line = plain_line(text);
  const auto mark = block_mark(line);
  std::string escaped;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '&') {
      escaped += "&amp;";
    } else {
      const bool marks = mark > 0 && i + 1 == mark;
      const bool links = starts_link(std::string_view(line).substr(i), std::string_view(line).substr(0, i));
      if (marks || links || always_markup.find(c) != std::string_view::npos) escaped += '\\';
      escaped += c;
    }
  }
  return escaped;
}

std::string draw_markdown(const Page& page) { return MarkdownPage().draw(page); }

PageDrawing markdown_drawing() {
  return [drawn = MarkdownPage()](const Page& part) mutable { return drawn.draw(part); };
}

}  // namespace michibiki
