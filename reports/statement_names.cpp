#include "reports/statement_names.hpp"

namespace michibiki {

StatementNames::StatementNames(const Catalog& catalog) : catalog_(catalog) {
  for (const auto& statement : statements(catalog)) statements_.emplace(statement.fact, statement);
}

Json StatementNames::of(FactId fact) const {
  Json json = Json::object();
  const auto found = statements_.find(fact);
  if (found == statements_.end()) return json;
  const auto& [sort, stated, about, link, property] = found->second;
  json["sort"] = sort;
  if (about) json["about"] = catalog_.entry(*about).code;
  if (property) json["property"] = catalog_.properties[*property].code;
  if (link) json["link"] = catalog_.link(*link).code;
  return json;
}

}  // namespace michibiki
