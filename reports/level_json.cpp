#include "reports/level_json.hpp"

#include <string_view>

namespace michibiki {
namespace {

std::string_view name_of(LevelOrigin origin) {
  switch (origin) {
    case LevelOrigin::given:
      return "given";
    case LevelOrigin::answers:
      return "answers";
    case LevelOrigin::service_type:
      return "service-type";
    case LevelOrigin::criteria:
      break;
  }
  return "criteria";
}

}  // namespace

Json json_required_level(const Catalog& catalog, const RequiredLevel& level) {
  Json json;
  json["property"] = catalog.properties[level.property].code;
  json["possible"] = json_codes(level.possible, catalog.levels);
  json["origin"] = name_of(level.origin);
  json["reasons"] = json_level_grounds(catalog, level.property, level.grounds);
  json["open_questions"] = json_codes(level.open_questions, catalog.questions);
  json["overruled"] = json_level_grounds(catalog, level.property, level.overruled);
  json["withheld"] = Json::array();
  for (const auto fact : level.withheld) {
    json["withheld"].push_back({{"basis", json_basis(catalog, fact)}, {"stated_at", json_stated_at(catalog, fact)}});
  }
  return json;
}

Json json_level_grounds(const Catalog& catalog, PropertyId property, const std::vector<LevelGround>& grounds) {
  Json json = Json::array();
  for (const auto& ground : grounds) {
    Json one;
    one["property"] = catalog.properties[property].code;
    one["reason"] = json_code(ground.reason, catalog.reasons);
    one["because"] = json_wording(ground.reason ? catalog.reasons[*ground.reason].title : ground.because);
    one["basis"] = json_basis(catalog, ground.fact);
    one["stated_at"] = json_stated_at(catalog, ground.fact);
    json.push_back(std::move(one));
  }
  return json;
}

Json json_pattern_levels(const View& view, const Pattern& pattern) {
  const auto& catalog = view.catalog();
  Json json = Json::object();
  for (const auto& [property, level] : pattern.levels) {
    json[catalog.properties[property].code] =
        view.holds(level.fact) ? Json(catalog.levels[level.value].code) : Json(nullptr);
  }
  return json;
}

}  // namespace michibiki
