#include "engine/promise.hpp"

#include <algorithm>

#include "model/compare_values.hpp"

namespace michibiki {
namespace {

bool is_free(const Value& value) { return std::holds_alternative<FreeValue>(value.what); }

class Holder {
 public:
  Holder(const View& view, const Portfolio& portfolio, const Grade& grade)
      : view_(view),
        portfolio_(portfolio),
        grade_(grade),
        indicator_(view.catalog().measures[grade.measure].indicators[grade.indicator]) {}

  PromisedGrade hold(std::size_t position) const {
    PromisedGrade result;
    result.grade = position;
    for (const auto service : grade_.services) {
      const auto& promises = portfolio_.services[service].promises;
      for (std::size_t i = 0; i < promises.size(); ++i) {
        if (promises[i].measure == grade_.measure && promises[i].indicator == grade_.indicator)
          result.promises.push_back(beside_reference(service, i));
      }
    }
    decide(result);
    return result;
  }

 private:
  const Value& value_of(const HeldPromise& held) const {
    return portfolio_.services[held.service].promises[held.promise].value;
  }

  std::optional<std::weak_ordering> order(const Value& a, Value b) const {
    b.starred = a.starred;
    return compare_strictness(view_, indicator_, a, b);
  }

  HeldPromise beside_reference(std::size_t service, std::size_t promise) const {
    HeldPromise held;
    held.service = service;
    held.promise = promise;
    const auto& value = value_of(held);
    if (!grade_.value.known()) {
      held.because = grade_.withheld ? NoComparison::reference_withheld : NoComparison::reference_unknown;
    } else if (is_free(grade_.value)) {
      held.standing = PromiseStanding::free;
    } else if (const auto by_strictness = order(value, grade_.value)) {
      held.standing = *by_strictness > 0   ? PromiseStanding::stricter
                      : *by_strictness < 0 ? PromiseStanding::laxer
                                           : PromiseStanding::equal;
      if (needs_direction(view_.catalog(), value, grade_.value)) held.direction = indicator_.stricter.fact;
    } else {
      held.because = why_not(value);
    }
    return held;
  }

  NoComparison why_not(const Value& value) const {
    if (!of_one_kind(view_.catalog(), value, grade_.value)) return NoComparison::unlike;
    const bool stated = indicator_.stricter.value != Indicator::Stricter::unstated;
    return stated ? NoComparison::direction_withheld : NoComparison::direction_unstated;
  }

  /// The first that is at least as strict as all others; the reference value comes before promises that merely equal it.
  void decide(PromisedGrade& result) const {
    if (!grade_.value.known()) return;
    std::vector<const Value*> values{&grade_.value};
    for (const auto& held : result.promises) values.push_back(&value_of(held));
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool strictest = std::ranges::all_of(values, [&](const Value* other) {
        const auto by_strictness = order(*values[i], *other);
        return by_strictness && *by_strictness >= 0;
      });
      if (!strictest) continue;
      result.holds = i == 0 ? Holds::reference : Holds::promise;
      result.strictest = i == 0 ? 0 : i - 1;
      return;
    }
  }

  const View& view_;
  const Portfolio& portfolio_;
  const Grade& grade_;
  const Indicator& indicator_;
};

}  // namespace

std::vector<PromisedGrade> promised(const View& view, const Portfolio& portfolio, const Grading& grading) {
  std::vector<PromisedGrade> found;
  const bool any = std::ranges::any_of(portfolio.services, [](const Service& one) { return !one.promises.empty(); });
  for (std::size_t i = 0; any && i < grading.grades.size(); ++i) {
    auto beside = Holder(view, portfolio, grading.grades[i]).hold(i);
    if (!beside.promises.empty()) found.push_back(std::move(beside));
  }
  return found;
}

bool PromiseOverall::anywhere(PromiseStanding standing) const {
  return std::ranges::any_of(beside, [&](const Beside& one) { return one.held.standing == standing; });
}

std::vector<PromiseOverall> each_promise(const Portfolio& portfolio, const std::vector<PromisedGrade>& promised) {
  std::vector<PromiseOverall> found;
  for (std::size_t service = 0; service < portfolio.services.size(); ++service) {
    for (std::size_t promise = 0; promise < portfolio.services[service].promises.size(); ++promise) {
      auto& overall = found.emplace_back(PromiseOverall{service, promise, {}});
      for (const auto& grade : promised) {
        for (const auto& held : grade.promises) {
          if (held.service == service && held.promise == promise) overall.beside.push_back({grade.grade, held});
        }
      }
    }
  }
  return found;
}

const PromisedGrade* promised_beside(const std::vector<PromisedGrade>& promised, std::size_t grade) {
  const auto found = std::ranges::find(promised, grade, &PromisedGrade::grade);
  return found == promised.end() ? nullptr : &*found;
}

}  // namespace michibiki
