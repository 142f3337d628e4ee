#include "engine/what_if/changed_promises.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace michibiki {
namespace {

/// How it stands beside one reference value, and whether it is what holds there; none: undecided.
struct Verdict {
  PromiseStanding standing{};
  std::optional<NoComparison> because;
  std::optional<bool> holds;
  auto operator<=>(const Verdict&) const = default;
};

/// By pattern, whoever shares the value; where it stands alike beside all reference values, which these are says nothing.
using Verdicts = std::set<std::pair<std::string, Verdict>>;

Verdict verdict_of(const PromisedGrade& promised, const HeldPromise& held) {
  Verdict verdict{held.standing, held.because, std::nullopt};
  if (promised.holds == Holds::undecided) return verdict;
  const auto& strictest = promised.promises[promised.strictest];
  verdict.holds =
      promised.holds == Holds::promise && strictest.service == held.service && strictest.promise == held.promise;
  return verdict;
}

Verdicts verdicts_of(const Workings& workings, const PromiseOverall& overall) {
  Verdicts verdicts;
  for (const auto& [position, held] : overall.beside) {
    const auto& grade = workings.derivation.grading.grades[position];
    verdicts.emplace(grade.pattern ? workings.view.catalog().patterns[*grade.pattern].code : std::string(),
                     verdict_of(*promised_beside(workings.derivation.promised, position), held));
  }
  const auto alike = [&](const auto& one) { return one.second == verdicts.begin()->second; };
  if (verdicts.empty() || !std::ranges::all_of(verdicts, alike)) return verdicts;
  return {{std::string(), verdicts.begin()->second}};
}

PromiseBinds binding(const Verdicts& verdicts) {
  const auto any = [&](std::optional<bool> holds) {
    return std::ranges::any_of(verdicts, [&](const auto& one) { return one.second.holds == holds; });
  };
  return any(true) ? PromiseBinds::yes : any(std::nullopt) ? PromiseBinds::undecided : PromiseBinds::no;
}

using Key = std::tuple<std::string, std::string, std::string>;

Key key_of(const Workings& workings, const PromiseOverall& overall) {
  const auto& service = workings.portfolio.services[overall.service];
  const auto& promise = service.promises[overall.promise];
  const auto& measure = workings.view.catalog().measures[promise.measure];
  return {service.code, measure.code, measure.indicators[promise.indicator].key};
}

}  // namespace

std::vector<ChangedPromise> changed_promises(const Workings& before, const Workings& after) {
  std::map<Key, PromiseOverall> were;
  for (auto& overall : each_promise(before.portfolio, before.derivation.promised))
    were.emplace(key_of(before, overall), std::move(overall));
  std::vector<ChangedPromise> changed;
  for (auto& is : each_promise(after.portfolio, after.derivation.promised)) {
    const auto key = key_of(after, is);
    const auto found = were.find(key);
    if (found == were.end()) continue;
    const auto old = verdicts_of(before, found->second);
    const auto fresh = verdicts_of(after, is);
    if (old == fresh) continue;
    const auto& [service, measure, indicator] = key;
    changed.push_back(
        {service, measure, indicator, std::move(found->second), std::move(is), binding(old), binding(fresh)});
  }
  return changed;
}

}  // namespace michibiki
