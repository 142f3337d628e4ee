#include "reports/check_report.hpp"
#include "reports/check_words.hpp"
#include "reports/json_facts.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

Json json_place(const Place& place) {
  Json json;
  json["file"] = (place.catalog.empty() ? std::string() : place.catalog + '/') + file_name_of(place.at);
  json["line"] = place.at.line;
  json["column"] = place.at.column;
  return json;
}

class CheckDocument {
 public:
  explicit CheckDocument(const CheckReport& report) : report_(report), catalog_(report.view.catalog()) {}

  Json document() const {
    Json json;
    json["format"] = "michibiki-check";
    json["version"] = 1;
    json["trust"] = name_of(report_.view.trust());
    json["catalogs"] = catalogs();
    json["figures"] = Json::array();
    for (const auto& read : report_.figures) {
      json["figures"].push_back(
          {{"id", read.code}, {"version", read.version}, {"sha256", read.sha256}, {"figures", read.figures}});
    }
    json["findings"] = Json::array();
    for (const auto& finding : report_.result.findings) json["findings"].push_back(json_finding(finding));
    json["counts"] = counts();
    json["coverage"] = coverage();
    json["bases"] = bases();
    return json;
  }

 private:
  Json catalogs() const {
    Json json = Json::array();
    for (const auto& layer : catalog_.layers) {
      json.push_back({{"id", layer.code},
                      {"version", layer.version},
                      {"sha256", layer.sha256},
                      {"checked", report_.only.empty() || report_.only.contains(layer.code)}});
    }
    return json;
  }

  Json code(EntryRef entry) const { return {{"kind", name_of(entry.kind)}, {"id", catalog_.entry(entry).code}}; }
  Json codes(const std::vector<EntryRef>& entries) const {
    Json json = Json::array();
    for (const auto entry : entries) json.push_back(code(entry));
    return json;
  }

  Json json_finding(const Finding& finding) const {
    Json json;
    json["kind"] = name_of(finding.kind);
    json["severity"] = name(finding.severity);
    json.update(json_place(finding.places.front()));
    json["message"] = message_of(report_.view, finding, Language::en);
    json["hint"] = hint_for(finding.kind).en;
    json["message_ja"] = message_of(report_.view, finding, Language::ja);
    json["hint_ja"] = hint_for(finding.kind).ja;
    json["subject"] = finding.subject ? code(*finding.subject) : Json(nullptr);
    json["object"] = finding.object ? code(*finding.object) : Json(nullptr);
    json["members"] = codes(finding.members);
    json["cases"] = Json::array();
    for (const auto entry : finding.cases) json["cases"].push_back(catalog_.entry(entry).code);
    json["treatments"] = Json::array();
    for (const auto treatment : finding.proposed) json["treatments"].push_back(catalog_.entry(treatment).code);
    json["links"] = Json::array();
    for (const auto& link : {finding.link, finding.other}) {
      if (link) json["links"].push_back(catalog_.link(*link).code);
    }
    json["related"] = Json::array();
    for (std::size_t i = 1; i < finding.places.size(); ++i) json["related"].push_back(json_place(finding.places[i]));
    return json;
  }

  /// Every severity and every kind, those of which there are none too: a script need not ask whether a key is there.
  Json counts() const {
    Json json = Json::object();
    for (const auto severity : {Severity::error, Severity::warning, Severity::note}) {
      json[std::string(name(severity))] = report_.result.count(severity);
    }
    json["kinds"] = Json::object();
    for (const auto& row : finding_kinds()) json["kinds"][std::string(row.name)] = report_.result.count(row.kind);
    return json;
  }

  Json coverage() const {
    Json json = Json::array();
    for (const auto& [system_case, coverage, unreached] : report_.result.cases) {
      json.push_back({{"case", system_case ? Json(catalog_.system_cases[*system_case].code) : Json(nullptr)},
                      {"exposures", coverage.exposures.size()},
                      {"covered", coverage.covered},
                      {"control_only", coverage.control_only},
                      {"uncovered", coverage.uncovered},
                      {"single_point", coverage.single_point},
                      {"unreached", unreached}});
    }
    return json;
  }

  Json bases() const {
    Json json = Json::object();
    for (const auto& tally : report_.result.bases) {
      for (const auto basis : {BasisKind::stated, BasisKind::judgement, BasisKind::unverified}) {
        json[tally.what][std::string(name_of(basis))] = tally.by_basis[static_cast<std::size_t>(basis)];
      }
    }
    return json;
  }

  const CheckReport& report_;
  const Catalog& catalog_;
};

}  // namespace

std::string check_json(const CheckReport& report) { return json_document(CheckDocument(report).document()); }

}  // namespace michibiki
