// The derivation once more, by plain SQL over the facts as the YAML says them: it has to say the same as the engine.
#include <algorithm>
#include <filesystem>

#include "model/value_notation.hpp"
#include "model/yaml/load_catalog.hpp"

#include "tests/second/second_derivation.hpp"
#include "tests/support/naive_derivation.hpp"

namespace michibiki::testing {
namespace {

const std::string shipped = std::string(MICHIBIKI_SOURCE_DIR) + "/catalogs";
const std::vector<BasisKind> trusts{BasisKind::unverified, BasisKind::judgement, BasisKind::stated};

const std::shared_ptr<const KnowledgeGraph>& graph() {
  static const auto frozen = [] {
    auto loaded = load_catalog(CatalogPaths{{shipped}, {}});
    REQUIRE(loaded.catalog.has_value());
    return std::make_shared<const KnowledgeGraph>(std::move(*loaded.catalog));  // NOLINT: just required
  }();
  return frozen;
}

SecondComputation& second() {
  static SecondComputation computation(catalogs_under(shipped));
  return computation;
}

/// What the engine concluded, in the form of the second computation.
SecondDerivation form_of(const Derived& derived) {
  const auto naive = naive_form(derived);
  SecondDerivation form;
  for (const auto& [name, exposure] : naive.exposures)
    form.exposures.emplace(name,
                           SecondExposure{exposure.measures, exposure.controls, exposure.status, exposure.needed});
  form.unreached = naive.unreached;
  form.measures = naive.measures;
  form.controls = naive.controls;
  form.obligations = naive.obligations;
  return form;
}

Derived derive(const Service& service, BasisKind trust) {
  Portfolio portfolio;
  portfolio.services = {service};
  return {graph(), View(*graph(), trust), std::move(portfolio)};
}

Service in_case(SystemCaseId id) {
  Service service;
  service.code = "service";
  service.system_case = id;
  service.instances = graph()->catalog().system_cases[id].instances;
  return service;
}

std::set<std::string> patterns_of(const Derived& derived) {
  const auto patterns = derived.patterns();
  return {patterns.begin(), patterns.end()};
}

/// "measure.key pattern: value" of the engine's grades.
std::set<std::string> values_of(const Derived& derived) {
  std::set<std::string> found;
  const auto& catalog = derived.catalog();
  for (const auto& grade : derived.derivation.grading.grades) {
    if (!grade.pattern) continue;
    const auto& measure = catalog.measures[grade.measure];
    found.insert(measure.code + '.' + measure.indicators[grade.indicator].key + ' ' +
                 catalog.patterns[*grade.pattern].code + ": " + value_notation(catalog, grade.value) +
                 (grade.value.starred ? " *" : ""));
  }
  return found;
}

/// What only one of the two says.
std::string difference(const std::set<std::string>& engine, const std::set<std::string>& sql) {
  std::string text;
  for (const auto& one : engine) text += sql.contains(one) ? "" : "engine " + one + "; ";
  for (const auto& one : sql) text += engine.contains(one) ? "" : "SQL " + one + "; ";
  return text;
}

std::vector<CatalogTexts> texts_in(const std::vector<NamedText>& texts) {
  std::vector<CatalogTexts> all;
  for (const auto& text : texts) all.push_back({text.text});
  return all;
}

std::vector<SecondInstance> instances_of(const Service& service, const Catalog& catalog) {
  std::vector<SecondInstance> instances;
  for (const auto& instance : service.instances) {
    instances.push_back(
        {instance.code, catalog.components[instance.type].code,
         instance.operated_by ? std::optional(catalog.stakeholders[*instance.operated_by].code) : std::nullopt,
         instance.parent});
  }
  return instances;
}

std::string any_basis() {
  static const std::vector<std::string> bases{"{stated: report}", "{judgement: ours}", "unverified"};
  return "basis: " + *rc::gen::elementOf(bases);
}

std::string any_level() { return "l" + std::to_string(*rc::gen::inRange(0, 3)); }

/// Levels of one type of service: one, or open among some or all.
std::string any_type_level() {
  const int sort = *rc::gen::inRange(0, 3);
  const std::string open = sort == 1 ? ", among: [" + any_level() + "]" : "";
  return "{is: " + (sort == 0 ? any_level() : "open" + open) + ", " + any_basis() + "}";
}

std::string any_value() {
  static const std::vector<std::string> values{"within 24 h *", "3 d",   "at most 5 h", "'-'",         "unknown",
                                               "2 d *",         "1.5 h", "within 1 h",  "at most 90 h"};
  return "{is: " + *rc::gen::elementOf(values) + ", " + any_basis() + "}";
}

/// Properties with scales, criteria of which some depend on questions, types of services, and a pattern for each point, with values.
std::string random_levels() {
  std::string text =
      "levels: [{id: l0}, {id: l1}, {id: l2}]\nquestions: [{id: q0}, {id: q1}]\n"
      "properties: [{id: p0, levels: [l0, l1, l2]}, {id: p1, levels: [l0, l1, l2]}]\n"
      "units: [{id: h, dimension: time, factor: 1}, {id: d, dimension: time, factor: 24}]\nlevel-criteria:\n";
  for (const auto* property : {"p0", "p1"}) {
    text += std::string("  - property: ") + property + "\n    rules:\n";
    const int rules = *rc::gen::inRange(1, 4);
    for (int i = 0; i < rules; ++i) {
      const std::string when = *rc::gen::arbitrary<bool>() ? ", when: {q" + std::to_string(i % 2) + ": true}" : "";
      text += "      - {id: " + std::string(property) + "r" + std::to_string(i) + when + ", then: " + any_level() +
              ", " + any_basis() + "}\n";
    }
  }
  text += "service-types:\n";
  for (int i = 0; i < 3; ++i) {
    text += "  - {id: t" + std::to_string(i) + ", " + any_basis() + ", levels: {p0: " + any_type_level();
    text += *rc::gen::arbitrary<bool>() ? ", p1: " + any_type_level() + "}}\n" : std::string("}}\n");
  }
  std::string values;
  text += "patterns:\n";
  for (int i = 0; i < 9; ++i) {
    const auto id = std::to_string(i);
    text += "  - {id: n" + id + ", levels: {p0: {is: l" + std::to_string(i / 3) + ", " + any_basis() + "}, p1: l" +
            std::to_string(i % 3) + "}}\n";
    values += (i == 0 ? "" : ", ") + ("n" + id) + ": " + any_value();
  }
  return text + "components: [{id: c, carries: [a]}]\nassets: [{id: a}]\nthreats: [{id: t, harms: [p0]}]\n" +
         "measures: [{id: m, indicators: [{key: k, stricter: lower, values: {" + values + "}}]}]\n" +
         "links: [{kind: counters, from: m, to: t}]\n";
}

}  // namespace

TEST_CASE("of the shipped catalogues the second computation says the same for every system case and trust",
          "[second][catalogs]") {
  std::size_t exposures = 0;
  for (const auto trust : trusts) {
    second().trust(trust);
    for (std::size_t i = 0; i < graph()->catalog().system_cases.size(); ++i) {
      const SystemCaseId id{i};
      INFO(graph()->catalog().system_cases[id].code << ", " << name_of(trust));
      const auto engine = form_of(derive(in_case(id), trust));
      const auto sql = second().derive_case(graph()->catalog().system_cases[id].code);
      CHECK((engine.exposures == sql.exposures));
      CHECK(engine.unreached == sql.unreached);
      CHECK(engine.measures == sql.measures);
      CHECK(engine.controls == sql.controls);
      CHECK(engine.obligations == sql.obligations);
      exposures += sql.exposures.size();
    }
  }
  CHECK(exposures > 5000);
}

TEST_CASE("and the same patterns and values for every service type, pattern, system case and trust",
          "[second][catalogs]") {
  const auto& catalog = graph()->catalog();
  std::size_t combinations = 0;
  for (const auto trust : trusts) {
    second().trust(trust);
    for (std::size_t c = 0; c < catalog.system_cases.size(); ++c) {
      const SystemCaseId id{c};
      const auto selected = second().derive_case(catalog.system_cases[id].code);
      const auto compare = [&](const Service& service, const SecondLevels& levels, const std::string& what) {
        ++combinations;
        const auto derived = derive(service, trust);
        const auto patterns = second().patterns(levels);
        const auto values = second().values(selected.measures, patterns);
        // Measures never depend on the pattern; that the engine's do not either is part of what is compared.
        const auto measures = derived.measures();
        if (patterns_of(derived) != patterns || values_of(derived) != values ||
            std::set<std::string>(measures.begin(), measures.end()) != selected.measures)
          FAIL_CHECK(what << ", " << catalog.system_cases[id].code << ", " << name_of(trust) << ": "
                          << difference(values_of(derived), values));
      };
      for (std::size_t t = 0; t < catalog.service_types.size(); ++t) {
        const ServiceTypeId type{t};
        if (catalog.service_types[type].group) continue;
        auto service = in_case(id);
        service.type = type;
        compare(service, {catalog.service_types[type].code, {}}, catalog.service_types[type].code);
      }
      for (const auto& pattern : catalog.patterns) {
        auto service = in_case(id);
        SecondLevels levels;
        for (const auto& [property, level] : pattern.levels) {
          service.levels[property] = level.value;
          levels.given[catalog.properties[property].code] = catalog.levels[level.value].code;
        }
        compare(service, levels, "pattern " + pattern.code);
      }
    }
  }
  CHECK(combinations == 3 * 4 * (63 + 6));
}

TEST_CASE("of random catalogues the second computation says the same, whatever is trusted", "[second][property]") {
  rc::prop("in a service of random components", [] {
    for (int i = 0; i < 3; ++i) {  // hundreds in all
      const auto catalog = *random_catalog();
      const auto service = *random_service(catalog);
      const auto texts = texts_of(catalog);
      const World world(texts);
      SecondComputation computation(texts_in(texts));
      for (const auto trust : trusts) {
        computation.trust(trust);
        const auto derived = world.derive(text_of(service), trust);
        const auto sql = computation.derive(instances_of(derived.portfolio.services.front(), world.catalog()));
        RC_ASSERT((form_of(derived).exposures == sql.exposures));
        RC_ASSERT(form_of(derived).unreached == sql.unreached);
        RC_ASSERT(form_of(derived).measures == sql.measures);
        RC_ASSERT(form_of(derived).controls == sql.controls);
        RC_ASSERT(form_of(derived).obligations == sql.obligations);
      }
    }
  });
}

TEST_CASE("and of random levels, criteria, types, patterns and values", "[second][property]") {
  rc::prop("for every type, whatever is trusted", [] {
    const auto text = catalog_text(random_levels());
    const World world({text});
    SecondComputation computation({{text.text}});
    for (const auto trust : trusts) {
      computation.trust(trust);
      computation.derive({{"c", "c", {}, {}}});
      for (const std::string type : {"t0", "t1", "t2"}) {
        const auto derived = world.derive("type: " + type + "\ninstances: [c]\n", trust);
        const auto patterns = computation.patterns({type, {}});
        RC_ASSERT(patterns_of(derived) == patterns);
        RC_ASSERT(values_of(derived) == computation.values({"m"}, patterns));
      }
    }
  });
}

TEST_CASE("the second computation notices when a fact is another one", "[second]") {
  const std::string text =
      "catalog: {schema: 1, id: a, version: 1.0.0, released: 2026-01-01}\nbasis: {judgement: ours}\n"
      "properties: [{id: p}]\nnatures: [{id: n}]\nmechanisms: [{id: m, acts-on: [{natures: [n], properties: [p]}]}]\n"
      "components: [{id: c, carries: [a]}]\nassets: [{id: a, natures: [n]}]\n"
      "threats: [{id: t, harms: [p], mechanisms: [m]}]\nmeasures: [{id: g}]\nlinks: [{kind: counters, from: g, to: t}]\n";
  auto altered = text;
  altered.replace(altered.find("natures: [n], properties"), 11, "natures: []");
  const std::vector<SecondInstance> service{{"c", "c", {}, {}}};
  SecondComputation as_said({{text}});
  CHECK(as_said.derive(service).exposures.at("c/a t p").status == "covered");
  SecondComputation another({{altered.substr(0, altered.find("natures: []")) + "natures: [x]" +
                              altered.substr(altered.find("natures: []") + 12)}});
  CHECK(another.derive(service).exposures.empty());
}

}  // namespace michibiki::testing
