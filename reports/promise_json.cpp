#include "reports/promise_json.hpp"

#include <algorithm>
#include <array>

#include "model/value_notation.hpp"
#include "reports/promises.hpp"

namespace michibiki {
namespace {

std::string_view name_of(PromiseStanding standing) {
  constexpr std::array<std::string_view, 5> names{"stricter", "equal", "laxer", "free", "not-comparable"};
  return names.at(static_cast<std::size_t>(standing));
}

std::string_view name_of(NoComparison reason) {
  constexpr std::array<std::string_view, 5> names{"reference-unknown", "reference-withheld", "direction-unstated",
                                                  "direction-withheld", "unlike"};
  return names.at(static_cast<std::size_t>(reason));
}

std::string_view name_of(Holds holds) {
  constexpr std::array<std::string_view, 3> names{"reference", "promise", "undecided"};
  return names.at(static_cast<std::size_t>(holds));
}

/// What holds of a reference value and the promises beside it.
Json json_holds(const DerivationReport& report, const PromisedGrade& promised) {
  const auto& catalog = report.view.catalog();
  Json holds;
  holds["is"] = name_of(promised.holds);
  holds["service"] = nullptr;
  holds["value"] = nullptr;
  if (promised.holds == Holds::reference) {
    holds["value"] = value_notation(catalog, report.derivation.grading.grades[promised.grade].value);
  } else if (promised.holds == Holds::promise) {
    const auto& held = promised.promises[promised.strictest];
    holds["service"] = report.portfolio.services[held.service].code;
    holds["value"] = value_notation(catalog, promise_of(report, held).value);
  }
  return holds;
}

Json json_reason(const HeldPromise& held) { return held.because ? Json(name_of(*held.because)) : Json(nullptr); }

}  // namespace

Json json_promises(const DerivationReport& report, std::size_t grade) {
  Json json = Json::object();
  const auto* promised = promised_beside(report.derivation.promised, grade);
  if (promised == nullptr) return json;
  const auto& catalog = report.view.catalog();
  json["promises"] = Json::array();
  for (const auto& held : promised->promises) {
    const auto& promise = promise_of(report, held);
    Json one;
    one["service"] = report.portfolio.services[held.service].code;
    one["value"] = value_notation(catalog, promise.value);
    one["standing"] = name_of(held.standing);
    one["not_comparable"] = json_reason(held);
    one["stricter"] = held.direction ? json_ground(catalog, *held.direction) : Json(nullptr);
    one["because"] = json_wording(promise.because);
    json["promises"].push_back(std::move(one));
  }
  json["holds"] = json_holds(report, *promised);
  return json;
}

Json json_standings(const DerivationReport& report, const PromiseOverall& overall) {
  const auto& catalog = report.view.catalog();
  Json json = Json::array();
  for (const auto& [position, held] : overall.beside) {
    const auto& grade = report.derivation.grading.grades[position];
    Json services = Json::array();
    for (const auto service : grade.services) services.push_back(report.portfolio.services[service].code);
    json.push_back({{"pattern", grade.pattern ? Json(catalog.patterns[*grade.pattern].code) : Json(nullptr)},
                    {"services", std::move(services)},
                    {"reference", value_notation(catalog, grade.value)},
                    {"standing", name_of(held.standing)},
                    {"not_comparable", json_reason(held)},
                    {"holds", json_holds(report, *promised_beside(report.derivation.promised, position))}});
  }
  return json;
}

Json json_promises_of(const DerivationReport& report, std::size_t service) {
  const auto& catalog = report.view.catalog();
  Json json = Json::array();
  for (const auto& overall : each_promise(report.portfolio, report.derivation.promised)) {
    if (overall.service != service) continue;
    const auto& promise = promise_of(report, overall);
    const auto& measure = catalog.measures[promise.measure];
    json.push_back({{"measure", measure.code},
                    {"indicator", measure.indicators[promise.indicator].key},
                    {"value", value_notation(catalog, promise.value)},
                    {"because", json_wording(promise.because)},
                    {"called_for", !overall.beside.empty()}});
  }
  return json;
}

}  // namespace michibiki
