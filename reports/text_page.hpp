#pragma once

#include <string>

#include "reports/page.hpp"
#include "reports/text_style.hpp"

namespace michibiki {

/// Draws a page for a terminal: ASCII rules, columns by display width, nothing that the terminal would obey but our own colours.
std::string draw_text(const Page& page, const TextStyle& style);
/// The same of one that comes part by part.
PageDrawing text_drawing(const TextStyle& style);

}  // namespace michibiki
