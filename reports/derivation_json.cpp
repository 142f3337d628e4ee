#include "reports/derivation_json.hpp"

#include <algorithm>
#include <set>

#include "engine/called_for.hpp"
#include "reports/called_for.hpp"
#include "reports/digest.hpp"
#include "reports/json_facts.hpp"
#include "reports/level_json.hpp"
#include "reports/levels.hpp"
#include "reports/measure_json.hpp"
#include "reports/naming.hpp"
#include "reports/promise_json.hpp"
#include "reports/proposals.hpp"
#include "reports/requirements.hpp"
#include "reports/statements.hpp"

namespace michibiki {
namespace {

class DerivationDocument {
 public:
  explicit DerivationDocument(const DerivationReport& report)
      : report_(report), catalog_(report.view.catalog()), derivation_(report.derivation) {}

  Json document() const {
    Json json;
    json["format"] = "michibiki-derivation";
    json["version"] = 1;
    json["trust"] = name_of(report_.view.trust());
    json["catalogs"] = json_catalogs(catalog_);
    json["service"] = subject();
    json["services"] = services();
    json["patterns"] = patterns();
    json["open_questions"] = questions();
    json["components"] = components();
    json["instances"] = instances();
    json["assets"] = assets();
    json["stakeholders"] = stakeholders();
    json["exposures"] = exposures();
    json["controls"] = controls();
    json["measures"] = json_measures(report_);
    json["reasons"] = reasons();
    json["unreached"] = json_codes(derivation_.analysis.unreached, catalog_.threats);
    json["unreached_threats"] = unreached_threats();
    json["treatments"] = treatments();
    json["out_of_scope"] = out_of_scope();
    json["withheld"] = withheld_components();
    json["overrides"] = json_overrides(catalog_);
    json["coverage"] = coverage();
    return json;
  }

 private:
  /// What was derived: the service, or the portfolio.
  Json subject() const {
    const auto& portfolio = report_.portfolio;
    Json json;
    json["id"] = portfolio.code;
    json["title"] = json_wording(portfolio.title);
    json["type"] =
        portfolio.services.size() == 1 ? json_code(portfolio.services.front().type, catalog_.service_types) : nullptr;
    return json;
  }

  Json services() const {
    Json json = Json::array();
    for (std::size_t i = 0; i < report_.portfolio.services.size(); ++i) {
      const auto& service = report_.portfolio.services[i];
      Json one;
      one["id"] = service.code;
      one["title"] = json_wording(service.title);
      one["type"] = json_code(service.type, catalog_.service_types);
      one["case"] = json_code(service.system_case, catalog_.system_cases);
      one["patterns"] = json_codes(derivation_.classifications[i].patterns, catalog_.patterns);
      one["withheld_patterns"] = json_codes(derivation_.classifications[i].withheld, catalog_.patterns);
      one["levels"] = Json::array();
      for (const auto& level : derivation_.classifications[i].levels) {
        one["levels"].push_back(json_required_level(catalog_, level));
      }
      if (!service.promises.empty()) one["promises"] = json_promises_of(report_, i);
      json.push_back(std::move(one));
    }
    return json;
  }

  Json patterns() const {
    Json json = Json::array();
    for (std::size_t i = 0; i < derivation_.classifications.size(); ++i) {
      const auto& classification = derivation_.classifications[i];
      for (const auto pattern : classification.patterns) {
        Json one;
        one["id"] = catalog_.patterns[pattern].code;
        one["title"] = json_wording(catalog_.patterns[pattern].title);
        one["service"] = report_.portfolio.services[i].code;
        one["levels"] = json_pattern_levels(report_.view, catalog_.patterns[pattern]);
        one["reasons"] = Json::array();
        for (const auto& level : classification.levels) {
          for (auto& ground : json_level_grounds(catalog_, level.property, level.grounds)) {
            one["reasons"].push_back(std::move(ground));
          }
        }
        json.push_back(std::move(one));
      }
    }
    return json;
  }

