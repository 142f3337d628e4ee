#include <algorithm>

#include "engine/what_if/weaker_links.hpp"
#include "reports/conclusion_json.hpp"
#include "reports/json_facts.hpp"
#include "reports/naming.hpp"
#include "reports/statement_names.hpp"
#include "reports/what_if_argument.hpp"
#include "reports/why_not.hpp"

namespace michibiki {
namespace {

std::string_view name_of(Never never) {
  switch (never) {
    case Never::no_conclusion:
      return "no-conclusion";
    case Never::heading:
      return "heading";
    case Never::replaced:
      return "replaced";
    case Never::no_values:
      return "no-values";
    case Never::unknown_value:
      return "unknown-value";
    case Never::too_far:
      return "too-far";
    case Never::no_way:
      return "no-way";
  }
  return {};
}

class WhyNotJson {
 public:
  explicit WhyNotJson(const WhyNotReport& report)
      : report_(report), why_(report.why), catalog_(report.why.wider.base.catalog()), names_(catalog_) {}

  Json document() const {
    Json json;
    json["format"] = "michibiki-why-not";
    json["version"] = 1;
    json["catalogs"] = json_catalogs(catalog_);
    json["overrides"] = json_overrides(catalog_);
    json["asked"] = report_.asked_in_words;
    json["services"] = Json::array();
    for (const auto& service : report_.portfolio.services) json["services"].push_back(service.code);
    json["trust"] = michibiki::name_of(why_.wider.base.trust());
    json["holds"] = why_.holds;
    json["undecided"] = why_.undecided;
    json["never"] = why_.never ? Json(name_of(*why_.never)) : Json(nullptr);
    json["instead"] = Json::array();
    for (const auto entry : report_.instead) json["instead"].push_back(catalog_.entry(entry).code);
    json["only_value"] = why_.only_value;
    json["by_service"] = why_.by_service;
    json["cut"] = why_.cut;
    json["proposals"] = Json::array();
    for (const auto& remedy : why_.remedies) json["proposals"].push_back(proposal(remedy));
    return json;
  }

 private:
  Json text(const auto& in) const { return json_wording({in(Language::ja), in(Language::en)}); }

  Json proposal(const Remedy& remedy) const {
    Json json;
    json["count"] = remedy.edits.size();
    json["stage"] = stage_of(remedy);
    json["edits"] = Json::array();
    for (const auto& one : remedy.edits) json["edits"].push_back(edit(one));
    json["steps"] = Json::array();
    for (const auto position : remedy.steps) json["steps"].push_back(step(remedy, position));
    json["changes"] = changes(remedy);
    return json;
  }

  Json edit(const ProposedEdit& edit) const {
    Json json;
    json["kind"] = michibiki::name_of(edit.kind);
    if (edit.of_service()) json["service"] = report_.portfolio.services[edit.service].code;
    if (edit.property) json["property"] = catalog_.properties[*edit.property].code;
    if (edit.level) json["level"] = catalog_.levels[*edit.level].code;
    if (edit.component) json["component"] = catalog_.components[*edit.component].code;
    if (edit.operated_by) json["operator"] = catalog_.stakeholders[*edit.operated_by].code;
    if (edit.fact) json.update(statement(edit));
    const auto argument = what_if_argument(catalog_, report_.portfolio, edit);
    json["what_if"] = argument ? Json({argument->option, argument->words}) : Json(nullptr);
    json["text"] = text([&](Language language) { return edit_text(report_, edit, language); });
    return json;
  }

  /// What it is about, and where catalogues say it, or say less.
  Json statement(const ProposedEdit& edit) const {
    auto json = names_.of(*edit.fact);
    const auto link =
        std::ranges::find(catalog_.links, edit.fact, [](const Link& one) { return std::optional(one.fact); });
    if (link != catalog_.links.end()) {
      json["properties"] = json_codes(link->limits.properties, catalog_.properties);
      if (edit.kind == EditKind::state) json["within_limits"] = weaker(*link);
    }
    if (edit.kind != EditKind::state) json["at"] = json_stated_at(catalog_, *edit.fact);
    return json;
  }

  Json weaker(const Link& link) const {
    Json json = Json::array();
    for (const auto id : weaker_links(why_.wider.base, link)) {
      const auto& known = catalog_.link(id);
      Json limits = Json::array();
      for (const auto entry : known.limits.named()) limits.push_back(catalog_.entry(entry).code);
      json.push_back({{"link", known.code},
                      {"only_for", limits},
                      {"holds", why_.wider.base.holds(known.fact)},
                      {"at", json_stated_at(catalog_, known.fact)}});
    }
    return json;
  }

  Json step(const Remedy& remedy, std::size_t position) const {
    const auto& assumed = why_.assumptions;
    const auto& step = assumed.justification.steps[position];
    const bool holds = assumed.holding[step.conclusion];
    Json json;
    json["rule"] = michibiki::name_of(holds ? assumed.here.steps[assumed.made_by[step.conclusion]].kind : step.kind);
    json["conclusion"] = json_conclusion({why_.wider.view, why_.wider.portfolio, why_.wider.derivation},
                                         assumed.justification.conclusions[step.conclusion]);
    json["holds"] = holds;
    json["missing"] = is_missing(report_, remedy, position);
    json["in_the_way"] = Json::array();
    for (const auto fact : in_the_way(report_, remedy, position)) {
      json["in_the_way"].push_back(names_.of(fact));
      json["in_the_way"].back()["at"] = json_stated_at(catalog_, fact);
    }
    const auto ground = ground_of(report_, position);
    const auto* said_at = std::get_if<SourceLocation>(&ground);
    const auto* fact = std::get_if<FactId>(&ground);
    const bool stated = fact != nullptr && !catalog_.fact(*fact).catalog.empty();
    json["basis"] = said_at != nullptr ? Json(name_of(BasisKind::stated))
                    : stated           ? json_basis(catalog_, *fact)
                                       : Json(nullptr);
    json["at"] = said_at != nullptr ? Json({{"file", place_in_service(*said_at)}})
                 : stated           ? json_stated_at(catalog_, *fact)
                                    : Json(nullptr);
    json["text"] = text([&](Language language) { return premise_text(report_, position, language); });
    return json;
  }

  static Json changes(const Remedy& remedy) {
    const auto& changes = remedy.changes;
    Json json;
    json["new_components"] = remedy.come.components;
    json["gone_components"] = remedy.go.components;
    json["new_assets"] = remedy.come.assets;
    json["gone_assets"] = remedy.go.assets;
    json["new_exposures"] = changes.new_exposures.size();
    json["gone_exposures"] = changes.gone_exposures.size();
    json["newly_open"] = json_exposures(remedy.newly_open);
    json["uncovered"] = json_exposures(remedy.uncovered);
    json["new_measures"] = changes.new_measures;
    json["gone_measures"] = changes.gone_measures;
    json["new_controls"] = changes.new_controls;
    json["gone_controls"] = changes.gone_controls;
    json["answered_otherwise"] = changes.changed_exposures.size();
    json["called_for_otherwise"] = changes.moved_measures.size() + changes.moved_controls.size();
    json["changed_values"] = remedy.changed_values;
    return json;
  }

  const WhyNotReport& report_;
  const WhyNot& why_;
  const Catalog& catalog_;
  StatementNames names_;
};

}  // namespace

std::string why_not_json(const WhyNotReport& report) { return json_document(WhyNotJson(report).document()); }

}  // namespace michibiki
