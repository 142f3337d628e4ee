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

/// Measures and controls that are called for, and exposures.
std::vector<Conclusion> whatever_is(const Derivation& derivation) {
  std::vector<Conclusion> all;
  for (const auto& selected : derivation.selection.measures) all.push_back(IsCalledFor{ref(selected.measure), {}});
  for (const auto& selected : derivation.selection.controls) all.push_back(IsCalledFor{ref(selected.control), {}});
  for (std::size_t i = 0; i < derivation.analysis.exposures.size(); ++i) all.push_back(IsExposed{i, {}});
  return all;
}

}  // namespace

LoneJudgements lone_judgements(const View& view, const std::set<std::string>& only) {
  const auto portfolio = all_components(view).portfolio;
  const auto derivation = derive(view, portfolio);
  const auto justification = justify({view, portfolio, derivation}, whatever_is(derivation));

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
  std::vector<bool> carried(justification.conclusions.size(), false);
  const std::vector<FactId> facts(soft.begin(), soft.end());
  const auto by_steps = needed_by_steps(justification, facts);
  for (std::size_t from = 0; from < facts.size(); from += at_a_time) {
    const auto needed = indispensable(justification, by_steps, from);
    for (std::size_t i = 0; i < std::min(at_a_time, facts.size() - from); ++i) {
      LoneJudgement one{facts[from + i], {}, {}};
      for (const auto root : justification.roots) {
        if ((needed[root] >> i & 1U) == 0) continue;
        carried[root] = true;
        if (const auto* called = std::get_if<IsCalledFor>(&justification.conclusions[root])) {
          one.carries.push_back(called->entry);
        } else {
          const auto exposure = std::get<IsExposed>(justification.conclusions[root]).exposure;
          one.exposures.push_back(code_of(view.catalog(), derivation, exposure));
        }
      }
      if (!one.carries.empty() || !one.exposures.empty()) found.statements.push_back(std::move(one));
    }
  }
  for (const auto root : justification.roots) {
    const bool called = std::holds_alternative<IsCalledFor>(justification.conclusions[root]);
    auto& all = called ? found.called_for : found.exposures;
    auto& some = called ? found.carried : found.exposures_carried;
    ++all;
    if (carried[root]) ++some;
  }
  return found;
}

}  // namespace michibiki
