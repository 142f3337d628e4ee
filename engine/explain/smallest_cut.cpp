#include "engine/explain/smallest_cut.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

#include <coin/CbcModel.hpp>
#include <coin/CoinPackedMatrix.hpp>
#include <coin/CoinPackedVector.hpp>
#include <coin/OsiClpSolverInterface.hpp>

#include "engine/explain/cut_network.hpp"

namespace michibiki {
namespace {

using Facts = std::vector<FactId>;
using Positions = std::vector<std::size_t>;

/// Minimise the number of statements taken away, so that the conclusion does not follow. A variable for each statement (1: taken away), for
/// each choice of several (1: all are), and for each conclusion (0: it does not follow). A step makes its conclusion follow unless one of its
/// statements is taken away or one of its premises does not: y >= 1 - x1 - … - (1 - p1) - …; what circles want nothing more, as the least
/// values that satisfy all of these are those of the conclusions that follow.
class CutProgram {
 public:
  CutProgram(const Justification& justification, std::size_t conclusion, const std::function<bool(FactId)>& removable)
      : removable_(removable) {
    const Positions only{conclusion};
    const auto wanted = add_reasons(justification, only);
    upper_[static_cast<std::size_t>(wanted.front())] = 0;
  }

  /// It holds only where all of the statements are gone: then one of the wanted must not follow.
  void add(const Otherwise& otherwise) {
    std::map<int, double> row;
    for (const auto wanted : add_reasons(otherwise.justification, otherwise.wanted)) row[wanted] += 1;
    for (const auto fact : otherwise.without) row[add_fact(fact)] += 1;
    const auto all = otherwise.wanted.size() + otherwise.without.size();
    add_row({row.begin(), row.end()}, -infinity, static_cast<double>(all) - 1);
  }

  std::optional<Facts> solve() {
    const auto least = fewest({}, 0, facts_.size());
    if (!least) return std::nullopt;
    most_ = *least;
    std::ranges::sort(facts_);
    // One after the other the first that some smallest set has, beside those before it.
    Facts chosen;
    for (std::size_t from = 0; chosen.size() < most_;) {
      std::size_t until = facts_.size();  // one of [from, until) is in such a set
      for (auto first = from; until - first > 1;) {
        const auto middle = first + (until - first) / 2;
        if (fewest(chosen, from, middle)) {
          until = middle;
        } else {
          first = middle;
        }
      }
      chosen.push_back(facts_[until - 1]);
      from = until;
    }
    return chosen;
  }

 private:
  /// How many at least, with all of `chosen` and, where that is not all there are, one of [from, until); none where that takes more than the
  /// fewest, or cannot be.
  std::optional<std::size_t> fewest(const Facts& chosen, std::size_t from, std::size_t until) const;

  int add_variable(double upper, bool counted) {
    upper_.push_back(upper);
    counted_.push_back(counted);
    return static_cast<int>(upper_.size()) - 1;
  }

  /// The variables of the conclusions, and all that they rest on.
  std::vector<int> add_reasons(const Justification& justification, const Positions& wanted) {
    Positions reached;
    std::map<std::size_t, int> variables;
    const auto variable_of = [&](std::size_t conclusion) {
      const auto [known, added] = variables.try_emplace(conclusion, 0);
      if (added) {
        reached.push_back(conclusion);
        known->second = add_variable(1, false);
      }
      return known->second;
    };
    std::vector<int> found;
    for (const auto conclusion : wanted) found.push_back(variable_of(conclusion));
    for (std::size_t next = 0; next < reached.size(); ++next) {
      for (const auto way : justification.ways[reached[next]]) add_step(justification.steps[way], variable_of);
    }
    return found;
  }

  int add_fact(FactId fact) {
    const auto known = variable_of_fact_.find(fact);
    if (known != variable_of_fact_.end()) return known->second;
    facts_.push_back(fact);
    return variable_of_fact_[fact] = add_variable(1, true);
  }

  /// 1 only where all are taken away.
  int add_choice(const AnyFact& any) {
    if (any.size() == 1) return add_fact(any.front());
    const auto known = variable_of_choice_.find(any);
    if (known != variable_of_choice_.end()) return known->second;
    const auto choice = add_variable(1, false);
    for (const auto fact : any) add_row({{choice, 1}, {add_fact(fact), -1}}, -infinity, 0);
    return variable_of_choice_[any] = choice;
  }

