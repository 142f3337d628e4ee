#include "reports/measure_json.hpp"

#include "engine/grade.hpp"
#include "model/value_notation.hpp"
#include "reports/called_for.hpp"
#include "reports/digest.hpp"
#include "reports/naming.hpp"
#include "reports/placements.hpp"
#include "reports/promise_json.hpp"
#include "reports/requirements.hpp"
#include "reports/statements.hpp"
#include "reports/value_text.hpp"

namespace michibiki {
namespace {

class MeasuresDocument {
 public:
  explicit MeasuresDocument(const DerivationReport& report)
      : report_(report),
        catalog_(report.view.catalog()),
        derivation_(report.derivation),
        digests_(digest_measures(report)) {}

  Json measures() const {
    Json json = Json::array();
    for (std::size_t i = 0; i < derivation_.selection.measures.size(); ++i) json.push_back(measure(i));
    return json;
  }

 private:
  Json measure(std::size_t position) const {
    const auto& selected = derivation_.selection.measures[position];
    const auto& digest = digests_[position];
    const auto& measure = catalog_.measures[selected.measure];
    const auto& placement = derivation_.placements[position];
    Json json;
    json["id"] = measure.code;
    json["title"] = json_wording(measure.title);
    json["class"] = nullptr;
    if (digest.class_shown == Shown::withheld) json["class"] = "unknown";
    if (digest.class_shown == Shown::yes) json["class"] = catalog_.classes[measure.measure_class->value].code;
    json["chapter"] = json_code(placement.chapter, catalog_.chapters);
    json["chapter_withheld"] = placement.withheld.has_value();
    json["exposures"] = selected.exposures.size();
    json.update(json_called(report_, ref(selected.measure), selected.open(), selected.open_exposures.size()));
    json["properties"] = json_codes(driving_properties(derivation_.analysis, selected), catalog_.properties);
    json["basis"] = {
        {"selection", name_of(digest.selection)},
        {"entry", json_basis(catalog_, measure.fact)},
        {"number", name_of(digest.number)},
        {"title", title_basis(measure)},
        {"class", measure.measure_class ? json_basis(catalog_, measure.measure_class->fact) : Json(nullptr)}};
    json["reasons"] = Json::array();
    for (const auto& item : digest.reasons) json["reasons"].push_back(reason(item));
    if (!digest.open_reasons.empty()) {
      json["open_reasons"] = Json::array();
      for (const auto& item : digest.open_reasons) json["open_reasons"].push_back(reason(item));
    }
    json["obligations"] = Json::array();
    for (const auto* items : {&selected.obligations, &selected.open_obligations}) {
      for (const auto item : *items) json["obligations"].push_back(obligation(derivation_.selection.obligations[item]));
    }
    json["required_by"] = json_requirements(report_, all_requirements(selected));
    json["related"] = json_related(report_.view, ref(selected.measure));
    json["origins"] = links(selected.measure, LinkKind::originates_from);
    json["considerations"] = links(selected.measure, LinkKind::considers);
    json["aims"] = links(selected.measure, LinkKind::aims_at);
    json["implemented_on"] = links(selected.measure, LinkKind::implemented_on);
    json["best_practice"] = json_wording(measure.summary);
    json["placement"] = placement.rule ? json_ground(catalog_, *placement.rule) : Json(nullptr);
    const auto printed = printed_elsewhere(report_, position);
    json["printed_in"] = json_code(printed, catalog_.chapters);
    json["stated_at"] = statements(measure, digest);
    json["levels"] = Json::array();
    for (const auto item : digest.grades) {
      auto level = grade(measure, derivation_.grading.grades[item]);
      level.update(json_promises(report_, item));
      json["levels"].push_back(std::move(level));
    }
    return json;
  }

  /// How firm the title is in each language; null where there is none.
  Json title_basis(const Measure& measure) const {
    const auto basis = [&](const std::string& text, FactId fact) {
      return text.empty() ? Json(nullptr) : json_basis(catalog_, fact);
    };
    return {{"ja", basis(measure.title.ja, measure.title.ja_fact)},
            {"en", basis(measure.title.en, measure.title.en_fact)}};
  }

