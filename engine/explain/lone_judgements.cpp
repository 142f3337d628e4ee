#include "engine/explain/lone_judgements.hpp"

#include <algorithm>
#include <map>

#include "engine/compositions.hpp"
#include "engine/derive.hpp"
#include "engine/explain/about.hpp"
#include "engine/explain/indispensable.hpp"
#include "engine/explain/justify.hpp"
#include "engine/place.hpp"

namespace michibiki {
namespace {

/// What is concluded of measures, controls, exposures and assets. Which components there are is no conclusion here, and lineage is told
/// of a measure beside them.
bool is_listed(const Conclusion& conclusion) {
  return std::holds_alternative<IsCalledFor>(conclusion) || std::holds_alternative<IsExposed>(conclusion) ||
         std::holds_alternative<HasValue>(conclusion) || std::holds_alternative<IsPlaced>(conclusion) ||
         std::holds_alternative<IsOfClass>(conclusion) || std::holds_alternative<HasAsset>(conclusion);
}

std::vector<Conclusion> whatever_is(const Workings& workings) {
  auto all = all_conclusions(workings);
  std::erase_if(all, [](const Conclusion& conclusion) { return !is_listed(conclusion); });
  return all;
}

/// A rule asks more of a measure than it needs, and another may lead to the same chapter: whether one would be otherwise is tried.
class Chapters {
 public:
  explicit Chapters(const View& view) : view_(view) {}

  bool otherwise_without(FactId fact, MeasureId measure) {
    const auto& view = without_.try_emplace(fact, view_.without({fact})).first->second;
    return !view.holds(ref(measure)) || place(view, measure).chapter != place(view_, measure).chapter;
  }

 private:
  const View& view_;
  std::map<FactId, View> without_;
};

/// Sorts conclusions by what they are about.
class Lists {
 public:
  Lists(const Catalog& catalog, const Portfolio& portfolio, const Derivation& derivation)
      : catalog_(catalog), portfolio_(portfolio), derivation_(derivation) {}

  /// The one that counts conclusions of this kind.
  static CarriedOf& count(LoneJudgements& found, const Conclusion& conclusion) {
    if (std::holds_alternative<IsCalledFor>(conclusion)) return found.called_for;
    if (std::holds_alternative<IsExposed>(conclusion)) return found.exposures;
    if (std::holds_alternative<HasValue>(conclusion)) return found.values;
    if (std::holds_alternative<IsPlaced>(conclusion)) return found.chapters;
    if (std::holds_alternative<IsOfClass>(conclusion)) return found.classes;
    return found.assets;
  }

  void add(LoneJudgement& one, const Conclusion& conclusion) const {
    if (const auto* called = std::get_if<IsCalledFor>(&conclusion)) one.carries.push_back(called->entry);
    if (const auto* exposed = std::get_if<IsExposed>(&conclusion))
      one.exposures.push_back(code_of(catalog_, portfolio_, derivation_, exposed->exposure));
    if (const auto* value = std::get_if<HasValue>(&conclusion)) one.values.push_back(code(*value));
    if (const auto* placed = std::get_if<IsPlaced>(&conclusion)) one.chapters.push_back(placed->measure);
    if (const auto* of = std::get_if<IsOfClass>(&conclusion)) one.classes.push_back(of->measure);
    if (const auto* asset = std::get_if<HasAsset>(&conclusion)) one.assets.push_back(code(*asset));
  }

 private:
  ValueCode code(const HasValue& value) const {
    const auto& grade = derivation_.grading.grades[value.grade];
    const auto& of = catalog_.measures[grade.measure];
    return {of.code, of.indicators[grade.indicator].key,
            grade.pattern ? catalog_.patterns[*grade.pattern].code : std::string()};
  }

  AssetCode code(const HasAsset& asset) const {
    const auto& item = derivation_.inventory.assets[asset.asset];
    return {item.component ? derivation_.inventory.components[*item.component].instance.code : std::string(),
            item.asset ? catalog_.assets[*item.asset].code : std::string()};
  }

  const Catalog& catalog_;
  const Portfolio& portfolio_;
  const Derivation& derivation_;
};

}  // namespace

LoneJudgements lone_judgements(const View& view, const std::set<std::string>& only) {
  const auto portfolio = all_components(view).portfolio;
  const auto derivation = derive(view, portfolio);
  const Workings workings{view, portfolio, derivation};
  const auto justification = justify(workings, whatever_is(workings));

  const auto soft = [&](FactId id) {
    const auto& fact = view.catalog().fact(id);
    return fact.basis.kind != BasisKind::stated && (only.empty() || only.contains(fact.catalog));
  };
  auto indispensable = indispensable_to_roots(justification, soft);

  const Lists lists(view.catalog(), portfolio, derivation);
  Chapters chapters(view);
  std::map<FactId, LoneJudgement> statements;
  LoneJudgements found;
  for (std::size_t i = 0; i < justification.roots.size(); ++i) {
    const auto& conclusion = justification.conclusions[justification.roots[i]];
    auto& facts = indispensable[i];
    if (const auto* placed = std::get_if<IsPlaced>(&conclusion))
      std::erase_if(facts, [&](FactId fact) { return !chapters.otherwise_without(fact, placed->measure); });
    auto& count = Lists::count(found, conclusion);
    ++count.all;
    if (!facts.empty()) ++count.carried;
    for (const auto fact : facts) {
      auto& one = statements[fact];
      one.fact = fact;
      lists.add(one, conclusion);
    }
  }
  for (auto& [fact, statement] : statements) found.statements.push_back(std::move(statement));
  return found;
}

}  // namespace michibiki
