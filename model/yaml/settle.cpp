#include "model/yaml/settle.hpp"

#include <string>
#include <utility>

namespace michibiki {

void settle(std::vector<Diagnostic>& diagnostics, std::size_t most_of_a_file) {
  sort_and_deduplicate(diagnostics);
  std::vector<Diagnostic> kept;
  for (auto i = diagnostics.begin(); i != diagnostics.end();) {
    const std::string file = i->location.file_name();
    std::size_t count = 0;
    auto last = i->location;
    for (; i != diagnostics.end() && i->location.file_name() == file; ++i) {
      if (i->kind != DiagnosticKind::too_many_errors && ++count > most_of_a_file) continue;
      last = i->location;
      kept.push_back(std::move(*i));
    }
    if (count <= most_of_a_file) continue;
    kept.push_back(make_error(
        DiagnosticKind::too_many_errors, last,
        std::to_string(count - most_of_a_file) + " more errors of this file are not shown; correct these first"));
  }
  diagnostics = std::move(kept);
}

}  // namespace michibiki
