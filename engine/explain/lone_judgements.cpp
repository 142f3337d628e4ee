#include "engine/explain/lone_judgements.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "engine/compositions.hpp"
#include "engine/derive.hpp"
#include "engine/explain/justify.hpp"

namespace michibiki {
namespace {

/// Sets of so many facts at a time: a bit for each.
using Bits = std::uint64_t;
constexpr std::size_t at_a_time = std::numeric_limits<Bits>::digits;

/// Of each step the statements that it cannot do without: of several that will do, none. `soft` are those that matter, in order.
std::vector<std::vector<std::size_t>> needed_by_steps(const Justification& justification,
                                                      const std::vector<FactId>& soft) {
  std::vector<std::vector<std::size_t>> needed;
  for (const auto& step : justification.steps) {
    auto& own = needed.emplace_back();
    for (const auto& any : step.facts) {
      if (std::ranges::any_of(any, [&](FactId fact) { return fact != any.front(); })) continue;
      const auto found = std::ranges::lower_bound(soft, any.front());
      if (found != soft.end() && *found == any.front()) own.push_back(static_cast<std::size_t>(found - soft.begin()));
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

LoneJudgements lone_judgements(const View& view, const std::set<std::string>& only) {
  const auto portfolio = all_components(view).portfolio;
  const auto derivation = derive(view, portfolio);
  std::vector<Conclusion> called;
  for (const auto& selected : derivation.selection.measures) called.push_back(IsCalledFor{ref(selected.measure), {}});
  for (const auto& selected : derivation.selection.controls) called.push_back(IsCalledFor{ref(selected.control), {}});
  const auto justification = justify({view, portfolio, derivation}, called);

  std::set<FactId> soft;  // that steps cannot do without, or could
  for (const auto& step : justification.steps) {
    for (const auto& any : step.facts) {
      for (const auto fact : any) {
        const auto& stated = view.catalog().fact(fact);
        if (stated.basis.kind != BasisKind::stated && (only.empty() || only.contains(stated.catalog)))
          soft.insert(fact);
      }
    }
  }
  LoneJudgements found;
  std::set<EntryRef> carried;
  const std::vector<FactId> facts(soft.begin(), soft.end());
  const auto by_steps = needed_by_steps(justification, facts);
  for (std::size_t from = 0; from < facts.size(); from += at_a_time) {
    const auto needed = indispensable(justification, by_steps, from);
    for (std::size_t i = 0; i < std::min(at_a_time, facts.size() - from); ++i) {
      LoneJudgement one{facts[from + i], {}};
      for (const auto root : justification.roots) {
        const bool needs = (needed[root] >> i & 1U) != 0;
        if (needs) one.carries.push_back(std::get<IsCalledFor>(justification.conclusions[root]).entry);
      }
      carried.insert(one.carries.begin(), one.carries.end());
      if (!one.carries.empty()) found.statements.push_back(std::move(one));
    }
  }
  found.carried = carried.size();
  found.called_for = justification.roots.size();
  return found;
}

}  // namespace michibiki
