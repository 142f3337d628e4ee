#include <algorithm>
#include <map>

#include "model/value_notation.hpp"
#include "reports/conclusion_json.hpp"
#include "reports/explanation_report.hpp"
#include "reports/given_answers.hpp"
#include "reports/json_facts.hpp"
#include "reports/naming.hpp"
#include "reports/promise_json.hpp"
#include "reports/statement_names.hpp"
#include "reports/step_ground.hpp"
#include "reports/step_teller.hpp"

namespace michibiki {
namespace {

class ExplanationJson {
 public:
  explicit ExplanationJson(const ExplanationReport& report)
      : report_(report),
        catalog_(report.derivation.view.catalog()),
        justification_(report.explanation.justification),
        japanese_(report.derivation, justification_, Language::ja),
        english_(report.derivation, justification_, Language::en) {
    number();
  }

  Json document() const {
    Json json;
    json["format"] = "michibiki-explanation";
    json["version"] = 1;
    json["catalogs"] = json_catalogs(catalog_);
    json["overrides"] = json_overrides(catalog_);
    json["asked"] = report_.asked_in_words;
    json["services"] = Json::array();
    if (!report_.any_service) {
      for (const auto& service : report_.derivation.portfolio.services) json["services"].push_back(service.code);
    }
    json["trust"] = name_of(report_.derivation.view.trust());
    if (report_.resting) json["resting"] = resting();
    if (!report_.firmness.empty()) json["hangs_on"] = hangs_on();
    if (!report_.values.empty()) json["values"] = values();
    json["steps"] = Json::array();
    for (std::size_t i = 0; i < justification_.steps.size(); ++i) json["steps"].push_back(step(i));
    for (std::size_t i = 0; i < justification_.conclusions.size(); ++i) {
      if (justification_.ways[i].size() > 1) json["steps"].push_back(either(i));
    }
    json["roots"] = Json::array();
    for (const auto root : justification_.roots) json["roots"].push_back(ids_[root]);
    json["reasons"] = Json::array();
    for (const auto root : justification_.roots) {
      const auto& count = report_.explanation.counts.of_conclusions[root];
      Json shortest = Json::array();
      for (const auto position : report_.explanation.shortest_reason(root)) shortest.push_back(position + 1);
      json["reasons"].push_back({{"root", ids_[root]},
                                 {"count", count.number.str()},
                                 {"at_least", count.at_least},
                                 {"firmness", name_of(report_.explanation.firmness[root])},
                                 {"shortest", std::move(shortest)}});
    }
    return json;
  }

 private:
  /// What rests on what was asked about: the steps that use its statements, and the conclusions that use them,
  /// fall without them, or are then no longer decided.
  Json resting() const {
    Json json;
    json["facts"] = Json::array();
    for (const auto fact : report_.resting->facts) json["facts"].push_back(place_of(catalog_, fact));
    json["steps"] = Json::array();
    for (const auto step : report_.resting->directly) json["steps"].push_back(step + 1);
    json["rests"] = Json::array();
    json["falls"] = Json::array();
    json["undecided"] = Json::array();
    for (std::size_t i = 0; i < justification_.conclusions.size(); ++i) {
      if (report_.resting->rests[i]) json["rests"].push_back(ids_[i]);
      if (report_.falling.falls[i]) json["falls"].push_back(ids_[i]);
      if (report_.falling.undecided[i]) json["undecided"].push_back(ids_[i]);
    }
    return json;
  }

  /// Of each root how many reasons are left by what is stated, or at least judged, and the fewest statements that carry it.
  Json hangs_on() const {
    const StatementNames names(catalog_);
    const auto listed = [&](const std::vector<FactId>& facts) {
      Json all = Json::array();
      for (const auto fact : facts) {
        all.push_back(names.of(fact));
        all.back().update(json_ground(catalog_, fact));
      }
      return all;
    };
    Json json = Json::array();
    for (std::size_t i = 0; i < report_.firmness.size(); ++i) {
      const auto& one = report_.firmness[i];
      const auto& fates = report_.fates[i];
      const auto& dropped_by = fates.dropping ? fates.dropping->facts : fates.carried_by;
      auto alone = listed(one.alone);
      for (std::size_t k = 0; k < alone.size(); ++k) alone[k]["without"] = name_of(fates.alone[k]);
      json.push_back({{"root", ids_[one.conclusion]},
                      {"stated", one.stated.number.str()},
                      {"judged", one.judged.number.str()},
                      {"all", one.all.number.str()},
                      {"carried_by", fates.carried_by ? listed(*fates.carried_by) : Json(nullptr)},
                      {"without", fates.carried_by ? Json(name_of(fates.without_carried_by)) : Json(nullptr)},
                      {"dropped_by", dropped_by ? listed(*dropped_by) : Json(nullptr)},
                      {"cut", fates.dropping && fates.dropping->cut},
                      {"alone", std::move(alone)},
                      {"besides", one.besides ? listed(*one.besides) : Json(nullptr)},
                      {"without_besides", one.besides ? Json(name_of(fates.without_besides)) : Json(nullptr)}});
    }
    return json;
  }

