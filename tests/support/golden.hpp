#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/catch.hpp"

namespace michibiki::testing {

/// The bytes of a file; empty where there is none.
inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Whether a golden file says the same. MICHIBIKI_UPDATE_GOLDEN=1 writes it anew; the difference is for reviewers to read.
inline void check_golden(const std::string& path, const std::string& now) {
  if (std::getenv("MICHIBIKI_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << now;
  INFO(path);
  CHECK(now == content_of(path));
}

}  // namespace michibiki::testing
