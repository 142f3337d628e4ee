#include "engine/explain/indispensable.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>

namespace michibiki {
namespace {

/// Sets of so many facts at a time: a bit for each.
using Bits = std::uint64_t;
constexpr std::size_t at_a_time = std::numeric_limits<Bits>::digits;

/// Those that steps cannot do without, or could, of the ones that matter.
std::vector<FactId> facts_of_steps(const Justification& justification, const std::function<bool(FactId)>& matters) {
  std::set<FactId> facts;
  for (const auto& step : justification.steps) {
    for (const auto& any : step.facts) facts.insert(any.begin(), any.end());
  }
  std::erase_if(facts, [&](FactId fact) { return !matters(fact); });
  return {facts.begin(), facts.end()};
}

/// Of each step the positions of the statements that it cannot do without: of several that will do, none.
std::vector<std::vector<std::size_t>> needed_by_steps(const Justification& justification,
                                                      const std::vector<FactId>& facts) {
  std::vector<std::vector<std::size_t>> needed;
  for (const auto& step : justification.steps) {
    auto& own = needed.emplace_back();
    for (const auto& any : step.facts) {
      if (std::ranges::any_of(any, [&](FactId fact) { return fact != any.front(); })) continue;
      const auto found = std::ranges::lower_bound(facts, any.front());
      if (found != facts.end() && *found == any.front()) own.push_back(static_cast<std::size_t>(found - facts.begin()));
    }
  }
  return needed;
}

/// Of each conclusion those of so many statements from that one on without which, one by one, it does not follow: every way to it needs the
/// statement, itself or by a premise. Conclusions that rest on one another in a circle need what all ways into it need.
std::vector<Bits> indispensable(const Justification& justification,
                                const std::vector<std::vector<std::size_t>>& needed_by_steps, std::size_t from) {
  std::vector<Bits> own;
  for (const auto& statements : needed_by_steps) {
    Bits bits = 0;
    for (const auto statement : statements) {
      if (statement >= from && statement - from < at_a_time) bits |= Bits{1} << (statement - from);
    }
    own.push_back(bits);
  }
  std::vector<Bits> needed(justification.conclusions.size(), ~Bits{0});
  for (bool changed = true; changed;) {
    changed = false;
    // What rests on others stands before them.
    for (std::size_t i = needed.size(); i-- > 0;) {
      auto by_all = needed[i];
      for (const auto way : justification.ways[i]) {
        auto by_this = own[way];
        for (const auto premise : justification.steps[way].premises) by_this |= needed[premise];
        by_all &= by_this;
      }
      changed = changed || by_all != needed[i];
      needed[i] = by_all;
    }
  }
  return needed;
}

}  // namespace

std::vector<std::vector<FactId>> indispensable_to_roots(const Justification& justification,
                                                        const std::function<bool(FactId)>& removable) {
  const auto facts = facts_of_steps(justification, removable);
  const auto by_steps = needed_by_steps(justification, facts);
  std::vector<std::vector<FactId>> found(justification.roots.size());
  for (std::size_t from = 0; from < facts.size(); from += at_a_time) {
    const auto needed = indispensable(justification, by_steps, from);
    for (std::size_t root = 0; root < found.size(); ++root) {
      const auto bits = needed[justification.roots[root]];
      for (std::size_t i = 0; i < std::min(at_a_time, facts.size() - from); ++i) {
        if ((bits >> i & 1U) != 0) found[root].push_back(facts[from + i]);
      }
    }
  }
  return found;
}

}  // namespace michibiki
