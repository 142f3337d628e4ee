#include "model/value_notation.hpp"
#include "reports/break_teller.hpp"
#include "reports/called_otherwise.hpp"
#include "reports/changed_components.hpp"
#include "reports/conclusion_json.hpp"
#include "reports/json_facts.hpp"
#include "reports/naming.hpp"
#include "reports/promise_json.hpp"
#include "reports/promises.hpp"
#include "reports/step_parts.hpp"
#include "reports/suppositions.hpp"
#include "reports/what_if_report.hpp"

namespace michibiki {
namespace {

class WhatIfJson {
 public:
  explicit WhatIfJson(const WhatIfReport& report) : report_(report), result_(report.result) {}

  Json document() const {
    const auto& difference = result_.difference;
    Json json;
    json["format"] = "michibiki-what-if";
    json["version"] = 1;
    json["catalogs"] = json_catalogs(report_.before.view.catalog());
    json["services"] = Json::array();
    for (const auto& service : report_.before.portfolio.services) json["services"].push_back(service.code);
    json["trust"] = name_of(report_.before.view.trust());
    json["supposed"] = Json::array();
    for (const auto& one : report_.suppositions) {
      json["supposed"].push_back({{"so", one.so},
                                  {"kind", name_of(one)},
                                  {"as_asked", one.words},
                                  {"text", json_wording({text(one, Language::ja), text(one, Language::en)})},
                                  {"links", links(one)}});
    }
    json["before"] = totals(report_.before);
    json["after"] = totals(report_.after);
    json["effort"] = effort(report_.effort);
    json["components"] = components();
    json["newly_open"] = open(result_.newly_open, report_.after);
    json["no_longer_open"] = open(result_.no_longer_open, report_.before);
    json["measures"] = {
        {"go", difference.gone_measures}, {"come", difference.new_measures}, {"otherwise", difference.moved_measures}};
    json["controls"] = {
        {"go", difference.gone_controls}, {"come", difference.new_controls}, {"otherwise", difference.moved_controls}};
    json["called_for_otherwise"] = {{"measures", json_measures_called_otherwise(report_)},
                                    {"controls", json_controls_called_otherwise(report_)}};
    json["values"] = Json::array();
    for (const auto& value : result_.values) {
      json["values"].push_back({{"measure", value.measure},
                                {"indicator", value.indicator},
                                {"services", value.services},
                                {"before", value.before},
                                {"after", value.after}});
    }
    json["values_gone"] = values(result_.values_gone);
    json["values_come"] = values(result_.values_come);
    json["promises"] = promises();
    json["exposures"] = {{"go", json_exposures(difference.gone_exposures)},
                         {"come", json_exposures(difference.new_exposures)},
                         {"otherwise", json_exposures(difference.changed_exposures)}};
    json["unreached"] = {{"go", difference.gone_unreached}, {"come", difference.new_unreached}};
    json["no_longer"] = turns(false);
    json["now"] = turns(true);
    return json;
  }

 private:
  std::string text(const Supposition& one, Language language) const {
    return supposition_text(report_.before, report_.after, one, language);
  }

  /// Each whole, with all that it links.
  Json links(const Supposition& one) const {
    const auto& catalog = report_.after.view.catalog();
    Json all = Json::array();
    for (const auto id : links_supposed(catalog, one)) {
      const auto& link = catalog.link(id);
      const auto ids = [&](const std::vector<EntryRef>& entries) {
        Json codes = Json::array();
        for (const auto entry : entries) codes.push_back(catalog.entry(entry).code);
        return codes;
      };
      all.push_back({{"link", link.code},
                     {"kind", name_of(link.kind)},
                     {"from", ids(link.from)},
                     {"to", ids(link.to)},
                     {"limited_to", ids(link.limits.named())}});
    }
    return all;
  }

  static Json totals(const DerivationReport& of) {
    const auto& derivation = of.derivation;
    Json patterns = Json::array();
    for (const auto& classification : derivation.classifications)
      patterns.push_back(json_codes(classification.patterns, of.view.catalog().patterns));
    return {{"patterns", std::move(patterns)},
            {"components", derivation.inventory.components.size()},
            {"exposures", derivation.analysis.exposures.size()},
            {"open", derivation.coverage.open},
            {"measures", derivation.selection.measures.size()},
            {"controls", derivation.selection.controls.size()}};
  }

