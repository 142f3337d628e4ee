#include <cmath>

#include "reports/acceptance_report.hpp"
#include "reports/finding_json.hpp"
#include "reports/json_facts.hpp"
#include "reports/naming.hpp"

namespace michibiki {
namespace {

Json code_of(const ExposureCode& code) {
  const auto or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  Json json;
  json["component"] = or_null(code.component);
  json["asset"] = or_null(code.asset);
  json["threat"] = code.threat;
  json["property"] = or_null(code.property);
  if (!code.vulnerability.empty()) json["vulnerability"] = code.vulnerability;
  if (code.repeated > 0) json["repeated"] = code.repeated;
  return json;
}

long percent(double share) { return std::lround(share * 100); }

Json codes_of(const std::vector<ExposureCode>& codes) {
  Json json = Json::array();
  for (const auto& code : codes) json.push_back(code_of(code));
  return json;
}

Json codes_of(const std::vector<ValueCode>& codes) {
  Json json = Json::array();
  for (const auto& code : codes) {
    json.push_back({{"measure", code.measure},
                    {"indicator", code.indicator},
                    {"pattern", code.pattern.empty() ? Json(nullptr) : Json(code.pattern)}});
  }
  return json;
}

Json json_difference(const Difference& difference) {
  Json json;
  json["new_exposures"] = codes_of(difference.new_exposures);
  json["gone_exposures"] = codes_of(difference.gone_exposures);
  json["changed_exposures"] = codes_of(difference.changed_exposures);
  json["gone_components"] = difference.gone_components;
  json["gone_assets"] = difference.gone_assets;
  json["gone_threats"] = difference.gone_threats;
  json["new_unreached"] = difference.new_unreached;
  json["gone_unreached"] = difference.gone_unreached;
  json["changed_unreached"] = difference.changed_unreached;
  json["new_measures"] = difference.new_measures;
  json["gone_measures"] = difference.gone_measures;
  json["moved_measures"] = difference.moved_measures;
  json["new_controls"] = difference.new_controls;
  json["gone_controls"] = difference.gone_controls;
  json["moved_controls"] = difference.moved_controls;
  json["changed_values"] = codes_of(difference.changed_values);
  return json;
}

class AcceptanceDocument {
 public:
  explicit AcceptanceDocument(const AcceptanceReport& report)
      : view_(report.view), catalog_(report.view.catalog()), appraisal_(report.appraisal) {}

  Json document() const {
    Json json;
    json["format"] = "michibiki-acceptance";
    json["version"] = 1;
    json["trust"] = name_of(view_.trust());
    json["catalogs"] = json_catalogs(catalog_);
    json["added"] = appraisal_.added;
    const bool of_type = appraisal_.added.empty();
    json["service_type"] = of_type ? Json(catalog_.service_types[appraisal_.types.front().type].code) : Json(nullptr);
    json["criteria"] = criteria();
    json["adds"] = adds();
    json["exposures"] = exposures();
    json["unreached"] = json_codes(appraisal_.unreached, catalog_.threats);
    json["reach"] = reach();
    json["statements_tried"] = appraisal_.tried;
    json["idle_statements"] = statements(appraisal_.idle);
    json["unverified_statements"] = statements(appraisal_.unconfirmed);
    json["edits"] = edits();
    json["lone_links"] = lone_links();
    json["findings"] = Json::array();
    for (const auto& finding : appraisal_.findings) json["findings"].push_back(json_finding(view_, finding));
    if (!of_type) {
      json["difference"] = json_difference(appraisal_.difference);
      json["difference"]["exposures_before"] = appraisal_.exposures_before;
      json["difference"]["exposures_after"] = appraisal_.exposures_after;
      json["difference"]["changed_types"] = changed_types();
    }
    json["service_types"] = types();
    return json;
  }

 private:
  Json criteria() const {
    Json json = Json::array();
    for (const auto& verdict : appraisal_.verdicts()) {
      json.push_back({{"criterion", name_of(verdict.criterion)},
                      {"met", verdict.count == 0},
                      {"count", verdict.count},
                      {"severity", verdict.count == 0 ? Json(nullptr) : Json(name(verdict.severity))}});
    }
    return json;
  }

  Json adds() const {
    Json json = Json::object();
    for (const auto& tally : appraisal_.adds) {
      for (const auto basis : {BasisKind::stated, BasisKind::judgement, BasisKind::unverified}) {
        json[tally.what][std::string(name_of(basis))] = tally.by_basis[static_cast<std::size_t>(basis)];
      }
    }
    return json;
  }

  Json exposures() const {
    Json json = Json::array();
    for (const auto& [code, answer] : appraisal_.answers) {
      Json one = code_of(code);
      one["status"] = name_of(answer.status);
      one["links"] = answer.links;
      one["measures"] = answer.measures;
      one["controls"] = answer.controls;
      one["treatments"] = answer.treatments;
      json.push_back(std::move(one));
    }
    return json;
  }

