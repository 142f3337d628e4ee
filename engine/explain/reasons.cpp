#include "engine/explain/reasons.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

namespace michibiki {
namespace {

using boost::multiprecision::cpp_int;

/// In which round each conclusion follows, whatever else is explained: a step whose premises all come earlier closes no circle.
std::vector<std::size_t> ranks(const Justification& justification) {
  constexpr std::size_t unknown = 0;
  std::vector<std::size_t> rank(justification.conclusions.size(), unknown);
  std::vector<std::size_t> missing;
  const auto waiting = steps_upon(justification);
  std::vector<std::size_t> news;
  const auto take = [&](std::size_t conclusion, std::size_t round) {
    if (rank[conclusion] != unknown) return;
    news.push_back(conclusion);
    rank[conclusion] = round;
  };
  for (const auto& step : justification.steps) {
    missing.push_back(step.premises.size());
    if (step.premises.empty()) take(step.conclusion, 1);
  }
  for (std::size_t next = 0; next < news.size(); ++next) {
    for (const auto step : waiting[news[next]]) {
      if (--missing[step] == 0) take(justification.steps[step].conclusion, rank[news[next]] + 1);
    }
  }
  return rank;
}

/// Counts from the facts upwards. Within a circle of conclusions that rest on one another the count of each depends on what stands above;
/// where that is too entangled, only steps from what follows earlier are counted: surely no more than there are.
class Counter {
 public:
  explicit Counter(const Justification& justification)
      : justification_(justification),
        circle_(justification.conclusions.size()),
        above_(justification.conclusions.size(), false) {
    counts_.of_conclusions.resize(justification.conclusions.size());
    counts_.of_steps.resize(justification.steps.size());
  }

  ReasonCounts count() {
    for (const auto& circle : circles()) {
      if (!count_exactly(circle)) count_in_order(circle);
    }
    return std::move(counts_);
  }

 private:
  // Beyond what any catalogue makes of its `requires`: each more may multiply the work.
  static constexpr std::size_t most_entangled = 8;
  static constexpr std::size_t most_tries = 20'000;

  /// Conclusions that rest on one another, each such set after what it rests on; most are of one.
  std::vector<std::vector<std::size_t>> circles() {
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
    Graph graph(justification_.conclusions.size());
    for (const auto& step : justification_.steps) {
      for (const auto premise : step.premises) boost::add_edge(step.conclusion, premise, graph);
    }
    std::vector<std::vector<std::size_t>> circles(boost::strong_components(
        graph, boost::make_iterator_property_map(circle_.begin(), boost::get(boost::vertex_index, graph))));
    for (std::size_t i = 0; i < circle_.size(); ++i) circles[circle_[i]].push_back(i);
    return circles;
  }

  /// False where it would take too long.
  bool count_exactly(const std::vector<std::size_t>& circle) {
    if (circle.size() > most_entangled) return false;
    for (const auto conclusion : circle) {
      tries_ = 0;
      cpp_int sum = 0;
      for (const auto way : justification_.ways[conclusion])
        sum += count_step(way, [&](std::size_t premise) { return number_below(premise); });
      if (tries_ > most_tries) return false;
      counts_.of_conclusions[conclusion].number = sum;
    }
    return true;
  }

  void count_in_order(std::vector<std::size_t> circle) {
    if (ranks_.empty()) ranks_ = ranks(justification_);
    std::ranges::sort(circle, {}, [&](std::size_t one) { return ranks_[one]; });
    for (const auto conclusion : circle) {
      auto& count = counts_.of_conclusions[conclusion];
      count = {0, true};
      for (const auto way : justification_.ways[conclusion]) {
        count.number += count_step(way, [&](std::size_t premise) {
          return ranks_[premise] < ranks_[conclusion] ? counts_.of_conclusions[premise].number : cpp_int(0);
        });
        counts_.of_steps[way].at_least = true;
      }
    }
  }

