#include "model/successors.hpp"

#include "model/text.hpp"

namespace michibiki {

void Successors::add(std::string_view section, std::string_view earlier, std::string_view later) {
  later_[{std::string(section), std::string(earlier)}].emplace(later);
}

std::vector<std::string> Successors::of(std::string_view section, std::string_view earlier,
                                        const std::function<bool(const std::string& id)>& stands) const {
  std::set<std::string> standing;
  std::set<std::string> seen;
  std::vector<std::string> open{std::string(earlier)};
  while (!open.empty()) {
    const auto id = std::move(open.back());
    open.pop_back();
    const auto found = later_.find({std::string(section), id});
    if (found == later_.end() || !seen.insert(id).second) continue;
    for (const auto& later : found->second) {
      if (stands(later)) {
        standing.insert(later);
      } else {
        open.push_back(later);
      }
    }
  }
  return {standing.begin(), standing.end()};
}

Successors successors_in(const Catalog& catalog) {
  Successors successors;
  for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
    for (std::size_t i = 0; i < catalog.size(static_cast<EntryKind>(kind)); ++i) {
      const EntryRef ref(static_cast<EntryKind>(kind), i);
      const auto& entry = catalog.entry(ref);
      for (const auto& earlier : entry.replaces) successors.add(section_of(ref.kind), earlier, entry.code);
    }
  }
  return successors;
}

std::vector<EntryRef> standing_for(const Catalog& catalog, const Successors& successors, EntryKind kind,
                                   std::string_view earlier) {
  const auto stands = [&](const std::string& id) {
    const auto entry = catalog.find(kind, id);
    return entry && !catalog.withdrawn.contains(*entry);
  };
  std::vector<EntryRef> now;
  for (const auto& id : successors.of(section_of(kind), earlier, stands)) now.push_back(*catalog.find(kind, id));
  return now;
}

Diagnostic renamed(const SourceLocation& at, std::string_view what, std::string_view earlier, std::string_view now) {
  auto warning = make_error(DiagnosticKind::renamed, at,
                            std::string(what) + ' ' + quote(earlier) + " is called " + quote(now) +
                                " now; it is followed, but better use the new id");
  warning.severity = Severity::warning;
  return warning;
}

Diagnostic split(const SourceLocation& at, std::string_view earlier, const std::vector<std::string>& now) {
  std::string names;
  for (const auto& id : now) names += (names.empty() ? "" : " and ") + quote(id);
  return make_error(
      DiagnosticKind::unknown_id, at,
      quote(earlier) + " has become " + names + "; name the one that is meant, in a catalogue below by an edit");
}

}  // namespace michibiki
