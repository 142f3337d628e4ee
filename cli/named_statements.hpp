#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/catalog.hpp"
#include "model/service.hpp"

namespace michibiki::cli {

// How words of the command line name what catalogues state: an id, a kind and an id, a link by its id, with `link` before it or not, or
// as FROM KIND TO, a threat `harms` a property, an attribute, indicator or value of an entry.

/// The words of an argument, in normal form.
std::vector<std::string> words_of(const std::string& argument);
std::string in_one(const std::vector<std::string>& words);

/// Whatever its kind.
std::vector<EntryRef> entries_called(const Catalog& catalog, const std::string& id);

/// Whether it is that one, or under it.
bool lies_under(const Catalog& catalog, EntryRef entry, EntryRef above);

/// With a heading goes all that is under it; of a link all that it says in the same words. Both empty: nothing is called so.
struct NamedStatements {
  std::vector<FactId> facts;
  std::vector<EntryRef> several;  ///< more than one entry is called so, and none is chosen
};
NamedStatements statements_named(const Catalog& catalog, const std::vector<std::string>& words);

/// What to say where nothing of the catalogues and services is called so.
std::string nothing_called(const Catalog& catalog, const Portfolio& portfolio, const std::string& flag,
                           const std::string& words);

}  // namespace michibiki::cli
