#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace michibiki {

// What a report for people says, before a form is chosen: plain values, text not yet escaped. `draw_text` and `draw_markdown` draw them.

/// What a piece of text stands for; only a coloured terminal shows it.
enum class Tone { plain, good, caution, bad, faint, strong };

struct Cell {
  std::string text;
  Tone tone = Tone::plain;
};

struct Heading {
  int level = 1;  ///< 1: the report, 2: a section, 3: a part of one
  std::string text;
};

struct Paragraph {
  std::string text;
  Tone tone = Tone::plain;
};

/// A list of points, each with its own sub-points.
struct Points {
  struct Point {
    Cell cell;
    std::vector<Cell> below;
  };
  std::vector<Point> points;
};

/// Lines that stand under one another, as deep as it takes.
struct Outline {
  struct Line {
    std::size_t depth = 0;
    Cell cell;
  };
  std::vector<Line> lines;
};

/// Lines under a label: "Service   Accounting".
struct Labelled {
  struct Line {
    std::string label;  ///< empty: goes on with the label before
    Cell cell;
  };
  std::vector<Line> lines;
  std::size_t indent = 0;  ///< columns that labels take at least, so that several blocks stand under each other
};

/// A few figures about each of many things. A terminal shows the things side by side, in as many bands as they need; Markdown shows
/// them one below another.
struct Ledger {
  struct Column {
    std::string title;
    std::vector<std::string> cells;  ///< parallel to `rows`
    bool begins_group = false;       ///< a band rather ends before it than inside its group
  };
  std::string things;             ///< what the columns are
  std::vector<std::string> rows;  ///< what the figures are
  std::vector<Column> columns;
};

/// A table. A row that is a heading divides it: the rows that follow belong to it. The last text of a row may run on over empty cells.
struct Grid {
  struct Column {
    std::string title;
    bool number = false;  ///< set to the right
    bool firm = false;    ///< narrowed only when nothing else can be
  };
  struct Row {
    std::vector<Cell> cells;
    bool heading = false;  ///< only the first cell counts
  };
  std::vector<Column> columns;
  std::vector<Row> rows;
};

using Block = std::variant<Heading, Paragraph, Points, Outline, Labelled, Ledger, Grid>;
using Page = std::vector<Block>;

inline void append(Page& page, Page more) {
  for (auto& block : more) page.push_back(std::move(block));
}

/// Takes a page part by part, in order. False: it takes no more, and whoever makes the page stops.
using PageSink = std::function<bool(const Page&)>;

/// Draws a page part by part: each call gives the text of the next one.
using PageDrawing = std::function<std::string(const Page&)>;

}  // namespace michibiki
