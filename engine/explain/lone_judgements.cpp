#include "engine/explain/lone_judgements.hpp"

#include "engine/compositions.hpp"
#include "engine/derive.hpp"
#include "engine/explain/justify.hpp"

namespace michibiki {

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
  for (const auto fact : soft) {
    const auto follows = following_without(justification, [&](FactId gone) { return gone == fact; });
    LoneJudgement one{fact, {}};
    for (const auto root : justification.roots) {
      if (!follows[root]) one.carries.push_back(std::get<IsCalledFor>(justification.conclusions[root]).entry);
    }
    carried.insert(one.carries.begin(), one.carries.end());
    if (!one.carries.empty()) found.statements.push_back(std::move(one));
  }
  found.carried = carried.size();
  found.called_for = justification.roots.size();
  return found;
}

}  // namespace michibiki