  Json questions() const {
    Json json = Json::array();
    for (std::size_t i = 0; i < derivation_.classifications.size(); ++i) {
      const auto& classification = derivation_.classifications[i];
      for (const auto question : open_questions(classification)) {
        Json one;
        one["id"] = catalog_.questions[question].code;
        one["title"] = json_wording(catalog_.questions[question].title);
        one["service"] = report_.portfolio.services[i].code;
        one["properties"] = Json::array();
        for (const auto& level : classification.levels) {
          if (std::ranges::find(level.open_questions, question) == level.open_questions.end()) continue;
          one["properties"].push_back(catalog_.properties[level.property].code);
        }
        json.push_back(std::move(one));
      }
    }
    return json;
  }

  Json components() const {
    Json json = Json::array();
    for (std::size_t i = 0; i < derivation_.inventory.components.size(); ++i)
      json.push_back(component_label(report_, i));
    return json;
  }

  Json instance_of(const Instance& instance) const {
    Json json;
    json["type"] = catalog_.components[instance.type].code;
    json["operator"] = json_code(instance.operated_by, catalog_.stakeholders);
    json["parent"] = instance.parent ? Json(*instance.parent) : Json(nullptr);
    return json;
  }

  Json instances() const {
    Json json = Json::array();
    for (std::size_t i = 0; i < derivation_.inventory.components.size(); ++i) {
      const auto& component = derivation_.inventory.components[i];
      Json one;
      one["id"] = component_label(report_, i);
      one.update(instance_of(component.instance));
      one["used_by"] = json_service_codes(report_, component.used_by);
      one["assets"] = Json::array();
      for (const auto& asset : derivation_.inventory.assets) {
        if (asset.component == i && asset.asset) one["assets"].push_back(catalog_.assets[*asset.asset].code);
      }
      json.push_back(std::move(one));
    }
    return json;
  }

  Json assets() const {
    std::set<AssetId> seen;
    Json json = Json::array();
    for (const auto& asset : derivation_.inventory.assets) {
      if (asset.asset && seen.insert(*asset.asset).second) json.push_back(catalog_.assets[*asset.asset].code);
    }
    return json;
  }

  Json stakeholders() const {
    Json json = Json::array();
    for (const auto& present : derivation_.inventory.stakeholders) {
      json.push_back(catalog_.stakeholders[present.stakeholder].code);
    }
    return json;
  }

  Json exposures() const {
    Json json = Json::array();
    for (std::size_t i = 0; i < derivation_.analysis.exposures.size(); ++i) json.push_back(exposure(i));
    return json;
  }

  Json exposure(std::size_t position) const {
    const auto& exposure = derivation_.analysis.exposures[position];
    const auto& row = derivation_.coverage.exposures[position];
    const auto& answer = derivation_.selection.answers[position];
    const auto& where = derivation_.inventory.assets[exposure.asset];
    Json json;
    json["asset"] = json_code(where.asset, catalog_.assets);
    json["instance"] = where.component ? Json(component_label(report_, *where.component)) : Json(nullptr);
    json["threat"] = catalog_.threats[exposure.threat].code;
    json["vulnerability"] = json_code(exposure.vulnerability, catalog_.vulnerabilities);
    json["property"] = json_code(exposure.property, catalog_.properties);
    json["status"] = name_of(row.status);
    json["basis"] = name_of(exposure.basis);
    json["depth"] = row.depth;
    json["depth_is_lower_bound"] = row.depth_is_lower_bound;
    json["indispensable"] = Json::array();
    for (const auto entry : row.indispensable) json["indispensable"].push_back(catalog_.entry(entry).code);
    json["accepted"] = row.accepted ? acceptance(row.acceptances.front()) : Json(nullptr);
    json["acceptances"] = Json::array();
    for (const auto& one : row.acceptances) json["acceptances"].push_back(acceptance(one));
    json["controls"] = json_codes(controls_of(answer), catalog_.controls);
    json["measures"] = json_codes(measures_of(answer), catalog_.measures);
    if (patterns_select(report_.view)) {
      json["open_controls"] = open_codes(answer.open_controls, &ControlSupport::controls, catalog_.controls);
      json["open_measures"] = open_codes(answer.open_measures, &MeasureSupport::measures, catalog_.measures);
    }
    json["reasons"] = codes_behind(report_, position);
    json["answered_by"] = Json::array();
    for (const auto link : answering_links(answer)) json["answered_by"].push_back(catalog_.link(link).code);
    put_proposals(json, derivation_.proposals.exposures[position]);
    return json;
  }

