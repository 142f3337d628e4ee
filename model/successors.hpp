#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalog.hpp"
#include "model/diagnostic.hpp"

namespace michibiki {

/// Who stands for entries that have gone or been renamed, as `replaces` says it; by section and id.
class Successors {
 public:
  void add(std::string_view section, std::string_view earlier, std::string_view later);

  /// The ids that stand now for the one that was called so, over as many steps as it takes. None: nobody replaced it. Several: it was
  /// split, and only whoever refers to it knows which part is meant.
  std::vector<std::string> of(std::string_view section, std::string_view earlier,
                              const std::function<bool(const std::string& id)>& stands) const;

 private:
  std::map<std::pair<std::string, std::string>, std::set<std::string>> later_;
};

/// What the entries of these catalogues replace.
Successors successors_in(const Catalog& catalog);
/// The entries of that kind that stand now for the id.
std::vector<EntryRef> standing_for(const Catalog& catalog, const Successors& successors, EntryKind kind,
                                   std::string_view earlier);

/// The warning for whoever uses an id that nobody has any more. `what`: "threat", "link".
Diagnostic renamed(const SourceLocation& at, std::string_view what, std::string_view earlier, std::string_view now);
/// The error where it is not known which of several is meant.
Diagnostic split(const SourceLocation& at, std::string_view earlier, const std::vector<std::string>& now);

}  // namespace michibiki
