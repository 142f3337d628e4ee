#include "reports/json_facts.hpp"

#include "reports/naming.hpp"

namespace michibiki {

Json json_wording(const Wording& wording) {
  if (wording.empty()) return nullptr;
  Json json = Json::object();
  json["ja"] = wording.ja.empty() ? Json(nullptr) : Json(wording.ja);
  json["en"] = wording.en.empty() ? Json(nullptr) : Json(wording.en);
  return json;
}

Json json_stated_at(const Catalog& catalog, FactId fact) {
  const auto& basis = catalog.fact(fact).basis;
  Json json = Json::object();
  json["file"] = place_of(catalog, fact);
  if (!basis.source.empty()) json["source"] = basis.source;
  if (!basis.at.empty()) json["at"] = basis.at;
  if (basis.line > 0) json["line"] = basis.line;
  if (!basis.restored.empty()) json["restored"] = basis.restored;
  return json;
}

Json json_basis(const Catalog& catalog, FactId fact) { return name_of(catalog.fact(fact).basis.kind); }

Json json_service_codes(const DerivationReport& report, const std::vector<std::size_t>& services) {
  Json json = Json::array();
  for (const auto service : services) json.push_back(report.portfolio.services[service].code);
  return json;
}

std::string json_document(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n'; }

}  // namespace michibiki