  /// What answers in some of the patterns that are still possible: each once, in catalogue order.
  template <typename Support, typename T>
  Json open_codes(const std::vector<Support>& supports, std::vector<Id<T>> Support::*members,
                  const Table<T>& table) const {
    std::set<Id<T>> found;
    for (const auto& support : supports) found.insert((support.*members).begin(), (support.*members).end());
    return json_codes(std::vector<Id<T>>(found.begin(), found.end()), table);
  }

  /// What is proposed, and the links that say so.
  void put_proposals(Json& json, const std::vector<Proposal>& proposals) const {
    json["treatments"] = json_codes(treatments_of(proposals), catalog_.treatments);
    json["treated_by"] = Json::array();
    for (const auto link : links_of(proposals)) json["treated_by"].push_back(catalog_.link(link).code);
  }

  Json unreached_threats() const {
    Json json = Json::array();
    for (std::size_t i = 0; i < derivation_.analysis.unreached.size(); ++i) {
      Json one;
      one["id"] = catalog_.threats[derivation_.analysis.unreached[i]].code;
      put_proposals(one, derivation_.proposals.unreached[i]);
      json.push_back(std::move(one));
    }
    return json;
  }

  /// Those that are proposed against something here.
  Json treatments() const {
    Json json = Json::array();
    for (const auto& proposed : proposed_treatments(report_)) {
      const auto& treatment = catalog_.treatments[proposed.treatment];
      Json one;
      one["id"] = treatment.code;
      one["title"] = json_wording(treatment.title);
      one["note"] = json_wording(treatment.note);
      one["exposures"] = proposed.exposures;
      one["unreached"] = json_codes(proposed.unreached, catalog_.threats);
      one["basis"] = json_basis(catalog_, treatment.fact);
      one["stated_at"] = json_stated_at(catalog_, treatment.fact);
      one["reasons"] = Json::array();
      for (const auto& reason : proposed.reasons) {
        one["reasons"].push_back({{"link", catalog_.link(reason.link).code},
                                  {"exposures", reason.exposures},
                                  {"unreached", json_codes(reason.unreached, catalog_.threats)},
                                  {"basis", name_of(reason.basis)}});
      }
      json.push_back(std::move(one));
    }
    return json;
  }

  /// Every statement that something above refers to by its id, told once: in catalogue order, harms of threats first.
  Json reasons() const {
    Json json = Json::array();
    const auto behind = statements_behind(report_);
    std::set<std::string> told;
    for (const auto& harm : behind.harms) {
      const auto code = harm_code(catalog_, harm.threat, harm.property);
      if (!harm.property || !told.insert(code).second) continue;
      Json one;
      one["id"] = code;
      one["kind"] = "harms";
      one["from"] = {catalog_.threats[harm.threat].code};
      one["to"] = {catalog_.properties[*harm.property].code};
      one.update(json_ground(catalog_, harm.fact));
      json.push_back(std::move(one));
    }
    std::set<LinkId> links;
    for (const auto& [link, exposures] : behind.links) links.insert(link);
    for (const auto& answer : derivation_.selection.answers) {
      for (const auto link : answering_links(answer)) links.insert(link);
      for (const auto& support : answer.open_measures) links.insert(support.link);
      for (const auto& support : answer.open_controls) links.insert(support.link);
    }
    for (const auto& selected : derivation_.selection.measures) {
      for (const auto kind :
           {LinkKind::originates_from, LinkKind::considers, LinkKind::aims_at, LinkKind::implemented_on}) {
        for (const auto link : report_.view.links_from(ref(selected.measure), kind)) links.insert(link);
      }
    }
    links.merge(links_between(report_));
    for (const auto& obligation : derivation_.selection.obligations) links.insert(obligation.link);
    for (const auto* all : {&derivation_.proposals.exposures, &derivation_.proposals.unreached}) {
      for (const auto& proposals : *all) {
        for (const auto link : links_of(proposals)) links.insert(link);
      }
    }
    for (const auto link : links) json.push_back(json_statement(catalog_, link));
    return json;
  }