  Json reach() const {
    Json json = Json::array();
    for (const auto& one : appraisal_.reach) {
      Json row = json_entry(catalog_, one.entry);
      row["assets"] = one.assets;
      row["threats"] = one.threats;
      row["exposures"] = one.exposures;
      row["covered"] = one.covered;
      row["control_only"] = one.control_only;
      row["uncovered"] = one.uncovered;
      row["stakeholders"] = one.obligations;
      row["origin"] = one.is_origin;
      row["required"] = one.is_required;
      json.push_back(std::move(row));
    }
    return json;
  }

  Json place(FactId fact) const {
    const auto& stated = catalog_.fact(fact);
    return json_place(Place{stated.catalog, stated.location});
  }

  Json statements(const std::vector<Statement>& all) const {
    Json json = Json::array();
    for (const auto& statement : all) {
      Json one;
      one["sort"] = statement.sort;
      one["entry"] = statement.about ? json_entry(catalog_, *statement.about) : Json(nullptr);
      one["link"] = statement.link ? Json(catalog_.link(*statement.link).code) : Json(nullptr);
      one["property"] = json_code(statement.property, catalog_.properties);
      one.update(place(statement.fact));
      json.push_back(std::move(one));
    }
    return json;
  }

  Json edits() const {
    Json json = Json::array();
    for (const auto& effect : appraisal_.edits) {
      const auto& change = catalog_.overrides[effect.edit];
      Json one;
      one["target"] = change.target;
      one["before"] = change.before;
      one["after"] = change.after.empty() ? Json(nullptr) : Json(change.after);
      one["wording"] = effect.wording;
      one["basis"] = change.basis ? Json(name_of(change.basis->kind)) : Json(nullptr);
      one["tried"] = effect.tried;
      one["changes_something"] = effect.tried ? Json(!effect.idle) : Json(nullptr);
      one["edited_at"] = json_place(Place{change.catalog, change.edited_at});
      one["stated_at"] = json_place(Place{change.stated_by, change.stated_at});
      json.push_back(std::move(one));
    }
    return json;
  }

  Json changed_types() const {
    Json json = Json::array();
    for (const auto& change : appraisal_.changed_types)
      json.push_back({{"id", change.type}, {"before", change.before}, {"after", change.after}});
    return json;
  }

  Json lone_links() const {
    Json json = Json::array();
    for (const auto& lone : appraisal_.lone_links) {
      json.push_back({{"link", catalog_.link(lone.link).code},
                      {"basis", json_basis(catalog_, catalog_.link(lone.link).fact)},
                      {"exposures", codes_of(lone.exposures)}});
    }
    return json;
  }

  Json composition(const TypeInCase& one) const {
    Json json;
    json["case"] = json_code(one.system_case, catalog_.system_cases);
    json["patterns"] = json_codes(one.patterns, catalog_.patterns);
    json["exposures"] = one.coverage.exposures.size();
    json["covered"] = one.coverage.covered;
    json["control_only"] = one.coverage.control_only;
    json["uncovered"] = one.coverage.uncovered;
    json["single_point"] = one.coverage.single_point;
    json["unreached"] = json_codes(one.unreached, catalog_.threats);
    json["measures"] = Json::array();
    for (const auto& [code, measure] : one.conclusions.measures) json["measures"].push_back(code);
    return json;
  }

  Json values(const TypeAppraisal& type, const NearestType& nearest) const {
    Json json = Json::array();
    const auto value = [](const TypeInCase& of, const ValueCode& code) {
      const auto found = of.conclusions.values.find(code);
      return found == of.conclusions.values.end() ? Json(nullptr) : Json(found->second);
    };
    for (const auto& code : nearest.difference.changed_values) {
      json.push_back({{"measure", code.measure},
                      {"indicator", code.indicator},
                      {"here", value(type.compositions[nearest.composition], code)},
                      {"there", value(nearest.other, code)}});
    }
    return json;
  }

  Json types() const {
    Json json = Json::array();
    for (const auto& type : appraisal_.types) {
      Json one;
      one["id"] = catalog_.service_types[type.type].code;
      one["compositions"] = Json::array();
      for (const auto& each : type.compositions) one["compositions"].push_back(composition(each));
      one["nearest"] = nullptr;
      if (type.nearest) {
        const auto& nearest = *type.nearest;
        Json other;
        other["id"] = catalog_.service_types[nearest.other.type].code;
        other["case"] = json_code(nearest.other.system_case, catalog_.system_cases);
        other["compared_in"] = json_code(type.compositions[nearest.composition].system_case, catalog_.system_cases);
        other["percent_the_same"] = percent(nearest.likeness.mean());
        other["percent_of_exposures"] = percent(nearest.likeness.exposures);
        other["percent_of_measures"] = percent(nearest.likeness.measures);
        other["percent_of_values"] = percent(nearest.likeness.values);
        other["exposures"] = nearest.other.coverage.exposures.size();
        other["difference"] = json_difference(nearest.difference);
        other["values"] = values(type, nearest);
        one["nearest"] = std::move(other);
      }
      json.push_back(std::move(one));
    }
    return json;
  }

  const View& view_;
  const Catalog& catalog_;
  const Appraisal& appraisal_;
};

}  // namespace

std::string acceptance_json(const AcceptanceReport& report) {
  return json_document(AcceptanceDocument(report).document());
}

}  // namespace michibiki
