#pragma once

#include <cstddef>

namespace michibiki {

/// How text is fitted to a terminal.
struct TextStyle {
  bool color = false;
  std::size_t width = 80;  ///< columns; less than 40 is taken as 40
};

}  // namespace michibiki
