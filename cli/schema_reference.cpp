#include "cli/schema_reference.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace michibiki::cli {
namespace {

namespace fs = std::filesystem;

/// Without symbolic links, as far as the path exists.
fs::path settled(const std::string& path) {
  std::error_code problem;
  const auto absolute = fs::absolute(path, problem);
  auto canonical = fs::weakly_canonical(absolute, problem);
  return problem ? absolute.lexically_normal() : canonical;
}

/// The root and a folder of the system's, like /home, are nobody's own: what is common only there is not moved together, unless the one
/// lies in the folder of the other.
bool in_a_place_of_their_own(const fs::path& folder, const fs::path& schema) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), schema.begin(), schema.end());
  const auto in_common = std::distance(folder.begin(), end);
  return in_common > 2 || (in_common == 2 && end == folder.end());
}

bool is_plain(unsigned char c) {
  return std::isalnum(c) != 0 || std::string_view("/._-+~").find(static_cast<char>(c)) != std::string_view::npos;
}

std::string as_address(const std::string& path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string address = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(byte)) {
      address += c;
    } else {
      address += {'%', digits[byte / 16], digits[byte % 16]};
    }
  }
  return address;
}

}  // namespace

std::string schema_reference(const std::string& schema, const std::string& file) {
  const auto to = settled(schema);
  const auto from = settled(file).parent_path();
  const auto path =
      in_a_place_of_their_own(from, to) ? to.lexically_relative(from).generic_string() : to.generic_string();
  return std::ranges::all_of(path, [](unsigned char c) { return is_plain(c) || c >= 0x80; })
             ? path
             : as_address(to.generic_string());
}

}  // namespace michibiki::cli