  /// The reasons that end in a step, with those of its premises in the same circle as told.
  template <typename InCircle>
  cpp_int count_step(std::size_t position, const InCircle& in_circle) {
    const auto& step = justification_.steps[position];
    auto& count = counts_.of_steps[position];
    count = {1, false};
    above_[step.conclusion] = true;
    for (const auto premise : step.premises) {
      const auto& known = counts_.of_conclusions[premise];
      const bool circular = circle_[premise] == circle_[step.conclusion];
      count.number *= circular ? in_circle(premise) : known.number;
      count.at_least = count.at_least || (!circular && known.at_least);
    }
    above_[step.conclusion] = false;
    auto& of_conclusion = counts_.of_conclusions[step.conclusion];
    of_conclusion.at_least = of_conclusion.at_least || count.at_least;
    return count.number;
  }

  /// In a circle, none where it stands above itself.
  cpp_int number_below(std::size_t conclusion) {
    if (above_[conclusion] || ++tries_ > most_tries) return 0;
    above_[conclusion] = true;
    cpp_int sum = 0;
    for (const auto way : justification_.ways[conclusion]) {
      cpp_int product = 1;
      for (const auto premise : justification_.steps[way].premises) {
        const bool circular = circle_[premise] == circle_[conclusion];
        product *= circular ? number_below(premise) : counts_.of_conclusions[premise].number;
      }
      sum += product;
    }
    above_[conclusion] = false;
    return sum;
  }

  const Justification& justification_;
  std::vector<std::size_t> circle_;  ///< of each conclusion: which
  std::vector<bool> above_;
  std::vector<std::size_t> ranks_;
  std::size_t tries_ = 0;
  ReasonCounts counts_;
};

/// Goes through reasons as one who tries every way: what is still to be shown is a list whose rest several tries share.
class Tries {
 public:
  explicit Tries(const Justification& justification)
      : justification_(justification), above_(justification.conclusions.size(), false) {}

  void each(std::size_t conclusion, const std::function<bool(const ReasonSteps&)>& visit) {
    add_goal(false, conclusion, nothing);
    std::size_t goals = 0;
    bool more = true;
    while (more) {
      if (goals == nothing) {
        more = visit(done_) && back(goals);
      } else if (todo_[goals].close) {
        const auto step = todo_[goals].what;
        set_above(justification_.steps[step].conclusion, false);
        done_.push_back(step);
        goals = todo_[goals].next;
      } else {
        more = take(goals, 0) || back(goals);
      }
    }
  }

 private:
  static constexpr std::size_t nothing = static_cast<std::size_t>(-1);

  struct Goal {
    bool close = false;  ///< all premises of a step are shown; else a conclusion is to be shown
    std::size_t what = 0;
    std::size_t next = nothing;
  };
  struct Choice {
    std::size_t goals;
    std::size_t way;  ///< to be tried next
    std::size_t todo;
    std::size_t done;
    std::size_t changes;
  };

  std::size_t add_goal(bool close, std::size_t what, std::size_t next) {
    todo_.push_back({close, what, next});
    return todo_.size() - 1;
  }

  void set_above(std::size_t conclusion, bool above) {
    changes_.push_back(conclusion);
    above_[conclusion] = above;
  }

  /// Goes on by the first way from that one on that closes no circle; false where there is none.
  bool take(std::size_t& goals, std::size_t way) {
    const auto goal = todo_[goals];
    const auto& ways = justification_.ways[goal.what];
    for (; way < ways.size(); ++way) {
      const auto& step = justification_.steps[ways[way]];
      const auto circular = [&](std::size_t premise) { return premise == goal.what || above_[premise]; };
      if (std::ranges::any_of(step.premises, circular)) continue;
      if (way + 1 < ways.size()) choices_.push_back({goals, way + 1, todo_.size(), done_.size(), changes_.size()});
      set_above(goal.what, true);
      goals = add_goal(true, ways[way], goal.next);
      for (auto premise = step.premises.rbegin(); premise != step.premises.rend(); ++premise)
        goals = add_goal(false, *premise, goals);
      return true;
    }
    return false;
  }

