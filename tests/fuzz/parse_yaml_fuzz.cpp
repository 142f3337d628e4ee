// Any bytes give a tree or errors, within the limits; and everything that is said can be printed.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/text.hpp"
#include "model/yaml/parse.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace michibiki;
  ParseLimits limits;
  limits.max_nodes = 10'000;
  const ParseResult result =
      parse_yaml({reinterpret_cast<const char*>(data), size}, make_file_name("fuzz.yaml"), limits);
  if (!result.root && !has_errors(result.diagnostics)) std::abort();
  for (const Diagnostic& diagnostic : result.diagnostics) {
    if (find_invalid_utf8(to_string(diagnostic)) || diagnostic.location.line < 1 || diagnostic.location.column < 1) {
      std::abort();
    }
  }
  if (result.root && find_invalid_utf8(to_line(*result.root, 1'000'000))) std::abort();
  return 0;
}
