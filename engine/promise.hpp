#pragma once

#include <optional>
#include <vector>

#include "engine/grade.hpp"
#include "model/service.hpp"

namespace michibiki {

/// What a promise is beside a reference value: `free` where that leaves the value to the provider, so that nothing is there to be stricter
/// than.
enum class PromiseStanding { stricter, equal, laxer, free, not_comparable };

/// Why it cannot be told which of the two is stricter.
enum class NoComparison {
  reference_unknown,
  reference_withheld,  ///< trust hides it
  direction_unstated,  ///< the catalogues do not say which is stricter
  direction_withheld,  ///< they do, and trust hides it
  unlike               ///< a number and a choice, other dimensions, opposite bounds
};

/// A promise beside a reference value.
struct HeldPromise {
  std::size_t service = 0;  ///< position in the portfolio
  std::size_t promise = 0;  ///< position in Service::promises
  PromiseStanding standing = PromiseStanding::not_comparable;
  std::optional<NoComparison> because;  ///< where they are not comparable
  std::optional<FactId> direction;      ///< that states which is stricter, where that decided
};

/// What holds is the strictest of the reference value and the promises of all services that share what the measure protects.
enum class Holds { reference, promise, undecided };

/// The promises beside one reference value.
struct PromisedGrade {
  std::size_t grade = 0;              ///< position in Grading::grades
  std::vector<HeldPromise> promises;  ///< by service; never empty
  Holds holds = Holds::undecided;
  std::size_t strictest = 0;  ///< position in `promises` of the one that holds, where one does
};

/// Holds what the services promise against the reference values that they have. A star says how necessary it is to reach a value, not how
/// much that is, and counts for nothing here. No reference value changes. Where a grade is incomplete a stricter reference value may exist.
std::vector<PromisedGrade> promised(const View& view, const Portfolio& portfolio, const Grading& grading);

/// A promise with every reference value that it stands beside: of several patterns while the pattern is open, of several groups of services
/// that share something.
struct PromiseOverall {
  struct Beside {
    std::size_t grade = 0;  ///< position in Grading::grades
    HeldPromise held;
  };
  std::size_t service = 0;
  std::size_t promise = 0;
  std::vector<Beside> beside;  ///< empty: the measure is not called for in that service

  /// Whether it has that standing beside any of them.
  bool anywhere(PromiseStanding standing) const;
};

/// Every promise of every service.
std::vector<PromiseOverall> each_promise(const Portfolio& portfolio, const std::vector<PromisedGrade>& promised);

/// The promises beside that reference value; null where there are none.
const PromisedGrade* promised_beside(const std::vector<PromisedGrade>& promised, std::size_t grade);

}  // namespace michibiki
