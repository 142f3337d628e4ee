#include "cli/named_item.hpp"

#include <algorithm>
#include <vector>

#include "model/did_you_mean.hpp"
#include "model/successors.hpp"
#include "model/text.hpp"

namespace michibiki::cli {
namespace {

std::string in_words(EntryKind kind) {
  std::string words(name_of(kind));
  std::ranges::replace(words, '-', ' ');
  return words;
}

}  // namespace

std::optional<EntryRef> named_item(const Session& session, const Catalog& catalog, EntryKind kind,
                                   const std::string& option, const std::string& text, const std::string& otherwise) {
  const auto id = normalise_id(text).id;
  auto found = catalog.find(kind, id);
  const auto wrong = [&](const std::string& what) {
    session.log().error(option + ": " + what);
    return std::nullopt;
  };
  if (!found || catalog.withdrawn.contains(*found)) {
    const auto now = standing_for(catalog, successors_in(catalog), kind, id);
    std::vector<std::string> codes;
    for (const auto entry : now) codes.push_back(catalog.entry(entry).code);
    if (now.size() > 1) return wrong(split({}, id, codes).message);
    if (now.size() == 1) {
      found = now.front();
      session.log().warn(option + ": " + renamed({}, in_words(kind), id, codes.front()).message);
    }
  }
  if (found && catalog.withdrawn.contains(*found)) {
    return wrong(in_words(kind) + ' ' + quote(id) + " is withdrawn by catalogue " +
                 quote(catalog.withdrawn.at(*found).catalog) + "; name another, or leave that catalogue out");
  }
  if (found && !catalog.entry(*found).group) return found;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < catalog.size(kind); ++i) {
    const auto& entry = catalog.entry({kind, i});
    if (!entry.group) known.push_back(entry.code);
  }
  const auto hint = did_you_mean_hint(text, known);
  return wrong(quote(text) + (found ? " is a heading, no " : " is no ") + in_words(kind) + "; " +
               (hint.empty() ? otherwise : hint));
}

}  // namespace michibiki::cli
