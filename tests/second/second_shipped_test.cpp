// The shipped catalogues, derived from once more by plain SQL over the facts as their YAML says them: it has to say the same as the engine.

#include "tests/catch.hpp"
#include "tests/second/engine_form.hpp"

namespace michibiki::testing {
namespace {

const std::string shipped = std::string(MICHIBIKI_SOURCE_DIR) + "/catalogs";

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

SecondService second_in_case(const std::string& system_case) {
  SecondService service;
  service.code = "service";
  service.system_case = system_case;
  return service;
}

/// Gives a service the levels of the pattern.
void require(Service& service, SecondService& again, const Pattern& pattern) {
  const auto& catalog = graph()->catalog();
  for (const auto& [property, level] : pattern.levels) {
    service.levels[property] = {level.value};
    again.given[catalog.properties[property].code] = catalog.levels[level.value].code;
  }
}

SecondInstance second_instance(const Instance& instance) {
  const auto& catalog = graph()->catalog();
  SecondInstance again{instance.code, catalog.components[instance.type].code, {}, instance.parent};
  if (instance.operated_by) again.operated_by = catalog.stakeholders[*instance.operated_by].code;
  return again;
}

/// Yes or no to at most so many of so many questions.
std::vector<std::map<std::size_t, bool>> all_answers(std::size_t questions, std::size_t most) {
  std::vector<std::map<std::size_t, bool>> all{{}};
  for (std::size_t question = 0; question < questions; ++question) {
    const auto open = all;
    for (const bool says : {false, true}) {
      for (auto answers : open) {
        if (answers.size() == most) continue;
        answers[question] = says;
        all.push_back(answers);
      }
    }
  }
  return all;
}

}  // namespace

TEST_CASE("of the shipped catalogues the second computation says the same for every system case and trust",
          "[second][catalogs]") {
  std::size_t exposures = 0;
  for (const auto trust : every_trust) {
    second().trust(trust);
    for (std::size_t i = 0; i < graph()->catalog().system_cases.size(); ++i) {
      const SystemCaseId id{i};
      const auto& code = graph()->catalog().system_cases[id].code;
      INFO(code << ", " << name_of(trust));
      const auto sql = second().derive({{second_in_case(code)}, {}});
      CHECK(difference(form_of(derive(in_case(id), trust)), sql) == "");
      exposures += sql.exposures.size();
    }
  }
  CHECK(exposures > 5000);
}

TEST_CASE("and the same patterns and values for every service type, pattern, system case and trust",
          "[second][catalogs][thorough]") {
  const auto& catalog = graph()->catalog();
  std::size_t combinations = 0;
  for (const auto trust : every_trust) {
    second().trust(trust);
    for (std::size_t c = 0; c < catalog.system_cases.size(); ++c) {
      const SystemCaseId id{c};
      const auto& code = catalog.system_cases[id].code;
      second().derive({{second_in_case(code)}, {}});
      const auto measures = derive(in_case(id), trust).measures();
      const auto compare = [&](const Service& service, const SecondService& again, const std::string& what) {
        ++combinations;
        const auto derived = derive(service, trust);
        const auto differs = difference(grades_of(derived), second().grade({again}));
        // What does not depend on the pattern was compared above; that the engine's measures do not either is seen here.
        if (!differs.empty() || derived.measures() != measures)
          FAIL_CHECK(what << ", " << code << ", " << name_of(trust) << ": " << differs);
      };
      for (std::size_t t = 0; t < catalog.service_types.size(); ++t) {
        const ServiceTypeId type{t};
        if (catalog.service_types[type].group) continue;
        auto service = in_case(id);
        service.type = type;
        auto again = second_in_case(code);
        again.type = catalog.service_types[type].code;
        compare(service, again, again.type);
      }
      for (const auto& pattern : catalog.patterns) {
        auto service = in_case(id);
        auto again = second_in_case(code);
        require(service, again, pattern);
        compare(service, again, "pattern " + pattern.code);
      }
    }
  }
  CHECK(combinations == 3 * 4 * (63 + 6));
}

TEST_CASE("and the same patterns for whatever questions are answered, for every service type and trust",
          "[second][catalogs]") {
  const auto& catalog = graph()->catalog();
  std::size_t combinations = 0;
  for (const auto trust : every_trust) {
    second().trust(trust);
    const View view(*graph(), trust);
    // Without a type, and of each: there two answers at a time are enough to overrule it.
    for (std::size_t t = 0; t <= catalog.service_types.size(); ++t) {
      const auto type = t == 0 ? std::nullopt : std::optional(ServiceTypeId{t - 1});
      if (type && catalog.service_types[*type].group) continue;
      std::vector<SecondService> services;
      Texts engine;
      for (const auto& answers : all_answers(catalog.questions.size(), type ? 2 : catalog.questions.size())) {
        Service service;
        service.type = type;
        SecondService again;
        again.code = std::to_string(services.size());
        if (type) again.type = catalog.service_types[*type].code;
        for (const auto& [question, says] : answers) {
          service.answers[QuestionId{question}] = {says};
          again.answers[catalog.questions[QuestionId{question}].code] = says;
        }
        services.push_back(again);
        engine.merge(patterns_of(catalog, again.code, classify(view, service)));
      }
      combinations += services.size();
      INFO((type ? catalog.service_types[*type].code : "no type") << ", " << name_of(trust));
      CHECK(engine == second().patterns(services));
    }
  }
  CHECK(combinations > 5000);
}

TEST_CASE("and the same strictest values for every two patterns that share all components of a case",
          "[second][catalogs][thorough]") {
  const auto& catalog = graph()->catalog();
  const auto& shared = catalog.system_cases[SystemCaseId{0}];
  for (const auto trust : every_trust) {
    second().trust(trust);
    Portfolio portfolio;
    SecondPortfolio again;
    std::vector<std::string> codes;
    for (auto instance : shared.instances) {
      instance.fact.reset();  // shared components are the portfolio's own
      portfolio.shared.push_back(instance);
      again.shared.push_back(second_instance(instance));
      codes.push_back(instance.code);
    }
    for (const auto* code : {"one", "two"}) {
      auto& service = portfolio.services.emplace_back();
      service.code = code;
      service.uses = codes;
      again.services.push_back({code, {}, {}, {}, {}, {}, codes});
    }
    second().derive(again);
    for (const auto& one : catalog.patterns) {
      for (const auto& two : catalog.patterns) {
        require(portfolio.services[0], again.services[0], one);
        require(portfolio.services[1], again.services[1], two);
        INFO(one.code << " and " << two.code << ", " << name_of(trust));
        CHECK(difference(grades_of({graph(), View(*graph(), trust), portfolio}), second().grade(again.services)) == "");
      }
    }
  }
}

}  // namespace michibiki::testing
