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
    one["not_comparable"] = held.because ? Json(name_of(*held.because)) : Json(nullptr);
    one["stricter"] = held.direction ? json_ground(catalog, *held.direction) : Json(nullptr);
    one["because"] = json_wording(promise.because);
    json["promises"].push_back(std::move(one));
  }
  Json holds;
  holds["is"] = name_of(promised->holds);
  holds["service"] = nullptr;
  holds["value"] = nullptr;
  if (promised->holds == Holds::reference) {
    holds["value"] = value_notation(catalog, report.derivation.grading.grades[grade].value);
  } else if (promised->holds == Holds::promise) {
    const auto& held = promised->promises[promised->strictest];
    holds["service"] = report.portfolio.services[held.service].code;
    holds["value"] = value_notation(catalog, promise_of(report, held).value);
  }
  json["holds"] = std::move(holds);
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
