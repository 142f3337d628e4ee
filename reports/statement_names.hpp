#pragma once

#include <map>

#include "engine/statements.hpp"
#include "reports/json_facts.hpp"

namespace michibiki {

/// What statements are called in JSON: {"sort", "about", "property", "link", "component"}, the latter four where there is such.
class StatementNames {
 public:
  explicit StatementNames(const Catalog& catalog);

  /// An empty object of what is no statement from which something may follow.
  Json of(FactId fact) const;

 private:
  /// Headings, and lines within an entry or a table that the counts of statements take for a part of that.
  void add_headings();
  void add_lines();
  void add(std::string_view sort, FactId fact, std::optional<EntryRef> about,
           std::optional<PropertyId> property = std::nullopt);

  const Catalog& catalog_;
  std::map<FactId, Statement> statements_;
  std::map<FactId, std::string> components_;  ///< of lines that list one: its id
};

}  // namespace michibiki
