#include "tests/second/random_missed.hpp"

#include <array>

#include "tests/support/pick.hpp"

namespace michibiki::testing {
namespace {

constexpr std::array kinds{EntryKind::measure,     EntryKind::measure,       EntryKind::measure, EntryKind::control,
                           EntryKind::asset,       EntryKind::component,     EntryKind::threat,  EntryKind::threat,
                           EntryKind::stakeholder, EntryKind::vulnerability, EntryKind::pattern, EntryKind::level};

std::optional<EntryRef> some_entry(const Catalog& catalog, EntryKind kind) {
  if (catalog.size(kind) == 0) return std::nullopt;
  return EntryRef(kind, pick(catalog.size(kind)));
}

}  // namespace

Missed random_missed(const Catalog& catalog) {
  Missed missed;
  const auto code = [&](EntryKind kind) {
    if (const auto entry = some_entry(catalog, kind)) missed.exposures.push_back(catalog.entry(*entry).code);
  };
  if (one_in(6)) {
    code(EntryKind::threat);
    code(EntryKind::component);
    if (one_in(3)) missed.answer = some_entry(catalog, one_in(3) ? EntryKind::control : EntryKind::measure);
  } else if (one_in(4)) {
    code(EntryKind::threat);
    if (one_in(2)) code(EntryKind::asset);
    if (one_in(3)) code(EntryKind::property);
    if (one_in(3)) code(EntryKind::component);
    if (one_in(2)) missed.answer = some_entry(catalog, one_in(3) ? EntryKind::control : EntryKind::measure);
  } else if (const auto entry = some_entry(catalog, kinds.at(pick(kinds.size())))) {
    missed.entries.push_back(*entry);
  }
  return missed;
}

std::string told(const Catalog& catalog, const Missed& missed) {
  std::string text;
  for (const auto entry : missed.entries)
    text += std::string(name_of(entry.kind)) + ' ' + catalog.entry(entry).code + ' ';
  for (const auto& code : missed.exposures) text += code + ' ';
  if (missed.answer) text += "by " + catalog.entry(*missed.answer).code;
  return text;
}

}  // namespace michibiki::testing
