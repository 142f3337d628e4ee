#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/catalog.hpp"

namespace michibiki {

/// One statement of the catalogues from which something may follow: that an entry exists, one of its attributes, a link, a rule. Titles,
/// notes and other texts are none, nor how steps are told.
struct Statement {
  std::string_view sort;  ///< "threats", "counters", "reference-values"
  FactId fact;
  std::optional<EntryRef> about;  ///< the entry that it states, or that has the attribute; none of links and rules
  std::optional<LinkId> link;
  std::optional<PropertyId> property;  ///< of a harm or of a required level: which one
};

/// All of them: sort by sort, in catalogue order. Those of headings are left out.
std::vector<Statement> statements(const Catalog& catalog);

}  // namespace michibiki