  /// Where the catalogue says that the measure exists, its number, class and best practice; and why.
  Json statements(const Measure& measure, const MeasureDigest& digest) const {
    // What is remarked about something hidden may repeat it.
    const auto ground = [&](FactId fact, bool shown) {
      auto json = json_ground(catalog_, fact);
      if (!shown) json["because"] = nullptr;
      return json;
    };
    Json json;
    json["entry"] = json_ground(catalog_, measure.fact);
    json["number"] =
        measure.number ? ground(measure.number->fact, report_.view.holds(measure.number->fact)) : Json(nullptr);
    json["class"] =
        measure.measure_class ? ground(measure.measure_class->fact, digest.class_shown == Shown::yes) : Json(nullptr);
    json["best_practice"] = measure.summary.empty() ? Json(nullptr) : json_ground(catalog_, measure.summary.en_fact);
    return json;
  }

  /// Ids of statements that are told once, under `reasons` of the document.
  Json links(MeasureId measure, LinkKind kind) const {
    Json json = Json::array();
    for (const auto link : report_.view.links_from(ref(measure), kind)) json.push_back(catalog_.link(link).code);
    return json;
  }

  Json reason(const LinkReason& reason) const {
    const auto& link = catalog_.link(reason.link);
    Json json;
    json["link"] = link.code;
    json["because"] = json_wording(reason_of(catalog_, reason.link));
    json["stands_because"] = json_wording(link.stands_because);
    json["exposures"] = reason.exposures;
    json["basis"] = name_of(reason.basis);
    json["stated_at"] = json_stated_at(catalog_, link.fact);
    return json;
  }

  Json obligation(const Obligation& obligation) const {
    const auto& link = catalog_.link(obligation.link);
    Json json;
    json["stakeholder"] = catalog_.stakeholders[obligation.stakeholder].code;
    json["role"] = json_code(link.role, catalog_.roles);
    json["link"] = link.code;
    const auto codes = [&](const std::vector<InService>& all) {
      std::vector<std::size_t> services;
      for (const auto& in : all) services.push_back(in.service);
      return json_service_codes(report_, services);
    };
    json["services"] = codes(obligation.services);
    if (!obligation.open_services.empty()) json["open_services"] = codes(obligation.open_services);
    json["because"] = json_wording(reason_of(catalog_, obligation.link));
    json["basis"] = name_of(obligation.basis());
    json["stated_at"] = json_stated_at(catalog_, link.fact);
    return json;
  }

  Json grade(const Measure& measure, const Grade& grade) const {
    const auto& indicator = measure.indicators[grade.indicator];
    Json json;
    json["indicator"] = indicator.key;
    json["title"] = json_wording(indicator.title);
    json["pattern"] = json_code(grade.pattern, catalog_.patterns);
    json["value"] = value_notation(catalog_, grade.value);
    json["starred"] = grade.value.starred;
    const auto text = [&](Language language) {
      return grade.withheld ? std::string(words::value_withheld.in(language))
                            : value_text(catalog_, indicator, grade.value, language);
    };
    json["text"] = {{"ja", text(Language::ja)}, {"en", text(Language::en)}};
    json["withheld"] = grade.withheld;
    const auto basis = basis_of(catalog_, grade);
    json["basis"] = basis ? Json(name_of(*basis)) : Json(nullptr);
    json["stated_at"] = grade.fact ? json_stated_at(catalog_, *grade.fact) : Json(nullptr);
    const bool remarked = grade.fact && !grade.withheld;
    json["because"] = remarked ? json_wording(reason_of(catalog_, *grade.fact)) : Json(nullptr);
    json["alternative"] = grade.alternative;
    json["compared"] = json_codes(grade.compared, catalog_.patterns);
    json["stricter"] = grade.direction ? json_ground(catalog_, *grade.direction) : Json(nullptr);
    json["incomplete"] = grade.incomplete;
    json["shared_by"] = json_service_codes(report_, grade.services);
    json["instances"] = Json::array();
    for (const auto component : grade.components) json["instances"].push_back(component_label(report_, component));
    return json;
  }

  const DerivationReport& report_;
  const Catalog& catalog_;
  const Derivation& derivation_;
  std::vector<MeasureDigest> digests_;
};

}  // namespace

Json json_measures(const DerivationReport& report) { return MeasuresDocument(report).measures(); }

}  // namespace michibiki