  /// To the last choice that has another way.
  bool back(std::size_t& goals) {
    while (!choices_.empty()) {
      const auto choice = choices_.back();
      choices_.pop_back();
      todo_.resize(choice.todo);
      done_.resize(choice.done);
      for (; changes_.size() > choice.changes; changes_.pop_back()) above_[changes_.back()] = !above_[changes_.back()];
      goals = choice.goals;
      if (take(goals, choice.way)) return true;
    }
    return false;
  }

  const Justification& justification_;
  std::vector<bool> above_;
  std::vector<std::size_t> changes_;  ///< conclusions whose `above_` was turned, in order
  std::vector<Goal> todo_;
  std::vector<Choice> choices_;
  ReasonSteps done_;
};

/// What a reason costs: a shorter one is less. None is known yet of what costs nothing.
struct Cost {
  bool open = false;
  std::size_t steps = 0;
  BasisKind basis = BasisKind::stated;

  auto key() const { return std::tuple(open, steps, -static_cast<int>(basis)); }
};

}  // namespace

ReasonCounts count_reasons(const Justification& justification) { return Counter(justification).count(); }

std::vector<std::size_t> shortest_ways(const Justification& justification, const Catalog& catalog) {
  std::vector<std::size_t> chosen(justification.conclusions.size());
  std::vector<std::optional<Cost>> costs(chosen.size());
  for (bool changed = true; changed;) {
    changed = false;
    // What rests on others stands before them.
    for (std::size_t i = justification.steps.size(); i-- > 0;) {
      const auto& step = justification.steps[i];
      const auto known = [&](std::size_t premise) { return costs[premise].has_value(); };
      if (!std::ranges::all_of(step.premises, known)) continue;
      Cost cost{step.open, 1, own_basis(step, catalog)};
      for (const auto premise : step.premises) {
        cost.open = cost.open || costs[premise]->open;
        cost.steps += costs[premise]->steps;
        cost.basis = std::min(cost.basis, costs[premise]->basis);
      }
      auto& best = costs[step.conclusion];
      const bool same_but_first = best && cost.key() == best->key() && i < chosen[step.conclusion];
      if (best && cost.key() >= best->key() && !same_but_first) continue;
      best = cost;
      chosen[step.conclusion] = i;
      changed = true;
    }
  }
  return chosen;
}

ReasonSteps reason_by(const Justification& justification, const std::vector<std::size_t>& chosen,
                      std::size_t conclusion) {
  ReasonSteps reason;
  std::vector<bool> met(justification.conclusions.size(), false);
  std::vector<std::pair<std::size_t, std::size_t>> path{{conclusion, 0}};  // conclusions, each with its next premise
  met[conclusion] = true;
  while (!path.empty()) {
    auto& [at, next] = path.back();
    const auto& premises = justification.steps[chosen[at]].premises;
    if (next == premises.size()) {
      reason.push_back(chosen[at]);
      path.pop_back();
    } else if (const auto premise = premises[next++]; !met[premise]) {
      met[premise] = true;
      path.emplace_back(premise, 0);
    }
  }
  return reason;
}

void each_reason(const Justification& justification, std::size_t conclusion,
                 const std::function<bool(const ReasonSteps&)>& visit) {
  Tries(justification).each(conclusion, visit);
}

BasisKind own_basis(const Step& step, const Catalog& catalog) {
  auto weakest = step.no_firmer_than;
  for (const auto& any : step.facts) {
    auto firmest = BasisKind::unverified;
    for (const auto fact : any) firmest = std::max(firmest, catalog.fact(fact).basis.kind);
    weakest = std::min(weakest, firmest);
  }
  return weakest;
}

std::vector<BasisKind> firmness(const Justification& justification, const Catalog& catalog) {
  std::vector<BasisKind> found(justification.conclusions.size(), BasisKind::unverified);
  for (const auto kind : {BasisKind::judgement, BasisKind::stated}) {
    const auto follows = following(justification, [&](const Step& step) { return own_basis(step, catalog) >= kind; });
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (follows[i]) found[i] = kind;
    }
  }
  return found;
}

}  // namespace michibiki
