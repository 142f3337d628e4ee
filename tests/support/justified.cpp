#include "tests/support/justified.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "engine/compositions.hpp"
#include "engine/conclusions.hpp"
#include "engine/explain/lone_judgements.hpp"
#include "engine/place.hpp"
#include "model/value_notation.hpp"

namespace michibiki::testing {
namespace {

class Names {
 public:
  explicit Names(const Derived& derived) : derived_(derived), catalog_(derived.catalog()) {}

  std::map<std::string, Conclusion> all() {
    const auto& derivation = derived_.derivation;
    for (std::size_t s = 0; s < derivation.classifications.size(); ++s) add_classification(s);
    for (std::size_t i = 0; i < derivation.inventory.components.size(); ++i)
      add("component " + component(i), HasComponent{i});
    for (const auto& present : derivation.inventory.stakeholders) {
      for (const auto& in : present.services)
        add("stakeholder " + service(in.service) + catalog_.stakeholders[present.stakeholder].code,
            HasStakeholder{in.service, present.stakeholder, false});
    }
    for (std::size_t i = 0; i < derivation.inventory.assets.size(); ++i) add("asset " + asset(i), HasAsset{i});
    for (std::size_t i = 0; i < derivation.analysis.exposures.size(); ++i)
      add("exposure " + exposure(i), IsExposed{i, {}});
    add_selection();
    for (std::size_t i = 0; i < derivation.placements.size(); ++i) {
      if (derivation.placements[i].chapter)
        add("chapter of " + code(derivation.selection.measures[i].measure),
            IsPlaced{derivation.selection.measures[i].measure});
    }
    add_values();
    return std::move(names_);
  }

 private:
  void add(const std::string& name, const Conclusion& conclusion) {
    if (!names_.emplace(name, conclusion).second) throw std::logic_error("two conclusions are called " + name);
  }

  std::string code(MeasureId measure) const { return catalog_.measures[measure].code; }
  std::string service(std::size_t position) const { return derived_.portfolio.services[position].code + ": "; }
  std::string services(const std::vector<std::size_t>& positions) const {
    std::string text;
    for (const auto position : positions) text += derived_.portfolio.services[position].code + '+';
    return text;
  }
  std::string component(std::size_t position) const {
    const auto& component = derived_.derivation.inventory.components[position];
    const auto& first = derived_.portfolio.services[component.used_by.front()];
    const bool shared = std::ranges::count(first.uses, component.instance.code) != 0;
    return (shared ? "shared " : first.code + ": ") + component.instance.code;
  }
  std::string asset(std::size_t position) const {
    const auto& item = derived_.derivation.inventory.assets[position];
    return (item.component ? component(*item.component) : "-") + '/' +
           (item.asset ? catalog_.assets[*item.asset].code : "-");
  }
  std::string exposure(std::size_t position) const {
    const auto name = derived_.name_of_exposure(position);
    return asset(derived_.derivation.analysis.exposures[position].asset) + name.substr(name.find(' '));
  }

  void add_classification(std::size_t position) {
    const auto& classification = derived_.derivation.classifications[position];
    for (const auto& level : classification.levels) {
      for (const auto possible : level.possible)
        add("level " + service(position) + catalog_.properties[level.property].code + ' ' +
                catalog_.levels[possible].code,
            MayRequireLevel{position, level.property, possible});
    }
    for (const auto pattern : classification.patterns)
      add("pattern " + service(position) + catalog_.patterns[pattern].code, MayBeOfPattern{position, pattern});
  }

  void add_called(const std::string& entry, EntryRef ref, const std::vector<std::size_t>& exposures) {
    add("called " + entry, IsCalledFor{ref, {}});
    for (const auto position : exposures)
      add("called " + entry + " at " + exposure(position), IsCalledFor{ref, position});
  }

  /// Where it answers, or is required.
  template <typename Selected>
  std::vector<std::size_t> places(const Selected& selected) const {
    std::set<std::size_t> all(selected.exposures.begin(), selected.exposures.end());
    all.insert(selected.open_exposures.begin(), selected.open_exposures.end());
    for (const auto position : all_requirements(selected)) {
      const auto& requirement = derived_.derivation.selection.requirements[position];
      all.insert(requirement.exposures.begin(), requirement.exposures.end());
      all.insert(requirement.open_exposures.begin(), requirement.open_exposures.end());
    }
    return {all.begin(), all.end()};
  }

