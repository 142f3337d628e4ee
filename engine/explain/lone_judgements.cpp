#include "engine/explain/lone_judgements.hpp"

#include <map>

#include "engine/compositions.hpp"
#include "engine/derive.hpp"
#include "engine/explain/indispensable.hpp"
#include "engine/explain/justify.hpp"

namespace michibiki {
namespace {

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

  const auto soft = [&](FactId id) {
    const auto& fact = view.catalog().fact(id);
    return fact.basis.kind != BasisKind::stated && (only.empty() || only.contains(fact.catalog));
  };
  const auto indispensable = indispensable_to_roots(justification, soft);

  std::map<FactId, LoneJudgement> statements;
  LoneJudgements found;
  for (std::size_t i = 0; i < justification.roots.size(); ++i) {
    const auto& conclusion = justification.conclusions[justification.roots[i]];
    const auto* called = std::get_if<IsCalledFor>(&conclusion);
    ++(called != nullptr ? found.called_for : found.exposures);
    if (!indispensable[i].empty()) ++(called != nullptr ? found.carried : found.exposures_carried);
    for (const auto fact : indispensable[i]) {
      auto& one = statements.try_emplace(fact, LoneJudgement{fact, {}, {}}).first->second;
      if (called != nullptr) {
        one.carries.push_back(called->entry);
      } else {
        one.exposures.push_back(code_of(view.catalog(), derivation, std::get<IsExposed>(conclusion).exposure));
      }
    }
  }
  for (auto& [fact, statement] : statements) found.statements.push_back(std::move(statement));
  return found;
}

}  // namespace michibiki
