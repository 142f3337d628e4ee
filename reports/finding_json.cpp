#include "reports/finding_json.hpp"

#include "reports/check_words.hpp"
#include "reports/naming.hpp"

namespace michibiki {

Json json_place(const Place& place) {
  Json json;
  json["file"] = (place.catalog.empty() ? std::string() : place.catalog + '/') + file_name_of(place.at);
  json["line"] = place.at.line;
  json["column"] = place.at.column;
  return json;
}

Json json_entry(const Catalog& catalog, EntryRef entry) {
  return {{"kind", name_of(entry.kind)}, {"id", catalog.entry(entry).code}};
}

Json json_finding(const View& view, const Finding& finding) {
  const auto& catalog = view.catalog();
  Json json;
  json["kind"] = name_of(finding.kind);
  json["severity"] = name(finding.severity);
  json.update(json_place(finding.places.front()));
  json["message"] = message_of(view, finding, Language::en);
  json["hint"] = hint_for(finding.kind).en;
  json["message_ja"] = message_of(view, finding, Language::ja);
  json["hint_ja"] = hint_for(finding.kind).ja;
  json["subject"] = finding.subject ? json_entry(catalog, *finding.subject) : Json(nullptr);
  json["object"] = finding.object ? json_entry(catalog, *finding.object) : Json(nullptr);
  json["members"] = Json::array();
  for (const auto entry : finding.members) json["members"].push_back(json_entry(catalog, entry));
  json["cases"] = Json::array();
  for (const auto entry : finding.cases) json["cases"].push_back(catalog.entry(entry).code);
  if (!finding.patterns.empty()) {
    json["patterns"] = Json::array();
    for (const auto entry : finding.patterns) json["patterns"].push_back(catalog.entry(entry).code);
  }
  json["treatments"] = Json::array();
  for (const auto treatment : finding.proposed) json["treatments"].push_back(catalog.entry(treatment).code);
  json["links"] = Json::array();
  for (const auto& link : {finding.link, finding.other}) {
    if (link) json["links"].push_back(catalog.link(*link).code);
  }
  json["related"] = Json::array();
  for (std::size_t i = 1; i < finding.places.size(); ++i) json["related"].push_back(json_place(finding.places[i]));
  return json;
}

}  // namespace michibiki
