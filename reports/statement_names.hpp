#pragma once

#include <map>

#include "engine/statements.hpp"
#include "reports/json_facts.hpp"

namespace michibiki {

/// What statements are called in JSON: {"sort", "about", "property", "link"}, the latter three where there is such.
class StatementNames {
 public:
  explicit StatementNames(const Catalog& catalog);

  /// An empty object of what is no statement from which something may follow.
  Json of(FactId fact) const;

 private:
  const Catalog& catalog_;
  std::map<FactId, Statement> statements_;
};

}  // namespace michibiki
