#pragma once

#include <string>
#include <vector>

#include "tests/support/plain.hpp"

// Base catalogues in which there is something of all that overlays edit, and what overlays write in the same way; only while a
// generator runs.

namespace michibiki::testing {

struct BaseFile {
  std::string name;
  Plain content;
};
std::vector<BaseFile> base_files();

/// Of which the values of indicators are.
const std::vector<std::string>& base_patterns();

Plain some_text();
Plain some_value();
Plain some_indicator(const std::string& key);
/// Up to two, often none.
void add_indicators(Plain& measure);

}  // namespace michibiki::testing