  void add_selection() {
    const auto& selection = derived_.derivation.selection;
    for (const auto& selected : selection.measures) {
      add_called(code(selected.measure), ref(selected.measure), places(selected));
      const auto& measure = catalog_.measures[selected.measure];
      if (measure.measure_class && derived_.view.holds(measure.measure_class->fact) &&
          derived_.view.holds(ref(measure.measure_class->value)))
        add("class of " + measure.code, IsOfClass{selected.measure});
    }
    for (const auto& selected : selection.controls)
      add_called(catalog_.controls[selected.control].code, ref(selected.control), places(selected));
  }

  void add_values() {
    const auto& grades = derived_.derivation.grading.grades;
    for (std::size_t i = 0; i < grades.size(); ++i) {
      if (!grades[i].value.known()) continue;
      add("value " + code(grades[i].measure) + '.' +
              catalog_.measures[grades[i].measure].indicators[grades[i].indicator].key + " for " +
              services(grades[i].services) + " of " +
              (grades[i].pattern ? catalog_.patterns[*grades[i].pattern].code : "any pattern"),
          HasValue{i});
    }
  }

  const Derived& derived_;
  const Catalog& catalog_;
  std::map<std::string, Conclusion> names_;
};

std::string name(const ExposureCode& code) {
  return code.component + '/' + code.asset + '/' + code.threat + '/' + code.property + '/' + code.vulnerability;
}

std::string name(const ValueCode& code) { return "value " + code.measure + '/' + code.indicator + '/' + code.pattern; }

std::string name(const AssetCode& code) { return "asset " + code.component + '/' + code.asset; }

/// What a check may tell of a system with every component, each by a name, with what it is where that may be otherwise.
std::map<std::string, std::string> told(const View& view) {
  const auto& catalog = view.catalog();
  const auto portfolio = all_components(view).portfolio;
  const auto derivation = derive(view, portfolio);
  const auto all = conclude(view, portfolio, derivation);
  std::map<std::string, std::string> names;
  for (const auto& [code, measure] : all.measures) {
    names[code];
    if (!measure.chapter.empty()) names["chapter " + code] = measure.chapter;
    if (!measure.measure_class.empty()) names["class " + code] = measure.measure_class;
  }
  for (const auto& [code, control] : all.controls) names[code];
  for (const auto& [code, answer] : all.exposures) names[name(code)];
  for (const auto& [code, value] : all.values) {
    if (value != "unknown") names[name(code)] = value;
  }
  for (const auto& item : derivation.inventory.assets) {
    names[name(
        AssetCode{item.component ? derivation.inventory.components[*item.component].instance.code : std::string(),
                  item.asset ? catalog.assets[*item.asset].code : std::string()})];
  }
  return names;
}

/// What is not so without a statement, or otherwise. A measure has its class and its chapter whether it is called for or not.
std::set<std::string> gone_without(const View& view, FactId fact, const std::map<std::string, std::string>& all) {
  const auto left = told(view.without({fact}));
  std::set<std::string> gone;
  for (const auto& [name, what] : all) {
    const auto same = left.find(name);
    if (same == left.end() || same->second != what) gone.insert(name);
  }
  for (std::size_t i = 0; i < view.catalog().measures.size(); ++i) {
    const auto& measure = view.catalog().measures[MeasureId{i}];
    if (left.contains(measure.code) || measure.fact == fact) continue;
    const auto chapter = all.find("chapter " + measure.code);
    const auto place_left = place(view.without({fact}), MeasureId{i}).chapter;
    if (chapter != all.end() && place_left && view.catalog().chapters[*place_left].code == chapter->second)
      gone.erase(chapter->first);
    if (measure.measure_class && measure.measure_class->fact != fact &&
        view.catalog().classes[measure.measure_class->value].fact != fact)
      gone.erase("class " + measure.code);
  }
  return gone;
}

}  // namespace

std::map<std::string, Conclusion> concluded(const Derived& derived) { return Names(derived).all(); }

std::set<std::string> told(const Derived& derived, const std::string& name, const Conclusion& conclusion) {
  if (const auto* value = std::get_if<HasValue>(&conclusion)) {
    const auto& grade = derived.derivation.grading.grades[value->grade];
    const auto what = name.substr(0, name.find(" for ")) + " is " + value_notation(derived.catalog(), grade.value) +
                      (grade.value.starred ? " *" : "");
    std::set<std::string> all;
    for (const auto service : grade.services) all.insert(what + " for " + derived.portfolio.services[service].code);
    return all;
  }
  if (const auto* placed = std::get_if<IsPlaced>(&conclusion))
    return {name + " is " + derived.catalog().chapters[place(derived.view, placed->measure).chapter.value()].code};
  return {name};
}

std::map<std::string, Conclusion> all_said(const Derived& derived) {
  std::map<std::string, Conclusion> all;
  const auto& grades = derived.derivation.grading.grades;
  for (const auto& [name, conclusion] : concluded(derived)) {
    const auto* value = std::get_if<HasValue>(&conclusion);
    const auto what = value == nullptr ? "" : ": " + value_notation(derived.catalog(), grades[value->grade].value);
    all.emplace(value == nullptr ? *told(derived, name, conclusion).begin() : name + what, conclusion);
  }
  return all;
}

std::set<std::string> all_told(const Derived& derived) {
  std::set<std::string> all;
  for (const auto& [name, conclusion] : concluded(derived)) all.merge(told(derived, name, conclusion));
  // Whether it is called for or not, the catalogues say where a measure belongs.
  const auto& measures = derived.catalog().measures;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const MeasureId measure{i};
    if (derived.view.holds(ref(measure)) && place(derived.view, measure).chapter)
      all.merge(told(derived, "chapter of " + measures[measure].code, IsPlaced{measure}));
  }
  return all;
}