  Json acceptance(const AcceptanceRef& position) const {
    const auto& service = report_.portfolio.services[position.service];
    const auto& acceptance = service.accepted[position.acceptance];
    Json json;
    json["service"] = service.code;
    json["reason"] = json_wording(acceptance.reason);
    json["by"] = acceptance.by;
    json["on"] = acceptance.on;
    return json;
  }

  Json controls() const {
    Json json = Json::array();
    const auto reasons = control_reasons(report_);
    for (std::size_t i = 0; i < derivation_.selection.controls.size(); ++i) {
      const auto& selected = derivation_.selection.controls[i];
      const auto& control = catalog_.controls[selected.control];
      Json one;
      one["id"] = control.code;
      one["title"] = json_wording(control.title);
      one["standard"] = json_code(control.standard, catalog_.standards);
      one["exposures"] = selected.exposures.size();
      one.update(json_called(report_, ref(selected.control), selected.open(), selected.open_exposures.size()));
      one["basis"] = json_basis(catalog_, control.fact);
      one["stated_at"] = json_stated_at(catalog_, control.fact);
      one["reasons"] = Json::array();
      for (const auto& reason : reasons[i]) {
        one["reasons"].push_back({{"link", catalog_.link(reason.link).code},
                                  {"exposures", reason.exposures},
                                  {"basis", name_of(reason.basis)}});
      }
      one["required_by"] = json_requirements(report_, all_requirements(selected));
      one["related"] = json_related(report_.view, ref(selected.control));
      json.push_back(std::move(one));
    }
    return json;
  }

  Json out_of_scope() const {
    Json json = Json::array();
    for (const auto& left_out : derivation_.inventory.out_of_scope) {
      const auto& exclusion = catalog_.exclusions[left_out.exclusion];
      Json one;
      one["instance"] = left_out.instance.code;
      one.update(instance_of(left_out.instance));
      one["exclusion"] = exclusion.code;
      one["title"] = json_wording(exclusion.title);
      one["basis"] = json_basis(catalog_, exclusion.fact);
      one["stated_at"] = json_stated_at(catalog_, exclusion.fact);
      json.push_back(std::move(one));
    }
    return json;
  }

  /// Components that are not derived from, and the statement below the wanted trust that is why.
  Json withheld_components() const {
    Json json = Json::array();
    for (const auto& withheld : derivation_.inventory.withheld) {
      Json one;
      one["instance"] = withheld.instance.code;
      one.update(instance_of(withheld.instance));
      one["used_by"] = json_service_codes(report_, withheld.used_by);
      one["basis"] = json_basis(catalog_, withheld.distrusted);
      one["stated_at"] = json_stated_at(catalog_, withheld.distrusted);
      json.push_back(std::move(one));
    }
    return json;
  }

  Json coverage() const {
    const auto& coverage = derivation_.coverage;
    Json json;
    json["exposures"] = coverage.exposures.size();
    json["covered"] = coverage.covered;
    json["control_only"] = coverage.control_only;
    json["uncovered"] = coverage.uncovered;
    json["single_point"] = coverage.single_point;
    json["accepted"] = coverage.accepted;
    json["open"] = coverage.open;
    return json;
  }

  const DerivationReport& report_;
  const Catalog& catalog_;
  const Derivation& derivation_;
};

}  // namespace

std::string derivation_json(const DerivationReport& report) {
  return json_document(DerivationDocument(report).document());
}

}  // namespace michibiki
