#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace michibiki {

/// The text on one line without anything that a terminal would obey: white space is one space, control characters are shown.
std::string plain_line(std::string_view text);

/// The text in lines of at most that many columns. Breaks at spaces and between Japanese characters (where a phrase
/// ends, if that leaves no large gap), not before closing nor after opening punctuation; a word that is too long is cut. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace michibiki