std::optional<bool> open_in(const Derived& derived, const Conclusion& conclusion) {
  const auto& derivation = derived.derivation;
  if (const auto* pattern = std::get_if<MayBeOfPattern>(&conclusion))
    return !derivation.classifications[pattern->service].decided();
  if (const auto* required = std::get_if<MayRequireLevel>(&conclusion)) {
    const auto& levels = derivation.classifications[required->service].levels;
    return std::ranges::find(levels, required->property, &RequiredLevel::property)->possible.size() > 1;
  }
  const auto* called = std::get_if<IsCalledFor>(&conclusion);
  if (called == nullptr || called->exposure) return std::nullopt;
  for (const auto& selected : derivation.selection.measures) {
    if (ref(selected.measure) == called->entry) return selected.open();
  }
  for (const auto& selected : derivation.selection.controls) {
    if (ref(selected.control) == called->entry) return selected.open();
  }
  return std::nullopt;
}

Justification justified(const Derived& derived) {
  std::vector<Conclusion> roots;
  for (const auto& [name, conclusion] : concluded(derived)) roots.push_back(conclusion);
  return justify(workings_of(derived), roots);
}

Way said_by(const Justification& justification, std::size_t position) {
  const auto& step = justification.steps[position];
  Way way{step.kind, {}, step.facts, step.link, step.who, step.no_firmer_than, step.open};
  for (const auto premise : step.premises) way.premises.push_back(justification.conclusions[premise]);
  return way;
}

std::string disagreement(const World& world, const std::string& service, const Derived& derived,
                         const std::vector<FactId>& gone) {
  const auto justification = justified(derived);
  const auto follows =
      following_without(justification, [&](FactId fact) { return std::ranges::count(gone, fact) != 0; });
  const auto all = concluded(derived);
  const auto left = concluded(world.derive(service, derived.view.without(gone)));
  std::string lines;
  for (const auto& [name, conclusion] : all) {
    const auto position = justification.find(conclusion);
    const bool kept = position && follows[*position];
    // Of several services one may keep a value for itself, or as a whole, that they lose together or for a component.
    if (std::holds_alternative<HasValue>(conclusion) && derived.portfolio.services.size() > 1) continue;
    if (kept != left.contains(name)) lines += name + (kept ? ": a reason is left\n" : ": no reason is left\n");
  }
  for (const auto& [name, conclusion] : left) {
    // Of several values the next in strictness takes the place of one that has gone.
    if (!all.contains(name) && !std::holds_alternative<HasValue>(conclusion)) lines += name + ": was not there\n";
  }
  return lines;
}

