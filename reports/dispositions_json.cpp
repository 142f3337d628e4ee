#include <set>

#include "reports/dispositions_report.hpp"
#include "reports/json_facts.hpp"

namespace michibiki {
namespace {

class DispositionsDocument {
 public:
  explicit DispositionsDocument(const DispositionsReport& report) : report_(report), catalog_(report.view.catalog()) {}

  Json document() const {
    Json json;
    json["format"] = "michibiki-dispositions";
    json["version"] = 1;
    json["trust"] = name_of(report_.view.trust());
    json["catalogs"] = json_catalogs(catalog_);
    json["overrides"] = json_overrides(catalog_);
    json["counts"] = counts();
    json["standards"] = Json::array();
    for (const auto& standard : report_.standards) json["standards"].push_back(json_standard(standard));
    json["reasons"] = reasons();
    return json;
  }

 private:
  Json counts() const {
    std::size_t controls = 0;
    std::size_t without = 0;
    for (const auto& standard : report_.standards) {
      controls += standard.controls.size();
      without += standard.without();
    }
    Json json;
    json["controls"] = controls;
    json["without"] = without;
    json["dispositions"] = Json::array();
    for (std::size_t i = 0; i < catalog_.dispositions.size(); ++i) {
      const DispositionId id{i};
      const auto& entry = catalog_.dispositions[id];
      if (entry.group || !report_.view.holds(ref(id))) continue;
      std::size_t count = 0;
      for (const auto& standard : report_.standards) count += standard.count(id);
      json["dispositions"].push_back({{"id", entry.code},
                                      {"title", json_wording(entry.title)},
                                      {"note", json_wording(entry.note)},
                                      {"controls", count}});
    }
    return json;
  }

  Json json_standard(const StandardDispositions& standard) const {
    Json json;
    json["id"] = json_code(standard.standard, catalog_.standards);
    json["title"] = standard.standard ? json_wording(catalog_.standards[*standard.standard].title) : Json(nullptr);
    json["controls"] = Json::array();
    for (const auto& row : standard.controls) json["controls"].push_back(json_row(row));
    return json;
  }

  Json json_row(const ControlDisposition& row) const {
    const auto& control = catalog_.controls[row.control];
    Json json;
    json["id"] = control.code;
    json["title"] = json_wording(control.title);
    json["heading"] = control.parent ? Json(catalog_.controls.at(*control.parent).code) : Json(nullptr);
    json["dispositions"] = json_codes(row.dispositions, catalog_.dispositions);
    json["together_with"] = json_codes(row.together_with, catalog_.controls);
    json["measures"] = json_codes(row.measures, catalog_.measures);
    json["basis"] = row.basis ? Json(name_of(*row.basis)) : Json(nullptr);
    json["disposed_by"] = links(row.disposed_by);
    json["originating"] = links(row.originating);
    return json;
  }

  Json links(const std::vector<LinkId>& ids) const {
    Json json = Json::array();
    for (const auto id : ids) json.push_back(catalog_.link(id).code);
    return json;
  }

  /// Every link that a row refers to by its id, told once, in catalogue order.
  Json reasons() const {
    std::set<LinkId> told;
    for (const auto& standard : report_.standards) {
      for (const auto& row : standard.controls) {
        told.insert(row.disposed_by.begin(), row.disposed_by.end());
        told.insert(row.originating.begin(), row.originating.end());
      }
    }
    Json json = Json::array();
    for (const auto id : told) json.push_back(json_statement(catalog_, id));
    return json;
  }

  const DispositionsReport& report_;
  const Catalog& catalog_;
};

}  // namespace

std::string dispositions_json(const DispositionsReport& report) {
  return json_document(DispositionsDocument(report).document());
}

}  // namespace michibiki