  /// Of each value that was asked about what else the catalogues offer, and what drives it.
  Json values() const {
    Json json = Json::array();
    for (const auto& origin : report_.values) {
      const auto& grade = report_.derivation.derivation.grading.grades[origin.grade];
      const auto& measure = catalog_.measures[grade.measure];
      Json one;
      one["measure"] = measure.code;
      one["indicator"] = measure.indicators[grade.indicator].key;
      one["services"] = json_service_codes(report_.derivation, grade.services);
      one["open"] = grade.alternative;
      one["offered"] = Json::array();
      for (const auto& offered : origin.offered) {
        one["offered"].push_back({{"pattern", json_code(offered.pattern, catalog_.patterns)},
                                  {"value", value_notation(catalog_, offered.value)},
                                  {"starred", offered.value.starred},
                                  {"taken", offered.taken},
                                  {"compared", offered.compared},
                                  {"basis", json_basis(catalog_, offered.fact)},
                                  {"at", place_of(catalog_, offered.fact)}});
      }
      one.update(json_promises(report_.derivation, origin.grade));
      one["counters_exposures_of"] = json_codes(origin.countered, catalog_.properties);
      one["varies_with"] = json_codes(origin.varies, catalog_.properties);
      one["overridden"] = Json::array();
      for (const auto position : origin.overrides) one["overridden"].push_back(catalog_.overrides[position].target);
      json.push_back(std::move(one));
    }
    return json;
  }

  /// Steps count from 1; behind them what any one of several steps leads to.
  void number() {
    auto next = justification_.steps.size();
    for (const auto& ways : justification_.ways) ids_.push_back(ways.size() == 1 ? ways.front() + 1 : ++next);
  }

  Json basis(FactId fact) const {
    auto json = json_ground(catalog_, fact);
    json.erase("at");
    json["kind"] = json["basis"];
    json.erase("basis");
    return json;
  }

  Json step(std::size_t position) const {
    const auto& it = justification_.steps[position];
    Json json;
    json["id"] = position + 1;
    json["rule"] = name_of(it.kind);
    json["conclusion"] = json_conclusion(report_.derivation, justification_.conclusions[it.conclusion]);
    json["premises"] = Json::array();
    for (const auto premise : it.premises) json["premises"].push_back(ids_[premise]);
    const auto own = own_basis(it, catalog_);
    const auto ground = ground_of(report_.derivation, justification_, it);
    const auto* said_at = std::get_if<SourceLocation>(&ground);
    if (it.facts.empty() || said_at != nullptr) {
      json["basis"] = {{"kind", name_of(said_at != nullptr ? BasisKind::stated : own)}, {"service", true}};
      json["at"] = said_at != nullptr ? Json(place_in_service(*said_at)) : Json(nullptr);
    } else {
      json["basis"] = basis(it.facts.front().front());
      json["at"] = place_of(catalog_, it.facts.front().front());
    }
    if (it.kind == StepKind::level_by_criterion) json["answers"] = answers(it);
    json["link"] = it.link ? Json(catalog_.link(*it.link).code) : Json(nullptr);
    json["open"] = it.open;
    json["firmness"] = name_of(own);
    json["facts"] = Json::array();
    for (const auto& any : it.facts) {
      Json facts = Json::array();
      for (const auto fact : any)
        facts.push_back(place_of(catalog_, fact) + ' ' + std::string(name_of(catalog_.fact(fact).basis.kind)));
      json["facts"].push_back(std::move(facts));
    }
    json["text"] = json_wording({japanese_.tell(it), english_.tell(it)});
    return json;
  }

  Json answers(const Step& step) const {
    Json json = Json::array();
    for (const auto& [question, said] : given_answers(report_.derivation, justification_, step)) {
      json.push_back({{"question", catalog_.questions[question].code},
                      {"answer", said.value},
                      {"at", said.at.file ? Json(place_in_service(said.at)) : Json(nullptr)}});
    }
    return json;
  }

  Json either(std::size_t position) const {
    Json json;
    json["id"] = ids_[position];
    json["rule"] = "either";
    json["open"] = std::ranges::all_of(justification_.ways[position],
                                       [&](std::size_t way) { return justification_.steps[way].open; });
    json["conclusion"] = json_conclusion(report_.derivation, justification_.conclusions[position]);
    json["premises"] = Json::array();
    for (const auto way : justification_.ways[position]) json["premises"].push_back(way + 1);
    json["basis"] = {{"kind", name_of(report_.explanation.firmness[position])}, {"derived", true}};
    json["at"] = nullptr;
    return json;
  }

  const ExplanationReport& report_;
  const Catalog& catalog_;
  const Justification& justification_;
  StepTeller japanese_;
  StepTeller english_;
  std::vector<std::size_t> ids_;  ///< of each conclusion: the step that comes to it
};

}  // namespace

std::string explanation_json(const ExplanationReport& report) {
  return json_document(ExplanationJson(report).document());
}

}  // namespace michibiki
