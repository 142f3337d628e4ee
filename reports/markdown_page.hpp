#pragma once

#include <string>
#include <string_view>

#include "reports/page.hpp"

namespace michibiki {

/// The text on one line so that Markdown shows it as it is: no markup, link, HTML or end of a table's cell.
std::string markdown_text(std::string_view text);

/// Draws a page as GitHub's Markdown. A table with headings inside becomes one table per heading.
std::string draw_markdown(const Page& page);
/// The same of one that comes part by part.
PageDrawing markdown_drawing();

}  // namespace michibiki
