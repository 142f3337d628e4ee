#include "reports/check_report.hpp"
#include "reports/check_words.hpp"
#include "reports/conclusion_json.hpp"
#include "reports/finding_json.hpp"
#include "reports/json_facts.hpp"
#include "reports/statement_names.hpp"

namespace michibiki {
namespace {

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
    for (const auto& finding : report_.result.findings) json["findings"].push_back(json_finding(report_.view, finding));
    json["counts"] = counts();
    json["coverage"] = coverage();
    json["lone_judgements"] = lone_judgements();
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
    for (const auto& [system_case, pattern, coverage, unreached] : report_.result.cases) {
      json.push_back({{"case", system_case ? Json(catalog_.system_cases[*system_case].code) : Json(nullptr)},
                      {"exposures", coverage.exposures.size()},
                      {"covered", coverage.covered},
                      {"control_only", coverage.control_only},
                      {"uncovered", coverage.uncovered},
                      {"single_point", coverage.single_point},
                      {"unreached", unreached}});
      if (pattern) json.back()["pattern"] = catalog_.patterns[*pattern].code;
    }
    return json;
  }

  Json codes(const std::vector<MeasureId>& measures) const {
    Json json = Json::array();
    for (const auto measure : measures) json.push_back(catalog_.measures[measure].code);
    return json;
  }

  /// Statements that alone carry something.
  Json lone_judgements() const {
    const StatementNames names(catalog_);
    Json json = Json::array();
    for (const auto& lone : report_.lone.statements) {
      auto one = names.of(lone.fact);
      one.update(json_ground(catalog_, lone.fact));
      one["carries"] = Json::array();
      for (const auto entry : lone.carries) one["carries"].push_back(catalog_.entry(entry).code);
      one["exposures"] = json_exposures(lone.exposures);
      one["values"] = Json::array();
      for (const auto& [measure, indicator, pattern] : lone.values) {
        one["values"].push_back({{"measure", measure},
                                 {"indicator", indicator},
                                 {"pattern", pattern.empty() ? Json(nullptr) : Json(pattern)}});
      }
      one["chapters"] = codes(lone.chapters);
      one["classes"] = codes(lone.classes);
      one["assets"] = Json::array();
      for (const auto& [component, asset] : lone.assets)
        one["assets"].push_back({{"component", component}, {"asset", asset}});
      json.push_back(std::move(one));
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
