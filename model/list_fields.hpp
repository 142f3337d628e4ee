#pragma once

#include <string_view>

namespace michibiki {

/// Whether that field of the records of a section holds a list; a single value in it is a list of one.
bool holds_list(std::string_view section, std::string_view field);

/// Whether it is a list in which what stands first decides, or is the laxest.
bool order_counts(std::string_view section, std::string_view field);

}  // namespace michibiki