  static Json effort(const Effort& effort) {
    const auto share = [](const Share& one) { return Json{{"done", one.done}, {"all", one.all}}; };
    return {{"anew", effort.anew},
            {"matched", share(effort.matched)},
            {"answered", share(effort.answered)},
            {"placed", share(effort.placed)},
            {"graded", share(effort.graded)}};
  }

  static Json open(const std::vector<OpenExposure>& exposures, const DerivationReport& of) {
    Json json = Json::array();
    for (const auto& one : exposures) {
      Json exposure;
      for (const auto& part : parts_of(of, IsExposed{one.exposure, {}})) exposure[std::string(part.name)] = part.code;
      exposure["status"] = name_of(of.derivation.coverage.exposures[one.exposure].status);
      exposure["in_both"] = one.other.has_value();
      exposure["services"] = json_service_codes(of, one.services);
      json.push_back(std::move(exposure));
    }
    return json;
  }

  Json components() const {
    Json otherwise = Json::array();
    for (const auto& used : result_.otherwise_used) {
      otherwise.push_back({{"component", component_label(report_.before, used.before)},
                           {"no_longer", json_service_codes(report_.before, used.no_longer)},
                           {"now", json_service_codes(report_.after, used.now)}});
    }
    return {{"go", components_only_in(report_.before, report_.after)},
            {"come", components_only_in(report_.after, report_.before)},
            {"otherwise_used", std::move(otherwise)}};
  }

  /// Each conclusion that one derivation alone comes to, and the steps in which its shortest reason breaks.
  Json turns(bool after) const {
    const auto& of = after ? report_.after : report_.before;
    const auto& side = after ? result_.fresh : result_.gone;
    const auto& justification = side.explanation.justification;
    const BreakTeller japanese(report_, after, Language::ja);
    const BreakTeller english(report_, after, Language::en);
    Json json = Json::array();
    for (const auto& turn : side.turns) {
      Json one;
      one["conclusion"] = json_conclusion(of, justification.conclusions[turn.conclusion]);
      one["because"] = Json::array();
      for (const auto& broken : turn.breaks) {
        const auto told = english.tell(broken);
        one["because"].push_back(
            {{"rule", name_of(justification.steps[broken.step].kind)},
             {"text", json_wording({japanese.tell(broken).sentence, told.sentence})},
             {"at", told.withdrawn_at.empty() ? place(of.view.catalog(), told.stated) : Json(told.withdrawn_at)},
             {"supposed", told.supposed ? Json(told.supposed->words) : Json(nullptr)}});
      }
      json.push_back(std::move(one));
    }
    return json;
  }

  static Json values(const std::vector<LoneValue>& values) {
    Json json = Json::array();
    for (const auto& value : values) {
      json.push_back({{"measure", value.measure},
                      {"indicator", value.indicator},
                      {"services", value.services},
                      {"value", value.value}});
    }
    return json;
  }

  Json promises() const {
    Json json = Json::array();
    for (const auto& changed : result_.promises) {
      json.push_back(
          {{"service", changed.service},
           {"measure", changed.measure},
           {"indicator", changed.indicator},
           {"value", value_notation(report_.after.view.catalog(), promise_of(report_.after, changed.after).value)},
           {"before", json_standings(report_.before, changed.before)},
           {"after", json_standings(report_.after, changed.after)}});
    }
    return json;
  }

  /// None of what the service says, or no catalogue.
  static Json place(const Catalog& catalog, std::optional<FactId> fact) {
    return fact && !catalog.fact(*fact).catalog.empty() ? Json(place_of(catalog, *fact)) : Json(nullptr);
  }

  const WhatIfReport& report_;
  const WhatIf& result_;
};

}  // namespace

std::string what_if_json(const WhatIfReport& report) { return json_document(WhatIfJson(report).document()); }

}  // namespace michibiki