std::string wrong_about_lone_judgements(const World& world) {
  const auto view = world.view();
  const auto lone = lone_judgements(view, {});
  std::map<FactId, std::set<std::string>> listed;
  const auto code = [&](MeasureId measure) { return world.catalog().measures[measure].code; };
  for (const auto& one : lone.statements) {
    auto& names = listed[one.fact];
    for (const auto entry : one.carries) names.insert(world.catalog().entry(entry).code);
    for (const auto& exposure : one.exposures) names.insert(name(exposure));
    for (const auto& value : one.values) names.insert(name(value));
    for (const auto measure : one.chapters) names.insert("chapter " + code(measure));
    for (const auto measure : one.classes) names.insert("class " + code(measure));
    for (const auto& asset : one.assets) names.insert(name(asset));
  }
  const auto all = told(view);
  std::string wrong;
  CarriedOf total;
  for (const auto& count : {lone.called_for, lone.exposures, lone.values, lone.chapters, lone.classes, lone.assets}) {
    total.carried += count.carried;
    total.all += count.all;
  }
  if (total.all != all.size()) wrong += "not all were looked at\n";
  for (const auto fact : supporting_facts(world.catalog())) {
    if (world.catalog().fact(fact).basis.kind == BasisKind::stated) continue;
    if (listed[fact] != gone_without(view, fact, all)) wrong += "not what goes without a statement\n";
  }
  std::set<std::string> carried;
  for (const auto& [fact, names] : listed) carried.insert(names.begin(), names.end());
  if (total.carried != carried.size()) wrong += "not as many as all of them carry\n";
  return wrong;
}

std::vector<FactId> supporting_facts(const Catalog& catalog) {
  std::set<FactId> facts;
  std::set<EntryRef> deciding;  // ends of what decides by its absence
  for (const auto& link : catalog.links) {
    if (link.kind == LinkKind::spares || link.kind == LinkKind::lacks) {
      deciding.insert(link.from.begin(), link.from.end());
      deciding.insert(link.to.begin(), link.to.end());
      for (const auto property : link.limits.properties) deciding.insert(ref(property));
    } else {
      facts.insert(link.fact);
    }
  }
  for (const auto& exclusion : catalog.exclusions) {
    for (const auto& component : exclusion.components) deciding.insert(ref(component.value));
    for (const auto& stakeholder : exclusion.operators) deciding.insert(ref(stakeholder.value));
  }
  for (const auto& vulnerability : catalog.vulnerabilities) {
    for (const auto& asset : vulnerability.assets) deciding.insert(ref(asset.value));
    for (const auto& threat : vulnerability.threats) deciding.insert(ref(threat.value));
  }
  for (const auto kind :
       {EntryKind::property, EntryKind::origin, EntryKind::nature, EntryKind::mechanism, EntryKind::component,
        EntryKind::asset, EntryKind::threat, EntryKind::control, EntryKind::measure, EntryKind::stakeholder}) {
    for (std::size_t i = 0; i < catalog.size(kind); ++i) {
      const bool graded = kind == EntryKind::property && !catalog.properties[PropertyId{i}].levels.empty();
      if (!graded && !deciding.contains({kind, i})) facts.insert(catalog.entry({kind, i}).fact);
    }
  }
  for (const auto& threat : catalog.threats) {
    if (threat.origin) facts.insert(threat.origin->fact);
    for (const auto& harm : threat.harms) facts.insert(harm.fact);
  }
  for (const auto& stakeholder : catalog.stakeholders) {
    if (stakeholder.always) facts.insert(*stakeholder.always);
  }
  for (const auto& measure : catalog.measures) {
    if (measure.measure_class) facts.insert(measure.measure_class->fact);
    for (const auto& indicator : measure.indicators) {
      facts.insert(indicator.fact);
      for (const auto& [pattern, value] : indicator.values) facts.insert(value.fact);
      if (indicator.single) facts.insert(indicator.single->fact);
    }
  }
  return {facts.begin(), facts.end()};
}

}  // namespace michibiki::testing
