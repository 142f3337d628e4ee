#include "model/successors.hpp"

#include <set>

namespace michibiki {

Successors::Successors(const Catalog& catalog) : catalog_(catalog) {
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    for (std::size_t i = 0; i < catalog.size(static_cast<EntryKind>(kind)); ++i) {
      const EntryRef entry(static_cast<EntryKind>(kind), i);
      for (const auto& earlier : catalog.entry(entry).replaces) by_earlier_id_[{entry.kind, earlier}].push_back(entry);
    }
  }
}

std::vector<EntryRef> Successors::of(EntryKind kind, std::string_view earlier) const {
  std::set<EntryRef> standing;
  std::set<std::string> seen;
  std::vector<std::string> open{std::string(earlier)};
  while (!open.empty()) {
    const auto code = std::move(open.back());
    open.pop_back();
    const auto found = by_earlier_id_.find({kind, code});
    if (found == by_earlier_id_.end() || !seen.insert(code).second) continue;
    for (const auto entry : found->second) {
      if (catalog_.withdrawn.contains(entry)) {
        open.push_back(catalog_.entry(entry).code);
      } else {
        standing.insert(entry);
      }
    }
  }
  return {standing.begin(), standing.end()};
}

}  // namespace michibiki
