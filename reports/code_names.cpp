#include "reports/code_names.hpp"

namespace michibiki {

std::string asset_name(const Catalog& catalog, const ExposureCode& code, Language language) {
  const auto asset = code.asset.empty() ? std::string(words::whole_service.in(language))
                                        : title_and_id(catalog.assets, code.asset, language);
  if (code.component.empty() || code.component == code.asset) return asset;
  return code.component + " / " + asset;
}

std::string threat_name(const Catalog& catalog, const ExposureCode& code, Language language) {
  const auto threat = title_and_id(catalog.threats, code.threat, language);
  if (code.vulnerability.empty()) return threat;
  return say(words::vulnerability_of, language, threat,
             title_and_id(catalog.vulnerabilities, code.vulnerability, language));
}

std::string property_name(const Catalog& catalog, const ExposureCode& code, Language language) {
  const auto id = catalog.properties.find(code.property);
  return id ? title_of(catalog.properties[*id], language) : code.property;
}

}  // namespace michibiki
