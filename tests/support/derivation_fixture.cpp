#include "tests/support/derivation_fixture.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "model/yaml/read_service.hpp"

namespace michibiki::testing {
namespace {

std::string complaints(const std::vector<Diagnostic>& diagnostics) {
  std::string text = "the text of this test is wrong:\n";
  for (const auto& diagnostic : diagnostics) text += to_string(diagnostic) + '\n';
  return text;
}

template <typename T>
Strings codes(const Table<T>& table, const std::vector<Id<T>>& ids) {
  Strings found;
  for (const auto id : ids) found.push_back(table[id].code);
  return found;
}

template <typename T>
std::string joined(const Table<T>& table, const std::vector<Id<T>>& ids) {
  std::string text;
  for (const auto id : ids) text += (text.empty() ? "" : "+") + table[id].code;
  return text;
}

std::string number_text(const Number& number) {
  auto text = std::to_string(number.numerator());
  if (number.denominator() != 1) text += '/' + std::to_string(number.denominator());
  return text;
}

std::string quantity_text(const Catalog& catalog, const Quantity& quantity) {
  std::string text;
  if (quantity.bound == Bound::at_least) text = "at least ";
  if (quantity.bound == Bound::at_most) text = "within ";
  text += number_text(quantity.number) + ' ' + catalog.units[quantity.unit].code;
  if (quantity.per_unit)
    text += " per " + number_text(*quantity.per_number) + ' ' + catalog.units[*quantity.per_unit].code;
  return text;
}

const RequiredLevel& level_of(const Derived& derived, std::string_view property, std::size_t service) {
  const auto& levels = derived.derivation.classifications.at(service).levels;
  const auto found = std::find_if(levels.begin(), levels.end(), [&](const RequiredLevel& level) {
    return derived.catalog().properties[level.property].code == property;
  });
  if (found == levels.end()) throw std::logic_error("no level for " + std::string(property));
  return *found;
}

}  // namespace

NamedText catalog_text(std::string_view sections, const std::string& id, const std::string& depends_on) {
  std::string text = "catalog:\n  schema: 1\n  id: " + id +
                     "\n  version: 1.0.0\n  released: 2026-11-22\n  title: {ja: 分野, en: Field}\n";
  if (!depends_on.empty()) text += "  depends-on: [" + depends_on + "]\n";
  text += "  sources: [{id: " + (depends_on.empty() ? "report" : id + "-report") +
          ", title: {ja: 報告書, en: The report}}]\n";
  text += "basis: {stated: report}\n";
  return {id + ".yaml", text + std::string(sections)};
}

std::string value_text(const Catalog& catalog, const Value& value) {
  std::string text;
  if (std::holds_alternative<UnknownValue>(value.what)) text = "unknown";
  if (std::holds_alternative<FreeValue>(value.what)) text = "-";
  if (std::holds_alternative<DoneValue>(value.what)) text = "done";
  if (const auto* quantity = std::get_if<Quantity>(&value.what)) text = quantity_text(catalog, *quantity);
  if (const auto* choice = std::get_if<Choice>(&value.what)) {
    text = catalog.scales[choice->scale].choices[choice->index].code;
  }
  return value.starred ? text + " *" : text;
}

Derived::Derived(std::shared_ptr<const KnowledgeGraph> graph_, View view_, Portfolio portfolio_)
    : graph(std::move(graph_)),
      view(std::move(view_)),
      portfolio(std::move(portfolio_)),
      derivation(michibiki::derive(view, portfolio)) {}

Strings Derived::patterns(std::size_t service) const {
  return codes(catalog().patterns, derivation.classifications.at(service).patterns);
}

Strings Derived::levels(std::string_view property, std::size_t service) const {
  return codes(catalog().levels, level_of(*this, property, service).possible);
}

Strings Derived::open_questions(std::string_view property, std::size_t service) const {
  return codes(catalog().questions, level_of(*this, property, service).open_questions);
}

Strings Derived::components() const {
  Strings found;
  for (const auto& component : derivation.inventory.components) found.push_back(component.instance.code);
  return found;
}

std::string Derived::name_of_asset(std::size_t position) const {
  const auto& inventory = derivation.inventory;
  const auto& asset = inventory.assets.at(position);
  return (asset.component ? inventory.components[*asset.component].instance.code : "-") + '/' +
         (asset.asset ? catalog().assets[*asset.asset].code : "-");
}

Strings Derived::assets() const {
  Strings found;
  for (std::size_t i = 0; i < derivation.inventory.assets.size(); ++i) found.push_back(name_of_asset(i));
  return found;
}

Strings Derived::out_of_scope() const {
  Strings found;
  for (const auto& item : derivation.inventory.out_of_scope) {
    found.push_back(item.instance.code + ": " + catalog().exclusions[item.exclusion].code);
  }
  return found;
}

Strings Derived::withheld() const {
  Strings found;
  for (const auto& item : derivation.inventory.withheld) found.push_back(item.instance.code);
  return found;
}

Strings Derived::stakeholders() const {
  Strings found;
  for (const auto& present : derivation.inventory.stakeholders) {
    found.push_back(catalog().stakeholders[present.stakeholder].code);
  }
  return found;
}

std::string Derived::name_of_exposure(std::size_t position) const {
  const auto& exposure = derivation.analysis.exposures.at(position);
  auto name = name_of_asset(exposure.asset) + ' ' + catalog().threats[exposure.threat].code;
  if (exposure.property) name += ' ' + catalog().properties[*exposure.property].code;
  if (exposure.vulnerability) name += ' ' + catalog().vulnerabilities[*exposure.vulnerability].code;
  return name;
}

std::string Derived::name_of_requirement(std::size_t position) const {
  const auto& requirement = derivation.selection.requirements.at(position);
  std::set<std::string> by;
  for (const auto entry : requirement.by) by.insert(catalog().entry(entry).code);
  std::string text;
  for (const auto& one : by) text += (text.empty() ? "" : "+") + one;
  return text + " require " + catalog().entry(requirement.needed).code + " by " + catalog().link(requirement.link).code;
}

std::size_t Derived::position_of_exposure(std::string_view exposure) const {
  for (std::size_t i = 0; i < derivation.analysis.exposures.size(); ++i) {
    if (name_of_exposure(i) == exposure) return i;
  }
  throw std::logic_error("no exposure " + std::string(exposure));
}

Strings Derived::exposures() const {
  Strings found;
  for (std::size_t i = 0; i < derivation.analysis.exposures.size(); ++i) found.push_back(name_of_exposure(i));
  return found;
}

Strings Derived::unreached() const { return codes(catalog().threats, derivation.analysis.unreached); }

Strings Derived::with_status(CoverageStatus status) const {
  Strings found;
  for (std::size_t i = 0; i < derivation.coverage.exposures.size(); ++i) {
    if (derivation.coverage.exposures[i].status == status) found.push_back(name_of_exposure(i));
  }
  return found;
}

Strings Derived::answers_at(std::size_t position) const {
  Strings found;
  for (const auto& support : derivation.selection.answers.at(position).measures) {
    found.push_back(joined(catalog().measures, support.measures));
  }
  return found;
}

Strings Derived::control_answers_at(std::size_t position) const {
  Strings found;
  for (const auto& support : derivation.selection.answers.at(position).controls) {
    found.push_back(joined(catalog().controls, support.controls));
  }
  return found;
}

Strings Derived::open_answers_at(std::size_t position) const {
  Strings found;
  const auto& answer = derivation.selection.answers.at(position);
  for (const auto& support : answer.open_measures) found.push_back(joined(catalog().measures, support.measures));
  for (const auto& support : answer.open_controls) found.push_back(joined(catalog().controls, support.controls));
  return found;
}

Strings Derived::open_answers(std::string_view exposure) const {
  return open_answers_at(position_of_exposure(exposure));
}

Strings Derived::answers(std::string_view exposure) const { return answers_at(position_of_exposure(exposure)); }

Strings Derived::control_answers(std::string_view exposure) const {
  return control_answers_at(position_of_exposure(exposure));
}

const ExposureCoverage& Derived::coverage_of(std::string_view exposure) const {
  return derivation.coverage.exposures.at(position_of_exposure(exposure));
}

Strings Derived::indispensable(std::string_view exposure) const {
  Strings found;
  for (const auto entry : coverage_of(exposure).indispensable) found.push_back(catalog().entry(entry).code);
  return found;
}

namespace {

Strings measures_of(const Derived& derived, bool open) {
  Strings found;
  for (const auto& selected : derived.derivation.selection.measures) {
    if (selected.open() == open) found.push_back(derived.catalog().measures[selected.measure].code);
  }
  return found;
}

Strings controls_of(const Derived& derived, bool open) {
  Strings found;
  for (const auto& selected : derived.derivation.selection.controls) {
    if (selected.open() == open) found.push_back(derived.catalog().controls[selected.control].code);
  }
  return found;
}

Strings obligations_of(const Derived& derived, bool open) {
  Strings found;
  for (const auto& obligation : derived.derivation.selection.obligations) {
    if (obligation.open() != open) continue;
    found.push_back(derived.catalog().stakeholders[obligation.stakeholder].code + ": " +
                    derived.catalog().measures[obligation.measure].code);
  }
  return found;
}

}  // namespace

Strings Derived::measures() const { return measures_of(*this, false); }
Strings Derived::open_measures() const { return measures_of(*this, true); }
Strings Derived::controls() const { return controls_of(*this, false); }
Strings Derived::open_controls() const { return controls_of(*this, true); }
Strings Derived::obligations() const { return obligations_of(*this, false); }
Strings Derived::open_obligations() const { return obligations_of(*this, true); }

Strings Derived::chapters() const {
  Strings found;
  for (std::size_t i = 0; i < derivation.placements.size(); ++i) {
    const auto chapter = derivation.placements[i].chapter;
    const auto& measure = catalog().measures[derivation.selection.measures[i].measure];
    found.push_back(measure.code + ": " + (chapter ? catalog().chapters[*chapter].code : "-"));
  }
  return found;
}

Strings Derived::values() const {
  Strings found;
  for (const auto& grade : derivation.grading.grades) {
    const auto& measure = catalog().measures[grade.measure];
    auto row = measure.code + '.' + measure.indicators[grade.indicator].key + " [";
    for (const auto service : grade.services) row += (row.back() == '[' ? "" : ", ") + portfolio.services[service].code;
    row += "] " + (grade.pattern ? catalog().patterns[*grade.pattern].code : "-");
    found.push_back(row + ": " + value_text(catalog(), grade.value));
  }
  return found;
}

World::World(const std::vector<NamedText>& catalogs) {
  auto loaded = load_catalog(catalogs);
  if (!loaded.catalog) throw std::logic_error(complaints(loaded.diagnostics));
  graph_ = std::make_shared<const KnowledgeGraph>(std::move(*loaded.catalog));
}

Portfolio World::service(const std::string& text) const {
  const bool has_id = text.starts_with("id:") || text.find("\nid:") != std::string::npos;
  auto reading = read_service(catalog(), has_id ? text : "id: service\n" + text, "service.yaml");
  if (!reading.portfolio) throw std::logic_error(complaints(reading.diagnostics));
  return std::move(*reading.portfolio);
}

Derived World::derive(const std::string& service_text, BasisKind trust) const {
  return derive(service_text, view(trust));
}

Derived World::derive(const std::string& service_text, const View& view) const {
  return {graph_, view, service(service_text)};
}

FactId World::fact(std::string_view target) const {
  const auto space = target.find(' ');
  const auto kind = target.substr(0, space);
  const auto code = target.substr(space + 1);
  if (kind == "link") {
    for (const auto& link : catalog().links) {
      if (link.code == code) return link.fact;
    }
  } else if (const auto entry_kind = entry_kind_named(kind)) {
    if (const auto found = catalog().find(*entry_kind, code)) return catalog().entry(*found).fact;
  }
  throw std::logic_error("no fact " + std::string(target));
}

}  // namespace michibiki::testing
