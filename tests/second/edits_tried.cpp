#include "tests/second/edits_tried.hpp"

namespace michibiki::testing {

bool appears(const Derived& before, const View& view, const std::vector<ProposedEdit>& edits, const Missed& missed) {
  const auto with = edited(view, edits);
  const auto portfolio = edited(with.catalog(), before.portfolio, edits);
  const auto derivation = derive(with, portfolio);
  for (std::size_t i = 0; i < derivation.classifications.size(); ++i) {
    if (derivation.classifications[i].fits_none() && !before.derivation.classifications[i].fits_none()) return false;
  }
  return !found_of({with, portfolio, derivation}, missed).empty();
}

std::string told(const Catalog& catalog, const std::vector<ProposedEdit>& edits) {
  std::string text;
  for (const auto& edit : edits) {
    text += std::string(name_of(edit.kind)) + ' ';
    if (edit.component) text += catalog.components[*edit.component].code + ' ';
    if (edit.operated_by) text += catalog.stakeholders[*edit.operated_by].code + ' ';
    if (edit.level) text += catalog.properties[*edit.property].code + '=' + catalog.levels[*edit.level].code + ' ';
    for (const auto& link : catalog.links) {
      if (edit.fact != link.fact) continue;
      for (const auto from : link.from) text += catalog.entry(from).code + ' ';
      text += name_of(link.kind);
      for (const auto to : link.to) text += ' ' + catalog.entry(to).code;
      text += ' ';
    }
    for (std::size_t kind = 0; kind < entry_kind_count; ++kind) {
      for (std::size_t i = 0; i < catalog.size(static_cast<EntryKind>(kind)); ++i) {
        const auto& entry = catalog.entry({static_cast<EntryKind>(kind), i});
        if (edit.fact == entry.fact) text += entry.code + ' ';
      }
    }
    if (edit.fact) text += '#' + std::to_string(edit.fact->index()) + ' ';
  }
  return text;
}

}  // namespace michibiki::testing
