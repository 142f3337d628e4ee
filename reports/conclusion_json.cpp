#include "reports/conclusion_json.hpp"

#include <string>
#include <utility>

#include "reports/step_parts.hpp"

namespace michibiki {

Json json_conclusion(const DerivationReport& report, const Conclusion& conclusion) {
  Json json;
  json["is"] = name_of(conclusion);
  for (const auto& part : parts_of(report, conclusion)) {
    const std::string name(part.name);
    if (!json.contains(name)) {
      json[name] = part.code;
    } else {
      if (!json[name].is_array()) json[name] = Json::array({json[name]});
      json[name].push_back(part.code);
    }
  }
  return json;
}

Json json_exposures(const std::vector<ExposureCode>& codes) {
  Json json = Json::array();
  for (const auto& code : codes) {
    Json one{
        {"component", code.component}, {"asset", code.asset}, {"threat", code.threat}, {"property", code.property}};
    if (!code.vulnerability.empty()) one["vulnerability"] = code.vulnerability;
    json.push_back(std::move(one));
  }
  return json;
}

}  // namespace michibiki