  void add_step(const Step& step, const auto& variable_of) {
    std::map<int, double> row{{variable_of(step.conclusion), 1}};
    double least = 1;
    for (const auto& any : step.facts) {
      if (std::ranges::all_of(any, removable_)) row[add_choice(any)] += 1;
    }
    for (const auto premise : step.premises) {
      row[variable_of(premise)] -= 1;
      least -= 1;
    }
    add_row({row.begin(), row.end()}, least, infinity);
  }

  void add_row(const std::vector<std::pair<int, double>>& row, double least, double most) {
    auto& added = rows_.emplace_back();
    for (const auto& [variable, factor] : row) added.insert(variable, factor);
    least_.push_back(least);
    most_of_row_.push_back(most);
  }

  static constexpr double infinity = std::numeric_limits<double>::max();

  const std::function<bool(FactId)>& removable_;
  Facts facts_;
  std::map<FactId, int> variable_of_fact_;
  std::map<AnyFact, int> variable_of_choice_;
  std::vector<double> upper_;
  std::vector<bool> counted_;
  std::vector<CoinPackedVector> rows_;
  std::vector<double> least_;
  std::vector<double> most_of_row_;
  std::size_t most_ = std::numeric_limits<std::size_t>::max();
};

std::optional<std::size_t> CutProgram::fewest(const Facts& chosen, std::size_t from, std::size_t until) const {
  const auto size = static_cast<int>(upper_.size());
  CoinPackedMatrix matrix(false, 0, 0);
  matrix.setDimensions(0, size);
  for (const auto& row : rows_) matrix.appendRow(row);
  auto least = least_;
  auto most = most_of_row_;
  const auto add = [&](auto begin, auto end, double lower, double upper) {
    CoinPackedVector row;
    for (; begin != end; ++begin) row.insert(variable_of_fact_.at(*begin), 1);
    matrix.appendRow(row);
    least.push_back(lower);
    most.push_back(upper);
  };
  const auto at = [&](std::size_t position) { return facts_.begin() + static_cast<std::ptrdiff_t>(position); };
  if (most_ <= facts_.size()) add(facts_.begin(), facts_.end(), 0, static_cast<double>(most_));
  if (until < facts_.size()) add(at(from), at(until), 1, infinity);
  std::vector<double> lower(upper_.size(), 0);
  for (const auto fact : chosen) lower[static_cast<std::size_t>(variable_of_fact_.at(fact))] = 1;
  std::vector<double> counts;
  for (const bool counted : counted_) counts.push_back(counted ? 1 : 0);

  OsiClpSolverInterface solver;
  solver.messageHandler()->setLogLevel(0);
  solver.loadProblem(matrix, lower.data(), upper_.data(), counts.data(), least.data(), most.data());
  for (int i = 0; i < size; ++i) {
    if (counted_[static_cast<std::size_t>(i)]) solver.setInteger(i);
  }
  CbcModel model(solver);
  model.setLogLevel(0);
  model.branchAndBound();
  if (model.isProvenInfeasible()) return std::nullopt;
  if (!model.isProvenOptimal()) throw std::runtime_error("the integer program was not solved");
  return static_cast<std::size_t>(std::lround(model.getObjValue()));
}

}  // namespace

std::optional<std::vector<FactId>> smallest_cut(const Justification& justification, std::size_t conclusion,
                                                const std::function<bool(FactId)>& removable) {
  auto falls = following_without(justification, removable);
  falls.flip();
  if (!falls[conclusion]) return std::nullopt;
  if (const auto network = CutNetwork::of(justification, conclusion, falls, removable)) return network->smallest_cut();
  return CutProgram(justification, conclusion, removable).solve();
}

std::optional<std::vector<FactId>> smallest_cut(const Justification& justification, std::size_t conclusion,
                                                const std::function<bool(FactId)>& removable,
                                                const std::vector<Otherwise>& otherwise) {
  CutProgram program(justification, conclusion, removable);
  for (const auto& one : otherwise) program.add(one);
  return program.solve();
}

}  // namespace michibiki
